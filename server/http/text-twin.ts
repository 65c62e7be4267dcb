import type { Actor } from "../../model/account.ts";
import { isOpenAlert, type Alert } from "../../model/alert.ts";
import { simTime } from "../../model/situation.ts";
import { isTaskDone } from "../../model/task.ts";
import { formatTime } from "../../model/time.ts";
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
  const { banner, title, clock } = situation.info();
  const name = (place: string): string => catalog.site(place)?.name ?? catalog.regions.find(place)?.name ?? place;
  const region = focus?.region ?? catalog.regions.row(0).code;
  const viewer = { ...actor, region: access.seesPlace(actor, region) ? region : actor.region };

  const alerts = [...situation.alerts()].filter((a) => isOpenAlert(a.state) && access.seesAlert(viewer, a)).sort((a, b) => a.severity - b.severity || (a.raisedAt < b.raisedAt ? 1 : -1));
  const incidents = [...situation.incidents()].filter((i) => access.seesIncident(viewer, i, (id) => situation.task(id)));
  const open = incidents.filter((i) => !["closed", "evaluated", "rejected", "merged", "cancelled"].includes(i.state));
  const tasks = [...situation.tasks()].filter((t) => !isTaskDone(t.state) && access.seesTask(viewer, t, (id) => situation.incident(id)));
  const alertWords = (a: Alert): string => {
    const indicator = catalog.indicator(a.indicator);
    const unit = indicator?.unit ?? "";
    return `${SEVERITY_WORDS[a.severity].zh}告警（系统研判，未发布）：${name(a.place)} ${indicator?.title.zh ?? a.indicator} ${a.value}${unit}，限值 ${a.limit}${unit}，${a.sourceDown ? "数据中断" : STATE_WORDS[a.state]}，${a.raisedAt}。`;
  };
  return [
    `观澜 · ${wall.title.zh}`,
    `${banner || title.zh}。态势时间 ${formatTime(simTime(clock, needs.clock.now()))}${clock.paused ? "，已暂停" : ""}。焦点：${name(viewer.region)}。`,
    "",
    `告警 ${alerts.length} 条${alerts.length === 0 ? "。" : "："}`,
    ...said(alerts, alertWords),
    "",
    `在办事件 ${open.length} 件${open.length === 0 ? "。" : "："}`,
    ...said(open, (i) => `${i.title}，${name(i.region)}，${i.state}，${i.reportedAt}。`),
    "",
    `未办结任务 ${tasks.length} 项${tasks.length === 0 ? "。" : "："}`,
    ...said(tasks, (t) => `${catalog.unit(t.unit)?.name ?? t.unit}：${t.text}，${t.state}，时限 ${t.deadline}。`),
    "",
  ].join("\n");
}

const STATE_WORDS: Readonly<Record<Alert["state"], string>> = {
  unacknowledged: "未确认", acknowledged: "已确认", returned: "已恢复、未确认", shelved: "已搁置", suppressed: "已抑制", outOfService: "停用", closed: "已关闭",
};
const said = <T>(items: readonly T[], words: (item: T) => string): string[] => [
  ...items.slice(0, MOST_SAID).map(words),
  ...(items.length > MOST_SAID ? [`另有 ${items.length - MOST_SAID} 项。`] : []),
];
