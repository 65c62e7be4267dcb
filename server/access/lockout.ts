import { MINUTE, SECOND } from "../../model/time.ts";

/** Failed logins after which an account is locked, and for how long (等保三级). */
export const FAILURES_TO_LOCK = 5;
export const LOCK_MS = 15 * MINUTE;
/** Names that failed are remembered up to this many, so that guessing names does not fill the memory. */
const MOST_NAMES = 10_000;

interface Record {
  failures: number;
  lastAt: number;
}

/** Counts failed logins by the name that was tried, whether or not such an account exists: a lock tells nothing. */
export class Lockout {
  private readonly records = new Map<string, Record>();

  /** Seconds until the name may try again; 0 = now. */
  lockedFor(name: string, now: number): number {
    const record = this.records.get(name);
    if (!record || record.failures < FAILURES_TO_LOCK) return 0;
    const left = record.lastAt + LOCK_MS - now;
    if (left > 0) return Math.ceil(left / SECOND);
    this.records.delete(name);
    return 0;
  }

  /** True when this failure was the one that locks the name. */
  failed(name: string, now: number): boolean {
    const record = this.records.get(name) ?? { failures: 0, lastAt: now };
    if (now - record.lastAt > LOCK_MS) record.failures = 0;
    record.failures += 1;
    record.lastAt = now;
    this.records.delete(name);
    this.records.set(name, record);
    const oldest = this.records.keys().next();
    if (this.records.size > MOST_NAMES && !oldest.done) this.records.delete(oldest.value);
    return record.failures === FAILURES_TO_LOCK;
  }

  succeeded(name: string): void {
    this.records.delete(name);
  }
}
