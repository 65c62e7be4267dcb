import type { AlertGroup } from "../../model/alert-group.ts";
import { interruptions, type SeatMemory, type Telling } from "../../model/interruption.ts";
import type { Severity } from "../../model/words.ts";

/** What calls whoever sits here: a group as it was told, or one red alert of it by itself. */
export interface Call<G> {
  readonly group: G;
  /** Null = the whole group. */
  readonly alert: string | null;
  readonly severity: Severity;
}
export interface Calls<G> {
  /** One interruption; the gravest first. Empty = silence. */
  readonly sound: readonly Call<G>[];
  readonly flood: boolean;
  readonly memory: SeatMemory;
}

/** An alert is red and unseen, or it is not: one that comes back was forgotten meanwhile. */
export const ONCE = 1;

/**
 * What interrupts a seat now (model/interruption): groups as they are told, and each red alert that nobody has seen by itself,
 * however large its group. A group that is told because a red one has come is that red one: told once, counted once.
 */
export function calls<G extends AlertGroup>(groups: Iterable<G>, memory: SeatMemory, now: number): Calls<G> {
  const by = new Map<string, Call<G>>();
  const tellings: Telling[] = [];
  const joined: Record<string, number> = {};
  for (const group of groups) {
    const { id, told, critical, newestAt } = group;
    for (const alert of critical) {
      by.set(alert, { group, alert, severity: 1 });
      tellings.push({ id: alert, told: { seq: ONCE, at: newestAt, size: 1, severity: 1, why: "new" } });
    }
    if (told === null) continue;
    if (told.severity === 1 && critical.some((alert) => memory.heard[alert] === undefined)) joined[id] = told.seq;
    else {
      by.set(id, { group, alert: null, severity: told.severity });
      tellings.push({ id, told });
    }
  }
  const { sound, flood, memory: after } = interruptions(tellings, memory, now);
  return { sound: sound.map(({ id }) => by.get(id)!), flood, memory: { ...after, heard: { ...after.heard, ...joined } } };
}
