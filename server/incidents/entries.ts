import type { Consequence, GradeByTable } from "../../model/consequence.ts";
import type { IncidentSource } from "../../model/incident.ts";
import type { LimitName, LimitStep } from "../../model/limit.ts";
import type { RegionCode } from "../../model/region.ts";
import type { Grade } from "../../model/words.ts";

type Point = readonly [number, number];

/** What the journal says of incidents and tasks. An entry bears the kind of the command that made it; `incident.checking` is a consequence. */
export interface Bodies {
  "incident.report": {
    incident: string; type: string; topic: string; title: string; description?: string; point?: Point; occurredAt?: string; alert?: string; files?: readonly string[];
    /** Only when the point lies away from the region. */
    awayKm?: number;
    /** Only of what a simulated world reported before it was written; RFC 3339, people's time. */
    reportedAt?: string;
    source?: IncidentSource;
    warning?: string;
  };
  "incident.verify": { incident: string; note: string };
  "incident.grade": { incident: string; grade: Grade; reason: string; consequence?: Consequence; byTable?: GradeByTable };
  /** Every task is closed or withdrawn; follows in the same decision as the last of them. */
  "incident.checking": { incident: string };
  /** `from`: the region of who closed it. */
  "incident.close": { incident: string; text: string; from?: RegionCode };
  /** What is known better now; `files` come to those that are there. */
  "incident.update": { incident: string; title?: string; description?: string; point?: Point; awayKm?: number; type?: string; topic?: string; consequence?: Consequence; files?: readonly string[] };
  "incident.reject": Reasoned;
  /** `tasks` are the orders that go along. */
  "incident.merge": Reasoned & { into: string; tasks: readonly string[] };
  "incident.suspend": Reasoned & { until: string };
  /** By `system` when its time has come. */
  "incident.resume": { incident: string; reason?: string };
  "incident.escalate": Reasoned & { to: RegionCode; task?: string; limit?: LimitName; percent?: LimitStep };
  "incident.reopen": Reasoned;
  "incident.cancel": Reasoned & { confirmedBy: string };
  "incident.evaluate": { incident: string; score: number; text: string };
  /** `cameBack`: to whom it would have come back. */
  "incident.transfer": Reasoned & { region: RegionCode; cameBack?: RegionCode };
  "task.dispatch": { task: string; incident: string; unit: string; text: string; deadline: string; from: string; copied: readonly string[]; steps?: readonly string[]; success?: string; plan?: string };
  "task.accept": Receipt;
  "task.arrive": Receipt;
  "task.report": Receipt;
  "task.finish": Receipt;
  "task.check": { task: string; passed: boolean; text: string };
  "task.return": { task: string; reason: string; propose?: string };
  "task.withdraw": { task: string; reason: string };
  "task.difficulty": { task: string; text: string };
  "task.delivered": { task: string };
  "task.seen": { task: string };
  "task.note": Receipt & { text: string };
  /** With `limit` by `system`. */
  "task.remind": { task: string; text?: string; limit?: LimitName; percent?: LimitStep };
  /** `to`: whose leader is asked. */
  "task.supervise": { task: string; text: string; to: RegionCode; deadline?: string; limit?: LimitName; percent?: LimitStep };
  /** A limit of people: what it comes to stands behind it in the same commit. */
  "limit.passed": { incident: string; task?: string; limit: LimitName; percent: LimitStep; dueAt: string; lateMs?: number };
}
interface Reasoned {
  incident: string;
  reason: string;
}
interface Receipt {
  task: string;
  text?: string;
  point?: Point;
  /** Only when the point lies away from the incident's region. */
  awayKm?: number;
  file?: string;
  /** When it happened, where it is told later. */
  occurredAt?: string;
  /** Steps of the order that are done, counted from 0. */
  steps?: readonly number[];
}
export type EntryKind = keyof Bodies;

/** The four receipts of a unit, and the move each makes. */
export const RECEIPTS = { "task.accept": "accept", "task.arrive": "arrive", "task.report": "report", "task.finish": "finish" } as const;
export const isReceipt = (kind: string): kind is keyof typeof RECEIPTS => Object.hasOwn(RECEIPTS, kind);
