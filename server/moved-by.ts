import type { Entry } from "../model/journal.ts";
import type { Channel } from "../model/wire/channel.ts";

type Kinds = readonly Channel["kind"][];

/** Channels that tell of alerts, when all of them may have changed. */
export const ALERTS_MOVED: Kinds = ["alerts", "alertGroups", "levels"];
/** Whoever acknowledges a finding changes nothing of when it stood. */
const MOVES_LEVELS: ReadonlySet<string> = new Set(["alert.raised", "alert.exceeded", "alert.cleared", "alert.settled"]);
const ABOUT_WAITING: ReadonlySet<string> = new Set(["command.pending", "confirm", "refuse"]);

/** It begins or ends that a command waits for a second person. */
export const isAboutWaiting = (kind: string): boolean => ABOUT_WAITING.has(kind);

/** Channels whose records an entry of the journal changes. @param kind of the entry */
export function channelsMovedBy(kind: string): Kinds {
  if (MOVES_LEVELS.has(kind)) return ALERTS_MOVED;
  if (kind.startsWith("alert.")) return ["alerts", "alertGroups"];
  if (kind.startsWith("incident.") || kind.startsWith("task.")) return ["incidents", "tasks"];
  return kind.startsWith("response.") || isAboutWaiting(kind) ? ["responses"] : [];
}

/** A critical alert does not wait for the tick; neither does what a person has just decided. */
export const isUrgent = ({ actor, body }: Pick<Entry, "actor" | "body">): boolean => (body as { severity?: number } | undefined)?.severity === 1 || !actor.startsWith("rule:");
