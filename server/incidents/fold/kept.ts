import { chunksOf } from "../../../model/chunks.ts";
import type { Keeping, KeptRecord } from "../../../model/decision.ts";
import { isIncidentOver, type Incident } from "../../../model/incident.ts";
import { Later } from "../../../model/later.ts";
import type { RestingMap } from "../../../model/resting-map.ts";
import type { Task } from "../../../model/task.ts";
import type { Standing } from "./standing.ts";

type Logged = Incident | Task;
/** Where the log stands among the others, it is left out. */
type Head<T extends Logged> = Omit<T, "log"> & { log: null };
/** Some that came one after the other. What is over rests: their heads, in one text, and each log in one of its own, are read when somebody asks. */
type KeptChunk<T extends Logged> = readonly [of: "incident" | "task", ids: readonly string[], awake: readonly T[], lengths: readonly number[]];

/** Keeps incidents and tasks. Their logs are most of it. */
export function keepStanding({ incidents, tasks, supervisions, erased }: Pick<Standing, "incidents" | "tasks" | "supervisions" | "erased">): Keeping {
  /** Logs as they were kept, of what has not changed since. */
  const unread = new WeakMap<Logged, Later>();

  function* kept<T extends Logged>(of: "incident" | "task", all: readonly T[], isOver: (one: T) => boolean): Generator<KeptRecord> {
    for (const some of chunksOf(all)) {
      const over = some.filter(isOver);
      const { later, lengths } = Later.joined([Later.of(over.map(headOf)), ...over.map((one) => unread.get(one) ?? Later.of(one.log))]);
      yield { record: [of, some.map(({ id }) => id), some.filter((one) => !isOver(one)), lengths] satisfies KeptChunk<T>, later };
    }
  }
  function restored<T extends Logged>(into: RestingMap<T>, [, ids, awake, lengths]: KeptChunk<T>, later: Later): void {
    const standing = new Map(awake.map((one) => [one.id, one]));
    let at = 0;
    const [heads, ...logs] = lengths.map((length) => later.part(at, (at += length)));
    into.rest(ids, () => {
      const read = heads!.read() as readonly Head<T>[];
      let next = 0;
      // What is not over stands already, at its place in the order.
      return ids.map((id) => (standing.has(id) ? undefined! : withLog<T>(read[next]!, logs[next++]!)));
    });
    for (const [id, one] of standing) into.set(id, one);
  }
  function withLog<T extends Logged>(head: Head<T>, later: Later): T {
    let log: unknown;
    const whole = Object.defineProperty(head, "log", { get: () => (log ??= later.read()), enumerable: true, configurable: true }) as unknown as T;
    unread.set(whole, later);
    return whole;
  }
  return {
    name: "incidents",
    keep() {
      const all = [incidents.list(), tasks.list(), [...erased], [...supervisions]] as const;
      return (function* (): Generator<KeptRecord> {
        yield* kept("incident", all[0], ({ state }) => isIncidentOver(state));
        yield* kept("task", all[1], ({ state }) => state === "closed" || state === "withdrawn");
        for (const kind of all[2]) yield { record: ["erased", kind] };
        for (const [unit, times] of all[3]) yield { record: ["supervised", unit, times] };
      })();
    },
    restore(records) {
      for (const each of [incidents, tasks, supervisions, erased]) each.clear();
      for (const { record, later } of records) {
        const [of] = record as readonly [string];
        if (of === "erased") erased.add((record as readonly [string, string])[1]);
        else if (of === "supervised") supervisions.set(...(record as readonly [string, string, readonly number[]]).slice(1) as [string, readonly number[]]);
        else if (of === "incident") restored(incidents, record as KeptChunk<Incident>, later!);
        else restored(tasks, record as KeptChunk<Task>, later!);
      }
    },
    wake() {
      const [moreIncidents, moreTasks] = [incidents.wakeSome(), tasks.wakeSome()];
      return moreIncidents || moreTasks;
    },
  };
}

/** All but the log, which a spread would read. */
const headOf = <T extends Logged>(logged: T): Head<T> => Object.fromEntries(Object.keys(logged).map((key) => [key, key === "log" ? null : logged[key as keyof T]])) as unknown as Head<T>;
