import type { Stop } from "../../model/ports.ts";

/** One glass of one wall, as a page names itself: `main/2`. */
export interface NamedDisplay {
  readonly wall: string;
  readonly n: number;
}

/** Null when it is not written like a display. */
export function displayNamed(said: unknown): NamedDisplay | null {
  const match = typeof said === "string" ? /^([\w-]{1,64})\/([1-9]\d{0,2})$/.exec(said) : null;
  return match && { wall: match[1]!, n: Number(match[2]) };
}

/** Which displays are there: each says `auth.display = "<wall>/<n>"` when it connects, and is let in when there is such a one. */
export class Displays {
  private readonly open = new Map<string, Map<number, number>>();

  enter({ wall, n }: NamedDisplay): Stop {
    const counts = this.open.get(wall) ?? new Map<number, number>();
    this.open.set(wall, counts);
    counts.set(n, (counts.get(n) ?? 0) + 1);
    let left = false;
    return () => {
      if (!left) counts.set(n, counts.get(n)! - 1);
      left = true;
    };
  }

  /** By number, whether it is connected; a display that has never said so is not in it. */
  of(wall: string): ReadonlyMap<number, boolean> {
    return new Map([...(this.open.get(wall) ?? [])].map(([n, count]) => [n, count > 0]));
  }
}
