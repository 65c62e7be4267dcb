import type { Link } from "./contexts.ts";

/** When a list that arrives by itself was last known to be whole, on the situation's clock: now while the link lives, else when its last frame was made. */
export const checkedAt = (link: Link | undefined, situation: string, { simAt }: { readonly simAt: number }): number => (link?.state === "live" ? link.simNow(situation) : simAt);
