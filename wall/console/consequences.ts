import { isIncidentOver, legalOnIncident, type Incident } from "../../model/incident.ts";
import type { Level } from "../../model/region.ts";
import type { Standing } from "../../model/response.ts";
import type { SituationInfo } from "../../model/situation.ts";
import { isTaskDone, type Task } from "../../model/task.ts";
import type { Consequence } from "../kit/consequence-sheet.ts";
import { t } from "./consequence-words.ts";
import { levelCount } from "./words.ts";

/** An order that is taken back after its ten seconds: somebody may be on the way. */
export const ofWithdrawing = ({ state }: Pick<Task, "state">, unit: string): Consequence => ({
  count: t("1 项任务 · {unit}", { unit }),
  cost: state === "dispatched" ? t("单位尚未接令") : t("单位已接令在办"),
  back: t("不能恢复；要再派须另下任务"),
});

export function ofClosing(tasks: readonly Pick<Task, "state">[]): Consequence {
  const done = tasks.filter(({ state }) => isTaskDone(state)).length;
  const open = tasks.length - done;
  return {
    count: tasks.length === 0 ? t("没有下发过任务") : open > 0 ? t("{done} 项任务已了结，{open} 项在办", { done, open }) : t("{done} 项任务已了结", { done }),
    cost: t("事件离开在办队列"),
    // What the state machine knows of is what is promised.
    back: legalOnIncident("closed").includes("incident.reopen") ? t("7 日内可重开") : t("关闭后不能重开"),
  };
}

export const ofStopping = ({ kind }: Pick<SituationInfo, "kind">, findings: number, incidents: Iterable<Pick<Incident, "state">>): Consequence => ({
  count: t("研判 {a} 条 · 在办事件 {i} 件", { a: findings, i: [...incidents].filter(({ state }) => !isIncidentOver(state)).length }),
  cost: t("态势的钟和画面结束；正看它的大屏退回前一画面"),
  back: kind === "replay" ? t("实况不受影响，可另开回放") : t("不能恢复；日志留存，可从头另开"),
});

/** @param below how many regions lie below the place at the next level; undefined = not known here */
export function ofResponding(from: Standing, to: Standing, place: string, below: { readonly n: number; readonly level: Level } | undefined): Consequence {
  const up = to !== null && (from === null || to < from);
  return {
    count: below && below.n > 0 ? t("{place}及 {below}", { place, below: levelCount(below.n, below.level) }) : t("{place}及所有下级区域", { place }),
    cost: up ? t("各级按预案启动值守和行动，大屏全部换标") : t("各级按预案减少值守和行动"),
    back: up ? t("只能逐级降，每级写明理由") : t("可随时再升"),
  };
}
