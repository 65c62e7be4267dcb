import { AmbiguousItem } from "../../model/ambiguous-item.ts";
import { atPrecision } from "../../model/decimal.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { SampleProblem } from "../../model/problem.ts";
import { QUALITIES, isQuality, type Quality } from "../../model/quality.ts";
import type { Reading } from "../../model/sample.ts";
import { formatTime, parseTime } from "../../model/time.ts";
import type { Decoded, Dictionary, KnownPlace, SampleSource } from "./needs.ts";

const FIELDS: ReadonlySet<string> = new Set(["indicator", "place", "observedAt", "value", "num", "den", "weight", "unit", "quality", "seq"]);
/** How far a source's clock may run ahead of ours (CONTRACT §4). */
export const AHEAD_MS = 120_000;
/** A clock that was never set counts on from 1970: nothing was observed before the end of that year. */
const CLOCK_UNSET_BEFORE = parseTime("1971-01-01T00:00:00Z")!;
/** Numerators, denominators and weights beyond it would not add up exactly over the province. */
const LARGEST_PART = 1e10;

type Item = Readonly<Record<string, unknown>>;
const no = (code: SampleProblem, message: string): Decoded => ({ ok: false, code, message });
const show = (value: unknown): string => {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/**
 * One item as a reading, or the first reason why not: what must be mended by the sender before what a person must judge.
 * The one decoder for JSON, NDJSON and CSV: nothing is coerced, nothing guessed.
 * @param now epoch ms at which it was received
 */
export function decodeSample(item: unknown, source: SampleSource, know: Dictionary, now: number): Decoded {
  if (item instanceof AmbiguousItem) return no("bad_line", `Key ${show(item.key)} stands twice in the sample; which value was meant cannot be known. Send it once.`);
  if (typeof item !== "object" || item === null || Array.isArray(item)) return no("bad_line", `A sample is ${show(item)}; expected an object {indicator, place, observedAt, value | num+den}.`);
  const it = item as Item;
  const extra = Object.keys(it).find((key) => !FIELDS.has(key));
  if (extra !== undefined) return no("extra_field", `Field ${show(extra)} is not known; expected only ${[...FIELDS].join(", ")}.`);
  const indicator = typeof it.indicator === "string" ? know.indicator(it.indicator) : undefined;
  if (!indicator) return no("unknown_indicator", `Indicator ${show(it.indicator)} is not in the catalogue; see GET /topics.`);
  const numbers = readNumbers(it, indicator);
  if ("ok" in numbers) return numbers;
  const observedAt = parseTime(it.observedAt);
  if (observedAt === null) return no("bad_time", `observedAt is ${show(it.observedAt)}; expected an RFC 3339 date-time with offset that exists in the calendar.`);
  const wrong = readUnit(it, indicator) ?? readLabels(it);
  if (wrong) return wrong;
  const place = typeof it.place === "string" ? know.place(it.place) : undefined;
  if (!place) return no("unknown_place", `Place ${show(it.place)} is neither a region code nor a site; kept aside.`);
  const id = it.place as string;
  if (!isLeaf(indicator, place))
    return no("wrong_level", `${indicator.id} is measured at ${leafWords(indicator)}; ${id} is ${place.level === "site" ? `a site of kind ${place.siteKind}` : `a ${place.level}`}. Parents are added up by the house.`);
  if (!source.mayAbout(id)) return no("not_yours", `Source ${source.id} speaks for region ${source.region}; ${id} lies outside it.`);
  if (observedAt > now + AHEAD_MS) return no("future_time", `observedAt ${formatTime(observedAt)} is more than 2 min ahead of the server (${formatTime(now)}); kept aside. Check the source's clock.`);
  if (observedAt < CLOCK_UNSET_BEFORE) return no("out_of_range", `observedAt ${formatTime(observedAt)} is what a clock tells that was never set; kept aside. Check the source's clock.`);
  const { value, num, den, weight } = numbers;
  const beyond = outOfRange(numbers, indicator);
  if (beyond) return no("out_of_range", beyond);
  const reading: Reading = {
    indicator: indicator.id, place: id, observedAt, receivedAt: now, value,
    ...(num === undefined ? {} : { num, den }),
    ...(weight === undefined ? {} : { weight }),
    quality: (it.quality as Quality | undefined) ?? "good",
  };
  return { ok: true, reading };
}

interface Numbers {
  readonly value: number;
  readonly num?: number;
  readonly den?: number;
  readonly weight?: number;
  /** What the sender computed of the parts itself, to be compared. */
  readonly stated?: number;
}

function readNumbers(it: Item, indicator: Indicator): Numbers | Decoded {
  const has = (key: string) => Object.hasOwn(it, key);
  for (const key of ["value", "num", "den", "weight"])
    if (has(key) && (typeof it[key] !== "number" || !Number.isFinite(it[key]))) return no("not_a_number", `${key} is ${show(it[key])}; expected a finite JSON number. Leave the sample out when there is no value.`);
  const part = (key: string) => (has(key) ? (it[key] as number) + 0 : undefined);
  const weight = part("weight");
  const weighted = weight === undefined ? {} : { weight };
  if (indicator.rollup !== "ratio") {
    if (has("num") || has("den")) return no("extra_field", `${indicator.id} is not a ratio; num and den say nothing of it. Send value.`);
    const value = part("value");
    return value === undefined ? no("not_a_number", `value is missing; ${indicator.id} needs a finite JSON number.`) : { value, ...weighted };
  }
  const num = part("num");
  const den = part("den");
  if (num === undefined || den === undefined || den <= 0)
    return no("need_parts", `${indicator.id} is a ratio: it needs num (${indicator.numerator ?? "numerator"}) and den (${indicator.denominator ?? "denominator"}) with den > 0, so that parents are Σnum/Σden.`);
  const stated = part("value");
  return { value: (num * (indicator.unit === "%" ? 100 : 1)) / den, num, den, ...weighted, ...(stated === undefined ? {} : { stated }) };
}

function outOfRange({ value, num = 0, den = 0, weight = 1, stated }: Numbers, indicator: Indicator): string | undefined {
  const [low, high] = indicator.range;
  if (value < low || value > high || Math.abs(value) > Number.MAX_SAFE_INTEGER) return `${indicator.id} is ${value}; possible are ${low} to ${high} ${indicator.unit}. Kept aside.`;
  const large = Object.entries({ num: Math.abs(num), den, weight }).find(([, part]) => part > LARGEST_PART)?.[0];
  if (large !== undefined) return `${large} is ${{ num, den, weight }[large]}; possible are sizes up to ${LARGEST_PART}. Kept aside.`;
  if (weight <= 0) return `weight is ${weight}; expected more than 0 and at most ${LARGEST_PART}. Kept aside.`;
  if (stated !== undefined && Math.abs(stated) < LARGEST_PART && Math.abs(atPrecision(stated, indicator.decimals) - atPrecision(value, indicator.decimals)) <= 1.5 * 10 ** -indicator.decimals) return undefined;
  return stated === undefined ? undefined : `value ${stated} is not what num and den give (${value}). Kept aside.`;
}

function readUnit(it: Item, indicator: Indicator): Decoded | undefined {
  if (!Object.hasOwn(it, "unit") || it.unit === indicator.unit || (indicator.unitCode !== undefined && it.unit === indicator.unitCode)) return undefined;
  return no("wrong_unit", `unit is ${show(it.unit)}; ${indicator.id} is in "${indicator.unit}". Convert before sending.`);
}

function readLabels(it: Item): Decoded | undefined {
  if (Object.hasOwn(it, "quality") && !isQuality(it.quality)) return no("bad_line", `quality is ${show(it.quality)}; expected one of ${QUALITIES.join(", ")}.`);
  if (Object.hasOwn(it, "seq") && !(Number.isSafeInteger(it.seq) && (it.seq as number) >= 0)) return no(typeof it.seq === "number" ? "bad_line" : "not_a_number", `seq is ${show(it.seq)}; expected a whole number from 0.`);
  return undefined;
}

/** Samples come from the indicator's leaf level or from a site; a site of the declared kind where one is declared. */
function isLeaf(indicator: Indicator, place: KnownPlace): boolean {
  if (place.level !== "site") return place.level === indicator.leaf;
  return indicator.siteKind === undefined || indicator.siteKind === place.siteKind;
}
const leafWords = (i: Indicator): string => (i.leaf === "site" ? `sites${i.siteKind ? ` of kind ${i.siteKind}` : ""}` : `level ${i.leaf} or at a site`);
