import { windForce } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import type { RegionCode } from "../../../model/region.ts";
import { HOUR } from "../../../model/time.ts";
import type { Slice } from "../../../model/view.ts";
import { brief, sentence, type Plot } from "../station-weather.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { isComputed } from "./computed.ts";
import { figureOf } from "./figures.ts";
import { lookedAt, PROVINCE, titled, type Looks } from "./looked-at.ts";
import { shortName } from "./place-names.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";
import { standing } from "./stands.ts";

export interface StationWeatherConfig extends Looks {
  /** The scene's own station; absent = one that reports where the wall looks. */
  readonly site?: string;
  readonly name?: string;
  readonly hours?: number;
}
const say = phrases({ "{name}雨风": "{name}: rain and wind", 气象站: "Weather station", 逐时: "hourly", 此处无上报气象站: "no weather station here reports", 雨量: "Rain", "24 时": "24 h", 平均风: "Mean wind", 级: "force" });
/** 6级, 8级 (GB/T 28591): the mean winds of the blue and the yellow typhoon signal. */
const FORCES = [
  { value: 10.8, label: "6级" },
  { value: 17.2, label: "8级" },
] as const;
const MEASURED = ["water.rain.hour", "met.rain.24h", "met.wind.mean"] as const;
/** The province's own station, which has an hourly record of its own. */
const OF_THE_PROVINCE = { site: "wx-guangzhou", region: "4401", name: "广州" } as const;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: StationWeatherConfig) {
  const { hours = 48 } = config;
  const { site: asked, region } = stationsOf(config);
  const slices = MEASURED.map((indicator) => reader.cells(indicator, region, "site"));
  const site = asked ?? reporting(slices);
  const [rain, day, wind] = slices.map(({ cells }) => (site === undefined ? undefined : cells.get(site)));
  const points = (indicator: string) => (site === undefined ? [] : reader.series(indicator, site, hours * HOUR).points);
  return {
    status: slices[0]!.status, code: slices[0]!.code,
    // Whether any reports is known when all have come that a station could report.
    isAwaited: site === undefined && slices.some(({ status }) => status === "loading"),
    site, rain, day, wind, rains: points("water.rain.hour"), winds: points("met.wind.mean"),
  };
}
/** Where to look for a station, and for which one where that is settled: a town has none of its own, its county has. */
function stationsOf(config: StationWeatherConfig): { readonly site?: string; readonly region: RegionCode } {
  const { site, region = OF_THE_PROVINCE.region } = config;
  if (site !== undefined) return { site, region };
  const place = lookedAt(config);
  return place === PROVINCE ? OF_THE_PROVINCE : { region: place.slice(0, COUNTY_DIGITS) };
}
const COUNTY_DIGITS = 6;
/** Of several stations that report the one with the longer record, else always the same one. */
function reporting(slices: readonly Slice[]): string | undefined {
  const reported = new Set(slices.flatMap(({ cells }) => [...cells.values()].filter(({ observedAt }) => observedAt !== null).map(({ place }) => place)));
  return reported.has(OF_THE_PROVINCE.site) ? OF_THE_PROVINCE.site : [...reported].sort()[0];
}
export function data({ site, rain, day, wind, rains, winds }: Seen, config: StationWeatherConfig, from: From): Plot[] {
  if (site === undefined) return [];
  const t = say(from.lang);
  const figure = (cell: typeof rain, indicator: string) => figureOf(cell, from.words.indicator(indicator), from);
  const blowing = figure(wind, "met.wind.mean");
  const force = wind?.value == null ? [] : [{ figure: { ...blowing, text: String(windForce(wind.value)), unit: t("级"), tag: "", ...(blowing.truth && { truth: { ...blowing.truth } }) }, large: true }];
  return [
    {
      label: t("雨量"), figures: [{ figure: figure(rain, "water.rain.hour"), large: true }, { figure: figure(day, "met.rain.24h"), before: t("24 时") }],
      picture: { bars: { ...span(config, from), bars: rains.map(([at, value, quality]) => ({ at, value, ...(isComputed(quality, from.here) && { notActual: true }) })), intervalMs: HOUR, unit: "mm", atLeast: 10 } },
    },
    {
      label: t("平均风"), figures: [...force, { figure: blowing }],
      picture: { trend: { ...span(config, from), observed: winds.map(([at, value]) => [at, value] as const), ...(isComputed(winds.at(-1)?.[2] ?? "good", from.here) && { notActual: true }), unit: "m/s", gapMs: 1.5 * HOUR, limits: FORCES, range: [0, 20] } },
    },
  ];
}
export function card({ status, code, isAwaited, site, rain, wind }: Seen, config: StationWeatherConfig, { lang, names }: From): CardFacts {
  const t = say(lang);
  if (site === undefined) {
    const heading = titled(t("{name}雨风", { name: t("气象站") }), lookedAt(config), config, names);
    return { heading, status: isAwaited ? "loading" : status, code, ...(!isAwaited && status === "ready" && { empty: t("此处无上报气象站") }) };
  }
  const worst = worstOf([rain, wind].filter((c) => c !== undefined));
  return { heading: t("{name}雨风", { name: (site === (config.site ?? OF_THE_PROVINCE.site) ? config.name : undefined) ?? stationName(site, names) }), note: t("逐时"), status, observedAt: rain || wind ? worst.observedAt : undefined, state: worst.state };
}
/** 广州; 徐闻站 of 徐闻县自动站: a title has no room for more. */
function stationName(site: string, names: From["names"]): string {
  if (site === OF_THE_PROVINCE.site) return OF_THE_PROVINCE.name;
  const own = /^(.+)自动站$/.exec(names.of(site))?.[1];
  return own === undefined ? names.of(site) : `${shortName(own)}站`;
}
export const spoken = (seen: Seen, config: StationWeatherConfig, from: From): string => (seen.site === undefined ? unsited(seen, from) : sentence(data(seen, config, from)));
export const briefly = (seen: Seen, config: StationWeatherConfig, from: From): string => (seen.site === undefined ? unsited(seen, from) : brief(data(seen, config, from)));
const unsited = ({ isAwaited, status }: Seen, { lang }: From): string => (isAwaited || status !== "ready" ? "" : `${say(lang)("此处无上报气象站")}${lang === "zh" ? "。" : "."}`);

function span({ hours = 48 }: StationWeatherConfig, { lang, here }: Pick<From, "lang" | "here">) {
  const held = standing(here, lang);
  const now = Math.floor((held?.at ?? here.simNow) / 600_000) * 600_000;
  return { from: now - hours * HOUR, to: now + HOUR, now, ...(held && { stands: held.stands }) };
}
