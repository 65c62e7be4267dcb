import type { Draft } from "../../model/journal.ts";
import type { Clock, Log } from "../../model/ports.ts";
import { MINUTE, SECOND, formatTime } from "../../model/time.ts";
import { LOCK_MS } from "./lockout.ts";

export interface FailedLoginsNeeds {
  readonly clock: Clock;
  readonly log: Log;
  /** The province: where what concerns no account belongs. */
  readonly root: string;
  /** Writes into the journal of `live`. */
  audit(drafts: readonly Draft[]): Promise<unknown>;
}

/** Whose login failed, as far as the journal names them. */
export interface Tried {
  readonly account: string;
  readonly region: string;
}

interface Failures {
  times: number;
  readonly from: Set<string>;
  /** When the name was locked, epoch ms. */
  lockedAt: number | null;
}

const WRITTEN_EVERY_MS = SECOND;
/** Names that do not exist are told of together, and no more often than this. */
const UNKNOWN_EVERY_MS = MINUTE;
const MOST_ADDRESSES = 5;

/**
 * What the journal is told of logins that failed. It is written a moment later and together: how long an answer takes must
 * not tell whether the account exists, and whoever guesses names must not fill the chain. A name that does not exist is never
 * written: people type passwords into the wrong field.
 */
export class FailedLogins {
  private readonly needs: FailedLoginsNeeds;
  private known = new Map<string, Failures & Tried>();
  private unknown: Failures = nothing();
  private unknownWrittenAt = Number.NEGATIVE_INFINITY;

  constructor(needs: FailedLoginsNeeds) {
    this.needs = needs;
  }

  /** Counts one; `locks` when it was the one that locked the name. */
  note(tried: Tried | undefined, from: string, locks: boolean): void {
    const failures = tried ? (this.known.get(tried.account) ?? { ...nothing(), account: tried.account, region: tried.region }) : this.unknown;
    if (tried) this.known.set(tried.account, failures as Failures & Tried);
    failures.times += 1;
    if (failures.from.size < MOST_ADDRESSES) failures.from.add(from);
    if (locks) failures.lockedAt = this.needs.clock.now();
  }

  /** Writes what has gathered; what cannot be written is kept. */
  async write(): Promise<void> {
    const { clock, root, audit } = this.needs;
    const drafts: Draft[] = [];
    const { known, unknown } = this;
    for (const { account, region, times, from, lockedAt } of known.values()) {
      drafts.push({ kind: "login.failed", actor: "system", region, body: { account, times, from: [...from] } });
      if (lockedAt !== null) drafts.push({ kind: "login.locked", actor: "system", region, body: { account, until: formatTime(lockedAt + LOCK_MS) } });
    }
    const tellUnknown = unknown.times > 0 && clock.now() - this.unknownWrittenAt >= UNKNOWN_EVERY_MS;
    if (tellUnknown) drafts.push({ kind: "login.failed", actor: "system", region: root, body: { account: null, times: unknown.times, from: [...unknown.from] } });
    if (drafts.length === 0) return;
    this.known = new Map();
    if (tellUnknown) this.unknown = nothing();
    try {
      await audit(drafts);
      if (tellUnknown) this.unknownWrittenAt = clock.now();
    } catch (error) {
      for (const [account, failures] of known) this.known.set(account, { ...failures, ...merged(failures, this.known.get(account)) });
      if (tellUnknown) this.unknown = merged(unknown, this.unknown);
      throw error;
    }
  }

  /** Writes every second; the undo writes once more, what is held back included. */
  start(): () => Promise<void> {
    const stop = this.needs.clock.every(WRITTEN_EVERY_MS, () => {
      this.write().catch((error: unknown) => this.needs.log.error("Failed logins could not be written yet; they are kept", { error: String(error) }));
    });
    return async () => {
      stop();
      this.unknownWrittenAt = Number.NEGATIVE_INFINITY;
      await this.write();
    };
  }
}

const nothing = (): Failures => ({ times: 0, from: new Set(), lockedAt: null });
const merged = (a: Failures, b: Failures | undefined): Failures => ({
  times: a.times + (b?.times ?? 0),
  from: new Set([...a.from, ...(b?.from ?? [])].slice(0, MOST_ADDRESSES)),
  lockedAt: b?.lockedAt ?? a.lockedAt,
});
