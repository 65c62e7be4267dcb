import { phrases } from "../../../model/phrases.ts";
import { HOUR } from "../../../model/time.ts";
import { brief, sentence, type Plot } from "../storm-intensity.ts";
import type { TrendData } from "../trend.ts";
import type { CardFacts } from "./card.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";
import { FIX_EVERY_MS, stormCell, stormOf } from "./storm-view.ts";

export interface StormIntensityConfig {
  /** How far back the lines begin, hours. */
  readonly hours?: number;
}
const say = phrases({ 强度与气压: "Intensity and pressure", "逐 6 时定位，10分钟平均风": "6-hourly fixes, 10-min mean", "中心最大风速 m/s": "Maximum wind, m/s", "中心气压 hPa": "Central pressure, hPa", 此情景没有台风记录: "no storm in this situation" });
/** Lower bounds of grades on JMA's scale of 10-minute means: 34, 48 and 64 kt. */
const GRADES = [
  { value: 17.2, label: "热带风暴" },
  { value: 24.7, label: "强热带风暴" },
  { value: 32.9, label: "台风" },
] as const;
type From = Pick<Standpoint, "lang" | "here">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader) {
  const { status, code, tick, records } = reader.hazards();
  return { status, code, tick, storm: stormOf(records.values()) };
}
export function data(seen: Seen, config: StormIntensityConfig, from: From): Plot[] {
  const t = say(from.lang);
  return [
    { label: t("中心最大风速 m/s"), picture: { trend: { ...over(seen, (fix) => fix.windMs, config, from), unit: "m/s", limits: GRADES, range: [10, 45] } } },
    { label: t("中心气压 hPa"), picture: { trend: { ...over(seen, (fix) => fix.pressureHpa, config, from), unit: "hPa", lowIsGrave: true } } },
  ];
}
export function card({ storm, status, code, tick }: Seen, _: StormIntensityConfig, { lang, here }: From): CardFacts {
  const t = say(lang);
  const cell = storm ? stormCell(storm, "wind", here.simNow, here.linked, tick).cell : undefined;
  return { ...(status === "ready" && !storm && { isToldBeside: true }), heading: t("强度与气压"), note: t("逐 6 时定位，10分钟平均风"), status, code, observedAt: cell?.observedAt, state: cell?.state ?? "", empty: status === "ready" && !storm ? t("此情景没有台风记录") : "" };
}
export const spoken = (seen: Seen, config: StormIntensityConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: StormIntensityConfig, from: From): string => brief(data(seen, config, from));

/** The fixes as samples; a fix that is missing is a gap, and nothing is drawn between the last one and now. */
function over({ storm }: Seen, value: (fix: { readonly windMs: number | null; readonly pressureHpa: number | null }) => number | null, { hours = 60 }: StormIntensityConfig, { lang, here }: From): Omit<TrendData, "unit"> {
  const held = standing(here, lang);
  const now = Math.floor((held?.at ?? here.simNow) / 600_000) * 600_000;
  const fixes = storm?.fixes ?? [];
  const from = Math.max(now - hours * HOUR, fixes[0]?.at ?? now - 12 * HOUR);
  return { observed: fixes.map((fix) => [fix.at, value(fix)] as const), from, to: now + 2 * HOUR, now, gapMs: 1.5 * FIX_EVERY_MS, ...(held && { stands: held.stands }) };
}
