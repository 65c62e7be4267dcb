import type { Clock } from "../../model/ports.ts";
import { AmbiguousItem } from "../../model/ambiguous-item.ts";
import { SAMPLE_PROBLEMS } from "../../model/problem.ts";
import { repeatedKeys } from "../../model/repeated-keys.ts";
import type { Reading } from "../../model/sample.ts";
import { formatTime } from "../../model/time.ts";
import { TokenBucket } from "../../model/token-bucket.ts";
import { csvFields, csvHeader, csvItem } from "./csv.ts";
import { decodeSample } from "./decode.ts";
import { LINE_BYTES, linesOf, type Line } from "./lines.ts";
import type { Decoded, Dictionary, Quarantined, SampleReceipt, SampleSource } from "./needs.ts";
import { keptOf } from "./kept.ts";
import { Tally } from "./receipt.ts";

export type { Decoded, Dictionary, ItemProblem, KnownPlace, Quarantined, SampleReceipt, SampleSource } from "./needs.ts";

export { AHEAD_MS, decodeSample } from "./decode.ts";

/** What takes decoded readings on: the series. Resolves when there is room for more. */
export type Take = (readings: readonly Reading[]) => Promise<{ readonly duplicates: number }>;

export interface Ingest {
  /** One decoder for JSON, NDJSON and CSV. */
  decode(item: unknown, index: number, source: SampleSource): Decoded;
  /** Items of one body; `duplicates` is 0 until the series has seen the readings. */
  accept(items: Iterable<unknown>, source: SampleSource): { readonly receipt: SampleReceipt; readonly readings: Reading[] };
  ndjson(chunks: AsyncIterable<Uint8Array>, source: SampleSource, take: Take): Promise<SampleReceipt>;
  /** @throws Problem bad_request when the first line is no header */
  csv(chunks: AsyncIterable<Uint8Array>, source: SampleSource, take: Take): Promise<SampleReceipt>;
  /** The latest 1,000, newest last. */
  quarantine(): readonly Quarantined[];
}

/** A source may send a whole province at once, but not for ever. */
const RATE = 10_000;
const BURST_SECONDS = 30;
const KEPT_ASIDE = 1_000;
/** No place has a longer id. */
const LONGEST_PLACE = 64;
const MOST_SOURCES = 10_000;

/**
 * @param needs.ratePerSecond samples a second that one source may send for long; thirty seconds' worth at once
 */
export function createIngest(needs: Dictionary & { readonly clock: Clock; readonly ratePerSecond?: number }): Ingest {
  const { clock, ratePerSecond = RATE } = needs;
  const buckets = new Map<string, TokenBucket>();
  const aside: Quarantined[] = [];
  let asideCount = 0;

  function mayFlow(source: SampleSource): boolean {
    let bucket = buckets.get(source.id);
    if (!bucket) {
      if (buckets.size >= MOST_SOURCES) buckets.delete(buckets.keys().next().value!);
      buckets.set(source.id, (bucket = new TokenBucket(ratePerSecond, ratePerSecond * BURST_SECONDS, clock.monotonic())));
    }
    return bucket.take(clock.monotonic());
  }
  function decode(item: unknown, _index: number, source: SampleSource): Decoded {
    const decoded = decodeSample(item, source, needs, clock.now());
    if (!decoded.ok || mayFlow(source)) return decoded;
    return { ok: false, code: "source_flood", message: `Source ${source.id} sends more than ${ratePerSecond} samples a second; kept aside. Send slower.` };
  }
  function keepAside(decoded: Extract<Decoded, { ok: false }>, item: unknown, source: SampleSource): void {
    const place = typeof item === "object" && item !== null && "place" in item && typeof item.place === "string" ? { place: item.place.slice(0, LONGEST_PLACE) } : {};
    aside.push({ n: ++asideCount, at: formatTime(clock.now()), source: source.id, ...place, code: decoded.code, message: decoded.message, ...keptOf(item) });
    if (aside.length > KEPT_ASIDE) aside.shift();
  }
  function judge(item: unknown, source: SampleSource, tally: Tally, readings: Reading[]): void {
    const decoded = decode(item, tally.next, source);
    if (decoded.ok) {
      tally.accept();
      readings.push(decoded.reading);
      return;
    }
    tally.refuse(decoded.code, decoded.message);
    if (SAMPLE_PROBLEMS[decoded.code] === "quarantined") keepAside(decoded, item, source);
  }
  async function stream(chunks: AsyncIterable<Uint8Array>, source: SampleSource, take: Take, parse: (line: Line) => { item: unknown } | string | undefined): Promise<SampleReceipt> {
    const tally = new Tally();
    for await (const lines of linesOf(chunks)) {
      const readings: Reading[] = [];
      for (const line of lines) {
        const parsed = parse(line);
        if (parsed === undefined) continue;
        if (typeof parsed === "string") tally.refuse("bad_line", parsed);
        else judge(parsed.item, source, tally, readings);
      }
      if (readings.length > 0) tally.repeat((await take(readings)).duplicates);
    }
    return tally.receipt();
  }

  return {
    decode,
    accept(items, source) {
      const tally = new Tally();
      const readings: Reading[] = [];
      for (const item of items) judge(item, source, tally, readings);
      return { receipt: tally.receipt(), readings };
    },
    ndjson: (chunks, source, take) =>
      stream(chunks, source, take, (line) => {
        if (line === null) return UNREADABLE;
        try {
          const item: unknown = JSON.parse(line);
          const [twice] = repeatedKeys(line);
          return { item: twice ? new AmbiguousItem(twice.key) : item };
        } catch {
          return `The line is not JSON: ${line.slice(0, 80)}`;
        }
      }),
    csv(chunks, source, take) {
      let columns: string[] | undefined;
      return stream(chunks, source, take, (line) => {
        if (!columns) {
          columns = csvHeader(line);
          return undefined;
        }
        if (line === null) return UNREADABLE;
        const fields = csvFields(line);
        if (fields?.length !== columns.length) return `The row has ${fields?.length ?? "unclosed quotes in its"} fields; the header names ${columns.length}.`;
        return { item: csvItem(columns, fields) };
      });
    },
    quarantine: () => aside,
  };
}
const UNREADABLE = `The line is longer than ${LINE_BYTES} bytes or not UTF-8.`;
