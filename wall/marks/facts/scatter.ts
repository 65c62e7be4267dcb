import { phrases, wordsIn } from "../../../model/phrases.ts";
import { isNotActual } from "../../../model/quality.ts";
import type { Cell } from "../../../model/sample.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type ScatterAxis, type ScatterData, type ScatterPoint } from "../scatter.ts";
import { standingValue } from "./amounts.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { isFloor, limitsOf } from "./limits.ts";
import { cardOf, nameOf, readListed, regionOf, type ListedConfig, type ListedFrom } from "./listed.ts";
import type { Reader } from "./reader.ts";

interface Axis {
  readonly indicator: string;
  readonly title?: Words;
  /** Absent = the mildest standard of the indicator, where it has one. */
  readonly limit?: number;
}
export interface ScatterConfig extends Omit<ListedConfig, "indicator"> {
  readonly x: Axis;
  readonly y: Axis;
}
const say = phrases({ "缺数 {n}：{names}": "missing {n}: {names}" });
type Seen = ReturnType<typeof read>;
const listed = (config: ScatterConfig): ListedConfig => ({ ...config, indicator: config.y.indicator });

export const read = (reader: Reader, config: ScatterConfig) => ({ ...readListed(reader, listed(config)), across: reader.cells(config.x.indicator, regionOf(config), config.level) });
export function data({ view, across }: Seen, config: ScatterConfig, from: ListedFrom): ScatterData {
  const { lang, here } = from;
  const points: ScatterPoint[] = [];
  const missing: string[] = [];
  for (const place of new Set([...view.cells.keys(), ...across.cells.keys()])) {
    const [x, y] = [across.cells.get(place), view.cells.get(place)];
    const [xValue, yValue] = [standingValue(x), standingValue(y)];
    if (xValue === null || yValue === null) missing.push(nameOf(place, from));
    else points.push({ id: place, name: nameOf(place, from), x: xValue, y: yValue, ...lookOf([x!, y!], here.linked), ...(config.focus?.region === place && { looked: true }) });
  }
  return { points, x: axisOf(config.x, from), y: axisOf(config.y, from), missing: missing.length > 0 ? say(lang)("缺数 {n}：{names}", { n: missing.length, names: missing.join("、") }) : "" };
}
function lookOf(cells: readonly Cell[], linked: boolean): Pick<ScatterPoint, "look"> {
  if (!linked || cells.some(({ state }) => state === "stale")) return { look: "old" };
  return cells.some(({ quality }) => isNotActual(quality)) ? { look: "notActual" } : {};
}
function axisOf({ indicator, title, limit }: Axis, { words, lang }: ListedFrom): ScatterAxis {
  const measured = words.indicator(indicator);
  const limits = limitsOf(words.rulesOf(indicator));
  const parted = limit ?? limits[0]?.value;
  return { title: [title ? wordsIn(title, lang) : measured ? wordsIn(measured.title, lang) : indicator, measured?.unit ?? ""].filter(Boolean).join(" "), decimals: measured?.decimals ?? 0, ...(parted !== undefined && { limit: parted }), ...(isFloor(limits) && { isFloor: true }) };
}
export function card(seen: Seen, config: ScatterConfig, from: ListedFrom): CardFacts {
  const facts = cardOf(seen, listed(config), from, "");
  const worst = worstOf([...seen.view.cells.values(), ...seen.across.cells.values()].filter(({ state }) => state !== "never"));
  return { ...facts, status: facts.status === "ready" ? seen.across.status : (facts.status ?? "loading"), code: facts.code || seen.across.code, ...(facts.observedAt !== undefined && worst.state !== "" && { observedAt: worst.observedAt, state: worst.state }) };
}
export const spoken = (seen: Seen, config: ScatterConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: ScatterConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 2);
