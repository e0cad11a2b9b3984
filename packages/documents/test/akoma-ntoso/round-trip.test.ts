import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAkomaNtoso, writeAkomaNtoso } from "../../src/akoma-ntoso.ts";
import type { Instrument } from "../../src/instrument.ts";
import { instruments, usualInstruments } from "./arbitrary-instruments.ts";

const encoder = new TextEncoder();

function thereAndBack(instrument: Instrument): unknown {
  return readAkomaNtoso("draft.xml", encoder.encode(writeAkomaNtoso(instrument)));
}

describe("there and back", () => {
  it("AKN-01 reads any instrument back as it was written, with nothing lost", () => {
    fc.assert(
      fc.property(instruments, (instrument) => {
        expect(thereAndBack(instrument)).toEqual({ ok: true, instrument, losses: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("AKN-01 reads instruments in the usual order back as well", () => {
    fc.assert(
      fc.property(usualInstruments, (instrument) => {
        expect(thereAndBack(instrument)).toEqual({ ok: true, instrument, losses: [] });
      }),
      { numRuns: 300 },
    );
  });
});
