export { createLedger, type Answer, type Ledger, type LedgerNeeds } from "./ledger.ts";
export { createHeads, type Heads, type HeadsNeeds, type SignedHead } from "./heads.ts";
export { HASHES, type HashName } from "./hash.ts";
export type { Head } from "./seal.ts";
