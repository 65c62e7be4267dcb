import { may, ROLE_WORDS, type Actor } from "../../model/account.ts";
import type { CommandEnvelope } from "../../model/command.ts";
import type { Decision, Fold } from "../../model/decision.ts";
import type { Draft, Entry } from "../../model/journal.ts";
import { keepMaps } from "../../model/kept-maps.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionCode } from "../../model/region.ts";
import { legalOnWaiting, rolesWith, WAITS_FOR_MS, type NeedsSecond, type WaitingCommand, type WaitingState } from "../../model/second-person.ts";
import { formatTime, parseTime } from "../../model/time.ts";

/** What the journal says of commands that need two persons. */
interface Bodies {
  "command.pending": Pick<WaitingCommand, "kind" | "data" | "about" | "right" | "expiresAt"> & { command: string; role: Actor["role"]; from: RegionCode };
  confirm: { command: string };
  refuse: { command: string; reason?: string };
}

/** Commands of one situation that take effect only when another person agrees: a fold of its journal. */
export interface SecondPerson extends Fold {
  /** Has a command wait instead of doing it. @throws Problem guard when one about the same waits already */
  ask(actor: Actor, envelope: Pick<CommandEnvelope, "id" | "kind">, needs: NeedsSecond, now: number): Decision;
  /**
   * Whether `actor` may have the command done now, and the entry that says so; what it does is decided by whoever knows its kind.
   * @throws Problem not_found, no_right or illegal_transition
   */
  confirm(actor: Actor, command: string, now: number): { readonly waiting: WaitingCommand; readonly draft: Draft };
  /** Also by whoever asked: that takes it back. */
  refuse(actor: Actor, data: { readonly command: string; readonly reason?: string }, now: number): Decision;
  /** One that waits, or has waited. */
  of(command: string): WaitingCommand | undefined;
  /** Those that can still be confirmed, oldest first. */
  waiting(now: number): WaitingCommand[];
}

export function createSecondPerson(needs: { isWithin(code: RegionCode, ancestor: RegionCode): boolean }): SecondPerson {
  const commands = new Map<string, WaitingCommand>();
  const lastAbout = new Map<string, string>();
  const stateOf = (one: WaitingCommand, now: number): WaitingState => (one.state === "pending" && now >= parseTime(one.expiresAt)! ? "expired" : one.state);
  const waiting = (now: number): WaitingCommand[] => [...commands.values()].filter((one) => stateOf(one, now) === "pending");

  function found(actor: Actor, command: string): WaitingCommand {
    const one = commands.get(command);
    if (!one || !needs.isWithin(one.region, actor.region)) throw new Problem("not_found", `There is no command "${command}" that waited for a second person in your region.`);
    // Who ordered it needs no more than to have ordered it; that they do not confirm it is said below.
    if (one.by.account !== actor.account && !may(actor, one.right)) throw new Problem("no_right", `${actor.account} (${ROLE_WORDS[actor.role].zh}) may not decide on "${one.kind}": it needs the right "${one.right}". Ask a post that may.`);
    return one;
  }
  function mustWait(one: WaitingCommand, now: number): void {
    const state = stateOf(one, now);
    if (state === "pending") return;
    const what = state === "expired" ? `waited until ${one.expiresAt} and has expired. Order it anew if it still holds` : `is ${state} already`;
    throw new Problem("illegal_transition", `"${one.kind}" (${one.id}) ${what}.`, { state, legal: legalOnWaiting(state) });
  }
  const about = (one: WaitingCommand, kind: "confirm" | "refuse", actor: Actor, body: object): Draft => ({ kind, actor: actor.account, region: one.region, body: { command: one.id, ...body } });
  function settle(command: string, state: "confirmed" | "refused"): void {
    const one = commands.get(command);
    // The asking entry may have been erased.
    if (one) commands.set(command, { ...one, state });
  }

  return {
    kept: keepMaps("second-person", { commands, lastAbout }),
    apply(entry: Entry) {
      if (entry.body === undefined) return;
      if (entry.kind === "command.pending") {
        const { command: id, role, from, ...said } = entry.body as Bodies["command.pending"];
        // Another about the same could only be asked for because the one before had expired.
        const before = commands.get(lastAbout.get(said.about) ?? "");
        if (before?.state === "pending") commands.set(before.id, { ...before, state: "expired" });
        lastAbout.set(said.about, id);
        commands.set(id, { id, ...said, region: entry.region, by: { account: entry.actor, role, region: from }, askedAt: entry.at, state: "pending" });
      }
      if (entry.kind === "confirm") settle((entry.body as Bodies["confirm"]).command, "confirmed");
      if (entry.kind === "refuse") settle((entry.body as Bodies["refuse"]).command, "refused");
    },
    ask(actor, { id, kind }, { about: what, region, right, data }, now) {
      const before = waiting(now).find((one) => one.about === what);
      if (before) throw new Problem("guard", `"${before.kind}" of ${before.by.account} about the same waits for a second person until ${before.expiresAt}. Confirm or refuse that one first.`, { state: "pending", legal: legalOnWaiting("pending"), command: before.id });
      const expiresAt = formatTime(now + WAITS_FOR_MS);
      const body: Bodies["command.pending"] = { command: id, kind, data, about: what, right, expiresAt, role: actor.role, from: actor.region };
      return {
        drafts: [{ kind: "command.pending", actor: actor.account, region, body }], result: {},
        waits: { pending: id, needs: { confirm: rolesWith(right), region }, expiresAt },
      };
    },
    confirm(actor, command, now) {
      const one = found(actor, command);
      // A session belongs to one account: another account is always on another session.
      if (one.by.account === actor.account) throw new Problem("no_right", `${actor.account} ordered "${one.kind}"; another person must confirm it. Whoever ordered it may only take it back, with "refuse".`);
      mustWait(one, now);
      return { waiting: one, draft: about(one, "confirm", actor, {}) };
    },
    refuse(actor, { command, reason }, now) {
      const one = found(actor, command);
      mustWait(one, now);
      return { drafts: [about(one, "refuse", actor, reason === undefined ? {} : { reason })], result: { command } };
    },
    of: (command) => commands.get(command),
    waiting,
  };
}
