import type { Placed } from "./scene.ts";

type Turning = Pick<Placed, "slot" | "page" | "pages">;

/**
 * Slots of panels that share a place with others whose turn it is. A turn in which every panel here has nothing to show (`isSilent`) is passed
 * over, unless none has: a glass that takes turns does not say the same lack turn after turn.
 * @param turn counts on for ever
 */
export function waiting(panels: readonly Turning[], turn: number, isSilent: (slot: string) => boolean): ReadonlySet<string> {
  const out = new Set<string>();
  // Each side of a scene turns by itself; its slots begin with one letter.
  const turning = panels.filter(({ page, pages }) => page !== undefined && pages !== undefined);
  for (const letter of new Set(turning.map(({ slot }) => slot[0]))) {
    const side = turning.filter(({ slot }) => slot[0] === letter);
    const all = Array.from({ length: side[0]?.pages ?? 0 }, (_, page) => page);
    const told = all.filter((page) => {
      const here = side.filter((panel) => panel.page === page);
      return here.length === 0 || !here.every(({ slot }) => isSilent(slot));
    });
    const pages = told.length > 0 ? told : all;
    for (const { slot, page } of side) if (page !== pages[turn % pages.length]) out.add(slot);
  }
  return out;
}
