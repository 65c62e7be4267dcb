import { windForce } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import { HOUR } from "../../../model/time.ts";
import { brief, sentence, type Plot } from "../station-weather.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";

export interface StationWeatherConfig {
  readonly site?: string;
  readonly region?: string;
  readonly name?: string;
  readonly hours?: number;
}
const say = phrases({ "{name}雨风": "{name}: rain and wind", "逐时": "hourly", 雨量: "Rain", "24 时": "24 h", 平均风: "Mean wind", 级: "force" });
/** 6级, 8级 (GB/T 28591): the mean winds of the blue and the yellow typhoon signal. */
const FORCES = [
  { value: 10.8, label: "6级" },
  { value: 17.2, label: "8级" },
] as const;
type From = Pick<Standpoint, "lang" | "here" | "words">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, { site = "wx-guangzhou", region = "4401", hours = 48 }: StationWeatherConfig) {
  const at = (indicator: string) => reader.cells(indicator, region, "site").cells.get(site);
  return {
    status: reader.cells("water.rain.hour", region, "site").status,
    rain: at("water.rain.hour"), day: at("met.rain.24h"), wind: at("met.wind.mean"),
    rains: reader.series("water.rain.hour", site, hours * HOUR).points,
    winds: reader.series("met.wind.mean", site, hours * HOUR).points,
  };
}
export function data({ rain, day, wind, rains, winds }: Seen, config: StationWeatherConfig, from: From): Plot[] {
  const t = say(from.lang);
  const figure = (cell: typeof rain, indicator: string) => figureOf(cell, from.words.indicator(indicator), from);
  const blowing = figure(wind, "met.wind.mean");
  const force = wind?.value == null ? [] : [{ figure: { ...blowing, text: String(windForce(wind.value)), unit: t("级"), tag: "", ...(blowing.truth && { truth: { ...blowing.truth } }) }, large: true }];
  return [
    {
      label: t("雨量"), figures: [{ figure: figure(rain, "water.rain.hour"), large: true }, { figure: figure(day, "met.rain.24h"), before: t("24 时") }],
      picture: { bars: { ...span(config, from), bars: rains.map(([at, value]) => ({ at, value })), intervalMs: HOUR, unit: "mm", atLeast: 10 } },
    },
    {
      label: t("平均风"), figures: [...force, { figure: blowing }],
      picture: { trend: { ...span(config, from), observed: winds.map(([at, value]) => [at, value] as const), unit: "m/s", gapMs: 1.5 * HOUR, limits: FORCES, range: [0, 20] } },
    },
  ];
}
export function card({ status, rain, wind }: Seen, { name = "广州" }: StationWeatherConfig, { lang }: From): CardFacts {
  const t = say(lang);
  const worst = worstOf([rain, wind].filter((c) => c !== undefined));
  return { heading: t("{name}雨风", { name }), note: t("逐时"), status, observedAt: rain || wind ? worst.observedAt : undefined, state: worst.state };
}
export const spoken = (seen: Seen, config: StationWeatherConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: StationWeatherConfig, from: From): string => brief(data(seen, config, from));

function span({ hours = 48 }: StationWeatherConfig, { lang, here }: Pick<From, "lang" | "here">) {
  const held = standing(here, lang);
  const now = Math.floor((held?.at ?? here.simNow) / 600_000) * 600_000;
  return { from: now - hours * HOUR, to: now + HOUR, now, ...(held && { stands: held.stands }) };
}
