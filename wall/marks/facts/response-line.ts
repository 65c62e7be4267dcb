import type { ResponseLineData } from "../response-line.ts";
import { modeWord } from "./mode-word.ts";
import { read, type ResponseTagConfig } from "./response-tag.ts";
import { headOf, kindsOf, unknownSaid } from "./responses.ts";
import type { Standpoint } from "./standpoint.ts";
import { worldWord } from "./world-word.ts";

export { read };
export type ResponseLineConfig = ResponseTagConfig;
type From = Pick<Standpoint, "lang" | "here" | "ended" | "mode">;

/**
 * What the strip, which stands on other screens, tells the text twin: the world where it is not the one now, the gravest response that holds here,
 * and always the mode: a screen that says nothing of a response is not taken for one of routine.
 */
export function data(seen: ReturnType<typeof read>, _: ResponseLineConfig, from: From): ResponseLineData {
  const mode = modeWord(from);
  if (from.ended) return { world: from.ended.word, mode };
  const [gravest] = seen.here;
  return {
    ...(!from.here.isLive && { world: worldWord(from) }),
    mode,
    ...(gravest && { response: { level: gravest.level, head: headOf(gravest.level, from.lang), name: kindsOf(seen.here, from.lang) } }),
    ...(!gravest && unknownSaid(seen.status, from.lang)),
  };
}
