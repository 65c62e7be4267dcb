import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Cell } from "../../../model/sample.ts";
import { HOUR } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type ThresholdBar, type ThresholdBarData, type ThresholdRow } from "../threshold-bar.ts";
import type { CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { foundAt } from "./found-at.ts";
import { isFloor, limitsOf } from "./limits.ts";
import { cardOf, nameOf, readListed, regionOf, type ListedConfig, type ListedFrom } from "./listed.ts";
import type { Reader } from "./reader.ts";

export interface ThresholdBarConfig extends ListedConfig {
  /** How far back the highest (or lowest) of each is looked for. */
  readonly peakHours?: number;
  /** What the first number is called among steps: 床位. */
  readonly step?: Words;
  /** Further indicators on the same axis, as steps below the first. */
  readonly steps?: readonly { readonly indicator: string; readonly title: Words }[];
  /** A number on no common axis, in a column of its own. */
  readonly also?: { readonly indicator: string; readonly title: Words };
  /** Shares: the axis begins at 0 and shows 100 at least. */
  readonly share?: boolean;
}
/** A series is asked of so many: those that stand first. */
const PEAKS = 8;
const say = phrases({ "另 {n} 处": "{n} more" });
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: ThresholdBarConfig) {
  const region = regionOf(config);
  const listed = readListed(reader, config);
  const at = (indicator: string) => reader.cells(indicator, region, config.level).cells;
  const first = [...listed.view.cells.values()].filter(({ value }) => value !== null).sort((a, b) => b.value! - a.value!).slice(0, PEAKS);
  return {
    ...listed, steps: (config.steps ?? []).map(({ indicator }) => at(indicator)), also: config.also && at(config.also.indicator), findings: [...reader.findings(region).records.values()],
    lately: new Map(config.peakHours === undefined ? [] : first.map(({ place }) => [place, reader.series(config.indicator, place, config.peakHours! * HOUR).points])),
  };
}
export function data(seen: Seen, config: ThresholdBarConfig, from: ListedFrom): ThresholdBarData {
  const { lang, words, sites } = from;
  const { view, steps, also, findings, lately } = seen;
  const indicators = [config.indicator, ...(config.steps ?? []).map(({ indicator }) => indicator)];
  const found = indicators.map((indicator) => foundAt(findings, indicator));
  const own = limitsOf(words.rulesOf(config.indicator));
  const floor = isFloor(own.length > 0 ? own : limitsOf(words.rulesOf(config.indicator), sites.one([...view.cells.keys()][0] ?? "")));
  const bar = (cell: Cell | undefined, place: string, i: number): ThresholdBar => {
    const indicator = indicators[i]!;
    const level = found[i]!.get(place);
    const peak = i === 0 ? extreme(lately.get(place) ?? [], floor) : undefined;
    const value = cell && cell.state !== "down" ? cell.value : null;
    return {
      value, figure: figureOf(cell, words.indicator(indicator), from), limits: [...new Set(limitsOf(words.rulesOf(indicator), sites.one(place)).map((limit) => limit.value))],
      ...(peak !== undefined && value !== null && (floor ? peak < value : peak > value) && { peak }), ...(level && { found: level }),
    };
  };
  const rows = [...view.cells.values()].map((cell): ThresholdRow => ({ id: cell.place, name: nameOf(cell.place, from), bars: [bar(cell, cell.place, 0), ...steps.map((cells, i) => bar(cells.get(cell.place), cell.place, i + 1))], ...(also && config.also && { also: figureOf(also.get(cell.place), words.indicator(config.also.indicator), from) }) }));
  return {
    rows: rows.sort((a, b) => graver(a) - graver(b) || nearer(a, floor) - nearer(b, floor) || (a.id < b.id ? -1 : 1)),
    steps: config.steps ? [config.step ?? config.title, ...config.steps.map(({ title }) => title)].map((title) => wordsIn(title, lang)) : [],
    ...(config.also && { alsoTitle: wordsIn(config.also.title, lang) }), ...(floor && { isFloor: true }), ...(config.share && { range: [0, 100] as const }), decimals: words.indicator(config.indicator)?.decimals ?? 0, more: (n) => say(lang)("另 {n} 处", { n }),
  };
}
/** What was met first, then how near each is to its own mildest limit; what is not known comes last. */
const graver = ({ bars }: ThresholdRow): number => Math.min(...bars.map(({ found }) => found ?? 5));
function nearer({ bars: [first] }: ThresholdRow, floor: boolean): number {
  if (!first || first.value === null) return Infinity;
  const limit = first.limits[0] ?? 0;
  return floor ? first.value - limit : limit - first.value;
}
function extreme(points: readonly (readonly [at: number, value: number | null, ...rest: unknown[]])[], floor: boolean): number | undefined {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  return values.length === 0 ? undefined : floor ? Math.min(...values) : Math.max(...values);
}
export const card = (seen: Seen, config: ThresholdBarConfig, from: ListedFrom): CardFacts => cardOf(seen, config, from);
export const spoken = (seen: Seen, config: ThresholdBarConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: ThresholdBarConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 1);
