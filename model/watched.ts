import type { Finding } from "./finding.ts";
import type { Stop } from "./ports.ts";

/** Something of the house itself that is looked at again and again: what is found of it raises and returns alerts of live. */
export interface Watched {
  readonly everyMs: number;
  findings(): readonly Finding[];
  /** What was found anew has been written. */
  written?(): void;
  /** What the log says when it could not be written. */
  readonly unwritten: string;
}
/** Begins to look. */
export type Watch = (watched: Watched) => Stop;
