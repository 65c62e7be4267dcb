import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Words } from "../../../model/words.ts";
import { sentence, type SparkBandData } from "../spark-band.ts";
import type { CardFacts } from "./card.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { readItem, tileOf, type Item } from "./tiles.ts";

export interface SparkBandConfig extends Pick<Looks, "focus"> {
  readonly title: Words;
  /** Absent = where the wall looks. */
  readonly place?: string;
  readonly level?: Level;
  /** In the order in which they stand. */
  readonly items: readonly Item[];
}
const say = phrases({ "另 {n} 项": "{n} more" });
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

const placeOf = ({ place, focus }: SparkBandConfig): string => lookedAt({ ...(place !== undefined && { region: place }), ...(focus && { focus }) });
export function read(reader: Reader, config: SparkBandConfig) {
  const place = placeOf(config);
  return config.items.map((item) => readItem(reader, item, place, config.level ?? levelOf(place)));
}
export const data = (seen: Seen, { items }: SparkBandConfig, from: From): SparkBandData => ({ rows: items.map((item, i) => tileOf(seen[i]!, item, from)), more: (n) => say(from.lang)("另 {n} 项", { n }) });
/** Each number has its own time under it; refused is the panel only where all of them are. */
export function card(seen: Seen, config: SparkBandConfig, { lang, names }: From): CardFacts {
  const slices = seen.map(({ slice }) => slice);
  const status = (["loading", "refused"] as const).find((each) => slices.every((slice) => slice.status === each)) ?? "ready";
  return { heading: titled(wordsIn(config.title, lang), placeOf(config), config, names), status, code: slices[0]?.code ?? "" };
}
export const spoken = (seen: Seen, config: SparkBandConfig, from: From): string => sentence(data(seen, config, from));
export function briefly(seen: Seen, config: SparkBandConfig, from: From): string {
  const whole = data(seen, config, from);
  return sentence({ ...whole, rows: whole.rows.slice(0, 2) });
}
