import { difference } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { HOUR } from "../../../model/time.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type DatumBarData, type DatumColumn } from "../datum-bar.ts";
import type { CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { foundAt } from "./found-at.ts";
import { cardOf, nameOf, readListed, regionOf, type ListedConfig, type ListedFrom } from "./listed.ts";
import type { Reader } from "./reader.ts";

/** Its indicator is a difference from a datum of each place's own: 水位距警戒, 水位距汛限. */
export interface DatumBarConfig extends ListedConfig {
  /** What the line is: 汛限. */
  readonly datum: Words;
  readonly peakHours?: number;
}
/** A series is asked of so many: those that stand first. */
const PEAKS = 8;
const say = phrases({ "另 {n} 处": "{n} more" });
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: DatumBarConfig) {
  const listed = readListed(reader, config);
  const first = [...listed.view.cells.values()].filter(({ value }) => value !== null).sort((a, b) => b.value! - a.value!).slice(0, PEAKS);
  return { ...listed, findings: [...reader.findings(regionOf(config)).records.values()], lately: new Map(config.peakHours === undefined ? [] : first.map(({ place }) => [place, reader.series(config.indicator, place, config.peakHours! * HOUR).points])) };
}
/** The highest above its datum first: need of action comes before geography. */
export function data({ view, findings, lately }: Seen, config: DatumBarConfig, from: ListedFrom): DatumBarData {
  const { lang, words } = from;
  const measured = words.indicator(config.indicator);
  const found = foundAt(findings, config.indicator);
  const columns = [...view.cells.values()].map((cell): DatumColumn => {
    const figure = figureOf(cell, measured, from);
    const value = figure.isNumber === false ? null : cell.value;
    const peak = Math.max(...(lately.get(cell.place) ?? []).flatMap(([, past]) => (past === null ? [] : [past])));
    const level = found.get(cell.place);
    return { id: cell.place, name: nameOf(cell.place, from), value, figure: value === null ? figure : { ...figure, text: difference(value, measured?.decimals ?? 2, lang) }, ...(value !== null && Number.isFinite(peak) && peak > value && { peak }), ...(level && { found: level }) };
  });
  return { columns: columns.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.id < b.id ? -1 : 1)), datum: wordsIn(config.datum, lang), more: (n) => say(lang)("另 {n} 处", { n }) };
}
export const card = (seen: Seen, config: DatumBarConfig, from: ListedFrom): CardFacts => cardOf(seen, config, from);
export const spoken = (seen: Seen, config: DatumBarConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: DatumBarConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 2);
