import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromScaled } from "../decimal.ts";
import { QUALITIES } from "../quality.ts";
import { Channel, Watch, WIRE_VERSION, WireError, decode, encode, type CellFrame, type Frame, type FrameCell, type RecordFrame } from "./index.ts";

const head = {
  id: fc.nat(), epoch: fc.maxSafeNat(), seq: fc.nat(), kind: fc.constantFrom("snapshot" as const, "delta" as const), tick: fc.nat(),
  at: fc.integer({ min: 0, max: 4e12 }), simAt: fc.integer({ min: -1e12, max: 4e12 }), applyAt: fc.integer({ min: 0, max: 4e12 }),
};
const cell = (place: fc.Arbitrary<string>, decimals: number): fc.Arbitrary<FrameCell> =>
  fc.record({
    place,
    value: fc.option(fc.oneof(decimals === 0 ? fc.maxSafeInteger() : fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), fc.integer(), fc.constant(0)).map((n) => fromScaled(n, decimals) + 0), { nil: null }),
    observedAt: fc.option(fc.integer({ min: -1e12, max: 4e12 }), { nil: null }),
    state: fc.constantFrom(null, "down" as const, "never" as const, "withheld" as const),
    tainted: fc.boolean(),
    quality: fc.constantFrom(...QUALITIES),
    have: fc.nat({ max: 30_000 }),
    of: fc.nat({ max: 30_000 }),
  });
const digits = fc.constantFrom(2, 4, 6, 9, 12);
const cellFrame: fc.Arbitrary<CellFrame> = fc.tuple(fc.integer({ min: 0, max: 4 }), digits, fc.boolean()).chain(([decimals, length, sites]) =>
  fc.record({
    ...head,
    body: fc.constant("cells" as const),
    decimals: fc.constant(decimals),
    cells: sites
      ? fc.array(cell(fc.string({ minLength: 1, maxLength: 12 }), decimals), { maxLength: 12 })
      : fc
          .uniqueArray(cell(fc.nat({ max: 10 ** Math.min(length, 9) - 1 }).map((n) => String(n).padStart(length, "4")), decimals), { maxLength: 12, selector: (c) => c.place })
          .map((cells) => cells.sort((a, b) => (a.place < b.place ? -1 : 1))),
  }),
);
const recordFrame: fc.Arbitrary<RecordFrame> = fc.record({
  ...head,
  body: fc.constant("records" as const),
  records: fc.array(fc.record({ id: fc.string(), record: fc.option(fc.jsonValue({ maxDepth: 2 }).map((v) => JSON.parse(JSON.stringify(v)) as unknown), { nil: null }) }), { maxLength: 8 }),
});
const frame: fc.Arbitrary<Frame> = fc.oneof(cellFrame, recordFrame);

const county: FrameCell = { place: "440103", value: 12.3, observedAt: 1_443_900_000_000, state: null, tainted: false, quality: "good", have: 1, of: 1 };
const golden: CellFrame = {
  id: 7, epoch: 3, seq: 9, kind: "delta", tick: 41, at: 1_443_900_001_000, simAt: 1_443_900_000_500, applyAt: 1_443_900_001_100, body: "cells", decimals: 1,
  cells: [county, { ...county, place: "440104", value: null, observedAt: null, state: "never", have: 0 }, { ...county, place: "440105", value: -0.5, tainted: true, quality: "suspect", have: 3, of: 4 }],
};
const goldenSites: CellFrame = { ...golden, kind: "snapshot", cells: [{ ...county, place: "gauge:石角", state: "down" }, { ...county, place: "a", state: "withheld", value: null }] };
const goldenRecords: RecordFrame = { id: 1, epoch: 1, seq: 1, kind: "snapshot", tick: 0, at: 1, simAt: 2, applyAt: 3, body: "records", records: [{ id: "alr-1", record: { severity: 1 } }, { id: "alr-2", record: null }] };

describe("the wire", () => {
  test("every frame arrives as it was sent, exact at the precision that may be shown", () => {
    fc.assert(fc.property(frame, (f) => {
      expect(decode(encode(f))).toEqual(f);
    }), { numRuns: 300, endOnFailure: true });
  });
  test("a value beyond the shown precision arrives rounded, a missing one never as 0", () => {
    const back = decode(encode({ ...golden, cells: [{ ...county, value: 12.345_678 }, { ...county, place: "440104", value: null }] })) as CellFrame;
    expect(back.cells.map((c) => c.value)).toEqual([12.3, null]);
  });
  test("a frame that was cut off anywhere is refused", () => {
    for (const f of [golden, goldenSites, goldenRecords]) {
      const bytes = encode(f);
      for (let length = 0; length < bytes.length; length++) expect(() => decode(bytes.subarray(0, length))).toThrow(WireError);
    }
    fc.assert(fc.property(frame, fc.nat(), (f, n) => {
      const bytes = encode(f);
      expect(() => decode(bytes.subarray(0, n % bytes.length))).toThrow(WireError);
    }), { endOnFailure: true });
  });
  test("bytes behind the end are refused", () => {
    expect(() => decode(Uint8Array.of(...encode(golden), 0))).toThrow(/follow the end/);
  });
  test("a frame of another version is refused and says what to do", () => {
    const bytes = encode(golden);
    bytes[0] = WIRE_VERSION + 1;
    expect(() => decode(bytes)).toThrow(`version ${WIRE_VERSION + 1}; this side speaks ${WIRE_VERSION}. Load the page again`);
  });
  test("a frame with any byte changed is refused, or read as a whole frame", () => {
    fc.assert(
      fc.property(frame, fc.nat(), fc.integer({ min: 1, max: 255 }), (f, at, flip) => {
        const bytes = encode(f);
        bytes[at % bytes.length]! ^= flip;
        let read: Frame;
        try {
          read = decode(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          return;
        }
        expect(Number.isSafeInteger(read.seq) && Number.isSafeInteger(read.epoch)).toBe(true);
        if (read.body === "records") for (const r of read.records) expect(typeof r.id).toBe("string");
        else for (const c of read.cells) expect(QUALITIES.includes(c.quality) && (c.value === null || Number.isFinite(c.value)) && c.place.length > 0 && c.have >= 0 && c.of >= 0).toBe(true);
      }),
      { numRuns: 500, endOnFailure: true },
    );
  });
  test("random bytes never hang, never claim memory and never come out as half a frame", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        decode(Uint8Array.of(WIRE_VERSION, ...bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(WireError);
      }
    }), { endOnFailure: true });
  });
  test("what cannot be carried exactly is not sent at all", () => {
    expect(() => encode({ ...golden, cells: [{ ...county, value: Number.NaN }] })).toThrow(/440103 is NaN/);
    expect(() => encode({ ...golden, cells: [{ ...county, value: 2 ** 53 }] })).toThrow(/440103/);
  });
  test("a changed wire asks for a new version and one line of history in docs/spec/wire.md", () => {
    const truth = JSON.stringify([Channel, Watch, QUALITIES, [golden, goldenSites, goldenRecords].map((f) => Buffer.from(encode(f)).toString("hex"))]);
    const events = readFileSync(new URL("./events.ts", import.meta.url), "utf8").replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, "");
    const hash = createHash("sha256").update(truth).update(events).digest("hex").slice(0, 16);
    const history = readFileSync(new URL("../../docs/spec/wire.md", import.meta.url), "utf8");
    expect(history, `The wire has changed: raise WIRE_VERSION in model/wire/frame.ts and add the line "| ${WIRE_VERSION + 1} | ${hash} | what changed |" to docs/spec/wire.md.`).toContain(`| ${WIRE_VERSION} | ${hash} |`);
  });
});
