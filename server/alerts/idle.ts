import { stillHolds, type Alert } from "../../model/alert.ts";
import type { TimerRow } from "../../model/ports.ts";
import { HOUR, MINUTE, parseTime } from "../../model/time.ts";
import type { Due } from "../../model/timer.ts";
import type { Severity } from "../../model/words.ts";
import type { Groups } from "./groups.ts";

/** What is acknowledged and stands still, without an incident or anybody who sees to it, is told again (RELIABILITY P4). Operational default; blue never. */
export const IDLE_MS: Readonly<Record<Severity, number | null>> = { 1: 15 * MINUTE, 2: 30 * MINUTE, 3: 2 * HOUR, 4: null };
export const IDLE = "idle";
export const idleTimer = (situation: string, group: string): string => `${situation}|${group}|${IDLE}`;

export interface IdleNeeds {
  readonly situation: string;
  readonly groups: Pick<Groups, "members" | "get" | "remindedAt">;
  get(id: string): Alert | undefined;
}

/** One row a group: when the first of its acknowledged members has stood still for too long. */
export interface Idle {
  /** The row of a group, after these have just been acknowledged; none where nobody would be told. */
  row(group: string, acknowledged: Iterable<Alert>, now: number): readonly TimerRow[];
  readonly due: Due;
}

export function createIdle({ situation, groups, get }: IdleNeeds): Idle {
  /** When an acknowledged alert has stood still for too long; null while somebody sees to it. */
  function dueOf(alert: Alert, since: number): number | null {
    const idleMs = IDLE_MS[alert.severity];
    return idleMs === null || alert.incident !== undefined || alert.assignedTo !== undefined ? null : since + idleMs;
  }
  /** Of those that wait already. */
  function standing(group: string): number[] {
    const remindedAt = groups.remindedAt(group);
    return [...groups.members(group)].flatMap((id) => {
      const alert = get(id);
      if (alert?.state !== "acknowledged" || !stillHolds(alert) || alert.ackAt === undefined) return [];
      return dueOf(alert, Math.max(parseTime(alert.ackAt)!, remindedAt)) ?? [];
    });
  }
  const row = (group: string, dueAt: number): TimerRow => ({ id: idleTimer(situation, group), situation, kind: IDLE, dueAt, body: { group } });
  const earliest = (times: readonly number[]): number => times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    row(group, acknowledged, now) {
      const dueAt = earliest([...standing(group), ...[...acknowledged].flatMap((alert) => dueOf(alert, now) ?? [])]);
      return dueAt === Number.POSITIVE_INFINITY ? [] : [row(group, Math.max(dueAt, now))];
    },
    due: {
      about: ({ body }) => (body as { readonly group: string }).group,
      due({ body }, now) {
        const { group } = body as { readonly group: string };
        const due = standing(group);
        if (due.length === 0) return null;
        const next = earliest(due);
        // Told, all of it begins anew.
        if (next > now) return { drafts: [], timers: [row(group, next)] };
        const severity = groups.get(group)?.gravest;
        const again = severity == null ? null : IDLE_MS[severity];
        return { drafts: [{ kind: "alert.reminded", actor: "system", region: groups.get(group)!.area, body: { group } }], ...(again !== null && { timers: [row(group, now + again)] }) };
      },
    },
  };
}
