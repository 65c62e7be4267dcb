import type { Clock, Stop } from "../model/ports.ts";
import type { Picture, Wall } from "../model/wall.ts";

export interface MisfitNeeds {
  readonly clock: Pick<Clock, "after">;
  /** Sets the picture and reads every word of it. @throws for a scene that there is not */
  misfit(wall: Wall, picture: Picture): string | null;
}
/** Why pictures do not stand on walls, read once for each: a scene is set and read in tens of milliseconds, and by then somebody waits for it. */
export interface Misfits {
  of(wall: Wall, picture: Picture): string | null;
  /** Reads pictures before they are wanted, one at a time, with room for others between. */
  expect(wall: Wall, pictures: readonly Picture[]): void;
  close(): void;
}

/** Until the first is read, and between two: whoever has come has its numbers first, and reading one keeps all others waiting. */
export const BETWEEN_MS = 2_000;
/** More than all scenes of all walls in one theme; then it is begun anew. */
const MOST_KNOWN = 500;

export function createMisfits({ clock, misfit }: MisfitNeeds): Misfits {
  const known = new Map<string, string | null>();
  let expected: { readonly wall: Wall; readonly picture: Picture }[] = [];
  let next: Stop | undefined;
  // Where it looks changes no word's place: scenes are read at their fullest.
  const keyOf = ({ id }: Wall, { scene, parts, theme }: Picture): string => JSON.stringify([id, theme, scene, parts.map((part) => [part.area, part.scene])]);

  function of(wall: Wall, picture: Picture): string | null {
    const key = keyOf(wall, picture);
    const before = known.get(key);
    if (before !== undefined) return before;
    const why = misfit(wall, picture);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, why);
    return why;
  }
  function readNext(): void {
    next = undefined;
    const one = expected.shift();
    if (!one) return;
    try {
      of(one.wall, one.picture);
    } catch {
      // Whoever wants it is told.
    }
    readLater();
  }
  function readLater(): void {
    if (expected.length > 0) next ??= clock.after(BETWEEN_MS, readNext);
  }
  return {
    of,
    expect(wall, pictures) {
      const waiting = new Set(expected.map((one) => keyOf(one.wall, one.picture)));
      expected.push(...pictures.filter((picture) => !known.has(keyOf(wall, picture)) && !waiting.has(keyOf(wall, picture))).map((picture) => ({ wall, picture })));
      readLater();
    },
    close() {
      next?.();
      expected = [];
    },
  };
}
