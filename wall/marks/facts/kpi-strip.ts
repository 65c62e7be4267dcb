import { wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type KpiStripData } from "../kpi-strip.ts";
import type { CardFacts } from "./card.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { readItem, tileOf, type Item } from "./tiles.ts";

export interface KpiStripConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Absent = where the wall looks. */
  readonly place?: string;
  readonly level?: Level;
  /** Two to five. */
  readonly items: readonly Item[];
}
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: KpiStripConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: KpiStripConfig) {
  const place = placeOf(config);
  return config.items.map((item) => readItem(reader, item, place, config.level ?? levelOf(place)));
}
export const data = (seen: Seen, { items }: KpiStripConfig, from: From): KpiStripData => ({ tiles: items.map((item, i) => tileOf(seen[i]!, item, from)) });
/** Each number has its own time under it; refused is the panel only where all of them are. */
export function card(seen: Seen, config: KpiStripConfig, { lang, names }: From): CardFacts {
  const slices = seen.map(({ slice }) => slice);
  const status = (["loading", "refused"] as const).find((each) => slices.every((slice) => slice.status === each)) ?? "ready";
  return { heading: titled(wordsIn(config.title, lang), placeOf(config), config, names), status, code: slices[0]?.code ?? "" };
}
export const spoken = (seen: Seen, config: KpiStripConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: KpiStripConfig, from: From): string => sentence({ tiles: data(seen, config, from).tiles.slice(0, 2) });
