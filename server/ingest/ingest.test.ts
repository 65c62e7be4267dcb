import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Indicator } from "../../model/indicator.ts";
import { SAMPLE_PROBLEMS, type SampleProblem } from "../../model/problem.ts";
import { createIngest, type KnownPlace, type SampleReceipt } from "./index.ts";

const NOW = Date.parse("2026-03-01T08:00:00+08:00");
const base = { title: { zh: "", en: "" }, definition: "", cadenceMs: 60_000, worse: "higher", class: "open", owner: "", source: "", version: 1 } as const;
const indicators: Indicator[] = [
  { ...base, id: "outage", unit: "户", decimals: 0, leaf: "town", rollup: "sum", range: [0, 1e7] },
  { ...base, id: "stage", unit: "m", decimals: 2, leaf: "site", siteKind: "gauge", rollup: "max", range: [-10, 50] },
  { ...base, id: "temp", unit: "℃", unitCode: "Cel", decimals: 1, leaf: "site", rollup: "max", range: [-20, 50] },
  { ...base, id: "closed", unit: "%", decimals: 1, leaf: "town", rollup: "ratio", range: [0, 100], numerator: "办结", denominator: "上报" },
];
const places: Record<string, KnownPlace> = {
  "440103001": { level: "town", region: "440103001" },
  "440103": { level: "county", region: "440103" },
  "440200001": { level: "town", region: "440200001" },
  "gauge-1": { level: "site", siteKind: "gauge", region: "440103001" },
  "station-1": { level: "site", siteKind: "weather", region: "440103" },
};
const source = { id: "src", region: "4401", mayAbout: (p: string) => !p.startsWith("4402") };
const good = { indicator: "outage", place: "440103001", observedAt: "2026-03-01T07:59:00+08:00", value: 12 };

function house(ratePerSecond?: number) {
  const clock = new ManualClock(NOW);
  return {
    clock,
    ingest: createIngest({
      indicator: (id) => indicators.find((i) => i.id === id),
      place: (id) => (Object.hasOwn(places, id) ? places[id] : undefined),
      clock,
      ...(ratePerSecond ? { ratePerSecond } : {}),
    }),
  };
}
const codeOf = (item: unknown): SampleProblem | "accepted" => {
  const decoded = house().ingest.decode(item, 0, source);
  return decoded.ok ? "accepted" : decoded.code;
};
async function* chunked(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
const none = () => Promise.resolve({ duplicates: 0 });
const balances = (r: SampleReceipt) => expect(r.received).toBe(r.accepted + r.rejected + r.quarantined);

describe("a sample is judged by itself", () => {
  test("a plain sample is accepted with the time it was received", () => {
    const decoded = house().ingest.decode(good, 0, source);
    expect(decoded).toEqual({ ok: true, reading: { indicator: "outage", place: "440103001", observedAt: NOW - 60_000, receivedAt: NOW, value: 12, quality: "good" } });
  });
  test.each([null, "12", true, [12], {}, undefined, Number.NaN, Number.POSITIVE_INFINITY, JSON.parse("1e400") as number, JSON.parse('"1e5"') as string])("%j is not a number, and never 0", (value) => {
    expect(codeOf({ ...good, value })).toBe("not_a_number");
  });
  test("a sample without a value is not a number", () => {
    const { value: _, ...without } = good;
    expect(codeOf(without)).toBe("not_a_number");
  });
  test.each([null, 42, "x", [good], true])("%j is no sample at all", (item) => {
    expect(codeOf(item)).toBe("bad_line");
  });
  test.each(["2026-02-30T00:00:00Z", "2026-03-01", "2026-03-01T07:00:00", "yesterday", 0, null, NOW, "2026-03-01T24:00:00Z", undefined])("%j is no time", (observedAt) => {
    expect(codeOf({ ...good, observedAt })).toBe("bad_time");
  });
  test("more than two minutes ahead of the server is kept aside, two minutes are not", () => {
    expect(codeOf({ ...good, observedAt: "2026-03-01T08:02:00+08:00" })).toBe("accepted");
    expect(codeOf({ ...good, observedAt: "2026-03-01T08:02:01+08:00" })).toBe("future_time");
    expect(codeOf({ ...good, observedAt: "9999-01-01T00:00:00Z" })).toBe("future_time");
  });
  test.each(["1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "1970-01-01T08:12:00+08:00"])("%s, as a clock tells that was never set, is kept aside", (observedAt) => {
    expect(codeOf({ ...good, observedAt })).toBe("out_of_range");
    expect(codeOf({ ...good, observedAt: "1971-01-01T00:00:00Z" })).toBe("accepted");
  });
  test("a region above or below the leaf level is refused, a site of another kind too", () => {
    expect(codeOf({ ...good, place: "440103" })).toBe("wrong_level");
    expect(codeOf({ ...good, indicator: "stage", place: "440103001", value: 1 })).toBe("wrong_level");
    expect(codeOf({ ...good, indicator: "stage", place: "station-1", value: 1 })).toBe("wrong_level");
    expect(codeOf({ ...good, indicator: "stage", place: "gauge-1", value: 1 })).toBe("accepted");
    expect(codeOf({ ...good, indicator: "temp", place: "station-1", value: 1 })).toBe("accepted");
    expect(codeOf({ ...good, place: "gauge-1" })).toBe("accepted");
  });
  test("a unit that is named must be the indicator's, in either spelling", () => {
    const temp = { ...good, indicator: "temp", place: "station-1", value: 30 };
    expect(codeOf({ ...temp, unit: "℃" })).toBe("accepted");
    expect(codeOf({ ...temp, unit: "Cel" })).toBe("accepted");
    expect(codeOf({ ...temp, unit: "F" })).toBe("wrong_unit");
    expect(codeOf({ ...temp, unit: null })).toBe("wrong_unit");
  });
  test("a ratio comes with its parts, and its value is computed from them", () => {
    const ratio = { ...good, indicator: "closed" };
    expect(codeOf({ ...ratio, value: 95 })).toBe("need_parts");
    expect(codeOf({ ...ratio, value: undefined, num: 1 })).toBe("not_a_number");
    const { value: _, ...parts } = ratio;
    expect(codeOf({ ...parts, num: 1 })).toBe("need_parts");
    expect(codeOf({ ...parts, num: 0, den: 0 })).toBe("need_parts");
    expect(codeOf({ ...parts, num: "1", den: 2 })).toBe("not_a_number");
    expect(codeOf({ ...parts, num: 3, den: 2 })).toBe("out_of_range");
    expect(codeOf({ ...parts, num: 19, den: 20, value: 12 })).toBe("out_of_range");
    expect(codeOf({ ...parts, num: 19, den: 20, value: 95 })).toBe("accepted");
    const decoded = house().ingest.decode({ ...parts, num: 19, den: 20 }, 0, source);
    expect(decoded.ok && decoded.reading).toMatchObject({ value: 95, num: 19, den: 20 });
  });
  test("fields that nobody knows are refused, also those that a prototype would hide", () => {
    expect(codeOf({ ...good, valeu: 3 })).toBe("extra_field");
    expect(codeOf(JSON.parse('{"indicator":"outage","place":"440103001","observedAt":"2026-03-01T07:59:00+08:00","value":1,"__proto__":{"value":2}}'))).toBe("extra_field");
    expect(codeOf({ ...good, num: 1, den: 2 })).toBe("extra_field");
    expect(codeOf({ ...good, quality: "great" })).toBe("bad_line");
    expect(codeOf({ ...good, quality: 1 })).toBe("bad_line");
    expect(codeOf({ ...good, seq: -1 })).toBe("bad_line");
    expect(codeOf({ ...good, seq: "4" })).toBe("not_a_number");
    expect(codeOf({ ...good, seq: 4, quality: "estimated" })).toBe("accepted");
  });
  test("an unknown indicator is refused, an unknown place kept aside", () => {
    expect(codeOf({ ...good, indicator: "outages" })).toBe("unknown_indicator");
    expect(codeOf({ ...good, indicator: "__proto__" })).toBe("unknown_indicator");
    expect(codeOf({ ...good, place: "449999999" })).toBe("unknown_place");
    expect(codeOf({ ...good, place: 440103001 })).toBe("unknown_place");
  });
  test("a source speaks for its own region only", () => {
    expect(codeOf({ ...good, place: "440200001" })).toBe("not_yours");
  });
  test("what is not possible is kept aside, with the reason", () => {
    const { ingest } = house();
    const { receipt } = ingest.accept([{ ...good, value: -1 }, { ...good, value: 2e7 }, good], source);
    expect(receipt).toMatchObject({ received: 3, accepted: 1, rejected: 0, quarantined: 2 });
    expect(ingest.quarantine().map((q) => [q.code, q.place, q.source])).toEqual([["out_of_range", "440103001", "src"], ["out_of_range", "440103001", "src"]]);
  });
  test("of a giant that is kept aside only the beginning is kept, and marked so; each has its running number", () => {
    const { ingest } = house();
    ingest.accept([{ ...good, place: "华".repeat(50_000) }, { ...good, value: -1 }], source);
    const [giant, small] = ingest.quarantine();
    expect(giant).toMatchObject({ n: 1, code: "unknown_place", item: expect.stringMatching(/^\{"indicator":"outage".*华$/), cutFrom: expect.any(Number) });
    expect(giant!.cutFrom).toBeGreaterThan(150_000);
    expect(Buffer.byteLength(JSON.stringify(giant))).toBeLessThan(6_000);
    expect(small).toMatchObject({ n: 2, item: { ...good, value: -1 } });
    expect(small).not.toHaveProperty("cutFrom");
  });
  test("a source that floods is kept aside until it slows down, and others are not", () => {
    const { ingest, clock } = house(10);
    const { receipt } = ingest.accept(Array.from({ length: 400 }, () => good), source);
    expect(receipt).toMatchObject({ accepted: 300, quarantined: 100 });
    expect(receipt.problems[0]).toMatchObject({ index: 300, code: "source_flood" });
    expect(ingest.decode(good, 0, { ...source, id: "other" }).ok).toBe(true);
    clock.advance(1_100);
    expect(ingest.decode(good, 0, source).ok).toBe(true);
  });
  test("minus zero is zero", () => {
    const decoded = house().ingest.decode({ ...good, value: -0 }, 0, source);
    expect(decoded.ok && Object.is(decoded.reading.value, 0)).toBe(true);
  });
});

describe("counts balance", () => {
  test("whatever is sent, received = accepted + rejected + quarantined, and only the first hundred problems are told", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(good), fc.constant({ ...good, place: "nowhere" })), { maxLength: 300 }), (items) => {
        const { receipt, readings } = house().ingest.accept(items, source);
        balances(receipt);
        expect(receipt.received).toBe(items.length);
        expect(readings).toHaveLength(receipt.accepted);
        expect(receipt.problems).toHaveLength(Math.min(100, receipt.rejected + receipt.quarantined));
        for (const p of receipt.problems) expect(SAMPLE_PROBLEMS[p.code]).toBeDefined();
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

describe("streams", () => {
  test("a line that names a key twice is refused alone, also when one is escaped", async () => {
    const line = JSON.stringify(good);
    const receipt = await house().ingest.ndjson(chunked([line, line.replace("{", '{"v\\u0061lue":7,'), line].join("\n")), source, none);
    expect(receipt).toMatchObject({ received: 3, accepted: 2, rejected: 1, problems: [{ index: 1, code: "bad_line", message: expect.stringContaining('Key "value" stands twice') }] });
  });
  test("NDJSON is judged line by line, whatever the chunks", async () => {
    const text = `\uFEFF${JSON.stringify(good)}\r\n\n{"indicator":\n${JSON.stringify({ ...good, value: null })}\n${JSON.stringify({ ...good, value: 1e5 })}`;
    for (const size of [1, 7, 1000]) {
      const taken: unknown[] = [];
      const receipt = await house().ingest.ndjson(chunked(text, size), source, (readings) => {
        taken.push(...readings);
        return Promise.resolve({ duplicates: 1 });
      });
      balances(receipt);
      expect(receipt).toMatchObject({ received: 4, accepted: 2, rejected: 2, quarantined: 0 });
      expect(receipt.problems.map((p) => [p.index, p.code])).toEqual([[1, "bad_line"], [2, "not_a_number"]]);
      expect(taken).toHaveLength(2);
    }
  });
  test("a line over 4 KB is one bad line and the next is read", async () => {
    const fit = `{"indicator":"${"x".repeat(4_096 - 16)}"}`;
    expect(fit).toHaveLength(4_096);
    const text = `${fit}\n${"x".repeat(5_000)}\n${JSON.stringify(good)}\n${"y".repeat(100_000)}`;
    for (const size of [50, 4_096, 1_000_000]) {
      const receipt = await house().ingest.ndjson(chunked(text, size), source, none);
      expect(receipt.problems.map((p) => p.code)).toEqual(["unknown_indicator", "bad_line", "bad_line"]);
      expect(receipt.accepted).toBe(1);
    }
  });
  test("a line that is not UTF-8 is a bad line", async () => {
    const receipt = await house().ingest.ndjson(chunked(Uint8Array.of(0xff, 0xfe, 10)), source, none);
    expect(receipt.problems.map((p) => p.code)).toEqual(["bad_line"]);
  });
  test("CSV gives the same verdicts as JSON", async () => {
    const at = good.observedAt;
    const text = `indicator,place,observedAt,value,unit\noutage,440103001,${at},12,户\noutage,440103001,${at},,\noutage,440103001,${at},1e400,\noutage,440103001,${at},0x10,\n"outage",440103001,${at},"13",户\noutage,440103001,${at}\noutage,"440103001,${at},1,\n`;
    const taken: number[] = [];
    const receipt = await house().ingest.csv(chunked(text), source, (readings) => {
      taken.push(...readings.map((r) => r.value));
      return Promise.resolve({ duplicates: 0 });
    });
    expect(receipt.problems.map((p) => [p.index, p.code])).toEqual([[1, "not_a_number"], [2, "not_a_number"], [3, "not_a_number"], [5, "bad_line"], [6, "bad_line"]]);
    expect(taken).toEqual([12, 13]);
  });
  test("CSV without a header is refused as a whole; a foreign column is an extra field", async () => {
    await expect(house().ingest.csv(chunked("outage,440103001,x,12\n"), source, none)).rejects.toThrow(/must name its columns/);
    const receipt = await house().ingest.csv(chunked(`indicator,place,observedAt,value,__proto__\noutage,440103001,${good.observedAt},1,2\n`), source, none);
    expect(receipt.problems.map((p) => p.code)).toEqual(["extra_field"]);
  });
});
