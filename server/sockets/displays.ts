import type { Stop } from "../../model/ports.ts";

/** Names that displays may give themselves; more would be somebody's play. */
const MOST_WALLS = 256;

/** Which displays are there: each says `auth.display = "<wall>/<n>"` when it connects. */
export class Displays {
  private readonly open = new Map<string, Map<number, number>>();

  enter(said: unknown): Stop {
    const match = typeof said === "string" ? /^([\w-]{1,64})\/(\d{1,3})$/.exec(said) : null;
    if (!match) return () => {};
    const [, wall = "", n = ""] = match;
    const counts = this.open.get(wall) ?? new Map<number, number>();
    if (this.open.size >= MOST_WALLS && !this.open.has(wall)) return () => {};
    this.open.set(wall, counts);
    counts.set(Number(n), (counts.get(Number(n)) ?? 0) + 1);
    let left = false;
    return () => {
      if (!left) counts.set(Number(n), counts.get(Number(n))! - 1);
      left = true;
    };
  }

  /** By number, whether it is connected; null when no display of that wall has ever said so. */
  of(wall: string): ReadonlyMap<number, boolean> | null {
    const counts = this.open.get(wall);
    return counts ? new Map([...counts].map(([n, count]) => [n, count > 0])) : null;
  }
}
