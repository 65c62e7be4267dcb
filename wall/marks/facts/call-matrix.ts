import { ascending } from "d3";
import { stillHolds } from "../../../model/alert.ts";
import { coarseSpan, COARSE_FROM } from "../../../model/moments.ts";
import { phrases } from "../../../model/phrases.ts";
import { grouped, type Lang } from "../../../model/numerals.ts";
import { QUALITY_TAG, sharedQuality } from "../../../model/quality.ts";
import type { AlertRecord } from "../../../model/records.ts";
import type { RegionCode } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { MINUTE, clockText, parseTime } from "../../../model/time.ts";
import { SEVERITY_WORDS } from "../../../model/words.ts";
import type { FoldedKind } from "../call-fold.ts";
import { sentence, type CallCell, type CallMatrixData, type CallRow } from "../call-matrix.ts";
import { calledAt, hasAnswered, mostPressing, type CallState, type Standing } from "../call-state.ts";
import { ownName } from "../place-name.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { countOf } from "./figures.ts";
import { findingsFor } from "./findings-around.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export interface CallMatrixConfig extends Looks {
  /** The share of those called that answered; absent = 叫应闭环率. */
  readonly indicator?: string;
  /** Whose levels are called out; absent = those of all topics. */
  readonly topics?: readonly string[];
}
const ANSWERS = "emg.call.answer";
const say = phrases({
  叫应矩阵: "Call and respond", "限时 红 5 橙 10 黄 15 蓝 30 分": "limits R 5 O 10 Y 15 B 30 min", 按研判级别: "levels found", 市: "cities", 县: "counties", 镇街: "towns", 已应: "answered", 待应: "waiting", 超时: "late", 断线: "cut off", 未上报: "unreported",
  "直管 {n} 镇街": "{n} towns", "余 {n}": "{n} left", "另 {n}": "{n} more", "+{n}": "+{n}", "余 {d}": "{d} left", "+{d}": "+{d}", "超时 {m} 镇 +{d}": "{m} towns late +{d}", "断线 {n}": "{n} cut off", "未上报 {n}": "{n} unreported", "{end}，{n} 镇未报": "{end}, {n} towns unreported",
  "无县达到级别，无须叫应（{at} 核）": "no level stands, nobody is called (checked {at})", "另 {n} 市超时 {m} 县，最长 +{d}：{names}": "{n} more cities, {m} counties late, up to +{d}: {names}", "另 {n} 市未全应：{names}": "{n} more cities not done: {names}", "另 {n} 市已应或无级别：{names}": "{n} more cities done or calm: {names}",
});
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;
const placeOf = (config: CallMatrixConfig): RegionCode => lookedAt(config, "city");

export function read(reader: Reader, config: CallMatrixConfig) {
  const region = placeOf(config);
  const indicator = config.indicator ?? ANSWERS;
  return { counties: reader.cells(indicator, region, "county"), towns: reader.cells(indicator, region, "town"), alerts: findingsFor(reader, region) };
}

export function data(seen: Seen, config: CallMatrixConfig, from: From): CallMatrixData {
  const { lang, here } = from;
  const t = say(lang);
  const rows = rowsOf(seen, config, from);
  const called = rows.filter(({ state }) => state !== "calm");
  const states = called.flatMap(({ row }) => row.counties.filter(({ state }) => state !== "calm"));
  const towns = called.map(({ row }) => row.towns);
  const quality = sharedQuality(seen.counties.cells.values());
  const tag = quality === null ? "" : QUALITY_TAG[quality][lang];
  const count = (id: string, word: string, value: number, of: number) => ({
    id, word, of: grouped(of, 0),
    figure: { ...countOf({ id: `call.${id}`, place: placeOf(config), value, observedAt: seen.counties.simAt || null, tick: seen.counties.tick, have: seen.counties.status === "ready" ? 1 : 0 }, here), text: grouped(value, 0) },
  });
  return {
    totals: called.length === 0 ? [] : [
      count("cities", t("市"), called.filter(({ state }) => state === "answered").length, called.length),
      count("counties", t("县"), states.filter(({ state }) => state === "answered").length, states.length),
      ...(seen.towns.status === "ready" ? [count("towns", t("镇街"), towns.reduce((sum, { have }) => sum + have, 0), towns.reduce((sum, { of }) => sum + of, 0))] : []),
    ],
    ...(tag && { tag }),
    none: t("无县达到级别，无须叫应（{at} 核）", { at: seen.alerts.status === "ready" ? clockText(here.checkedAt(seen.alerts)) : "··" }),
    key: (["answered", "waiting", "overdue", "cut", "unreported"] as const).map((state) => ({ state, word: t(WORD[state]) })),
    rows, rest: (n) => t("另 {n}", { n }),
    folded: (kind, folded) => foldedWords(kind, folded, lang),
  };
}
const WORD = { answered: "已应", waiting: "待应", overdue: "超时", cut: "断线", unreported: "未上报" } as const;

export function card(seen: Seen, config: CallMatrixConfig, { lang, here, words, names }: From): CardFacts {
  const t = say(lang);
  const indicator = words.indicator(config.indicator ?? ANSWERS);
  const { status, code, cells } = seen.counties;
  const standing = standingOf(seen, config);
  // The coverage is of all that are called, as the totals are; the time is that of those that have told.
  const called = [...cells.values()].filter((cell) => standing(cell.place));
  const told = called.filter(({ state }) => state !== "never");
  // Where too few towns were heard there is no share; the coverage says so, and the time is that of the others.
  const heard = told.filter(({ state }) => state !== "withheld");
  const worst = worstOf(heard.length > 0 ? heard : told);
  const have = called.reduce((sum, { coverage }) => sum + coverage.have, 0);
  const of = called.reduce((sum, { coverage }) => sum + coverage.of, 0);
  return {
    heading: titled(t("叫应矩阵"), placeOf(config), config, names), note: `${t("限时 红 5 橙 10 黄 15 蓝 30 分")} · ${t("按研判级别")}`,
    status: status === "ready" ? seen.alerts.status : status, code: code || seen.alerts.code, cadenceMs: indicator?.cadence ?? 0,
    observedAt: told.length > 0 ? worst.observedAt : undefined, state: here.linked ? worst.state : "stale",
    ...(of > have && { coverage: { have, of, level: "town" as const } }),
  };
}
export const spoken = (seen: Seen, config: CallMatrixConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: CallMatrixConfig, from: From): string => sentence(data(seen, config, from), 1);

/** The highest level that holds at a county: found in it, or of its city. A sum of the whole province says of no county that it must be called; what the call itself came to is no reason to call. */
function standingOf({ alerts }: Seen, { indicator = ANSWERS, topics }: CallMatrixConfig): (county: RegionCode) => Standing | undefined {
  const holding = [...alerts.records.values()].filter((alert) => stillHolds(alert) && alert.indicator !== indicator && (!topics || topics.includes(alert.topic)));
  const known = new Map<RegionCode, Standing | undefined>();
  return (county) => {
    if (!known.has(county)) known.set(county, highest(holding.filter((alert) => holdsAt(alert, county))));
    return known.get(county);
  };
}
const holdsAt = ({ place, within }: AlertRecord, county: RegionCode): boolean => within.includes(county) || place === county.slice(0, 4);
function highest(alerts: readonly AlertRecord[]): Standing | undefined {
  const [first] = alerts.map(({ severity, simAt }) => ({ level: severity, since: parseTime(simAt) ?? 0 })).sort((a, b) => a.level - b.level || a.since - b.since);
  return first;
}

interface RowFacts extends CallRow {
  readonly row: { readonly counties: readonly { readonly state: CallState }[]; readonly towns: { readonly have: number; readonly of: number } };
}
function rowsOf(seen: Seen, config: CallMatrixConfig, from: From): RowFacts[] {
  const standing = standingOf(seen, config);
  const interval = from.here.info?.cadences?.[config.indicator ?? ANSWERS] ?? from.words.indicator(config.indicator ?? ANSWERS)?.cadence ?? MINUTE;
  const towns = byPrefix([...seen.towns.cells.values()], 6);
  const cities = byPrefix([...seen.counties.cells.values()].sort((a, b) => ascending(a.place, b.place)), 4);
  return [...cities].map(([city, cells]) => rowOf(city, cells, towns, standing, interval, from)).sort((a, b) =>
    (a.level ?? 9) - (b.level ?? 9) || Number(b.state === "overdue") - Number(a.state === "overdue") || b.late - a.late || PRESSING.indexOf(a.state) - PRESSING.indexOf(b.state) || ascending(a.id, b.id));
}
const PRESSING: readonly CallState[] = ["overdue", "cut", "unreported", "waiting", "answered", "calm"];
/** Codes of towns and counties begin with that of their county and city. */
function byPrefix(cells: readonly Cell[], digits: number): Map<string, Cell[]> {
  const all = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = cell.place.slice(0, digits);
    const own = all.get(key);
    if (own) own.push(cell);
    else all.set(key, [cell]);
  }
  return all;
}
function rowOf(city: RegionCode, cells: readonly Cell[], townsOf: ReadonlyMap<string, readonly Cell[]>, standing: (county: RegionCode) => Standing | undefined, interval: number, { lang, here, names }: From): RowFacts {
  const t = say(lang);
  const counties = cells.map((cell) => {
    const stands = standing(cell.place);
    const called = calledAt(stands, cell, here.simNow, interval);
    const towns = townsOf.get(cell.place) ?? [];
    const answered = stands && called.state !== "unreported" ? towns.filter((town) => town.state !== "down" && hasAnswered(town, stands.since, interval)).length : 0;
    return { cell, stands, ...called, towns: towns.length, answered };
  });
  const of = (state: CallState) => counties.filter((county) => county.state === state);
  const [late, waiting] = [of("overdue"), of("waiting")];
  const state = mostPressing(counties.map((county) => county.state));
  const level = counties.flatMap(({ stands }) => stands?.level ?? []).sort((a, b) => a - b)[0];
  const called = counties.filter((county) => county.state !== "calm");
  const most = Math.max(0, ...late.map(({ minutes = 0 }) => minutes));
  const total = { have: called.reduce((sum, { answered }) => sum + answered, 0), of: called.reduce((sum, { towns }) => sum + towns, 0) };
  const isUnheard = called.every((county) => county.state === "unreported");
  const untold = of("unreported").reduce((sum, { towns }) => sum + towns, 0);
  const end = ((): CallRow["end"] => {
    if (late.length > 0) {
      const open = late.reduce((sum, { towns, answered }) => sum + towns - answered, 0);
      const short = t("+{d}", { d: coarseSpan(most, lang) });
      return { short, long: open > 0 ? t("超时 {m} 镇 +{d}", { m: open, d: coarseSpan(most, lang) }) : short };
    }
    if (state === "cut") return same(t("断线 {n}", { n: of("cut").length }));
    if (state === "unreported") return same(t("未上报 {n}", { n: of("unreported").length }));
    return waiting.length > 0 ? same(t("余 {d}", { d: coarseSpan(Math.min(...waiting.map(({ minutes = 0 }) => minutes)), lang) })) : undefined;
  })();
  return {
    id: city, name: ownName(names.of(city)), state, late: most, ...(level !== undefined && { level, ...(lang === "en" && { char: SEVERITY_WORDS[level].letter }) }),
    cells: counties.map((county): CallCell => ({
      id: county.cell.place, state: county.state, name: names.isPassThrough(county.cell.place) ? t("直管 {n} 镇街", { n: county.towns || "··" }) : ownName(names.of(county.cell.place)),
      ...(county.state === "overdue" && { time: county.minutes! < COARSE_FROM ? t("+{n}", { n: county.minutes! }) : t("+{d}", { d: coarseSpan(county.minutes!, lang) }) }), ...(county.state === "waiting" && { time: t("余 {n}", { n: county.minutes! }) }),
    })),
    towns: total.of === 0 ? { have: "", of: "" } : { have: isUnheard ? "—" : grouped(total.have, 0), of: grouped(total.of, 0), ...(untold > 0 && { untold }) },
    // Towns of a county that never told are missing, and neither late nor waited for.
    ...(end && { end: untold > 0 && state !== "unreported" ? { full: t("{end}，{n} 镇未报", { end: end.long, n: grouped(untold, 0) }), ...end } : end }),
    row: { counties, towns: total },
  };
}
const same = (text: string): CallRow["end"] => ({ long: text, short: text });
function foldedWords(kind: FoldedKind, rows: readonly CallRow[], lang: Lang): string {
  const t = say(lang);
  const names = rows.map(({ name }) => name).join(lang === "zh" ? "、" : ", ");
  if (kind === "overdue") return t("另 {n} 市超时 {m} 县，最长 +{d}：{names}", { n: rows.length, m: rows.reduce((sum, { cells }) => sum + cells.filter(({ state }) => state === "overdue").length, 0), d: coarseSpan(Math.max(...rows.map(({ late }) => late)), lang), names });
  return t(kind === "open" ? "另 {n} 市未全应：{names}" : "另 {n} 市已应或无级别：{names}", { n: rows.length, names });
}
