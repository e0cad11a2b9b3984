import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { View } from "@parley/web";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWorkbench } from "../../web/build.ts";
import { type Served, serveFolder } from "../src/index.ts";

const example = fileURLToPath(new URL("../../../examples/afghanistan", import.meta.url));
let folder = "";
let served: Served;

beforeAll(async () => {
  await buildWorkbench();
  folder = await mkdtemp(join(tmpdir(), "parley-served-"));
  await cp(example, folder, { recursive: true });
  served = await serveFolder({ folder, onFault: (line) => console.error(line) });
});
afterAll(async () => {
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A request as a page elsewhere could make it: `fetch` would not send a Host of our choosing. */
function ask(
  path: string,
  options: { readonly host?: string; readonly method?: string } = {},
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const { hostname, port, host } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method: options.method ?? "GET", headers: { host: options.host ?? host } },
      (response) => {
        let text = "";
        response.on("data", (part) => {
          text += part;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}

async function viewOf(path: string): Promise<View> {
  const response = await fetch(new URL(path, served.url), { headers: { accept: "application/json" } });
  return (await response.json()) as View;
}

describe("who may ask", () => {
  it("listens on this machine only", () => {
    expect(new URL(served.url).hostname).toBe("127.0.0.1");
  });

  it("answers by the names this machine has for itself", async () => {
    const { port } = new URL(served.url);
    for (const name of ["127.0.0.1", "localhost", "[::1]"])
      expect((await ask("/", { host: `${name}:${port}` })).status).toBe(200);
  });

  it("refuses every other name, and every path by it, with nothing of the process", async () => {
    const { port } = new URL(served.url);
    const hosts = [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${Number(port) + 1}`,
      `127.0.0.1.evil.example:${port}`,
    ];
    for (const host of hosts) {
      for (const path of ["/", "/text", "/texts/us-draft.md", "/changes", "/issues.csv"]) {
        const answer = await ask(path, { host });
        expect([host, path, answer.status]).toEqual([host, path, 421]);
        expect(answer.text).not.toContain("Afghanistan");
      }
    }
  });

  it("refuses what is no name at all", async () => {
    const { port } = new URL(served.url);
    const answer = await ask("/", { host: `localhost:${port}@evil.example` });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain("Afghanistan");
  });

  it("reads and never takes anything in", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await ask("/", { method });
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
    }
    const head = await ask("/text", { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
  });
});

describe("what a page may do", () => {
  it("has the strict policy on every answer, refusals and failures included", async () => {
    for (const path of [
      "/",
      "/packages",
      "/nothing-here",
      "/text?as-of=2021-02-30",
      "/texts/us-draft.md",
      "/issues.csv",
    ]) {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });

  it("has no inline script, style or event in any page", async () => {
    for (const path of [
      "/",
      "/text",
      "/issues",
      "/packages",
      "/timetable",
      "/bodies",
      "/positions",
      "/keeping",
      "/ceasefire",
      "/check",
      "/brief",
    ]) {
      const { text } = await ask(path);
      const scripts = [...text.matchAll(/<script\b[^>]*>/gu)].map(([tag]) => tag);
      expect(scripts).toHaveLength(2);
      expect(scripts[0]).toBe('<script type="application/json" id="view">');
      expect(scripts[1]).toMatch(/^<script type="module" src="\/assets\/[\w-]+\.js">$/u);
      expect(text).not.toMatch(/<style|<[a-z][^>]*\sstyle="|<[a-z][^>]*\son[a-z]+="/u);
      // The data of a page cannot end the element that it stands in.
      const data = /<script type="application\/json" id="view">(.*?)<\/script>/su.exec(text)?.[1] ?? "";
      expect(data).not.toContain("<");
      expect((JSON.parse(data) as View).frame?.title).toContain("Afghanistan");
    }
  });

  it("names no other host anywhere in what it sends", async () => {
    const { text } = await ask("/");
    const style = /href="(\/assets\/[^"]+\.css)"/u.exec(text)?.[1] ?? "";
    const css = (await ask(style)).text;
    expect(css.length).toBeGreaterThan(1000);
    for (const source of [text, css]) expect(source).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//u);
  });
});

describe("answers and refusals", () => {
  it("gives a page, or to a script its view, at one address", async () => {
    const view = await viewOf("/timetable?as-of=2021-03-08");
    expect(view.content?.page === "timetable" && view.content.answer.asOf).toBe("2021-03-08");
    const page = await ask("/timetable?as-of=2021-03-08");
    expect(page.headers.vary).toContain("accept");
    expect(page.headers["cache-control"]).toBe("no-store");
  });

  it("KPG-20: asks of the as-of day unless told, by what was known then and by nothing later", async () => {
    const daysOf = async (query: string) => {
      const { content } = await viewOf(`/keeping${query}`);
      return content?.page === "keeping" ? [content.answer.on, content.answer.known] : null;
    };
    expect(await daysOf("")).toEqual(["2021-04-12", "2021-04-12"]);
    expect(await daysOf("?as-of=2020-06-01")).toEqual(["2020-06-01", "2020-06-01"]);
    expect(await daysOf("?on=2020-07-01")).toEqual(["2020-07-01", "2021-04-12"]);
    expect(await daysOf("?on=2021-09-01")).toEqual(["2021-09-01", "2021-04-12"]);
    expect(await daysOf("?on=2020-07-01&as-of=2020-06-01")).toEqual(["2020-07-01", "2020-06-01"]);
  });

  it("CSF-21: asks of the window, the baseline and the province in the address", async () => {
    const { content } = await viewOf(
      "/ceasefire?window=2020-03-03..2020-03-24&baseline=21%20days%20before&province=Kabul",
    );
    const violence = content?.page === "ceasefire" ? content.answer.violence : null;
    expect(violence?.window.periods).toEqual([{ from: "2020-03-03", to: "2020-03-24" }]);
    expect(violence?.baseline.kind).toBe("preceding");
    expect(violence?.province).toBe("Kabul");
  });

  it("KPG-23, CSF-25: the first page asks whether it is kept and whether violence fell only where there is something to say", async () => {
    const { content } = await viewOf("/");
    if (content?.page !== "front") throw new Error("This is the first page.");
    expect(content.answer.keeping?.counts.total).toBe(11);
    expect(content.answer.ceasefire?.text).toMatch(/^Indication: /u);
    const other = await serveFolder({ folder: join(example, "../practice") });
    try {
      const page = await (await fetch(other.url)).text();
      expect(page).toContain("Can every side accept it?");
      expect(page).not.toContain("Is the agreement kept?");
      expect(page).not.toContain("Did violence fall?");
    } finally {
      await other.close();
    }
  });

  it("ASK-27, ASK-28: the first page tells what comes next, who disputes it, and what is past without a record", async () => {
    const wordsOf = async (path: string) =>
      (await ask(path)).text
        .replaceAll(/<!--.*?-->/gu, "")
        .replaceAll(/<[^>]+>/gu, " ")
        .replaceAll(/\s+/gu, " ");
    const today = await wordsOf("/");
    expect(today).toContain("16 Apr 2021 the conference opens disputed by Taliban, 12 Apr 2021");
    expect(today).toContain("29 Apr 2021 “withdraw all foreign forces”");
    expect(today).toContain("409 days before 12 April 2021");
    const early = await wordsOf("/?as-of=2020-06-01");
    expect(early).toContain("Nothing to judge yet");
    expect(early).toContain("Days are past without a record");
    expect(early).not.toContain("Stands in the way");
    expect(early).not.toContain("days before 1 June 2020");
  });

  it("refuses a question that cannot be put, on the page and with 400", async () => {
    for (const path of [
      "/text?text=nothing",
      "/packages?as-of=2021-02-30",
      "/check?as-of=never",
      "/timetable?without=A99",
      "/bodies?rule=by%20magic",
      "/keeping?on=2021-02-30",
      "/ceasefire?window=some%20day",
      "/ceasefire?baseline=before",
      "/ceasefire?province=Nowhere",
    ]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.text).toContain("cannot be answered as asked");
      expect(answer.text).not.toMatch(/\bat .*\.ts:\d+/u);
    }
  });

  it("gives what can be taken away: the table, the brief, a text as written", async () => {
    const csv = await ask("/issues.csv");
    expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect((await ask("/brief.md?as-of=2021-03-08")).text.length).toBeGreaterThan(200);
    const text = await ask("/texts/us-draft.md");
    expect(text.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(text.text).toBe(await readFile(join(example, "texts/2021-02-28-us.md"), "utf8"));
    for (const path of [
      "/texts/..%2Fprocess.md",
      "/texts/../../process.yaml",
      "/assets/..%2F..%2Fserver%2Fserver.js",
      "/process.yaml",
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    }
  });

  it("compresses what it sends, and lets hashed files be kept", async () => {
    const page = await fetch(served.url, { headers: { "accept-encoding": "gzip" } });
    expect(page.headers.get("content-encoding")).toBe("gzip");
    const script = /src="(\/assets\/[^"]+)"/u.exec(await page.text())?.[1] ?? "";
    const asset = await fetch(new URL(script, served.url), { headers: { "accept-encoding": "br" } });
    expect(asset.headers.get("content-encoding")).toBe("br");
    expect(asset.headers.get("cache-control")).toContain("immutable");
  });
});

describe("a folder that changes", () => {
  it("tells open pages, keeps the last good state at a broken save, and follows once it is mended", async () => {
    const file = join(folder, "process.yaml");
    const good = await readFile(file, "utf8");
    const heard = await listen();
    const first = await heard.next();
    expect((await viewOf("/")).version).toBe(first);

    await writeFile(file, good.replace(/^title: .*$/mu, "title: A new title"));
    const second = await heard.next();
    expect(second).toBeGreaterThan(first);
    expect((await viewOf("/")).frame?.title).toBe("A new title");

    await writeFile(file, `${good}\n  broken: [yaml`);
    await heard.next();
    const broken = await viewOf("/");
    expect(broken.frame?.title).toBe("A new title");
    expect(broken.held).toBe(true);
    expect(broken.frame?.broken[0]?.file).toBe("process.yaml");
    expect((await ask("/packages")).text).toContain("A file could not be read.");

    await writeFile(file, good);
    await heard.next();
    const mended = await viewOf("/");
    expect(mended.broken).toEqual([]);
    expect(mended.frame?.title).toContain("Afghanistan");
    heard.stop();
  });

  it("keeps the last good state when any one file breaks, and not only the first", async () => {
    const file = join(folder, "positions.yaml");
    const good = await readFile(file);
    const heard = await listen();
    await heard.next();
    const before = await viewOf("/positions");
    await writeFile(file, new Uint8Array([0xff, 0xfe, 0x00, 0x41]));
    await heard.next();
    const broken = await viewOf("/positions");
    expect(broken.broken[0]?.file).toBe("positions.yaml");
    expect(broken.content).toEqual(before.content);
    await writeFile(file, good);
    await heard.next();
    expect((await viewOf("/positions")).broken).toEqual([]);
    heard.stop();
  });

  it("says what is wrong with a folder that has no process, and shows it once it has one", async () => {
    const empty = await mkdtemp(join(tmpdir(), "parley-empty-"));
    const other = await serveFolder({ folder: empty });
    try {
      const page = await fetch(other.url);
      expect(page.status).toBe(503);
      expect(await page.text()).toContain("cannot be read as a process");
      await cp(example, empty, { recursive: true });
      await expect.poll(async () => (await fetch(other.url)).status, { timeout: 10_000 }).toBe(200);
    } finally {
      await other.close();
      await rm(empty, { recursive: true, force: true });
    }
  });

  it("takes the next free port unless one was asked for", async () => {
    const taken = Number(new URL(served.url).port);
    const other = await serveFolder({ folder, onFault: (line) => console.error(line) });
    expect(Number(new URL(other.url).port)).not.toBe(taken);
    await other.close();
    await expect(serveFolder({ folder, port: taken })).rejects.toThrow(/EADDRINUSE/u);
  });
});

/** Listens to `/changes`; each `next` is the next version told. */
async function listen(): Promise<{ readonly next: () => Promise<number>; readonly stop: () => void }> {
  const end = new AbortController();
  const response = await fetch(new URL("/changes", served.url), { signal: end.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  return {
    next: async () => {
      for (;;) {
        const told = /event: version\ndata: (\d+)\n\n/u.exec(held);
        if (told !== null) {
          held = held.slice(told.index + told[0].length);
          return Number(told[1]);
        }
        held += (await reader?.read())?.value ?? "";
      }
    },
    stop: () => end.abort(),
  };
}
