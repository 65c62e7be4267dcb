import type { ResponseLineData } from "../response-line.ts";
import { modeWord } from "./mode-word.ts";
import { read, type ResponseTagConfig } from "./response-tag.ts";
import { headOf, kindsOf, unknownSaid } from "./responses.ts";
import type { Standpoint } from "./standpoint.ts";
import { simulatedWord, worldWord } from "./world-word.ts";

export { read };
export type ResponseLineConfig = ResponseTagConfig;
type From = Pick<Standpoint, "lang" | "here" | "ended" | "mode">;

/**
 * What the strip, which stands on other screens, tells the text twin: the world where it is not the one now, the gravest response that holds here,
 * and always the mode: a screen that says nothing of a response is not taken for one of routine.
 */
export function data(seen: ReturnType<typeof read>, _: ResponseLineConfig, from: From): ResponseLineData {
  if (from.ended) return { world: from.ended.word, mode: modeWord(from) };
  const [gravest] = seen.here;
  const mode = modeWord(from, gravest !== undefined);
  return {
    ...(!from.here.isLive && { world: simulatedWord(from) ?? worldWord(from) }),
    mode,
    ...(gravest && { response: { level: gravest.level, head: headOf(gravest.level, from.lang), name: kindsOf(seen.here, from.lang) } }),
    ...(!gravest && unknownSaid(seen.status, from.lang)),
  };
}
