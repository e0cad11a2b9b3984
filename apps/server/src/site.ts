import { brotliCompressSync, constants } from "node:zlib";
import {
  briefMarkdown,
  type DiagnosticAnswer,
  matrixCsv,
  type Process,
  type ProcessEvent,
  whoIsWho,
} from "@parley/process";
import { type PageName, pageNames, readAsked, type View, type Workbench } from "@parley/web";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { streamSSE } from "hono/streaming";
import { viewOf } from "./answering.ts";
import type { Asset } from "./assets.ts";
import type { WatchedFolder } from "./folder.ts";
import { guardHeaders, isOwnHost } from "./guard.ts";

export interface SiteParts {
  readonly watched: WatchedFolder;
  readonly workbench: Workbench;
  readonly assets: ReadonlyMap<string, Asset>;
  /** The port it listens on, known only once it does. */
  readonly port: () => number;
  readonly onFault: (line: string) => void;
}

/** A connection that says nothing for long is cut by what stands between; this keeps it. */
const pulseMilliseconds = 25_000;

/** The whole site: pages, what they are made of, and what can be taken away. Reads only. */
export function siteOf(parts: SiteParts): Hono {
  const site = new Hono();
  const notice = (context: Context, status: 400 | 404 | 405 | 421 | 500, title: string, text: string) =>
    context.html(parts.workbench.renderNotice({ title, text }), status);

  site.use(guardHeaders);
  site.use(compress());
  site.use(async (context, next) => {
    if (!isOwnHost(context.req.header("host"), parts.port())) {
      return notice(
        context,
        421,
        "Not this address",
        "The workbench answers only to this machine, by the address that it printed when it started.",
      );
    }
    if (context.req.method !== "GET" && context.req.method !== "HEAD") {
      context.header("allow", "GET, HEAD");
      return notice(
        context,
        405,
        "Nothing can be changed here",
        "The workbench only reads. Change the files of the folder; the pages follow.",
      );
    }
    return next();
  });

  site.get("/", (context) => page(context, "front", parts));
  for (const name of pageNames) site.get(`/${name}`, (context) => page(context, name, parts));
  site.get("/issues.csv", (context) => taken(context, "issues", parts));
  site.get("/brief.md", (context) => taken(context, "brief", parts));
  site.get("/texts/:name{.+\\.md}", (context) =>
    source(context, context.req.param("name").slice(0, -".md".length), parts),
  );
  site.get("/hands.json", (context) => hands(context, parts));
  site.get("/assets/:name", (context) => asset(context, parts.assets.get(context.req.param("name"))));
  site.get("/changes", (context) => changes(context, parts.watched));

  site.notFound((context) => notice(context, 404, "There is no such page", "The address is not one of the workbench."));
  site.onError((fault, context) => {
    parts.onFault(`${context.req.path}: ${fault.message}`);
    return notice(
      context,
      500,
      "Something went wrong inside",
      "This page could not be made. The other pages may still answer; nothing in the folder was changed.",
    );
  });
  return site;
}

/** A page, as a document or, to a script that asks for it, as its view. */
function page(context: Context, name: PageName, { watched, workbench }: SiteParts): Response {
  const { view, status } = viewOf({
    state: watched.state(),
    page: name,
    asked: readAsked(new URL(context.req.url).searchParams),
  });
  context.header("vary", "accept, accept-encoding");
  if (context.req.header("accept") === "application/json") return context.json(view, status);
  const document = workbench.render(view);
  if (!takesBrotli(context)) return context.html(document, status);
  // A fifth smaller than what the middleware would make of it, in two milliseconds.
  const packed = brotliCompressSync(document, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return context.body(new Uint8Array(packed), status, {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "br",
  });
}

function takesBrotli(context: Context): boolean {
  return /\bbr\b/u.test(context.req.header("accept-encoding") ?? "");
}

/** An answer to take away: the matrix as a table file, the brief as plain text. */
function taken(context: Context, name: "issues" | "brief", { watched }: SiteParts): Response {
  const { view, status } = viewOf({
    state: watched.state(),
    page: name,
    asked: readAsked(new URL(context.req.url).searchParams),
  });
  const { content } = view;
  if (content?.page === "issues") {
    return context.body(matrixCsv(content.answer), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="issues.csv"',
    });
  }
  if (content?.page === "brief")
    return context.body(briefMarkdown(content.answer), 200, { "content-type": "text/markdown; charset=utf-8" });
  return context.text(whyNot(view), status);
}

function whyNot({ refusal, broken }: View): string {
  const why: readonly DiagnosticAnswer[] = refusal === null ? broken : [refusal];
  return `${why.map(({ message, help }) => `${message} ${help}`).join("\n")}\n`;
}

/** A text exactly as it was written, byte order mark and all. */
function source(context: Context, id: string, { watched }: SiteParts): Response | Promise<Response> {
  const { process } = watched.state();
  const tabled = process === null ? undefined : textsOf(process).find(({ body }) => body.entry.id === id);
  if (tabled === undefined) return context.notFound();
  return context.body(tabled.body.agreement.source, 200, { "content-type": "text/plain; charset=utf-8" });
}

/** Whose hand each name in a tracked change is, for the reader of files, which works in the browser. */
function hands(context: Context, { watched }: SiteParts): Response {
  const { process } = watched.state();
  return context.json({ authors: [...whoIsWho(process).authors] });
}

function textsOf(process: Process): Extract<ProcessEvent, { readonly type: "text-tabled" }>[] {
  return process.events.filter((event) => event.type === "text-tabled");
}

function asset(context: Context, found: Asset | undefined): Response | Promise<Response> {
  if (found === undefined) return context.notFound();
  context.header("content-type", found.type);
  context.header("cache-control", "public, max-age=31536000, immutable");
  context.header("vary", "accept-encoding");
  if (found.brotli === null || !takesBrotli(context)) return context.body(found.bytes);
  context.header("content-encoding", "br");
  return context.body(found.brotli);
}

/** The number of the folder's state, now and at every change, for as long as the page stays open. */
function changes(context: Context, watched: WatchedFolder): Response {
  return streamSSE(context, async (stream) => {
    const tell = (version: number) => stream.writeSSE({ event: "version", data: String(version) });
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const forget = watched.onChange(({ version }) => void tell(version).catch(end));
    const pulse = setInterval(() => void stream.write(": still here\n\n").catch(end), pulseMilliseconds);
    stream.onAbort(() => end());
    await tell(watched.state().version);
    await ended;
    clearInterval(pulse);
    forget();
  });
}
