import type { Indicator } from "../../model/indicator.ts";
import { FASTEST_MS, READINGS_A_CALL, SLOWEST_MS, type PackReading, type PackTells } from "../../model/pack-feed.ts";
import type { PlaceId } from "../../model/sample.ts";

/** A message of the thread, or in words what is wrong with it. */
export type Answer =
  | { readonly kind: "opened"; readonly call: number; readonly everyMs: number; readonly tells: readonly PackTells[] }
  | { readonly kind: "read"; readonly call: number; readonly readings: readonly PlacedReading[]; readonly beyond: number }
  | { readonly kind: "failed"; readonly call: number; readonly fault: "throw" | "nonsense"; readonly words: string }
  | { readonly kind: "heap"; readonly call: number; readonly used: number; readonly kept: number | null }
  | { readonly kind: "stray"; readonly topic: string | null; readonly words: string };
export interface PlacedReading extends PackReading {
  readonly place: PlaceId;
}

/** What a pack may speak of. */
export interface Bounds {
  /** An indicator of its own, by id. */
  indicator(id: string): Indicator | undefined;
  /** True where the pack tells of it there. */
  tells(indicator: string, place: PlaceId): boolean;
}

type Message = Readonly<Record<string, unknown>>;
const LONGEST_WORDS = 300;
/** Written of an untrusted text: one line, of bounded length. */
const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? "nothing";
const isObject = (value: unknown): value is Message => typeof value === "object" && value !== null && !Array.isArray(value);
const words = (value: unknown): string => (typeof value === "string" ? value.slice(0, LONGEST_WORDS) : "without words");

/** Decodes what came from the thread: nothing is coerced, nothing guessed. @returns text when it is nothing that the host knows */
export function decodeAnswer(message: unknown, bounds: Bounds): Answer | string {
  if (!isObject(message)) return `message is ${show(message)}; expected an object.`;
  const { kind, call } = message;
  if (kind === "stray") return { kind, topic: typeof message.topic === "string" ? message.topic : null, words: words(message.words) };
  if (!Number.isSafeInteger(call)) return `call is ${show(call)}; expected a whole number.`;
  const base = { call: call as number };
  const nonsense = (what: string): Answer => ({ kind: "failed", ...base, fault: "nonsense", words: what });
  switch (kind) {
    case "opened": {
      const feed = readFeed(message, bounds);
      return typeof feed === "string" ? nonsense(feed) : { kind, ...base, ...feed };
    }
    case "read": {
      const { readings, beyond } = message;
      if (!Array.isArray(readings) || readings.length > READINGS_A_CALL) return nonsense(`readings are ${Array.isArray(readings) ? readings.length : show(readings)}; expected at most ${READINGS_A_CALL}.`);
      if (typeof beyond !== "number" || !(beyond >= 0)) return nonsense(`beyond is ${show(beyond)}; expected a number from 0.`);
      const placed: PlacedReading[] = [];
      for (const [i, each] of readings.entries()) {
        const reading = readReading(each, bounds);
        if (typeof reading === "string") return nonsense(`Reading ${i}: ${reading}`);
        placed.push(reading);
      }
      return { kind, ...base, readings: placed, beyond };
    }
    case "failed":
      return { kind, ...base, fault: message.fault === "throw" ? "throw" : "nonsense", words: words(message.words) };
    case "heap": {
      const { used, kept } = message;
      if (typeof used !== "number" || !(used >= 0) || (kept !== null && !Number.isFinite(kept))) return `heap is ${show(used)}, kept ${show(kept)}; expected numbers.`;
      return { kind, ...base, used, kept: kept as number | null };
    }
    default:
      return `kind is ${show(kind)}, which the host does not know.`;
  }
}

function readFeed({ strange, everyMs, hasCode, tells }: Message, bounds: Bounds): { everyMs: number; tells: PackTells[] } | string {
  if (strange !== undefined) return `feed.ts exports ${show(strange)} by default; expected {everyMs, tells, feed}.`;
  if (!Number.isSafeInteger(everyMs) || (everyMs as number) < FASTEST_MS || (everyMs as number) > SLOWEST_MS) return `everyMs is ${show(everyMs)}; expected a whole number of ms from ${FASTEST_MS} to ${SLOWEST_MS}.`;
  if (hasCode !== true) return "feed is no function.";
  if (!Array.isArray(tells) || tells.length === 0) return `tells is ${show(tells)}; expected which indicators are told at which level.`;
  const out: PackTells[] = [];
  for (const each of tells as unknown[]) {
    const { indicator: id, level } = isObject(each) ? each : {};
    const indicator = typeof id === "string" ? bounds.indicator(id) : undefined;
    if (!indicator) return `tells ${show(id)}, which is no indicator of this pack.`;
    if (level !== indicator.leaf) return `${indicator.id} is told at level ${show(level)}; its leaf is ${indicator.leaf}, and parents are added up by the house.`;
    if (out.some((other) => other.indicator === indicator.id)) return `${indicator.id} is told twice.`;
    out.push({ indicator: indicator.id, level: indicator.leaf });
  }
  return { everyMs: everyMs as number, tells: out };
}

/** The last instant that a date can name. */
const LATEST = 8.64e15;
const PARTS = ["value", "num", "den", "weight", "observedAt"] as const;
function readReading(item: unknown, bounds: Bounds): PlacedReading | string {
  if (!isObject(item) || item.strange !== undefined) return `it is ${show(isObject(item) ? item.strange : item)}; expected an object {indicator, value | num+den}.`;
  const { indicator: id, place, extra, quality } = item;
  if (extra !== undefined) return `field ${show(extra)} is not known.`;
  if (typeof place !== "string" || typeof id !== "string" || !bounds.tells(id, place)) return `it speaks of ${show(id)} at ${show(place)}, of which this pack does not tell.`;
  const parts: Partial<Record<(typeof PARTS)[number], number>> = {};
  for (const part of PARTS) {
    const number = item[part];
    if (number === undefined) continue;
    if (typeof number !== "number" || !Number.isFinite(number)) return `${part} of ${id} at ${place} is ${show(typeof number === "number" ? String(number) : number)}; expected a finite number.`;
    parts[part] = number;
  }
  const { observedAt } = parts;
  if (observedAt !== undefined && !(Number.isSafeInteger(observedAt) && observedAt >= 0 && observedAt <= LATEST)) return `observedAt of ${id} at ${place} is ${observedAt}; expected whole ms since 1970.`;
  if (quality !== undefined && quality !== "suspect") return `quality of ${id} at ${place} is ${show(quality)}; what is computed may be called "suspect", and nothing better.`;
  return { indicator: id, place, ...parts, ...(quality !== undefined && { quality }) };
}
