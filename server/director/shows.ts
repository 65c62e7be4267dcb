import type { Clock, Stop } from "../../model/ports.ts";
import { MINUTE } from "../../model/time.ts";
import type { Picture, Wall, WallState } from "../../model/wall.ts";
import { createCurtain, type Curtain } from "./curtain.ts";
import type { Director } from "./director.ts";

/** A turn of a rotation or schedule is set up that long before its instant. */
const LEAD_MS = 1_500;
/** A machine whose clock was set finds its turns again within this. */
const LOOKED_AT_MS = MINUTE;

export interface ShowsNeeds {
  readonly walls: readonly Wall[];
  readonly director: Pick<Director, "picture" | "state" | "turnsAt">;
  readonly clock: Clock;
  /** Displays of a wall that answer now. */
  alive(wall: string): readonly number[];
  /** What some wall's displays are told has changed. */
  tell(): void;
}

/** Brings what the director has decided onto the glass of every wall: each change, and each turn of the clock, behind a curtain. */
export interface Shows {
  /** The record of the `wall` channel; undefined for an unknown wall. */
  state(wall: string): WallState | undefined;
  /** Looks whether a picture has changed: after every entry about walls, and when a situation begins or ends. */
  look(): void;
  ready(wall: string, n: number, picture: number): void;
  gone(wall: string, n: number): void;
  /** Displays that missed the last change. */
  dark(wall: string): ReadonlySet<number>;
  close(): void;
}

interface Stage {
  readonly wall: Wall;
  readonly curtain: Curtain<Picture>;
  /** What it was asked for last, which the curtain may still hold back. */
  wanted: string;
  timer: Stop | undefined;
}

export function createShows({ walls, director, clock, alive, tell }: ShowsNeeds): Shows {
  const stages = new Map(walls.map((wall): [string, Stage] => {
    const first = director.picture(wall, clock.now());
    return [wall.id, { wall, curtain: createCurtain(first, { clock, alive: () => alive(wall.id), tell }), wanted: JSON.stringify(first), timer: undefined }];
  }));
  function look(stage: Stage): void {
    const { wall, curtain } = stage;
    stage.timer?.();
    const now = clock.now();
    const turnsAt = director.turnsAt(wall, now);
    const turning = turnsAt !== null && turnsAt - now <= LEAD_MS;
    const picture = director.picture(wall, turning ? turnsAt : now);
    const wanted = JSON.stringify(picture);
    if (wanted !== stage.wanted) {
      stage.wanted = wanted;
      curtain.change(picture, turning ? turnsAt : 0);
    }
    // Timers are short: what counts is the server's clock, which may be set.
    const again = turnsAt === null ? LOOKED_AT_MS : turning ? turnsAt - now + 1 : Math.min(LOOKED_AT_MS, turnsAt - now - LEAD_MS);
    stage.timer = clock.after(again, () => look(stage));
  }
  const lookAtAll = (): void => {
    for (const stage of stages.values()) look(stage);
  };
  lookAtAll();
  return {
    state(id) {
      const stage = stages.get(id);
      const state = director.state(id, clock.now());
      if (!stage || !state) return undefined;
      const { picture, since, before } = stage.curtain.showing;
      return { ...state, ...stage.curtain.decided, show: { picture, since, ...((since === null || since > clock.now()) && before && { before }) } };
    },
    look: lookAtAll,
    ready: (wall, n, picture) => stages.get(wall)?.curtain.ready(n, picture),
    gone: (wall, n) => stages.get(wall)?.curtain.gone(n),
    dark: (wall) => stages.get(wall)?.curtain.dark ?? new Set(),
    close() {
      for (const { curtain, timer } of stages.values()) {
        timer?.();
        curtain.close();
      }
    },
  };
}
