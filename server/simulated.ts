import type { PackReading } from "../model/pack-feed.ts";
import type { Clock, Log, Stop } from "../model/ports.ts";
import type { PlaceId, Reading } from "../model/sample.ts";
import { HOUR, SECOND } from "../model/time.ts";
import type { PackWorld } from "./packs/index.ts";
import type { Parts, Played } from "./played.ts";

/** Numbers that packs' code computes for a played world (模拟数据), beside what its record holds. */
export interface Simulated {
  /** A record with what is simulated beside it: what it was until `to` is told with it, as far as packs answer in time. */
  beside(record: Played): Played;
  /** The pack that tells an indicator here; null where none does. */
  packOf(indicator: string): string | null;
  /** What a pack says of one instant, however long ago, of some of its indicators; undefined where it cannot be told now. */
  told(topic: string, at: number, indicators: readonly string[]): Promise<readonly Reading[] | undefined>;
  /** Goes on with the clock of the world that plays it. */
  follow(playing: Playing): Stop;
}

/** A played world as this sees it. */
export interface Playing {
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
  decode(topic: string, item: PackReading & { readonly place: PlaceId }, at: number): Reading | string;
  /** Places that the record itself speaks of: nothing is invented there. */
  readonly observed: ReadonlySet<PlaceId>;
  readonly clock: Clock;
  readonly log: Log;
}

/** No more often than this of people's time is a pack asked, however fast a world runs. */
const ASKED_EVERY_MS = SECOND;
const LOOKED_AT_MS = 250;
/** In a played world they report at least this often: at 3600 times people's speed an hour passes in a second. */
const REPORTS_EVERY_MS = HOUR;
/** Of the past so many whole hours are told, so that lines and sums have one. */
const PAST_HOURS = 12;
/** Of so many places at most: the past of all towns would weigh more than the record itself. They are told as they stand, and their lines begin there. */
const PAST_PLACES = 500;
/** A world that is built waits for packs no longer than this in all. */
export const WAITS_MS = 2 * SECOND;

export function createSimulated({ world, decode, observed, clock, log }: Needs): Simulated {
  /** Asked for with every cell: made anew only when another pack has told of itself. */
  function cadencesBeside(record: Played): () => Played["cadences"] {
    let known: Played["cadences"] = record.cadences;
    let knownOf: ReturnType<PackWorld["packs"]> = [];
    return () => {
      const packs = world.packs();
      if (packs !== knownOf) {
        knownOf = packs;
        known = { ...Object.fromEntries(packs.flatMap(({ everyMs, tells }) => tells.map((indicator) => [indicator, Math.max(everyMs, REPORTS_EVERY_MS)]))), ...record.cadences };
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

  /** What all packs say of one instant; what does not come in time is left out. */
  async function tell(at: number, isPast: boolean, isInTime: () => boolean): Promise<Reading[]> {
    const out: Reading[] = [];
    const asked = world.packs().filter(({ places }) => !isPast || places <= PAST_PLACES).map(({ topic, everyMs }) => {
      const due = Math.floor(at / everyMs) * everyMs;
      return world.ask(topic, due, (items) => {
        const problems: { readonly message: string }[] = [];
        const readings = readingsOf(topic, due, items, problems);
        if (isInTime()) out.push(...readings);
        return takenOf(readings.length, 0, problems);
      });
    });
    let stop: Stop = () => {};
    const tooLate = new Promise<void>((done) => {
      stop = clock.every(LOOKED_AT_MS / 5, () => {
        if (!isInTime()) done();
      });
    });
    await Promise.race([Promise.all(asked), tooLate]).finally(() => stop());
    return out.splice(0);
  }

  async function* tellPast(record: Played, from: number, to: number): AsyncGenerator<readonly Reading[]> {
    const until = clock.monotonic() + WAITS_MS;
    const isInTime = (): boolean => clock.monotonic() < until;
    const instants = hoursBefore(to).filter((at) => at > from);
    for await (const part of record.backfill(from, to)) {
      const last = part.at(-1)?.observedAt ?? Number.NEGATIVE_INFINITY;
      while (instants[0] !== undefined && instants[0] < last && isInTime()) {
        const at = instants.shift()!;
        const told = await tell(at, at < to, isInTime);
        if (told.length > 0) yield told;
      }
      yield part;
    }
    for (const at of instants) {
      if (!isInTime()) break;
      const told = await tell(at, at < to, isInTime);
      if (told.length > 0) yield told;
    }
    if (!isInTime()) log.warn("Packs did not tell all of a world's past in time; it comes as the world plays on", { waitedMs: WAITS_MS });
  }

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
    async told(topic, at, indicators) {
      const out: Reading[] = [];
      const isWhole = await world.ask(topic, at, (items) => {
        const problems: { readonly message: string }[] = [];
        const readings = readingsOf(topic, at, items.filter(({ indicator }) => indicators.includes(indicator)), problems);
        out.push(...readings);
        return takenOf(readings.length, 0, problems);
      });
      return isWhole ? out : undefined;
    },
    follow(playing) {
      /** The last instant that was asked for, by topic; of one world. */
      let asked = new Map<string, number>();
      let number = playing.world();
      const underWay = new Set<string>();
      const stop = clock.every(LOOKED_AT_MS, () => {
        if (playing.world() !== number) {
          number = playing.world();
          asked = new Map();
        }
        const [mine, now] = [number, playing.simNow()];
        for (const { topic, everyMs } of world.packs()) {
          const at = Math.floor(now / gridOf(everyMs, playing.speed())) * gridOf(everyMs, playing.speed());
          if (underWay.has(topic) || at <= (asked.get(topic) ?? Number.NEGATIVE_INFINITY)) continue;
          // What a pack says first in a world is taken whole: a sum of a part of its places would be judged as if it were all.
          const whole: Reading[] | null = asked.has(topic) ? null : [];
          asked.set(topic, at);
          underWay.add(topic);
          void world
            .ask(topic, at, (items) => {
              if (playing.world() !== mine) return takenOf(0, 0, []);
              const problems: { readonly message: string }[] = [];
              const readings = readingsOf(topic, at, items, problems);
              whole?.push(...readings);
              return takenOf(readings.length, whole ? 0 : playing.take(readings).duplicates, problems);
            })
            .then(() => {
              if (whole && whole.length > 0 && playing.world() === mine) playing.take(whole);
            })
            .catch((error: unknown) => log.error("What a pack told of a played world was not taken", { topic, error: String(error) }))
            .finally(() => underWay.delete(topic));
        }
      });
      return () => {
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

/** The last whole hours up to `to`, and `to` itself. */
function hoursBefore(to: number): number[] {
  const whole = Math.floor(to / HOUR) * HOUR;
  const hours = Array.from({ length: PAST_HOURS }, (_, i) => whole - (PAST_HOURS - 1 - i) * HOUR);
  return whole === to ? hours : [...hours, to];
}
