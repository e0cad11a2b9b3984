import type { InstrumentProvision } from "../../instrument.ts";

/** The parts of a document in its order. Put one after the other they are the provisions again. */
export interface Zones {
  /** Headings and notes that open the text and hold nothing. */
  readonly preface: readonly InstrumentProvision[];
  readonly preamble: readonly InstrumentProvision[];
  readonly body: readonly InstrumentProvision[];
  readonly conclusions: readonly InstrumentProvision[];
  /** Annexes with a heading, at the end. */
  readonly attachments: readonly InstrumentProvision[];
}

/**
 * Sorts the outermost provisions by where the standard has room for them. Only stretches at the beginning and the end
 * leave the body, so that the order is kept; what has a shape that its zone cannot hold stays in the body.
 */
export function zonesOf(provisions: readonly InstrumentProvision[]): Zones {
  let at = 0;
  const takeWhile = (fits: (provision: InstrumentProvision) => boolean): readonly InstrumentProvision[] => {
    const start = at;
    for (let next = provisions[at]; next !== undefined && fits(next); next = provisions[at]) at += 1;
    return provisions.slice(start, at);
  };
  const preface = takeWhile(opensText);
  const preamble = takeWhile(isPreambular);
  let end = provisions.length;
  const takeBack = (fits: (provision: InstrumentProvision) => boolean): readonly InstrumentProvision[] => {
    const stop = end;
    for (let last = provisions[end - 1]; end > at && last !== undefined && fits(last); last = provisions[end - 1]) {
      end -= 1;
    }
    return provisions.slice(end, stop);
  };
  const attachments = takeBack(({ kind, heading }) => kind === "annex" && heading);
  const conclusions = takeBack((provision) => provision.kind === "signature" && isPlainBlock(provision));
  return { preface, preamble, body: provisions.slice(at, end), conclusions, attachments };
}

/** One paragraph without number. */
function isPlainBlock({ number, heading, children }: InstrumentProvision): boolean {
  return number === null && !heading && children.length === 0;
}

function opensText(provision: InstrumentProvision): boolean {
  if (provision.kind === "note") return isPlainBlock(provision);
  const { kind, heading, number, children } = provision;
  return kind === "heading" && heading && number === null && children.length === 0;
}

function isPreambular(provision: InstrumentProvision): boolean {
  if (provision.kind === "note") return isPlainBlock(provision);
  if (isRecital(provision)) return true;
  const { kind, heading, children } = provision;
  return (kind === "heading" || kind === "part") && heading && children.length > 0 && children.every(isRecital);
}

function isRecital({ kind, heading, children }: InstrumentProvision): boolean {
  return kind === "preamble" && !heading && children.length === 0;
}
