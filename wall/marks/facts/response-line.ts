import type { ResponseLineData } from "../response-line.ts";
import { read, type ResponseTagConfig } from "./response-tag.ts";
import { headOf, kindsOf } from "./responses.ts";
import type { Standpoint } from "./standpoint.ts";
import { worldWord } from "./world-word.ts";

export { read };
export type ResponseLineConfig = ResponseTagConfig;
type From = Pick<Standpoint, "lang" | "here" | "ended">;

/**
 * What the strip, which stands on other screens, tells the text twin: the world where it is not the one now, and the gravest response that holds here.
 * Null in the world now while none is in force.
 */
export function data(seen: ReturnType<typeof read>, _: ResponseLineConfig, from: From): ResponseLineData | null {
  if (from.ended) return { world: from.ended.word };
  const [gravest] = seen;
  if (from.here.isLive && !gravest) return null;
  return {
    ...(!from.here.isLive && { world: worldWord(from) }),
    ...(gravest && { response: { level: gravest.level, head: headOf(gravest.level, from.lang), name: kindsOf(seen, from.lang) } }),
  };
}
