import type { Grade } from "../../model/words.ts";

type Point = readonly [number, number];

/** What the journal says of incidents and tasks, by entry kind. A command asks; an entry states what has happened. */
export interface Bodies {
  "incident.reported": {
    incident: string; type: string; topic: string; title: string; description?: string; point?: Point; occurredAt?: string; alert?: string; files?: readonly string[];
  };
  "incident.verified": { incident: string; note: string };
  "incident.graded": { incident: string; grade: Grade; reason: string };
  /** Every task is closed or withdrawn; follows in the same decision as the last of them. */
  "incident.checking": { incident: string };
  "incident.closed": { incident: string; text: string };
  "task.dispatched": { task: string; incident: string; unit: string; text: string; deadline: string; from: string; copied: readonly string[] };
  "task.accepted": Receipt;
  "task.arrived": Receipt;
  "task.reported": Receipt;
  "task.finished": Receipt;
  "task.checked": { task: string; passed: boolean; text: string };
  "task.returned": { task: string; reason: string; propose?: string };
  "task.withdrawn": { task: string; reason: string };
  "task.difficulty": { task: string; text: string };
}
interface Receipt {
  task: string;
  text?: string;
  point?: Point;
  file?: string;
}
export type EntryKind = keyof Bodies;

/** The four receipts of a unit: command → entry and move. */
export const RECEIPTS = {
  "task.accept": { entry: "task.accepted", move: "accept" },
  "task.arrive": { entry: "task.arrived", move: "arrive" },
  "task.report": { entry: "task.reported", move: "report" },
  "task.finish": { entry: "task.finished", move: "finish" },
} as const;
/** Entries that show who has handled a task. */
export const HANDLING_ENTRIES: ReadonlySet<string> = new Set(Object.values(RECEIPTS).map((r) => r.entry));
