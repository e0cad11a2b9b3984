import type { ReactNode } from "react";
import { AskContext } from "./asking.tsx";
import { actOnKey } from "./keys.ts";
import { announcementOf, Shell } from "./shell.tsx";
import { pageOf, readAsked, sameAnswer, type View } from "./view.ts";

/** An answer that takes longer than this shows that it is being worked on, and can be stopped. */
const patienceMilliseconds = 400;

/**
 * Makes the page live: links and forms of the page it is on are answered in place, a change on disk is followed, and
 * keys move. Everything it shows comes from the same addresses as without it.
 */
export function goLive(
  first: View,
  drawing: {
    /** Draws the answers of the page it is on. */
    readonly draw: (view: View) => ReactNode;
    /** Takes over what the server drew, and gives what draws afterwards. */
    readonly begin: (element: ReactNode) => (element: ReactNode) => void;
  },
): void {
  const page = new LivePage(first, drawing);
  document.addEventListener("click", (event) => page.onClick(event));
  document.addEventListener("keydown", actOnKey);
  window.addEventListener("popstate", () => void page.show(location.href, { announce: true }));
  const changes = new EventSource("/changes");
  changes.addEventListener("version", (event) => page.onVersion(Number(event.data)));
  // A page in the back-forward cache must not hold a connection, and comes back with a new one.
  window.addEventListener("pagehide", () => changes.close());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

class LivePage {
  #view: View;
  #announced = "";
  #working = false;
  #asking: AbortController | null = null;
  readonly #drawPage: (view: View) => ReactNode;
  readonly #draw: (element: ReactNode) => void;

  /** What is first drawn takes over the server's page, so it must be the same; `begin` gives what draws afterwards. */
  constructor(view: View, { draw, begin }: Parameters<typeof goLive>[1]) {
    this.#view = view;
    this.#drawPage = draw;
    this.#draw = begin(this.#element());
  }

  #redraw(): void {
    this.#draw(this.#element());
  }

  #element(): ReactNode {
    return (
      <AskContext value={{ go: (href, how) => this.go(href, how) }}>
        <Shell
          view={this.#view}
          draw={this.#drawPage}
          announced={this.#announced}
          working={this.#working ? <Working stop={() => this.#stop()} /> : null}
        />
      </AskContext>
    );
  }

  go(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
    const to = new URL(href, location.href);
    if (replace) history.replaceState(null, "", to);
    else if (to.href !== location.href) history.pushState(null, "", to);
    void this.show(to.href, { announce: true });
  }

  /** Shows the answer of an address of this page; what needs no new answer is drawn at once. */
  async show(
    href: string,
    { announce, anew = false }: { readonly announce: boolean; readonly anew?: boolean },
  ): Promise<void> {
    const to = new URL(href, location.href);
    const asked = readAsked(to.searchParams);
    if (pageOf(to.pathname) !== this.#view.page) return location.assign(to);
    this.#asking?.abort();
    if (!anew && sameAnswer(asked, this.#view.asked)) {
      this.#view = { ...this.#view, asked };
      return this.#redraw();
    }
    const asking = new AbortController();
    this.#asking = asking;
    const patience = setTimeout(() => this.#work(true), patienceMilliseconds);
    try {
      const answer = await fetch(to, { headers: { accept: "application/json" }, signal: asking.signal });
      const view: View = await answer.json();
      this.#view = view;
      if (announce) this.#announced = announcementOf(view);
    } catch {
      // Stopped, overtaken, or the server has gone: what is shown stays, and its address says what it is.
      if (!asking.signal.aborted) this.#announced = "The answer could not be fetched. Is the workbench still running?";
    } finally {
      clearTimeout(patience);
      if (this.#asking === asking) {
        this.#asking = null;
        this.#working = false;
        this.#redraw();
      }
    }
  }

  #work(working: boolean): void {
    this.#working = working;
    this.#redraw();
  }

  #stop(): void {
    this.#asking?.abort();
  }

  /** The folder changed, or the connection is new: ask again when this page is older. */
  onVersion(version: number): void {
    if (version !== this.#view.version) void this.show(location.href, { announce: true, anew: true });
  }

  onClick(event: MouseEvent): void {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || link.hasAttribute("download") || link.target !== "" || link.origin !== location.origin) return;
    const isHere = link.pathname === location.pathname && pageOf(link.pathname) !== null;
    if (!isHere || link.hash !== "") return;
    event.preventDefault();
    this.go(link.href);
  }
}

function Working({ stop }: { readonly stop: () => void }) {
  return (
    <p className="working">
      Working out the answer …{" "}
      <button type="button" className="link" onClick={stop}>
        Stop
      </button>
    </p>
  );
}
