import { median } from "d3";
import type { Incident } from "../../../model/incident.ts";
import { STAGES, stageOf, type Stage } from "../../../model/incident-stages.ts";
import { durationText } from "../../../model/moments.ts";
import { grouped } from "../../../model/numerals.ts";
import { phrases } from "../../../model/phrases.ts";
import { clockText, parseTime } from "../../../model/time.ts";
import { sentence, type FunnelData } from "../funnel.ts";
import type { CardFacts } from "./card.ts";
import { countOf } from "./figures.ts";
import { lookedAt, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export type FunnelConfig = Looks;
const WORDS = {
  事件阶段: "Incident stages", "在办 {n} 起": "{n} open", 停留时间中位数: "median time in stage", 接报: "reported", 核实: "verified", 定级: "graded", 处置: "handling", 核查: "checking", 办结: "closed",
  "中位 {d}": "median {d}", "历时 {d}": "took {d}", "最久 {d}": "longest {d}", "尚无事件（{at} 核）": "no incident (checked {at})",
};
const say = phrases(WORDS);
const WORD: Readonly<Record<Stage, keyof typeof WORDS>> = { reported: "接报", verified: "核实", graded: "定级", handling: "处置", checking: "核查", closed: "办结" };
/** The entry that brings an incident to a stage; work begins with the first order. */
const ENTERS: Readonly<Record<Stage, RegExp>> = { reported: /report|detect/, verified: /verify/, graded: /grade/, handling: /dispatch/, checking: /checking/, closed: /close/ };
type From = Pick<Standpoint, "lang" | "here" | "names">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, config: FunnelConfig) => reader.incidents(lookedAt(config));

/** How long an incident has stood at its stage, ms; of a closed one how long it took in all. Undefined where its log does not say. */
export function timeAt(incident: Incident, now: number): number | undefined {
  const stage = stageOf(incident.state);
  if (stage === undefined) return undefined;
  const when = incident.log.filter(({ kind }) => ENTERS[stage].test(kind)).map(({ at }) => parseTime(at)).filter((at) => at !== null);
  // Work may have begun again after a check that failed; it is the same work.
  const entered = stage === "handling" ? when[0] : (when.at(-1) ?? (stage === "reported" ? (parseTime(incident.reportedAt) ?? undefined) : undefined));
  if (entered === undefined) return undefined;
  if (stage !== "closed") return Math.max(0, now - entered);
  const reported = parseTime(incident.reportedAt);
  return reported === null ? undefined : Math.max(0, entered - reported);
}
export function data(seen: Seen, config: FunnelConfig, { lang, here }: From): FunnelData {
  const t = say(lang);
  const all = [...seen.records.values()];
  return {
    stages: STAGES.map((stage) => {
      const own = all.filter(({ state }) => stageOf(state) === stage);
      const times = own.map((incident) => timeAt(incident, here.peopleNow)).filter((time) => time !== undefined);
      const middle = median(times);
      const longest = Math.max(0, ...times);
      return {
        id: stage, word: t(WORD[stage]), count: own.length,
        figure: { ...countOf({ id: `incidents.stage.${stage}`, place: lookedAt(config), value: own.length, observedAt: seen.simAt || null, tick: seen.tick, have: seen.status === "ready" ? 1 : 0 }, here), ...(seen.status === "ready" && { text: grouped(own.length, 0) }) },
        median: middle === undefined ? "" : t(stage === "closed" ? "历时 {d}" : "中位 {d}", { d: durationText(middle, lang) }),
        longest: times.length < 2 || stage === "closed" ? "" : t("最久 {d}", { d: durationText(longest, lang) }),
      };
    }),
    none: t("尚无事件（{at} 核）", { at: seen.status === "ready" ? clockText(here.checkedAt(seen)) : "··" }),
  };
}
export function card(seen: Seen, config: FunnelConfig, { lang, here, names }: From): CardFacts {
  const t = say(lang);
  const open = [...seen.records.values()].filter(({ state }) => stageOf(state) !== undefined && stageOf(state) !== "closed").length;
  return {
    heading: titled(t("事件阶段"), lookedAt(config), config, names), note: seen.status === "ready" ? `${t("在办 {n} 起", { n: grouped(open, 0) })} · ${t("停留时间中位数")}` : "", status: seen.status, code: seen.code,
    observedAt: seen.status === "ready" ? here.checkedAt(seen) : undefined, state: here.linked ? "fresh" : "stale",
  };
}
export const spoken = (seen: Seen, config: FunnelConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: FunnelConfig, from: From): string => sentence(data(seen, config, from), true);
