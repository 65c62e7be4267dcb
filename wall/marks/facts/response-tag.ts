import type { ResponseTag } from "../response-tag.ts";
import { modeWord } from "./mode-word.ts";
import type { Reader } from "./reader.ts";
import { headOf, inForce, kindsOf } from "./responses.ts";
import type { Standpoint } from "./standpoint.ts";
import { worldWord } from "./world-word.ts";

export interface ResponseTagConfig {
  /** What the wall looks at. */
  readonly focus?: { readonly region: string };
}
type From = Pick<Standpoint, "lang" | "here" | "ended" | "mode">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, { focus }: ResponseTagConfig) => inForce(reader.responses(focus?.region ?? "44").records.values()).here;

/** The gravest response that holds here, which banner or headline tell the text twin, and the mode; the mode alone where none is in force, or in a world that does not run. */
export function data(seen: Seen, _: ResponseTagConfig, from: From): ResponseTag {
  const [gravest] = seen;
  const mode = modeWord(from);
  if (!gravest || from.ended) return { mode };
  return { mode, level: gravest.level, head: headOf(gravest.level, from.lang), name: kindsOf(seen, from.lang), ...(!from.here.isLive && { exercise: worldWord(from) }) };
}
