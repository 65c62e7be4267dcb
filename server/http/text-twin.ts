import type { Actor } from "../../model/account.ts";
import { darkWords, displayOf } from "../../model/display.ts";
import { stillHolds, type Alert } from "../../model/alert.ts";
import { isIncidentOver } from "../../model/incident.ts";
import { byUrgencyOfWork } from "../../model/incident-stages.ts";
import { asOf, dateText } from "../../model/moments.ts";
import { amount } from "../../model/numerals.ts";
import { simTime } from "../../model/situation.ts";
import { ALERT_STATE_WORDS, INCIDENT_STATE_WORDS, TASK_STATE_WORDS } from "../../model/state-words.ts";
import { isTaskDone } from "../../model/task.ts";
import { clockText, parseTime } from "../../model/time.ts";
import type { Wall } from "../../model/wall.ts";
import { SEVERITY_WORDS } from "../../model/words.ts";
import type { HttpNeeds } from "./needs.ts";

/** How many of each kind are said; how many more there are is said too. */
const MOST_SAID = 20;

/** What a wall shows, in Chinese sentences: for readers without eyes, without glass, or with a printer. */
export function textTwin(needs: Pick<HttpNeeds, "access" | "catalog" | "clock" | "walls" | "situation">, actor: Actor, wall: Wall, asked: string | undefined): string | null {
  const { access, catalog } = needs;
  const focus = needs.walls.state(wall.id)?.focus;
  const situation = needs.situation(asked ?? focus?.situation ?? wall.situation);
  if (!situation) return null;
  const { kind, banner, title, clock } = situation.info();
  const now = needs.clock.now();
  const simNow = simTime(clock, now);
  const name = (place: string): string => catalog.site(place)?.name ?? catalog.regions.find(place)?.name ?? place;
  const region = focus?.region ?? catalog.regions.row(0).code;
  const viewer = { ...actor, region: access.seesPlace(actor, region) ? region : actor.region };

  const seen = [...situation.alerts()].filter((a) => access.seesAlert(viewer, a));
  const returned = seen.filter((a) => a.state === "returned").length;
  const alerts = seen.filter((a) => stillHolds(a.state)).sort((a, b) => a.severity - b.severity || (a.raisedAt < b.raisedAt ? 1 : -1));
  const incidents = [...situation.incidents()].filter((i) => access.seesIncident(viewer, i, (id) => situation.task(id)));
  const open = incidents.filter((i) => !isIncidentOver(i.state)).sort(byUrgencyOfWork);
  const tasks = [...situation.tasks()].filter((t) => !isTaskDone(t.state) && access.seesTask(viewer, t, (id) => situation.incident(id)));
  const alertWords = (a: Alert): string => {
    const indicator = catalog.indicator(a.indicator);
    const glass = displayOf(a.indicator);
    const title = glass ? darkWords(needs.walls.all().find(({ id }) => id === glass.wall)?.title.zh ?? glass.wall, glass.n) : (indicator?.title.zh ?? a.indicator);
    const figure = (value: number): string => {
      const { text, unit } = amount(value, { decimals: indicator?.decimals ?? (glass ? 0 : 2), unit: indicator?.unit ?? (glass ? "s" : "") });
      return `${text} ${unit}`.trim();
    };
    return `${SEVERITY_WORDS[a.severity].zh}告警（系统研判，未发布）：${name(a.place)} ${title} ${figure(a.value)}，限值 ${figure(a.limit)}，${a.sourceDown ? "数据中断" : ALERT_STATE_WORDS[a.state].zh}，${moment(a.simAt, simNow)}研判。`;
  };
  return [
    `观澜 · ${wall.title.zh}`,
    `${banner || title.zh}。态势时间 ${dateText(simNow)} ${clockText(simNow)}${clock.paused ? "，已暂停" : ""}${kind === "live" ? "" : `；接报和时限按现实时间，现在是 ${dateText(now)} ${clockText(now)}`}。焦点：${name(viewer.region)}。`,
    "",
    `告警 ${alerts.length} 条${alerts.length === 0 ? "。" : "："}`,
    ...said(alerts, alertWords),
    // What returned to normal is no finding any more, here as on the wall.
    ...(returned > 0 ? [`另 ${returned} 条已回落待确认。`] : []),
    "",
    `在办事件 ${open.length} 件${open.length === 0 ? "。" : "："}`,
    ...said(open, (i) => `${i.title}，${name(i.region)}，${INCIDENT_STATE_WORDS[i.state].zh}，${moment(i.reportedAt, now)}接报。`),
    "",
    `未办结任务 ${tasks.length} 项${tasks.length === 0 ? "。" : "："}`,
    ...said(tasks, (t) => `${catalog.unit(t.unit)?.name ?? t.unit}：${t.text}，${TASK_STATE_WORDS[t.state].zh}，时限 ${moment(t.deadline, now)}。`),
    "",
  ].join("\n");
}

/** As the wall says it: 14:31, 昨日 14:31, 9月14日 14:31. */
const moment = (text: string, now: number): string => {
  const at = parseTime(text);
  return at === null ? text : asOf(at, now, 0);
};
const said = <T>(items: readonly T[], words: (item: T) => string): string[] => [
  ...items.slice(0, MOST_SAID).map(words),
  ...(items.length > MOST_SAID ? [`另有 ${items.length - MOST_SAID} 项。`] : []),
];
