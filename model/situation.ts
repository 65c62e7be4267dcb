import { Type, type Static } from "typebox";

/** At most so many worlds stand beside `live`. */
export const MOST_BESIDE_LIVE = 4;

/** live: the world now; drill 演练: takes commands, sends nothing outside; replay 回放: read-only. */
export type SituationKind = "live" | "drill" | "replay";
export const KIND_WORD: Readonly<Record<SituationKind, string>> = { live: "实况", drill: "演练", replay: "回放" };

/**
 * A situation's clock as data, so that server and wall compute the same `simAt`: at server time `at` it was `simAt`,
 * and it runs `speed` times as fast as people do (0 while paused).
 */
export const ClockState = Type.Object({
  at: Type.Number(),
  simAt: Type.Number(),
  speed: Type.Number({ minimum: 1, maximum: 3600 }),
  paused: Type.Boolean(),
});
export type ClockState = Static<typeof ClockState>;

/** A clock as a page has it. */
export interface PageClock extends ClockState {
  /** Nobody tells it any more (a page that starts while the server is away): it stands where it was heard last, whether it ran or not. */
  readonly stands?: true;
}
/** The situation's time at server time `at`. */
export const simTime = (clock: PageClock, at: number): number => (clock.paused || clock.stands ? clock.simAt : clock.simAt + (at - clock.at) * clock.speed);

/** People's time in a situation at server time `at`: the server's, but in a replay of the past the time of that past. */
export const peopleTime = (info: Pick<SituationInfo, "clock" | "replays"> | undefined, at: number): number => (info?.replays === undefined ? at : simTime(info.clock, at));

/** What every page must know of a situation to say what it shows. */
export interface SituationInfo {
  readonly id: string;
  readonly kind: SituationKind;
  /** Banner words: 演练 · 历史台风 彩虹. Empty for live. */
  readonly banner: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly clock: PageClock;
  /** The span of its record; null for live. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** The feed or scenario it plays, e.g. `storm:201522`, `covid:2020`; empty for live. */
  readonly feed: string;
  /** Whose past it replays. People's limits ran on that clock, so they run on this one. */
  readonly replays?: string;
  /** Intervals (ms, by indicator) at which the played record reports, where they differ from the indicator's own cadence. */
  readonly cadences?: Readonly<Record<string, number>>;
}
