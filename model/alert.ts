import type { Severity } from "./words.ts";

/** ISA-18.2, with the two ways of not being asked about an alert. */
export const ALERT_STATES = ["unacknowledged", "acknowledged", "returned", "shelved", "suppressed", "outOfService", "closed"] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** A machine's finding (告警), never an authority's signal. Times are RFC 3339. */
export interface Alert {
  readonly id: string;
  /** Id of the rule that found it. */
  readonly rule: string;
  readonly indicator: string;
  readonly place: string;
  readonly topic: string;
  readonly severity: Severity;
  readonly state: AlertState;
  /** The value that raised or last changed it. */
  readonly value: number;
  readonly limit: number;
  /** Where the threshold comes from. */
  readonly source: string;
  /** True while its source is silent: a dead source never resolves an alert. */
  readonly sourceDown: boolean;
  readonly raisedAt: string;
  readonly simAt: string;
  readonly ackBy?: string;
  /** cause × area × topic. */
  readonly group: string;
  readonly incident?: string;
}

/** What happens to an alert; `clear` and `exceed` come from rules, the rest from people. */
export type AlertMove = "exceed" | "clear" | "acknowledge" | "close";

/** Where a move leads, or undefined when it is not legal there. Returned-and-acknowledged is closed by itself. */
export function moveAlert(state: AlertState, move: AlertMove): AlertState | undefined {
  return MOVES[state][move];
}
const MOVES: Readonly<Record<AlertState, Partial<Record<AlertMove, AlertState>>>> = {
  unacknowledged: { clear: "returned", acknowledge: "acknowledged" },
  acknowledged: { exceed: "unacknowledged", clear: "closed" },
  returned: { exceed: "unacknowledged", acknowledge: "closed" },
  shelved: { clear: "closed" },
  suppressed: { clear: "closed" },
  outOfService: { clear: "closed" },
  closed: {},
};
/** What was found still holds: it neither returned to normal nor is closed. */
export const stillHolds = (state: AlertState): boolean => state !== "returned" && state !== "closed";
/** Open = somebody may still have to act. */
export const isOpenAlert = (state: AlertState): boolean => state !== "closed";
