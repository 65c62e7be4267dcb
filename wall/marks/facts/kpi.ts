import { wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type KpiData } from "../kpi.ts";
import type { CardFacts } from "./card.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { readItem, tileOf } from "./tiles.ts";

export interface KpiConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  readonly indicator: string;
  /** Absent = where the wall looks. */
  readonly place?: string;
  readonly level?: Level;
}
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: KpiConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: KpiConfig) {
  const place = placeOf(config);
  return readItem(reader, config, place, config.level ?? levelOf(place));
}
export function data(seen: Seen, { indicator }: KpiConfig, from: From): KpiData {
  const { label: _said, ...tile } = tileOf(seen, { indicator }, from);
  return tile;
}
/** Its time stands under the number itself. */
export const card = ({ slice: { status, code } }: Seen, config: KpiConfig, { lang, names }: From): CardFacts =>
  ({ heading: titled(wordsIn(config.title, lang), placeOf(config), config, names), status, code });
export const spoken = (seen: Seen, config: KpiConfig, from: From): string => sentence(data(seen, config, from), wordsIn(config.title, from.lang));
