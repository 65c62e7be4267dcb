import type { Entry } from "../../model/journal.ts";
import type { Head } from "./seal.ts";

/** A journal as it may be read. */
export interface Chain {
  /** Whose chain it is: a replay reads that of `live`. */
  readonly situation: string;
  head(): Head;
  /** Entries with seq > after up to the head, in order. */
  entries(after: number, limit: number): Promise<readonly Entry[]>;
  /** NDJSON up to the present head: a line naming H, then one canonical line an entry. */
  export(): AsyncIterable<string>;
}
