/** Moves by keyboard. Keys typed into a field stay with the field; those with a modifier stay with the browser. */
export function actOnKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.getAttribute("role") === "switch" && event.key === " ") {
    event.preventDefault();
    target.click();
    return;
  }
  if (target !== null && (target.matches("input, select, textarea") || target.isContentEditable)) return;
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

const acts: Readonly<Record<string, (() => void) | undefined>> = {
  j: () => move(1),
  k: () => move(-1),
  "/": () => focusOn(document.querySelector<HTMLElement>("[data-find]")),
  "[": () => document.querySelector<HTMLElement>(".step[href][title^='Previous']")?.click(),
  "]": () => document.querySelector<HTMLElement>(".step[href][title^='Next']")?.click(),
  "?": () => document.getElementById("keys")?.togglePopover(),
};

/** Where the last move ended, for when the focus has since been elsewhere. */
let last: Element | null = null;

/** To the next or the previous place worth stopping at: a bracket, a conflict, an unknown. It goes round at the ends. */
function move(step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>("[data-stop]")];
  if (stops.length === 0) return;
  const here = document.activeElement?.closest("[data-stop]") ?? last;
  const at = here instanceof HTMLElement ? stops.indexOf(here) : -1;
  const next = at < 0 ? (step === 1 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length;
  const stop = stops[next];
  last = stop ?? null;
  focusOn(stop ?? null);
}

function focusOn(element: HTMLElement | null): void {
  if (element === null) return;
  element.focus({ preventScroll: true });
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({
    block: element.clientHeight > innerHeight / 2 ? "start" : "center",
    behavior: smooth ? "smooth" : "auto",
  });
}
