/** Where a chain stood. */
export interface ChainEnd {
  readonly situation: string;
  readonly seq: number;
  readonly hash: string;
}

/** A copy of the store, as `backup.json` beside it says. */
export interface Backup {
  /** The name of its folder. */
  readonly name: string;
  /** RFC 3339, server time. */
  readonly at: string;
  /** Of the database. */
  readonly bytes: number;
  readonly tookMs: number;
  /** The version of the store's tables. */
  readonly schema: number;
  /** The hash function of its chains. */
  readonly H: string;
  /** The chains as they stand in it, live first. */
  readonly chains: readonly ChainEnd[];
  /** Pictures that go with it. */
  readonly files: number;
}

/** That a backup was restored into an empty folder, as a trial. */
export interface Drill {
  readonly at: string;
  readonly backup: string;
  readonly tookMs: number;
  /** Why it failed; absent when the backup is good. */
  readonly fault?: string;
}

/** What the store of a house that was restored says of it until the chain does: the document of this name. */
export const RESTORED = "restored";
/** The body of `store.restored`. */
export interface Restored {
  /** Where live's chain ended in the backup. */
  readonly seq: number;
  readonly hash: string;
  readonly backup: string;
  readonly backupAt: string;
  readonly restoredAt: string;
  /** What was signed or stored behind it and is given up. */
  readonly lost?: readonly { readonly situation: string; readonly seq: number }[];
}
