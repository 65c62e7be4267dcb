import type { AlertState } from "../../../model/alert.ts";
import { coarseSpan } from "../../../model/moments.ts";
import { grouped, type Lang } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import type { AlertRecord } from "../../../model/records.ts";
import { QUALITY_TAG } from "../../../model/quality.ts";
import type { RegionCode } from "../../../model/region.ts";
import { MINUTE, clockText, parseTime } from "../../../model/time.ts";
import { valueParts, valueText } from "../../../model/wording.ts";
import { SEVERITY_WORDS, type Severity } from "../../../model/words.ts";
import type { Standard } from "../alert-lines.ts";
import { brief, sentence, type AlertsData } from "../alerts.ts";
import { alertGroups, spansCity, type AlertGroup } from "./alert-groups.ts";
import { inOrder, tally } from "../../../model/alert-order.ts";
import type { CardFacts } from "./card.ts";
import { countOf } from "./figures.ts";
import { foundName, shortName } from "./place-names.ts";
import { aroundFound, findingsFor, isAround, unheardSaid } from "./findings-around.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Measured, Standpoint } from "./standpoint.ts";
import { moment } from "./time-words.ts";

export type AlertsConfig = Looks;
const say = phrases({
  告警: "Alerts", "系统研判，未发布": "machine findings, nothing issued", 不含敏感类: "nothing sensitive", "另 {n} 条已回落待确认": "{n} returned, unseen", "搁置 {n} 条": "{n} shelved", "抑制 {n} 条": "{n} suppressed", "停用 {n} 条": "{n} out of service",
  "无未消告警（{at} 核）": "no open alert (checked {at})", "另 {n} 条": "{n} more", "{n} 处": "{n} places", "{n} 处 {m} 市": "{n} places, {m} cities",
  "未确认 {n}": "{n} open", 已确认: "taken", 已回落: "returned", "余 {d}": "{d} left", "超 {d}": "{d} over", 源中断: "source lost",
  默认阈值: "default limit", "所在{place}": "around it: {place}", 全省: "province", 全市: "whole city", 等: "…",
  "{standard}（预计）": "{standard} (forecast)", "{standard}（实测）": "{standard} (measured)", "{standard}（推算）": "{standard} (computed)",
});
const LEVELS: readonly Severity[] = [1, 2, 3, 4];
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "isDisplay">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, config: AlertsConfig) => findingsFor(reader, lookedAt(config));

export function data(seen: Seen, config: AlertsConfig, from: From): AlertsData {
  const { lang, here } = from;
  const place = lookedAt(config);
  const t = say(lang);
  const counts = tally(seen.records.values());
  const groups = alertGroups(seen.records.values());
  return {
    levels: LEVELS.map((severity) => ({
      severity, count: counts[severity], ...charOf(severity, lang),
      figure: countOf({ id: `alerts.open.${severity}`, place, value: counts[severity], observedAt: seen.simAt || null, tick: seen.tick, have: seen.status === "ready" ? 1 : 0 }, here),
    })),
    standards: groups.map((group) => standard(group, place, isToldTwice(group, groups), from)),
    others: t("等"),
    none: t("无未消告警（{at} 核）", { at: seen.status === "ready" ? clockText(here.checkedAt(seen)) : "··" }), more: (n) => t("另 {n} 条", { n: grouped(n, 0) }),
  };
}
export function card(seen: Seen, config: AlertsConfig, { lang, here, names, isDisplay }: From): CardFacts {
  const t = say(lang);
  const returned = returnedOf(seen);
  const unheard = unheardSaid(seen, lang);
  // Said of every display, at all times: neither whether there is any nor how many is told with it.
  const note = [t("系统研判，未发布"), ...(isDisplay ? [t("不含敏感类")] : []), ...(unheard === "" ? [] : [unheard]), ...asideOf(seen, lang), ...(returned > 0 ? [t("另 {n} 条已回落待确认", { n: grouped(returned, 0) })] : [])].join(" · ");
  return {
    heading: titled(t("告警"), lookedAt(config), config, names), note, status: seen.status, code: seen.code,
    observedAt: seen.status === "ready" ? here.checkedAt(seen) : undefined, state: here.linked ? "fresh" : "stale",
  };
}
export const spoken = (seen: Seen, config: AlertsConfig, from: From): string => closed(sentence(data(seen, config, from)), seen, from);
export const briefly = (seen: Seen, config: AlertsConfig, from: From): string => closed(brief(data(seen, config, from)), seen, from);
function closed(told: string, seen: Seen, from: From): string {
  const [returned, unheard] = [returnedOf(seen), unheardSaid(seen, from.lang)];
  return `${told}${asideOf(seen, from.lang).map((each) => `${each}。`).join("")}${returned > 0 ? `另 ${grouped(returned, 0)} 条已回落待确认。` : ""}${unheard && `${unheard}。`}${from.isDisplay ? "不含敏感类。" : ""}`;
}
/** What nobody is asked about for now, each kind with its count: out of mind, and never out of sight. */
function asideOf({ records }: Seen, lang: Lang): string[] {
  const t = say(lang);
  const count = (state: AlertState): string => grouped([...records.values()].filter((a) => a.state === state).length, 0);
  return ([["shelved", "搁置 {n} 条"], ["suppressed", "抑制 {n} 条"], ["outOfService", "停用 {n} 条"]] as const).flatMap(([state, words]) => (count(state) === "0" ? [] : [t(words, { n: count(state) })]));
}
const returnedOf = ({ records }: Seen): number => inOrder(records.values()).filter((a) => a.state === "returned").length;

/** @param region of which place the panel tells: what the regions around it came to is said to be theirs */
function standard(group: AlertGroup, region: RegionCode, isTwice: boolean, from: From): Standard {
  const { key, severity, holds, cities, alerts } = group;
  const { lang, words } = from;
  const t = say(lang);
  const [one] = alerts.length === 1 ? alerts : [];
  return {
    id: key, severity, holds, ...charOf(severity, lang),
    ...howKnown(saysOf(group), group, isTwice, from), tag: group.byDefault ? t("默认阈值") : "",
    count: cities.length > 1 ? t("{n} 处 {m} 市", { n: grouped(alerts.length, 0), m: cities.length }) : t("{n} 处", { n: grouped(alerts.length, 0) }),
    cities: cities.map((city) => ({ name: shortName(city.name), places: city.alerts.map((a) => ({ alert: a.id, state: a.state, name: placeIn(a, region, lang) })) })),
    standing: standingOf(group, from),
    ...(one && { one: { ...placeOf(one, region, lang), ...(tellsValue(group, one, words.indicator(one.indicator)) && valueOf(one, words.indicator(one.indicator), from)) } }),
  };
}
/** What is met; of a sentence also what it is of in short: 有村处于山洪转移预警，是否立即转移须核实 is 山洪转移预警. */
function saysOf(group: AlertGroup): Pick<Standard, "says" | "briefly"> {
  const says = group.says.replace(/^达到/, "").replace("预警标准", "标准");
  const briefly = says.replace(/[，（].*$/, "").replace(/^有(?:村处于)?/, "");
  return { says, ...(briefly !== says && briefly !== "" && { briefly }) };
}
/** Two rules of one standard: what is expected and what was measured have the same words. */
const isToldTwice = ({ key, severity, says, holds }: AlertGroup, groups: readonly AlertGroup[]): boolean => groups.some((other) => other.key !== key && other.severity === severity && other.says === says && other.holds === holds);
/** What is only expected says so always, what was measured where the same words stand beside it for another reason. */
function howKnown({ says, briefly }: Pick<Standard, "says" | "briefly">, { alerts: [first] }: AlertGroup, isTwice: boolean, { lang, words }: From): Pick<Standard, "says" | "briefly"> {
  const isAhead = first !== undefined && countsDown(first, words.indicator(first.indicator));
  if (!isAhead && !isTwice) return { says, ...(briefly !== undefined && { briefly }) };
  const how = (standard: string): string => say(lang)(isAhead ? "{standard}（预计）" : first?.quality === undefined ? "{standard}（实测）" : "{standard}（推算）", { standard });
  return { says: how(says), ...(briefly !== undefined && { briefly: how(briefly) }) };
}
function standingOf(group: AlertGroup, from: From): Standard["standing"] {
  const held = heldBy(group, from);
  return group.alerts.some((a) => a.sourceDown) ? { ...held, lost: say(from.lang)("源中断") } : held;
}
function heldBy({ alerts }: AlertGroup, { lang, here }: From): Standard["standing"] {
  const t = say(lang);
  const open = alerts.filter((a) => a.state === "unacknowledged");
  if (open.length === 0) return { text: alerts.every((a) => a.state === "returned") ? t("已回落") : t("已确认"), tone: "quiet" };
  const due = open.flatMap((a) => (a.ackBy === undefined ? [] : [parseTime(a.ackBy) ?? Infinity]));
  if (due.length === 0) return { text: t("未确认 {n}", { n: grouped(open.length, 0) }), tone: "strong" };
  const left = Math.min(...due) - here.peopleNow;
  return { text: t(left >= 0 ? "余 {d}" : "超 {d}", { d: coarseSpan(Math.ceil(Math.abs(left) / MINUTE), lang) }), tone: left >= 0 ? "strong" : "pressing" };
}
/** The badge bears the level's own character but on an English page. */
const charOf = (severity: Severity, lang: Lang): { char?: string } => (lang === "en" ? { char: SEVERITY_WORDS[severity].letter } : {});
/** What was found stays as it was then: beside the hours that run down it would be a second countdown, and of what is over it would say that it is not. */
const tellsValue = ({ holds }: AlertGroup, { unit }: AlertRecord, measured: Measured | undefined): boolean => holds && !(unit === "h" && (measured === undefined || measured.zero !== undefined));
/** Hours until something comes. */
const countsDown = ({ unit }: AlertRecord, measured: Measured | undefined): boolean => unit === "h" && measured?.zero !== undefined;
/** In its indicator's own form (35.0 m/s; 12 小时), as on every other page, with the moment at which it was that: the number of now stands elsewhere. */
function valueOf({ value, decimals, unit, quality, simAt }: AlertRecord, measured: Measured | undefined, { lang, here }: From): { value: string; unit: string; at?: string; tag?: string } {
  const since = parseTime(simAt);
  const made = { ...(since !== null && { at: moment(since, here.simNow) }), ...(quality !== undefined && { tag: QUALITY_TAG[quality][lang] }) };
  const parts = valueParts(value, { ...measured, decimals, unit }, { lang });
  return parts.length === 1 ? { value: parts[0].text, unit: parts[0].unit, ...made } : { value: valueText(value, { ...measured, decimals, unit }, lang), unit: "", ...made };
}
/** Behind its city, whose name is not said twice. */
function placeIn(alert: AlertRecord, region: RegionCode, lang: Lang): string {
  if (isAround(alert, region)) return lang === "zh" ? aroundFound(alert) : say(lang)("所在{place}", { place: alert.place.length <= 2 ? say(lang)("全省") : foundName(alert.placeName) });
  if (alert.place.length <= 2) return say(lang)("全省");
  return spansCity(alert) ? say(lang)("全市") : foundName(alert.placeName);
}
/** 湛江 徐闻, 广州气象站: each name once; a town or village bears its county's name too, as long as that has room; the province's own finding is 全省. */
function placeOf(alert: AlertRecord, region: RegionCode, lang: Lang): { place: string; nearby?: string } {
  const { place, placeName, areaName } = alert;
  if (place.length <= 2 || isAround(alert, region)) return { place: placeIn(alert, region, lang) };
  const city = shortName(cityOf(areaName));
  const own = foundName(placeName);
  if (own.startsWith(city)) return { place: own };
  const county = BELOW_COUNTY.test(place) ? shortName(areaName.split(" ")[1] ?? "") : "";
  return county === "" || county === city ? { place: `${city} ${own}` } : { place: `${city}${county} ${own}`, nearby: `${city} ${own}` };
}
/** The codes of towns and villages; sites have names of their own. */
const BELOW_COUNTY = /^\d{9}(?:\d{3})?$/;
const cityOf = (areaName: string): string => areaName.split(" ")[0] ?? "";
