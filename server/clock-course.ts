import type { Clock } from "../model/ports.ts";
import type { SituationClock } from "../model/situation-clock.ts";

/** A world's clock went from `from` to `to` (epoch ms of its own time) at one speed, beginning at people's time `at`. Where it was set while it stood, `from` is `to`. */
export interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly speed: number;
}

/** How a world's clock went beside people's time, so that what was told once is told the same after a pause, a change of speed and a restart. */
export interface Course {
  /** Oldest first, never empty; the last goes on while the clock does. */
  runs(): readonly Run[];
  /** When people had an instant of the world before them, epoch ms; of one that the clock never passed, when they would have, had it come to its next run at that run's speed. */
  peopleAt(simAt: number): number;
}

/** The oldest are forgotten. */
const MOST_KEPT = 100;

/** @param kept as saved last · @param isSought the clock was set to where it stands now, and has not come there by itself */
export function createCourse({ clock, people, end }: { readonly clock: SituationClock; readonly people: Clock; /** Of the span, epoch ms. */ readonly end: number }, kept: readonly Run[] = [], isSought = false): Course {
  let past: readonly Run[] = kept;
  let going: { readonly run: Run; readonly beganMono: number } | null = null;

  // It was saved some seconds before the program ended: what is known to have been found since then it had passed.
  const last = kept.at(-1);
  if (last && !isSought && last.to < clock.now()) past = [...kept.slice(0, -1), { ...last, to: clock.now() }];
  begin();
  clock.onChange(() => {
    if (going) {
      const { run, beganMono } = going;
      past = [...past, { ...run, to: Math.min(end, Math.floor(run.from + (people.monotonic() - beganMono) * run.speed)) }];
    }
    begin();
  });

  function begin(): void {
    const { simAt, speed, paused } = clock.state();
    const run: Run = { at: people.now(), from: simAt, to: simAt, speed };
    if (paused && past.at(-1)?.to !== simAt) past = [...past, run];
    going = paused ? null : { run, beganMono: people.monotonic() };
    past = past.slice(-MOST_KEPT);
  }
  const runs = (): readonly Run[] => (going ? [...past, { ...going.run, to: clock.now() }] : past);

  return {
    runs,
    peopleAt(simAt) {
      const all = runs();
      const run = all.findLast(({ from, to }) => from < simAt && simAt <= to) ?? all.find(({ from }) => from >= simAt) ?? all.at(-1)!;
      return run.at + (Math.min(simAt, run.to) - run.from) / run.speed;
    },
  };
}
