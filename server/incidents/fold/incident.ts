import { formatTime, HOUR, parseTime } from "../../../model/time.ts";
import { afterWorking } from "../../../model/working-time.ts";
import { withOrders } from "../with-orders.ts";
import { stepOf, type Folds } from "./standing.ts";

/** What is graver than 一般 is evaluated within ten working days of seven hours (governance a7). */
const EVALUATED_WITHIN_MS = 10 * 7 * HOUR;

/** Entries of incidents. */
export const INCIDENT_FOLDS: Folds<Extract<keyof Folds, `incident.${string}`>> = {
  "incident.report"(standing, entry, { incident: id, awayKm, reportedAt = entry.at, ...report }) {
    standing.incidents.set(id, {
      id, ...report, region: entry.region, state: "pending", reportedBy: entry.actor, reportedAt, escalated: false, tasks: [],
      log: [stepOf(entry, { text: report.description ?? report.title, ...(awayKm !== undefined && { awayKm }) })],
    });
  },
  "incident.verify": (standing, entry, { incident, note }) => standing.moveIncident(incident, "verify", entry, { text: note }),
  "incident.grade": (standing, entry, { incident, grade, reason, consequence, byTable }) =>
    standing.moveIncident(incident, "grade", entry, { text: reason }, { grade, ...(consequence && { consequence }), ...(byTable && { byTable }) }),
  "incident.checking": (standing, entry, { incident }) => standing.moveIncident(incident, "tasksDone", entry, { text: "" }),
  "incident.close"(standing, entry, { incident, text, from }) {
    const grade = standing.incidents.get(incident)?.grade;
    standing.moveIncident(incident, "close", entry, { text }, {
      closedAt: entry.at, ...(from !== undefined && { closedFrom: from }), ...(grade !== undefined && grade <= 3 && { evaluateBy: formatTime(afterWorking(parseTime(entry.at)!, EVALUATED_WITHIN_MS)) }),
    });
  },
  "incident.update"(standing, entry, { incident, awayKm, files, ...said }) {
    const before = standing.incidents.get(incident);
    const text = [said.title !== undefined && `标题改为“${said.title}”`, said.description, said.type !== undefined && "更改类型", said.consequence && "更新后果数据", files && `附件${files.length}份`, said.point && "更新位置"].filter(Boolean).join("；");
    standing.moveIncident(incident, "update", entry, { text, ...(said.point && { point: said.point }), ...(awayKm !== undefined && { awayKm }) }, { ...said, ...(files && { files: [...(before?.files ?? []), ...files] }) });
  },
  "incident.reject": (standing, entry, { incident, reason }) => standing.moveIncident(incident, "reject", entry, { text: reason }),
  "incident.merge"(standing, entry, { incident: id, into, reason, tasks }) {
    const come = tasks.flatMap((task) => standing.tasks.get(task) ?? []);
    for (const task of come) standing.tasks.set(task.id, { ...task, incident: into });
    const from = standing.incidents.get(id);
    standing.moveIncident(id, "merge", entry, { text: reason, incident: into }, { mergedInto: into, ...(from && { tasks: from.tasks.filter((task) => !tasks.includes(task)) }) });
    const target = standing.incidents.get(into);
    standing.note(into, entry, { text: tasks.length > 0 ? `${reason}（转入任务${tasks.length}项）` : reason, incident: id });
    if (target) standing.incidents.set(into, { ...standing.incidents.get(into)!, state: withOrders(target.state, come), tasks: [...target.tasks, ...tasks], merged: [...(target.merged ?? []), id] });
  },
  "incident.suspend"(standing, entry, { incident, reason, until }) {
    const times = (standing.incidents.get(incident)?.suspended?.times ?? 0) + 1;
    standing.moveIncident(incident, "suspend", entry, { text: reason }, { suspended: { until, times } });
  },
  "incident.resume": (standing, entry, { incident, reason = entry.actor === "system" ? "挂起到期" : "" }) => standing.moveIncident(incident, "resume", entry, { text: reason }),
  "incident.escalate": (standing, entry, { incident, reason, to }) => standing.moveIncident(incident, "escalate", entry, { text: reason, region: to }, { escalated: true, escalatedTo: to }),
  "incident.reopen"(standing, entry, { incident: id, reason }) {
    standing.moveIncident(id, "reopen", entry, { text: reason });
    const incident = standing.incidents.get(id);
    if (!incident) return;
    const { closedAt: _closedAt, closedFrom: _closedFrom, evaluateBy: _evaluateBy, ...again } = incident;
    standing.incidents.set(id, again);
  },
  "incident.cancel": (standing, entry, { incident, reason, confirmedBy }) => standing.moveIncident(incident, "cancel", entry, { text: reason, confirmedBy }),
  "incident.evaluate"(standing, entry, { incident, score, text }) {
    standing.moveIncident(incident, "evaluate", entry, { text }, { evaluation: { score, text, by: entry.actor, at: entry.at } });
  },
  "incident.transfer"(standing, entry, { incident: id, region: to, reason, cameBack }) {
    const { region: from, transfers = [] } = standing.incidents.get(id) ?? { region: to };
    const told = { from, to, at: entry.at, by: entry.actor, reason, ...(cameBack !== undefined && { cameBack }) };
    standing.moveIncident(id, "transfer", entry, { text: cameBack === undefined ? reason : `推诿：${reason}`, region: to }, { region: to, transfers: [...transfers, told] });
  },
};
