import type { Clock, Ids } from "../../model/ports.ts";
import { MINUTE } from "../../model/time.ts";

export const CHALLENGE_MS = MINUTE;
/** Open challenges of one device and address; older ones go. An address that asks for many spoils none of another's. */
const MOST_OPEN = 4;
const MOST_IN_ALL = 4_096;

interface Open {
  readonly challenge: string;
  readonly expiresAt: number;
}

/** Numbers that a device signs once. In memory alone: after a restart none that was captured is worth anything. */
export class Challenges {
  private readonly needs: { readonly clock: Clock; readonly ids: Ids };
  private readonly open = new Map<string, Open[]>();

  constructor(needs: Challenges["needs"]) {
    this.needs = needs;
  }

  give(id: string, from: string): Open {
    const key = `${id} ${from}`;
    const one = { challenge: this.needs.ids.secret(32), expiresAt: this.needs.clock.now() + CHALLENGE_MS };
    const open = [...this.living(key), one].slice(-MOST_OPEN);
    this.open.delete(key);
    this.open.set(key, open);
    const oldest = this.open.keys().next();
    if (this.open.size > MOST_IN_ALL && !oldest.done) this.open.delete(oldest.value);
    return one;
  }

  /** Takes away the challenge that `fits`: it is worth nothing a second time. */
  take(id: string, from: string, fits: (challenge: string) => boolean): boolean {
    const key = `${id} ${from}`;
    const open = this.living(key);
    const found = open.find(({ challenge }) => fits(challenge));
    if (found) this.open.set(key, open.filter((one) => one !== found));
    return found !== undefined;
  }

  private living(key: string): Open[] {
    return (this.open.get(key) ?? []).filter(({ expiresAt }) => expiresAt > this.needs.clock.now());
  }
}
