import type { Entry } from "../../model/journal.ts";
import type { Batch, TimerRow } from "../../model/ports.ts";
import { SECOND } from "../../model/time.ts";
import type { Asked } from "./sim-store.ts";
import type { SimTime } from "./sim-time.ts";
import type { Court } from "./violation.ts";

/** While the house is up, and after it or its store was away. */
const LATE_MS = SECOND;
const LATE_AFTER_MS = 5 * SECOND;
/** A step of the machine's clock has been noticed and written by then. */
const FOLLOWED_MS = 5 * SECOND;

/** Knows when each timer truly is to fire, whatever the machine's clock does, and sees them fire in what becomes durable (I5). */
export interface TimerOracle {
  written(batch: Batch, asked: Asked): void;
  /** A program starts: rows go by what the machine's clock tells it. */
  started(): void;
  /** Nothing durable is overdue, and nothing has been moved by a clock. @param steppedAt when it was set last, true ms */
  check(rows: ReadonlyMap<string, TimerRow>, steppedAt: number): void;
  fired(): number;
}

/** The row whose time an entry of the system tells of. */
function rowOf({ kind, actor, body }: Entry): string | null {
  if (actor !== "system") return null;
  const said = body as { readonly task?: string; readonly incident?: string; readonly limit?: string; readonly alert?: string; readonly group?: string };
  if (kind === "limit.passed") return `live|${said.task ?? said.incident}|${said.limit}`;
  if (kind === "alert.unshelved") return `live|${said.alert}|shelf`;
  if (kind === "alert.reminded") return `live|${said.group}|idle`;
  return kind === "incident.resume" ? `live|${said.incident}|suspension` : null;
}

/** @param troubledAt when last the house or its store was away, true ms */
export function timerOracle(time: SimTime, court: Court, troubledAt: () => number): TimerOracle {
  const known = new Map<string, { row: TimerRow; dueAt: number }>();
  let fired = 0;
  /** Until when a timer may fire. */
  const boundOf = (dueAt: number): number => (troubledAt() + LATE_AFTER_MS >= dueAt ? Math.max(dueAt, troubledAt()) + LATE_AFTER_MS : dueAt + LATE_MS);

  return {
    written({ entries = [], timers = [], cancelTimers, command }, { at, offset }) {
      // The one that goes with the rows alone is that which follows a clock.
      const isMove = !command && cancelTimers === undefined && entries.every(({ kind }) => kind === "clock.stepped");
      for (const id of entries.map(rowOf)) {
        if (id === null) continue;
        const due = known.get(id);
        fired++;
        court.must(due !== undefined, "I5", () => `${id} has fired, and no row says that it is to.`);
        if (!due) continue;
        court.must(at >= due.dueAt, "I5", () => `${id} has fired ${due.dueAt - at} ms early.`);
        court.must(at <= boundOf(due.dueAt), "I5", () => `${id} has fired ${at - due.dueAt} ms late; ${boundOf(due.dueAt) - due.dueAt} are allowed.`);
        court.must((cancelTimers ?? []).includes(id), "I5", () => `${id} has fired, and its row was kept: it would fire again.`);
      }
      for (const id of cancelTimers ?? []) known.delete(id);
      for (const row of timers) {
        const before = known.get(row.id);
        known.set(row.id, { row, dueAt: isMove && before ? before.dueAt : row.dueAt - offset });
      }
    },
    started() {
      for (const one of known.values()) one.dueAt = one.row.dueAt - time.machineOffset();
    },
    check(rows, steppedAt) {
      const now = time.now();
      for (const [id, { dueAt }] of known) {
        const row = rows.get(id);
        court.must(row !== undefined, "I5", () => `${id} is gone from the store, and has not fired.`);
        court.must(now <= boundOf(dueAt), "I5", () => `${id} was to fire ${now - dueAt} ms ago, and has not.`);
        const isSteady = now - Math.max(steppedAt, troubledAt()) > FOLLOWED_MS;
        if (row && isSteady) court.must(Math.abs(row.dueAt - time.machineOffset() - dueAt) <= 5, "I5", () => `${id} was moved by ${row.dueAt - time.machineOffset() - dueAt} ms by a clock that was set.`);
      }
    },
    fired: () => fired,
  };
}
