import { group } from "d3";
import { phrases } from "../../../model/phrases.ts";
import type { TaskRecord } from "../../../model/records.ts";
import { below, levelOf, type Level, type RegionCode } from "../../../model/region.ts";
import { ownName } from "../place-name.ts";
import { sentence, type ResourceData, type ResourceRow } from "../resource.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { countOf, figureOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import { lateness } from "./order-log.ts";
import { isAwaited } from "./order-steps.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export interface ResourceConfig extends Looks {
  /** How many teams can leave at once; absent = 可用救援队伍. */
  readonly indicator?: string;
}
const READY = "emg.team.ready";
const WORDS = { 队伍物资: "Teams", 到场时间未报: "no arrival time reported", 可用: "ready", 出动: "out", 途中: "on the way", 到场: "on scene", 已派: "sent", 已签收: "accepted", 处置: "at work", 已退回: "returned", 超时: "late", 市: "city", 县: "county", 单位: "units", "另 {n} 市": "{n} more cities", "另 {n} 县": "{n} more counties" };
const say = phrases(WORDS);
const STATE: Readonly<Partial<Record<TaskRecord["state"], keyof typeof WORDS>>> = { dispatched: "已派", accepted: "已签收", onScene: "到场", handling: "处置", returned: "已退回" };
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;
/** Teams are told by county. */
const placeOf = (config: ResourceConfig): RegionCode => lookedAt(config, "city");

export function read(reader: Reader, config: ResourceConfig) {
  const region = placeOf(config);
  const { indicator = READY } = config;
  const level = below(levelOf(region)) ?? "county";
  return { level, view: reader.cells(indicator, region, level), whole: reader.cells(indicator, region, levelOf(region)).cells.get(region), tasks: reader.tasks(region) };
}
/** A unit is out as long as something is awaited of it; a returned order is nobody's. */
const isOut = (task: TaskRecord): boolean => isAwaited(task) && task.state !== "returned";
const onScene = ({ state }: TaskRecord): boolean => state === "onScene" || state === "handling";

export function data({ view, whole, tasks, level }: Seen, config: ResourceConfig, from: From): ResourceData {
  const { lang, here, words, names } = from;
  const t = say(lang);
  const indicator = words.indicator(config.indicator ?? READY);
  const out = [...tasks.records.values()].filter(isOut);
  // A unit with two orders is one unit; it is as far as the order that is furthest.
  const units = [...group(out, ({ unit }) => unit)].map(([id, own]) => {
    const furthest = own.toSorted((a, b) => Number(onScene(b)) - Number(onScene(a)))[0]!;
    const isLate = own.some((task) => lateness(task, here.peopleNow) !== undefined);
    return { id, place: placedIn(id, level), name: furthest.unitName, isThere: onScene(furthest), isLate, state: t(isLate && !onScene(furthest) ? "超时" : STATE[furthest.state]!) };
  });
  const there = units.filter(({ isThere }) => isThere).length;
  const counted = (id: string, word: "出动" | "途中" | "到场", count: number) => ({
    id, word: t(word), count, figure: countOf({ id: `units.${id}`, place: placeOf(config), value: count, observedAt: tasks.simAt || null, tick: tasks.tick, have: tasks.status === "ready" ? 1 : 0 }, here),
  });
  const rows = [...view.cells.values()].map((cell): ResourceRow => {
    const own = units.filter(({ place }) => place === cell.place).sort((a, b) => Number(b.isLate) - Number(a.isLate) || Number(a.isThere) - Number(b.isThere) || (a.id < b.id ? -1 : 1));
    const name = names.of(cell.place);
    return { id: cell.place, name: level === "city" ? name : ownName(name), ready: figureOf(cell, indicator, from), out: own.length, units: own };
  });
  return {
    ready: { word: t("可用"), figure: figureOf(whole, indicator, from) }, out: [counted("out", "出动", units.length), counted("way", "途中", units.length - there), counted("there", "到场", there)],
    rows: rows.sort((a, b) => b.out - a.out || (view.cells.get(a.id)!.value ?? Infinity) - (view.cells.get(b.id)!.value ?? Infinity) || (a.id < b.id ? -1 : 1)),
    headings: [t(level === "city" ? "市" : "县"), t("可用"), t("出动"), t("单位")], more: (n) => t(level === "city" ? "另 {n} 市" : "另 {n} 县", { n }),
  };
}
/** The city or county of a unit, by its id `<region>:<kind>`; a unit of the province stands in no row. */
const placedIn = (unit: string, level: Level): RegionCode => unit.split(":")[0]!.slice(0, level === "city" ? 4 : 6);

export function card({ view, whole, tasks }: Seen, config: ResourceConfig, { lang, here, words, names }: From): CardFacts {
  const t = say(lang);
  const worst = worstOf(whole ? [whole] : []);
  return {
    heading: titled(t("队伍物资"), placeOf(config), config, names), note: [...tasks.records.values()].some((task) => isOut(task) && !onScene(task)) ? t("到场时间未报") : "", status: view.status, code: view.code,
    observedAt: whole ? worst.observedAt : undefined, cadenceMs: words.indicator(config.indicator ?? READY)?.cadence ?? 0, state: here.linked ? worst.state : "stale", coverage: whole?.coverage,
  };
}
export const spoken = (seen: Seen, config: ResourceConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: ResourceConfig, from: From): string => sentence(data(seen, config, from), 1);
