import type { Placed } from "./scene.ts";

type Turning = Pick<Placed, "slot" | "page" | "pages" | "insteadOf">;
/** What a panel has to show. */
export interface Having {
  /** It has nothing to show that another panel does not say. */
  isSilent(slot: string): boolean;
  /** It has nothing to show but the reason why. */
  isEmpty(slot: string): boolean;
}

/**
 * Slots of panels that are not seen: of those that share a place with others, all whose turn it is not; and of a panel and its stand-in
 * one, the stand-in only where the panel has nothing to show and it has something. A turn in which every panel has nothing to show (`isSilent`)
 * is passed over, unless none has: a glass that takes turns does not say the same lack turn after turn.
 * @param turn counts on for ever
 */
export function waiting(panels: readonly Turning[], turn: number, { isSilent, isEmpty }: Having): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { slot, insteadOf } of panels) if (insteadOf !== undefined) out.add(isEmpty(insteadOf) && !isEmpty(slot) ? insteadOf : slot);
  // Each side of a scene turns by itself; its slots begin with one letter.
  const turning = panels.filter(({ page, pages }) => page !== undefined && pages !== undefined);
  for (const letter of new Set(turning.map(({ slot }) => slot[0]))) {
    const side = turning.filter(({ slot }) => slot[0] === letter);
    const all = Array.from({ length: side[0]?.pages ?? 0 }, (_, page) => page);
    const told = all.filter((page) => {
      const here = side.filter((panel) => panel.page === page && !out.has(panel.slot));
      return here.length === 0 || !here.every(({ slot }) => isSilent(slot));
    });
    const pages = told.length > 0 ? told : all;
    for (const { slot, page } of side) if (page !== pages[turn % pages.length]) out.add(slot);
  }
  return out;
}
