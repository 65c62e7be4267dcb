import type { PackReading } from "../model/pack-feed.ts";
import type { Clock, Log, Stop } from "../model/ports.ts";
import type { PlaceId, Reading } from "../model/sample.ts";
import { DAY, HOUR, SECOND } from "../model/time.ts";
import type { Unit } from "../model/unit.ts";
import type { ToldPosition } from "../model/world/units.ts";
import type { PackWorld } from "./packs/index.ts";
import { createEarlier, type HearsPast } from "./earlier.ts";
import { LATELY_MS, dueAt, latelyParts, type PastOf } from "./past-parts.ts";
import type { Parts, Played } from "./played.ts";
import type { WorldIncidents, WorldTime } from "./world-incidents.ts";

/** Numbers that packs' code computes for a played world (模拟数据), beside what its record holds. */
export interface Simulated {
  /** A record with what is simulated beside it: what it was until `to` is told with it, as far as packs answer in time. */
  beside(record: Played): Played;
  /** The pack that tells an indicator here; null where none does. */
  packOf(indicator: string): string | null;
  /** What a pack says of one instant, however long ago, of some of its indicators; undefined where it cannot be told now. */
  told(topic: string, at: number, indicators: readonly string[]): Promise<readonly Reading[] | undefined>;
  /** What happens in it, besides what is measured. */
  incidents?(time: WorldTime): WorldIncidents;
  /** Where a unit says that it is. */
  positionOf?(unit: Unit, at: number): ToldPosition | null;
  /** Goes on with the clock of the world that plays it. */
  follow(playing: Playing): Stop;
}

/** A played world as this sees it. */
export interface Playing extends HearsPast {
  simNow(): number;
  /** How many times as fast as people it goes; 0 while it stands. */
  speed(): number;
  /** Another number after each world that was built anew: what was asked for the former is not taken. */
  world(): number;
  take(readings: readonly Reading[]): { readonly duplicates: number };
}

interface Needs {
  readonly world: PackWorld;
  /** One item as a reading known when it was observed; text when it cannot be one. */
  indicator(id: string): PastOf | undefined;
  decode(topic: string, item: PackReading & { readonly place: PlaceId }, at: number): Reading | string;
  /** Places that the record itself speaks of: nothing is invented there. */
  readonly observed: ReadonlySet<PlaceId>;
  readonly clock: Clock;
  readonly log: Log;
}

/** No more often than this of people's time is a pack asked, however fast a world runs. */
const ASKED_EVERY_MS = SECOND;
const LOOKED_AT_MS = 250;
/** What a pack owes a world that stands still is asked for again after so long: no later instant will bring it. */
const ASKED_AGAIN_MS = 5 * SECOND;
/** In a played world they report at least this often: at 3600 times people's speed an hour passes in a second. */
const REPORTS_EVERY_MS = HOUR;
/** A world that is built waits for packs no longer than this in all. */
export const WAITS_MS = 2 * SECOND;

/** The figure of a day is of that day, however often a pack repeats it: in the evening it is not late. */
const spokenEvery = (ownMs: number, everyMs: number): number => (ownMs >= DAY ? ownMs : Math.max(everyMs, REPORTS_EVERY_MS));

export function createSimulated({ world, indicator, decode, observed, clock, log }: Needs): Simulated {
  /** Asked for with every cell: made anew only when another pack has told of itself. */
  function cadencesBeside(record: Played): () => Played["cadences"] {
    let known: Played["cadences"] = record.cadences;
    let knownOf: ReturnType<PackWorld["packs"]> = [];
    return () => {
      const packs = world.packs();
      if (packs !== knownOf) {
        knownOf = packs;
        known = { ...Object.fromEntries(packs.flatMap(({ everyMs, tells }) => tells.map((id) => [id, spokenEvery(indicator(id)?.cadenceMs ?? 0, everyMs)]))), ...record.cadences };
      }
      return known;
    };
  }
  function readingsOf(topic: string, at: number, items: readonly (PackReading & { readonly place: PlaceId })[], problems: { readonly message: string }[]): Reading[] {
    return items.flatMap((item) => {
      if (observed.has(item.place)) return [];
      const reading = decode(topic, item, at);
      if (typeof reading !== "string") return [reading];
      problems.push({ message: reading });
      return [];
    });
  }
  const takenOf = (accepted: number, duplicates: number, problems: readonly { readonly message: string }[]) => ({ accepted, duplicates, rejected: problems.length, quarantined: 0, problems });

  /** What one pack says of one instant, of some of its indicators or all; null where it was not told whole: a sum of some of its places would be judged as if it were all. */
  async function askWhole(topic: string, at: number, of?: readonly string[]): Promise<Reading[] | null> {
    const out: Reading[] = [];
    const take = (items: readonly (PackReading & { readonly place: PlaceId })[]) => {
      const problems: { readonly message: string }[] = [];
      const readings = readingsOf(topic, at, of ? items.filter((item) => of.includes(item.indicator)) : items, problems);
      out.push(...readings);
      return takenOf(readings.length, 0, problems);
    };
    return (await world.ask(topic, at, take, of)) ? out : null;
  }
  /**
   * What packs say before a world stands, by the instant of which it is told: what is now, asked first, and how it came to that. Of a pack that has not told
   * what is now nothing is taken: what was half an hour ago would stand, and be judged, as if it were now.
   */
  async function toldLately(to: number, isInTime: () => boolean): Promise<Map<number, Reading[]>> {
    const packs = world.packs();
    const out = new Map<number, Reading[]>();
    const add = (at: number, readings: readonly Reading[]): void => void out.set(at, [...(out.get(at) ?? []), ...readings]);
    const present = packs.map(({ topic, everyMs }) => askWhole(topic, dueAt(everyMs, to)));
    const answers = packs.map(async (pack, i) => {
      const before = latelyParts([pack], indicator, to).map(async ({ topic, at, indicators }) => [at, await askWhole(topic, at, indicators)] as const);
      const now = await present[i]!;
      if (!now || !isInTime()) return;
      add(to, now);
      for (const each of before) {
        const [at, readings] = await each;
        if (readings && isInTime()) add(at, readings);
      }
    });
    let stop: Stop = () => {};
    const tooLate = new Promise<void>((done) => {
      stop = clock.every(LOOKED_AT_MS / 5, () => {
        if (!isInTime()) done();
      });
    });
    await Promise.race([Promise.all(answers), tooLate]).finally(() => stop());
    return out;
  }

  async function* tellPast(record: Played, from: number, to: number): AsyncGenerator<readonly Reading[]> {
    const until = clock.monotonic() + WAITS_MS;
    const isInTime = (): boolean => clock.monotonic() < until;
    const asked = toldLately(to, isInTime);
    const begins = Math.max(from, to - LATELY_MS);
    let told: { readonly at: number; readonly readings: readonly Reading[] }[] | undefined;
    const tell = async () => (told ??= [...(await asked)].map(([at, readings]) => ({ at, readings })).filter(({ at }) => at > from).sort((a, b) => a.at - b.at));
    for await (const part of record.backfill(from, to)) {
      const last = part.at(-1)?.observedAt ?? Number.NEGATIVE_INFINITY;
      if (last > begins) for (const rest = await tell(); rest[0] && rest[0].at < last; ) yield rest.shift()!.readings;
      yield part;
    }
    for (const { readings } of await tell()) yield readings;
    if (!isInTime()) log.warn("Packs did not tell all of a world's present in time; it comes as the world plays on", { waitedMs: WAITS_MS });
  }

  const tellEarlier = createEarlier({ packs: () => world.packs(), indicator, askWhole, clock, log });

  return {
    beside(record) {
      const cadences = cadencesBeside(record);
      return {
        ...record,
        banner: record.simulates?.isAll ? record.banner : `${record.banner} · 含模拟数据`,
        get cadences() {
          return cadences();
        },
        // A world that stands and only catches up with its clock is told as it goes on: to wait for packs would make it later still.
        backfill: (from, to): Parts => (from < record.span.from ? tellPast(record, from, to) : record.backfill(from, to)),
      };
    },
    packOf: (indicator) => world.packs().find(({ tells }) => tells.includes(indicator))?.topic ?? null,
    told: async (topic, at, indicators) => (await askWhole(topic, at, indicators)) ?? undefined,
    follow(playing) {
      /** The last instant that was asked for, by topic; of one world. */
      let asked = new Map<string, number>();
      let number = playing.world();
      const underWay = new Set<string>();
      /** When packs whose last step was lost are asked for it again, by the monotonic clock. */
      const owed = new Map<string, number>();
      /** Packs that have said of this world how it stands: what was before comes after that. */
      let present = new Set<string>();
      let earlierOf = Number.NaN;
      let hasStopped = false;
      function beginEarlier(now: number): void {
        const packs = world.packs();
        if (earlierOf === number || packs.length === 0 || !packs.every(({ topic }) => present.has(topic))) return;
        earlierOf = number;
        void tellEarlier(playing, now, () => !hasStopped && playing.world() === earlierOf).catch((error: unknown) => log.error("What was before a played world began was not told", { error: String(error) }));
      }
      const stop = clock.every(LOOKED_AT_MS, () => {
        if (playing.world() !== number) {
          number = playing.world();
          asked = new Map();
          owed.clear();
          present = new Set();
        }
        const [mine, now] = [number, playing.simNow()];
        for (const { topic, everyMs } of world.packs()) {
          const at = Math.floor(now / gridOf(everyMs, playing.speed())) * gridOf(everyMs, playing.speed());
          const isOwed = playing.speed() === 0 && clock.monotonic() >= (owed.get(topic) ?? Number.POSITIVE_INFINITY);
          if (underWay.has(topic) || (!isOwed && at <= (asked.get(topic) ?? Number.NEGATIVE_INFINITY))) continue;
          // What a pack says first in a world is taken whole: a sum of a part of its places would be judged as if it were all.
          const whole: Reading[] | null = asked.has(topic) ? null : [];
          asked.set(topic, at);
          owed.delete(topic);
          underWay.add(topic);
          void world
            .ask(topic, at, (items) => {
              if (playing.world() !== mine) return takenOf(0, 0, []);
              const problems: { readonly message: string }[] = [];
              const readings = readingsOf(topic, at, items, problems);
              whole?.push(...readings);
              return takenOf(readings.length, whole ? 0 : playing.take(readings).duplicates, problems);
            })
            .then((isWhole) => {
              if (playing.world() !== mine) return;
              if (!isWhole) owed.set(topic, clock.monotonic() + ASKED_AGAIN_MS);
              if (whole && whole.length > 0) playing.take(whole);
              present.add(topic);
            })
            .catch((error: unknown) => log.error("What a pack told of a played world was not taken", { topic, error: String(error) }))
            .finally(() => underWay.delete(topic));
        }
        beginEarlier(now);
      });
      return () => {
        hasStopped = true;
        stop();
        world.close();
      };
    },
  };
}

/** How far apart its instants are: its own interval, or as many of them as pass between two askings. */
function gridOf(everyMs: number, speed: number): number {
  return everyMs * Math.max(1, Math.ceil((ASKED_EVERY_MS * speed) / everyMs));
}
