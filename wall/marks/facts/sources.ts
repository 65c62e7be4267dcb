import { phrases } from "../../../model/phrases.ts";
import { sentence, type SourcesData } from "../sources.ts";
import type { CardFacts } from "./card.ts";
import type { Standpoint } from "./standpoint.ts";
import * as trust from "./trust.ts";

export type SourcesConfig = trust.TrustConfig;
const say = phrases({ "从未上报：": "never reported: ", "等 {n} 路": "… {n} sources in all" });
type From = Pick<Standpoint, "lang" | "here" | "words" | "names">;
type Seen = ReturnType<typeof read>;

export const read = trust.read;
export function data(seen: Seen, config: SourcesConfig, from: From): SourcesData {
  const t = say(from.lang);
  return { ...trust.data(seen, config, from), never: t("从未上报："), inAll: (n) => t("等 {n} 路", { n }) };
}
/** Its time is that of the count: each source has its own beside its name. */
export function card(seen: Seen, config: SourcesConfig, from: From): CardFacts {
  const { title, note } = trust.data(seen, config, from);
  const isHeard = seen.heard.some(({ isAwaited }) => !isAwaited);
  return { heading: title, note, status: isHeard ? "ready" : "loading", observedAt: isHeard ? from.here.simNow : undefined, state: from.here.linked ? "fresh" : "stale" };
}
export const spoken = (seen: Seen, config: SourcesConfig, from: From): string => sentence(data(seen, config, from));
