import { grouped } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type Tile, type TileMapData } from "../tile-map.ts";
import type { CardFacts } from "./card.ts";
import { foundAt } from "./found-at.ts";
import { cardOf, inOneOrder, type ListedConfig, type ListedFrom } from "./listed.ts";
import { PROVINCE, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";

export interface TileMapConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  readonly indicator: string;
  /** Where a shade ends and the next begins; fixed, so that two days compare. */
  readonly breaks?: readonly number[];
  /** A word for each shade, from the lowest on. */
  readonly classes?: readonly Words[];
}
const say = phrases({ 无数据: "no data" });
type Seen = ReturnType<typeof read>;
/** All cities, whatever the wall looks at: that one is marked among them. */
const listed = ({ title, indicator, focus }: TileMapConfig): ListedConfig => ({ title, indicator, region: PROVINCE, level: "city", ...(focus && { focus }) });

export const read = (reader: Reader, { indicator }: TileMapConfig) => ({
  view: reader.cells(indicator, PROVINCE, "city"), whole: reader.cells(indicator, PROVINCE, "province").cells.get(PROVINCE), findings: [...reader.findings(PROVINCE).records.values()],
});
export function data({ view, findings }: Seen, { indicator, breaks = [], classes, focus }: TileMapConfig, from: ListedFrom): TileMapData {
  const { lang, words, names } = from;
  const measured = words.indicator(indicator);
  const { figures } = inOneOrder([...view.cells.values()], measured, from);
  const found = foundAt(findings, indicator);
  return {
    tiles: [...view.cells.values()].map((cell): Tile => {
      const figure = figures.get(cell.place)!;
      const level = found.get(cell.place);
      return { code: cell.place, name: names.of(cell.place), value: figure.isNumber === false ? null : cell.value, figure, ...(level && { found: level }), ...(focus !== undefined && focus.region.startsWith(cell.place) && { looked: true }) };
    }),
    breaks, classes: breaks.length === 0 ? [] : rangesOf(breaks, measured?.decimals ?? 0).map((range, i) => (classes?.[i] ? `${range}　${wordsIn(classes[i]!, lang)}` : range)), noData: say(lang)("无数据"),
  };
}
/** < 2, 2—4, ≥ 4: what a shade stands for. */
function rangesOf(breaks: readonly number[], decimals: number): string[] {
  const said = breaks.map((value) => grouped(value, Number.isInteger(value) ? 0 : decimals));
  return [`< ${said[0]}`, ...said.slice(1).map((high, i) => `${said[i]}—${high}`), `≥ ${said.at(-1)}`];
}
export const card = (seen: Seen, config: TileMapConfig, from: ListedFrom): CardFacts => cardOf(seen, listed(config), from, inOneOrder([...seen.view.cells.values()], from.words.indicator(config.indicator), from).unit);
export const spoken = (seen: Seen, config: TileMapConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
export const briefly = (seen: Seen, config: TileMapConfig, from: ListedFrom): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang), 1);
