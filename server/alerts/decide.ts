import { may, ROLE_WORDS, type Actor } from "../../model/account.ts";
import { isGraveToShelve, legalOnAlert, moveAlert, type Alert, type AlertMove } from "../../model/alert.ts";
import { mayBeGiven } from "../../model/alert-post.ts";
import type { CommandData, CommandKind } from "../../model/command.ts";
import type { Decision } from "../../model/decision.ts";
import type { Draft } from "../../model/journal.ts";
import type { TimerRow } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { NeedsSecond } from "../../model/second-person.ts";
import { formatTime, MINUTE, parseTime, SECOND } from "../../model/time.ts";

/** What people do to an alert. */
export type AlertCommand = Extract<CommandKind, `alert.${string}`>;
/** Those that speak of a single one. */
export type OneAlertCommand = Exclude<AlertCommand, "alert.acknowledgeGroup">;
export type AlertDecision = Decision & { readonly second?: NeedsSecond };

export interface AskingOfAlert {
  readonly actor: Pick<Actor, "account" | "role" | "region">;
  readonly alert: Alert;
  /** That its place lies in. */
  readonly region: string;
  readonly situation: string;
  /** Epoch ms, people's time. */
  readonly now: number;
  /** The second person, once there is one. */
  readonly confirmedBy?: string | undefined;
  /** A post that may be given something to do, and where it sits; undefined where there is none. */
  seat(account: string): { readonly region: string } | undefined;
  isWithin(region: string, ancestor: string): boolean;
}

/** A slip of the finger is taken back so long (VISUAL §11). */
export const UNDO_MS = 10 * SECOND;
/** An officer sets aside no longer; a chief as long as a shift (RELIABILITY P6). */
export const OFFICER_SHELVES_MIN = 60;

export const SHELF = "shelf";
export const shelfTimer = (situation: string, alert: string): string => `${situation}|${alert}|${SHELF}`;

/** @throws Problem no_right, illegal_transition, guard or not_found, in this order */
export function decideAlert(asking: AskingOfAlert, kind: OneAlertCommand, data: CommandData<OneAlertCommand>): AlertDecision {
  return DECIDE[kind](asking, data as never);
}

const DECIDE: { readonly [K in OneAlertCommand]: (asking: AskingOfAlert, data: CommandData<K>) => AlertDecision } = {
  "alert.acknowledge"(asking, { comment }) {
    right(asking, "acknowledge", "alert.acknowledge");
    legal(asking, "acknowledge", "alert.acknowledge");
    return one(asking, "alert.acknowledged", { ...(comment !== undefined && { comment }) });
  },
  "alert.unacknowledge"(asking) {
    right(asking, "acknowledge", "alert.unacknowledge");
    const { alert, actor, now } = asking;
    legal(asking, "unacknowledge", "alert.unacknowledge");
    if (alert.ackBy !== actor.account) throw guard(alert, `${alert.ackBy} has acknowledged it; only they take that back`);
    if (now - parseTime(alert.ackAt!)! > UNDO_MS) throw guard(alert, `it was acknowledged at ${alert.ackAt}; that is taken back for ${UNDO_MS / SECOND} s, no longer`);
    return one(asking, "alert.unacknowledged", {});
  },
  "alert.comment"(asking, { text }) {
    right(asking, "acknowledge", "alert.comment");
    return one(asking, "alert.commented", { text });
  },
  "alert.assign"(asking, { to }) {
    right(asking, "acknowledge", "alert.assign");
    const { alert, region, isWithin } = asking;
    if (alert.state === "closed") throw illegal(alert, "assigned");
    const seat = asking.seat(to);
    if (!seat || !mayBeGiven(seat, region, isWithin)) throw new Problem("not_found", `There is no post "${to}" that handles alerts of "${region}". Take one whose region holds it or lies in it.`);
    return one(asking, "alert.assigned", { to });
  },
  "alert.shelve"(asking, { minutes, reason }) {
    right(asking, "shelve", "alert.shelve");
    const { alert, actor, situation, region, now, confirmedBy } = asking;
    if (minutes > OFFICER_SHELVES_MIN && !may(actor, "shelveLong"))
      throw new Problem("no_right", `${actor.account} (${ROLE_WORDS[actor.role].zh}) sets an alert aside for ${OFFICER_SHELVES_MIN} minutes at most; ${minutes} were asked. Ask a duty chief, or say fewer.`);
    legal(asking, "shelve", "alert.shelve");
    if (isGraveToShelve(alert.severity) && confirmedBy === undefined)
      return { drafts: [], result: {}, second: { about: `alert ${alert.id}`, region, right: "second", data: { alert: alert.id, minutes, reason } } };
    const dueAt = now + minutes * MINUTE;
    const until = formatTime(dueAt);
    const timer: TimerRow = { id: shelfTimer(situation, alert.id), situation, kind: SHELF, dueAt, body: { alert: alert.id, until } };
    return { ...one(asking, "alert.shelved", { reason, until, ...(confirmedBy !== undefined && { confirmedBy }) }), timers: [timer] };
  },
  "alert.unshelve"(asking, { reason }) {
    right(asking, "shelve", "alert.unshelve");
    legal(asking, "unshelve", "alert.unshelve");
    return { ...one(asking, "alert.unshelved", { ...(reason !== undefined && { reason }) }), cancelTimers: [shelfTimer(asking.situation, asking.alert.id)] };
  },
  "alert.takeOut"(asking, { reason }) {
    right(asking, "shelveLong", "alert.takeOut");
    legal(asking, "takeOut", "alert.takeOut");
    const { alert, region, confirmedBy } = asking;
    // It silences for longer than any shelf, so that it takes no fewer people.
    if (isGraveToShelve(alert.severity) && confirmedBy === undefined) return { drafts: [], result: {}, second: { about: `alert ${alert.id}`, region, right: "second", data: { alert: alert.id, reason } } };
    return { ...one(asking, "alert.takenOut", { reason, ...(confirmedBy !== undefined && { confirmedBy }) }), cancelTimers: [shelfTimer(asking.situation, asking.alert.id)] };
  },
  "alert.putBack"(asking, { reason }) {
    right(asking, "shelveLong", "alert.putBack");
    legal(asking, "putBack", "alert.putBack");
    return one(asking, "alert.putBack", { ...(reason !== undefined && { reason }) });
  },
  "alert.close"(asking, { reason }) {
    right(asking, "shelveLong", "alert.close");
    const { alert, region, confirmedBy } = asking;
    legal(asking, "close", "alert.close");
    // What is measured closes an alert by itself; only where nothing is measured any more does a person.
    if (!alert.sourceDown) throw guard(alert, "its source still reports, and closes it when the number returns");
    // Nothing lies over it that would end: a grave one is silent for good, so that it takes no fewer people than a shelf.
    if (isGraveToShelve(alert.severity) && confirmedBy === undefined) return { drafts: [], result: {}, second: { about: `alert ${alert.id}`, region, right: "second", data: { alert: alert.id, reason } } };
    return { ...one(asking, "alert.closed", { reason, ...(confirmedBy !== undefined && { confirmedBy }) }), cancelTimers: [shelfTimer(asking.situation, alert.id)] };
  },
};

/** The entry of a shelf whose time has come; null when it was lifted meanwhile, or another was put in its place. */
export function shelfEnded(alert: Alert | undefined, region: string | undefined, until: string): { readonly drafts: readonly Draft[] } | null {
  if (!alert || alert.state !== "shelved" || alert.cover?.why !== "shelved" || alert.cover.until !== until) return null;
  return { drafts: [{ kind: "alert.unshelved", actor: "system", region: region ?? "", body: { alert: alert.id } }] };
}

function one({ actor, region, alert }: AskingOfAlert, kind: string, body: object): Decision {
  return { drafts: [{ kind, actor: actor.account, region, body: { alert: alert.id, ...body } }], result: { alert: alert.id } };
}
function right({ actor }: AskingOfAlert, which: "acknowledge" | "shelve" | "shelveLong", kind: AlertCommand): void {
  if (!may(actor, which)) throw new Problem("no_right", `A ${actor.role} may not do "${kind}"; it needs the right "${which}".`);
}
function legal({ alert }: AskingOfAlert, move: AlertMove, kind: AlertCommand): void {
  if (!moveAlert(alert, move)) throw illegal(alert, kind);
}
const illegal = (alert: Alert, what: string): Problem =>
  new Problem("illegal_transition", `Alert "${alert.id}" is ${alert.state}: "${what}" does not lead anywhere from there.`, { state: alert.state, legal: legalOnAlert(alert) });
const guard = (alert: Alert, why: string): Problem => new Problem("guard", `Alert "${alert.id}" stays as it is: ${why}.`, { state: alert.state, legal: legalOnAlert(alert) });
