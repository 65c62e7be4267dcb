import { createHmac } from "node:crypto";
import type { Clock, Ids, SessionRow, Stop, Store } from "../../model/ports.ts";
import { DAY, HOUR, SECOND } from "../../model/time.ts";

/** How long a person's session lives, and a display's. */
export const PERSON_SESSION_MS = 12 * HOUR;
export const DEVICE_SESSION_MS = 30 * DAY;
/** A session that ended while the store took nothing. */
const DROPPED_AGAIN_MS = 5 * SECOND;
/** Sessions held in memory beside the store. */
const MOST_CACHED = 10_000;

/** Sessions by the keyed hash of their secret: who reads the store cannot use what stands there. */
export class Sessions {
  private readonly needs: { readonly store: Pick<Store, "putSession" | "session" | "dropSession">; readonly clock: Clock; readonly ids: Ids; readonly secret: string };
  private readonly cache = new Map<string, SessionRow>();
  /** Ended, while the store could not be told: dead here all the same. */
  private readonly ended = new Set<string>();
  private readonly listeners = new Set<(session: string) => void>();

  constructor(needs: Sessions["needs"]) {
    this.needs = needs;
  }

  hash(token: string): string {
    return createHmac("sha256", this.needs.secret).update(token).digest("hex");
  }

  /** Opens a session under a secret that has never been used; resolves when it would survive a crash. */
  async open(account: string, lifeMs: number): Promise<{ token: string; row: SessionRow }> {
    const token = this.needs.ids.secret(32);
    const now = this.needs.clock.now();
    const row: SessionRow = { id: this.hash(token), account, createdAt: now, expiresAt: now + lifeMs };
    await this.needs.store.putSession(row);
    this.remember(row);
    return { token, row };
  }

  /** The living session of that id, or null when it never was, has expired or was ended. */
  async living(id: string): Promise<SessionRow | null> {
    if (this.ended.has(id)) return null;
    const row = this.cache.get(id) ?? (await this.needs.store.session(id));
    if (!row) return null;
    if (row.expiresAt <= this.needs.clock.now()) {
      // It has run out whether or not that can be written.
      await this.end(id).catch(() => {});
      return null;
    }
    this.remember(row);
    return row;
  }

  /** Gives a living session its whole life again once half of it has passed. */
  async renew(id: string, lifeMs: number): Promise<void> {
    const now = this.needs.clock.now();
    // Only what is held in memory: a session that was ended meanwhile must not come back.
    const row = this.cache.get(id);
    if (!row || row.expiresAt <= now || row.expiresAt - now > lifeMs / 2) return;
    const renewed = { ...row, expiresAt: now + lifeMs };
    try {
      await this.needs.store.putSession(renewed);
    } catch {
      // It lives on as it did, and is renewed when the store takes it.
      return;
    }
    if (this.cache.has(id)) this.remember(renewed);
  }

  /** @throws when the store could not be told; the session is over all the same, and the store is told later */
  async end(id: string): Promise<void> {
    this.cache.delete(id);
    this.ended.add(id);
    for (const listener of this.listeners) listener(id);
    await this.drop(id);
  }
  private async drop(id: string): Promise<void> {
    try {
      await this.needs.store.dropSession(id);
      this.ended.delete(id);
    } catch (error) {
      this.needs.clock.after(DROPPED_AGAIN_MS, () => void this.drop(id).catch(() => {}));
      throw error;
    }
  }

  onEnded(listener: (session: string) => void): Stop {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private remember(row: SessionRow): void {
    this.cache.delete(row.id);
    this.cache.set(row.id, row);
    const oldest = this.cache.keys().next();
    if (this.cache.size > MOST_CACHED && !oldest.done) this.cache.delete(oldest.value);
  }
}
