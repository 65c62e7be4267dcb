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
  };
  "incident.verify": { incident: string; note: string };
  "incident.grade": { incident: string; grade: Grade; reason: string };
  /** Every task is closed or withdrawn; follows in the same decision as the last of them. */
  "incident.checking": { incident: string };
  "incident.close": { incident: string; text: string };
  "task.dispatch": { task: string; incident: string; unit: string; text: string; deadline: string; from: string; copied: readonly string[] };
  "task.accept": Receipt;
  "task.arrive": Receipt;
  "task.report": Receipt;
  "task.finish": Receipt;
  "task.check": { task: string; passed: boolean; text: string };
  "task.return": { task: string; reason: string; propose?: string };
  "task.withdraw": { task: string; reason: string };
  "task.difficulty": { task: string; text: string };
}
interface Receipt {
  task: string;
  text?: string;
  point?: Point;
  /** Only when the point lies away from the incident's region. */
  awayKm?: number;
  file?: string;
}
export type EntryKind = keyof Bodies;

/** The four receipts of a unit, and the move each makes. */
export const RECEIPTS = { "task.accept": "accept", "task.arrive": "arrive", "task.report": "report", "task.finish": "finish" } as const;
export const isReceipt = (kind: string): kind is keyof typeof RECEIPTS => Object.hasOwn(RECEIPTS, kind);
