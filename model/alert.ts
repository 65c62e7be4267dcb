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
  /** RFC 3339. */
  readonly ackAt?: string;
  /** While it is shelved, suppressed or out of service: what goes on beneath. */
  readonly beneath?: Beneath;
  readonly cover?: Cover;
  /** The account that is to see to it. */
  readonly assignedTo?: string;
  readonly comments?: readonly AlertComment[];
  /** It opens and closes again and again (抖动): since when, and how often by the last word of it. */
  readonly chatter?: { readonly since: string; readonly times: number };
  /** cause × area × topic. */
  readonly group: string;
  readonly incident?: string;
}

/** Three ways of not being asked about an alert for a while: 搁置 by a person, 抑制 by what explains it, 停用 of what it is measured with. */
export type CoverState = "shelved" | "suppressed" | "outOfService";
/** What goes on under a cover, as if it were not there. */
export type Beneath = Exclude<AlertState, CoverState>;
export type Cover =
  | { readonly why: "shelved"; readonly by: string; readonly reason: string; /** RFC 3339. */ readonly until: string; readonly confirmedBy?: string }
  | { readonly why: "suppressed"; readonly by: string; /** The alert that explains it. */ readonly cause: string }
  | { readonly why: "outOfService"; readonly by: string; readonly reason: string; readonly confirmedBy?: string };
export interface AlertComment {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly text: string;
}

/** What happens to an alert; `clear` and `exceed` come from rules, `suppress` and `release` from what explains it, the rest from people. */
export type AlertMove = "exceed" | "clear" | "acknowledge" | "unacknowledge" | "shelve" | "unshelve" | "suppress" | "release" | "takeOut" | "putBack" | "close";
/** Where an alert stands: its state, and while it is covered what goes on beneath. */
export type Standing = Pick<Alert, "state" | "beneath">;

const PROCESS: Readonly<Record<Beneath, Partial<Record<AlertMove, Beneath>>>> = {
  unacknowledged: { clear: "returned", acknowledge: "acknowledged", close: "closed" },
  acknowledged: { exceed: "unacknowledged", clear: "closed", unacknowledge: "unacknowledged", close: "closed" },
  returned: { exceed: "unacknowledged", acknowledge: "closed", close: "closed" },
  closed: {},
};
/** What was closed under a cover may be found again there: the cover is of its cause, and outlasts it. */
const UNDER_COVER: Readonly<Record<Beneath, Partial<Record<AlertMove, Beneath>>>> = {
  unacknowledged: { clear: "returned" },
  acknowledged: { exceed: "unacknowledged", clear: "closed" },
  returned: { exceed: "unacknowledged" },
  closed: { exceed: "unacknowledged" },
};
const COVERS: Readonly<Partial<Record<AlertMove, CoverState>>> = { shelve: "shelved", suppress: "suppressed", takeOut: "outOfService" };
const LIFTS: Readonly<Record<CoverState, AlertMove>> = { shelved: "unshelve", suppressed: "release", outOfService: "putBack" };
const isCover = (state: AlertState): state is CoverState => Object.hasOwn(LIFTS, state);

/** What goes on, whether or not it is covered. */
export const processOf = ({ state, beneath }: Standing): Beneath => (isCover(state) ? (beneath ?? "unacknowledged") : state);

/** Where a move leads, or undefined when it is not legal there. Returned-and-acknowledged is closed by itself. */
export function moveAlert(from: Standing, move: AlertMove): Standing | undefined {
  const process = processOf(from);
  if (!isCover(from.state)) {
    const cover = COVERS[move];
    if (cover) return process === "closed" ? undefined : { state: cover, beneath: process };
    const state = PROCESS[process][move];
    return state && { state };
  }
  if (move === LIFTS[from.state]) return { state: process };
  if (move === "close") return { state: "closed" };
  // What is out of service is so whoever else has covered it.
  if (move === "takeOut" && from.state !== "outOfService") return { state: "outOfService", beneath: process };
  const beneath = UNDER_COVER[process][move];
  return beneath && { state: from.state, beneath };
}

const COMMAND_OF: readonly (readonly [move: AlertMove, command: string])[] = [
  ["acknowledge", "alert.acknowledge"], ["unacknowledge", "alert.unacknowledge"], ["shelve", "alert.shelve"], ["unshelve", "alert.unshelve"],
  ["takeOut", "alert.takeOut"], ["putBack", "alert.putBack"], ["close", "alert.close"],
];
/** Command kinds that are legal on an alert now, for `details.legal` and for the console's buttons; by hand it is closed only while its source is dead. */
export const legalOnAlert = (alert: Standing & Pick<Alert, "sourceDown">): string[] =>
  COMMAND_OF.flatMap(([move, command]) => (moveAlert(alert, move) && (move !== "close" || alert.sourceDown) ? [command] : []));

/** What was found still holds: it neither returned to normal nor is closed. A cover changes nothing of that. */
export const stillHolds = (alert: Standing): boolean => !["returned", "closed"].includes(processOf(alert));
/** Open = somebody may still have to act. */
export const isOpenAlert = (state: AlertState): boolean => state !== "closed";
/** Nobody is asked about it for now. */
export const isCovered = (state: AlertState): boolean => isCover(state);

/** Of red and orange ones two persons decide that nobody is called (RELIABILITY P6). */
export const isGraveToShelve = (severity: Severity): boolean => severity <= 2;
