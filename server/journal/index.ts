export type { Chain } from "./chain.ts";
export { createLedger, readOnly, type Ledger, type LedgerNeeds } from "./ledger.ts";
export { repeated, type Answer } from "./repeat.ts";
export { createReread, type Reread, type RereadNeeds } from "./reread.ts";
export { createHeads, type Heads, type HeadsNeeds, type SignedHead } from "./heads.ts";
export { HASHES, type HashName } from "./hash.ts";
export type { Head } from "./seal.ts";
export { createSnapshots, type Often, type Snapshots, type SnapshotsNeeds } from "./snapshots.ts";
export type { PastHead } from "./verify-behind.ts";
