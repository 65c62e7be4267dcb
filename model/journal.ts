/** One decision of a person or a rule (日志链). `at` is server time, `simAt` the situation's clock; both RFC 3339. */
export interface Entry {
  readonly seq: number;
  readonly situation: string;
  readonly at: string;
  readonly simAt: string;
  readonly kind: string;
  /** Account, `rule:<id>` or `system`. */
  readonly actor: string;
  readonly region: string;
  /** H(JCS({body, salt})), hex. */
  readonly bodyHash: string;
  readonly prev: string;
  /** H(prev ‖ JCS(entry without hash, body, salt)), hex. */
  readonly hash: string;
  /** Absent after a recorded erasure; the chain still holds. */
  readonly body?: unknown;
  readonly salt?: string;
}

export const FIRST_PREV = "0".repeat(64);

/** What a decision wants written, before the chain gives it its place. */
export interface Draft {
  readonly kind: string;
  readonly actor: string;
  readonly region: string;
  readonly body: unknown;
}
