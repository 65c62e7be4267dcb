/** How much one source may still send: refilled at a rate, never above its burst. */
export class TokenBucket {
  private tokens: number;
  private refilledAt: number;
  private readonly perSecond: number;
  private readonly burst: number;

  /** @param at monotonic ms */
  constructor(perSecond: number, burst: number, at: number) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.refilledAt = at;
  }

  /** Takes one token; false when the source sends faster than it may. */
  take(at: number): boolean {
    if (this.tokens < 1) {
      this.tokens = Math.min(this.burst, this.tokens + ((at - this.refilledAt) * this.perSecond) / 1000);
      this.refilledAt = at;
    } else if (at - this.refilledAt > 1000) {
      this.tokens = Math.min(this.burst, this.tokens + ((at - this.refilledAt) * this.perSecond) / 1000);
      this.refilledAt = at;
    }
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }
}
