import { LIMIT_WORDS, nextStep, type LimitTimer } from "../../model/limit.ts";
import { isIncidentOver } from "../../model/incident.ts";
import type { Draft } from "../../model/journal.ts";
import { formatTime, SECOND } from "../../model/time.ts";
import type { Due } from "../../model/timer.ts";
import type { Bodies, EntryKind } from "./entries.ts";
import type { Standing } from "./fold/standing.ts";
import { isInRow, isOfUnit, isOrdered, runningOf, runningOn } from "./limit-course.ts";
import type { Limits } from "./limits.ts";
import type { IncidentsNeeds } from "./needs.ts";
import { above } from "./upward.ts";

/** What passing a step of a limit comes to: 催办 at 80 and 100 %, 督办 at 120, 提级 at 150 or when two were missed in a row (governance a7). */
export const limitPasses = (standing: Standing, limits: Limits, needs: IncidentsNeeds): Due => ({
  about: ({ body }) => (body as LimitTimer).task ?? (body as LimitTimer).incident,
  due({ body }, now, lateMs) {
    const timer = body as LimitTimer;
    const { limit, percent } = timer;
    const task = timer.task === undefined ? undefined : standing.tasks.get(timer.task);
    // Merged meanwhile, it is the other's.
    const incident = standing.incidents.get(task?.incident ?? timer.incident);
    if (!incident || isIncidentOver(incident.state) || incident.state === "suspended") return null;
    const running = task ? runningOf(task) : limit === "takeOver" ? [limit] : runningOn(incident, isOrdered(incident, standing));
    if ((timer.task !== undefined && !task) || !running.includes(limit)) return null;

    const draft = <K extends EntryKind>(kind: K, said: Bodies[K]): Draft => ({ kind, actor: "system", region: incident.region, body: said });
    const dueAt = now - lateMs;
    const word = `限时“${LIMIT_WORDS[limit].zh}”`;
    const of = { limit, percent, ...(task && { task: task.id }) };
    const isSecond = percent === 100 && isInRow(limit) && ((task ?? incident).missed ?? 0) > 0;
    const isUp = timer.isEscalated !== true && (percent === 150 || isSecond);
    // What the next level knows already goes higher only when that has not taken it over.
    const to = isUp && (limit === "takeOver" || !incident.escalated) ? above(incident.escalatedTo ?? incident.region, needs) : undefined;
    const drafts: Draft[] = [draft("limit.passed", { incident: incident.id, ...of, dueAt: formatTime(dueAt), ...(lateMs >= SECOND && { lateMs: Math.round(lateMs) }) })];
    if (task && isOfUnit(limit) && percent <= 100) drafts.push(draft("task.remind", { ...of, task: task.id }));
    if (task && isOfUnit(limit) && percent === 120) drafts.push(draft("task.supervise", { ...of, task: task.id, text: `${word}已过120%，请说明`, to: needs.unit(task.unit)?.region ?? incident.region }));
    if (to !== undefined) drafts.push(draft("incident.escalate", { incident: incident.id, ...of, to, reason: isSecond ? `连续两项限时未完成，${word}已到` : `${word}已过${percent}%` }));

    const next = nextStep(percent);
    const isEscalated = timer.isEscalated === true || isUp;
    const row = next === null || (isEscalated && next === 150) ? null : limits.step({ ...timer, percent: next, ...(isEscalated && { isEscalated: true }) }, dueAt, next - percent);
    const takeOver = to === undefined ? null : limits.row("takeOver", incident, now);
    return { drafts, timers: [row, takeOver].filter((each) => each !== null) };
  },
});
