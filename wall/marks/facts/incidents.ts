import { countStages, inWork, STAGES, stageOf, type Stage } from "../../../model/incident-stages.ts";
import type { Lang } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import type { IncidentRecord } from "../../../model/records.ts";
import { isTaskDone, type Task } from "../../../model/task.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import { sentence, type IncidentRow, type IncidentsData } from "../incidents.ts";
import type { CardFacts } from "./card.ts";
import { countOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import { shortName } from "./place-names.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export type IncidentsConfig = Looks;
const WORDS = {
  事件: "Incidents", "在办 {n} 起": "{n} open", "在办 {n} 起 · 接报为现实时间": "{n} open · reported in real time", "尚无事件（{at} 核）": "no incident (checked {at})", 接报: "reported", 核实: "verified", 定级: "graded", 处置: "handling",
  核查: "checking", 办结: "closed", "另 {n} 起": "{n} more", "指令 {a}/{b}": "orders {a}/{b}", 未派: "no order",
};
const say = phrases(WORDS);
const WORD: Readonly<Record<Stage, keyof typeof WORDS>> = { reported: "接报", verified: "核实", graded: "定级", handling: "处置", checking: "核查", closed: "办结" };
type From = Pick<Standpoint, "lang" | "here" | "names">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, config: IncidentsConfig) {
  const region = lookedAt(config);
  return { incidents: reader.incidents(region), tasks: reader.tasks(region) };
}

export function data({ incidents, tasks }: Seen, config: IncidentsConfig, { lang, here }: From): IncidentsData {
  const place = lookedAt(config);
  const t = say(lang);
  const counts = countStages(incidents.records.values());
  return {
    stages: STAGES.map((stage) => ({
      id: stage, word: t(WORD[stage]), count: counts[stage],
      figure: countOf({ id: `incidents.stage.${stage}`, place, value: counts[stage], observedAt: incidents.simAt || null, tick: incidents.tick, have: incidents.status === "ready" ? 1 : 0 }, here),
    })),
    rows: inWork(incidents.records.values()).map((incident) => rowOf(incident, tasks.status === "ready" ? tasks.records : undefined, lang)),
    none: t("尚无事件（{at} 核）", { at: incidents.status === "ready" ? clockText(here.checkedAt(incidents)) : "··" }), more: (n) => t("另 {n} 起", { n }),
  };
}
export function card({ incidents }: Seen, config: IncidentsConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const rows = inWork(incidents.records.values());
  const open = rows.filter(({ state }) => stageOf(state) !== "closed").length;
  return {
    heading: titled(t("事件"), lookedAt(config), config, names), note: incidents.status === "ready" ? t(here.isOneTime || rows.length === 0 ? "在办 {n} 起" : "在办 {n} 起 · 接报为现实时间", { n: open }) : "", status: incidents.status, code: incidents.code,
    observedAt: incidents.status === "ready" ? here.checkedAt(incidents) : undefined, state: here.linked ? "fresh" : "stale",
  };
}
export const spoken = (seen: Seen, config: IncidentsConfig, from: From): string => sentence(data(seen, config, from));

/** @param tasks the orders, as soon as they have come */
function rowOf(incident: IncidentRecord, tasks: ReadonlyMap<string, Task> | undefined, lang: Lang): IncidentRow {
  const t = say(lang);
  const { id, state, grade, title } = incident;
  const stage = stageOf(state)!;
  const done = tasks ? incident.tasks.filter((task) => isTaskDone(tasks.get(task)?.state ?? "dispatched")).length : "··";
  return {
    id, state, title, ...(grade && { grade }), isOver: stage === "closed", stage: t(WORD[stage]),
    at: clockText(parseTime(incident.reportedAt) ?? 0), place: placeOf(incident),
    orders: incident.tasks.length === 0 ? t("未派") : t("指令 {a}/{b}", { a: done, b: incident.tasks.length }),
  };
}
/** 湛江 徐闻: city and own name, each once. */
const placeOf = ({ areaName, regionName }: IncidentRecord): string => [...new Set([areaName.split(" ")[0] ?? "", regionName].map(shortName))].filter(Boolean).join(" ");
