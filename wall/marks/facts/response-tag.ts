import type { ResponseTag } from "../response-tag.ts";
import { modeWord } from "./mode-word.ts";
import type { Reader } from "./reader.ts";
import { headOf, inForce, kindsOf, unknownSaid } from "./responses.ts";
import type { Standpoint } from "./standpoint.ts";
import { simulatedWord, worldWord } from "./world-word.ts";

export interface ResponseTagConfig {
  /** What the wall looks at. */
  readonly focus?: { readonly region: string };
}
type From = Pick<Standpoint, "lang" | "here" | "ended" | "mode">;
type Seen = ReturnType<typeof read>;

export function read(reader: Reader, { focus }: ResponseTagConfig) {
  const { status, records } = reader.responses(focus?.region ?? "44");
  return { status, here: inForce(records.values()).here };
}

/**
 * The gravest response that holds here, which banner or headline tell the text twin, and the mode; the mode alone where none is in force, or in a world that does not run.
 * Computed numbers are said on every screen. Of a list that did not come nothing is known: that is said, for silence would be read as none.
 */
export function data({ status, here }: Seen, _: ResponseTagConfig, from: From): ResponseTag {
  const [gravest] = here;
  if (from.ended) return { mode: modeWord(from) };
  const mode = modeWord(from, gravest !== undefined);
  const simulated = simulatedWord(from);
  if (!gravest) return { mode, ...(simulated && { simulated }), ...unknownSaid(status, from.lang) };
  return { mode, level: gravest.level, head: headOf(gravest.level, from.lang), name: kindsOf(here, from.lang), ...(!from.here.isLive && { exercise: worldWord(from), ...(simulated && { simulated }) }) };
}
