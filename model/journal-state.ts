/** How far a chain is known to be whole. A boot from a snapshot verifies what lies before it behind the open doors. */
export interface JournalState {
  readonly state: "verified" | "verifying" | "flawed";
  /** Entries that are verified, of those that there were at the boot. */
  readonly verified: number;
  readonly of: number;
  /** What is wrong with it, in words. */
  readonly flaw?: string;
  /** The last snapshot of its folds. */
  readonly snapshot: { readonly seq: number; /** Epoch ms. */ readonly at: number } | null;
}
export const VERIFIED: JournalState = { state: "verified", verified: 0, of: 0, snapshot: null };
