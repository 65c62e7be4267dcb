import type { FeedInfo } from "../../model/feed.ts";
import type { EpidemicRecord } from "../../model/hazard.ts";
import type { CovidDay } from "../../model/record.ts";
import type { Reading } from "../../model/sample.ts";
import { DAY, HOUR, chinaTime, parseTime } from "../../model/time.ts";
import type { Feed, FeedNeeds } from "./feed.ts";
import { reading } from "./reading.ts";

const SOURCE = "各级卫生健康委员会通报（2020-02-07 前）及公开数据接口，canghailan/Wuhan-2019-nCoV";

export function covidInfo(days: readonly CovidDay[]): FeedInfo {
  return {
    id: "covid:2020",
    title: { zh: "新冠疫情分市（2020年）", en: "COVID-19 by city (2020)" },
    banner: "历史疫情 2020",
    span: { from: (days[0]?.at ?? 0) - DAY, to: days.at(-1)?.at ?? 0 },
    speed: FULL_SPEED,
  };
}
const FULL_SPEED = 3600;

/**
 * COVID-19 by city and day. A day's counts are known at its end (24:00 in Guangdong). Cities only: the province's own
 * figure and the cases without a city are another fact and stay in the record (`extras`). The new cases of a day are told
 * only where the day before has a row; a city without rows has not reported, which is not 0.
 */
export function covidFeed(needs: FeedNeeds): Feed {
  const info = covidInfo(needs.covid);
  const cities = needs.covid.filter((row) => row.region !== null && needs.regions.find(row.region)?.level === "city");
  const yesterday = new Map(cities.map((row) => [`${row.region}|${row.at + DAY}`, row.confirmed]));
  const readings = (from: number, to: number): Reading[] =>
    cities.filter((row) => row.at > from && row.at <= to).flatMap((row) => {
      const told = [
        reading("hlth.covid.confirmed", row.region!, row.at, row.confirmed, "reported"),
        reading("hlth.covid.cured", row.region!, row.at, row.cured, "reported"),
        reading("hlth.covid.dead", row.region!, row.at, row.dead, "reported"),
      ];
      const before = yesterday.get(`${row.region}|${row.at}`);
      return before === undefined ? told : [...told, reading("hlth.covid.new", row.region!, row.at, row.confirmed - before, "reported")];
    });
  return {
    ...info,
    cadences: {},
    start: Math.min(info.span.to, Math.max(info.span.from, parseTime("2020-01-26T12:00:00+08:00")!)),
    readings,
    // A year of 21 cities is one part.
    backfill: (from, to) => [readings(from, to)],
    extras: (simNow) => [epidemicRecord(needs, simNow)],
  };
}

/** The published figures of the last day that is over, the cities' sum beside the province's own. */
export function epidemicRecord({ covid, regions }: Pick<FeedNeeds, "covid" | "regions">, simNow: number): EpidemicRecord {
  const at = covid.reduce((last, row) => (row.at <= simNow ? Math.max(last, row.at) : last), Number.NEGATIVE_INFINITY);
  const rows = covid.filter((row) => row.at === at);
  const level = (row: CovidDay): string | undefined => (row.region === null ? "unassigned" : regions.find(row.region)?.level);
  const sum = (of: readonly CovidDay[]): number => of.reduce((total, row) => total + row.confirmed, 0);
  const provinceConfirmed = rows.find((row) => level(row) === "province")?.confirmed ?? null;
  const cityRows = rows.filter((row) => level(row) === "city");
  const loose = rows.filter((row) => level(row) === "unassigned");
  const unassignedConfirmed = loose.length > 0 ? sum(loose) : null;
  const citiesConfirmed = sum(cityRows);
  const cityRange = regions.atLevel("city");
  const cities = { have: cityRows.length, of: cityRange.to - cityRange.from };
  const unexplained = provinceConfirmed === null ? null : provinceConfirmed - citiesConfirmed - (unassignedConfirmed ?? 0);
  const record = { day: rows[0]?.date ?? null, provinceConfirmed, citiesConfirmed, cities, unassignedConfirmed, unexplained };
  return { kind: "epidemic", id: "covid:2020", source: SOURCE, at: simNow, ...record, sentence: sentence(record, at) };
}

function sentence(record: Omit<EpidemicRecord, "kind" | "id" | "source" | "at" | "sentence">, at: number): string {
  if (record.day === null) return "尚无疫情通报。";
  const t = chinaTime(at - HOUR);
  const parts = [
    `截至${t.month}月${t.day}日24时，${record.cities.have}/${record.cities.of}个市累计确诊${record.citiesConfirmed}例`,
    ...(record.provinceConfirmed === null ? [] : [`全省公布${record.provinceConfirmed}例`]),
    ...(record.unassignedConfirmed === null ? [] : [`未分到市${record.unassignedConfirmed}例`]),
    ...(record.unexplained ? [`仍差${record.unexplained}例，原始记录如此`] : []),
  ];
  return `${parts.join("，")}。`;
}
