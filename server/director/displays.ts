import { DISPLAY_DARK_MS, type DisplayHealth, type DisplayReport } from "../../model/display.ts";
import type { Clock, Stop } from "../../model/ports.ts";
import type { Wall } from "../../model/wall.ts";

const LOOKED_AT_MS = 500;

/** The displays of all walls, as they are heard: a socket that stands, and a word every two seconds that the page still paints. */
export interface Displays {
  /** A page of that display has connected; undone when its socket closes. */
  enter(wall: string, n: number): Stop;
  report(wall: string, n: number, said: DisplayReport): void;
  /** Another machine hangs there now: what was heard of the one before says nothing of it. */
  forget(wall: string, n: number): void;
  /** Ms since it was last there; 0 while it is, null when it has never been. */
  darkFor(wall: string, n: number): number | null;
  /** Displays that answer now. */
  alive(wall: string): readonly number[];
  of(wall: string): readonly DisplayHealth[];
  /** Tells of a display that has come or gone. */
  onChange(listener: (wall: string, n: number, state: "connected" | "dark") => void): Stop;
  close(): void;
}

interface Known {
  sockets: number;
  /** Monotonic ms at which it was heard last, by connecting or by a word. */
  heard: number;
  heardAt: number;
  /** Monotonic ms at which it was heard last while its socket stood. */
  thereAt: number;
  state: "connected" | "dark";
  said: DisplayReport;
}

export function createDisplays({ walls, clock }: { readonly walls: readonly Wall[]; readonly clock: Clock }): Displays {
  const known = new Map<string, Known>();
  const listeners = new Set<(wall: string, n: number, state: "connected" | "dark") => void>();
  const key = (wall: string, n: number): string => `${wall}/${n}`;

  function judge(wall: string, n: number, one: Known): void {
    const state = one.sockets > 0 && clock.monotonic() - one.heard < DISPLAY_DARK_MS ? "connected" : "dark";
    if (state === one.state) return;
    one.state = state;
    for (const listener of listeners) listener(wall, n, state);
  }
  function hear(wall: string, n: number): Known {
    const one = known.get(key(wall, n)) ?? { sockets: 0, heard: 0, heardAt: 0, thereAt: clock.monotonic(), state: "dark", said: {} };
    known.set(key(wall, n), one);
    one.heard = clock.monotonic();
    one.heardAt = clock.now();
    if (one.sockets > 0) one.thereAt = one.heard;
    return one;
  }
  const stop = clock.every(LOOKED_AT_MS, () => {
    for (const wall of walls) for (const { n } of wall.displays) {
      const one = known.get(key(wall.id, n));
      if (one) judge(wall.id, n, one);
    }
  });
  return {
    enter(wall, n) {
      const one = hear(wall, n);
      one.sockets++;
      judge(wall, n, one);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        one.sockets--;
        judge(wall, n, one);
      };
    },
    report(wall, n, said) {
      const one = hear(wall, n);
      one.said = { ...one.said, ...said };
      judge(wall, n, one);
    },
    forget: (wall, n) => void known.delete(key(wall, n)),
    darkFor(wall, n) {
      const one = known.get(key(wall, n));
      return one ? (one.state === "connected" ? 0 : clock.monotonic() - one.thereAt) : null;
    },
    alive: (wall) => walls.find(({ id }) => id === wall)?.displays.map(({ n }) => n).filter((n) => known.get(key(wall, n))?.state === "connected") ?? [],
    of(id) {
      return walls.find((wall) => wall.id === id)?.displays.map(({ n }): DisplayHealth => {
        const one = known.get(key(id, n));
        const { paintedTick = null, skewMs = null, fps = null } = one?.said ?? {};
        return { n, state: one?.state ?? "unknown", paintedTick, skewMs, fps, heardAt: one?.heardAt ?? null };
      }) ?? [];
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => stop(),
  };
}
