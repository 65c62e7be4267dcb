import type { Indicator } from "../../model/indicator.ts";
import type { PackFault } from "../../model/pack-fact.ts";
import { CALL_MS, PLACES_A_CALL, READINGS_A_CALL } from "../../model/pack-feed.ts";
import type { Clock, Log, Stop } from "../../model/ports.ts";
import { MINUTE, SECOND } from "../../model/time.ts";
import type { WorldPlan } from "../../model/world/world.ts";
import { decodeAnswer, type Answer, type PlacedReading } from "./answer.ts";
import { Counts, type Lost, type PackFigure, type Taken } from "./counts.ts";
import { Pack, type PlaceOf } from "./pack.ts";
import { HEAP_BYTES, type PackThread } from "./port.ts";
import type { PackState } from "./standing.ts";

const LOOKED_AT_MS = 20;
/** Between two looks no more is counted: a house that was itself held up, or a machine that slept, accuses nobody. */
const COUNTED_AT_MOST_MS = 100;
/** Code that is under way for so many times its budget is ended whatever it does: asleep it needs no processor. */
const HELD_AT_MOST = 20;
/** However large its budget is: a module that waits for what never comes keeps its neighbours waiting too. */
const HELD_AT_MOST_MS = 10 * SECOND;
/** To read and evaluate the module of a pack, on a cold disk too. */
export const OPEN_MS = 2 * SECOND;
/** A thread that has not answered by then, while no pack's code was seen to run too long, is a thread that does not run. */
export const ANSWERS_WITHIN_MS = 15 * SECOND;
/** Of a heap that is fuller it is weighed what each pack holds, by collecting before and after its call. */
export const WEIGHED_ABOVE_BYTES = 24 * 1024 * 1024;
/** Above which each is, whatever it was found to hold before. */
const WEIGHED_ALWAYS_BYTES = 48 * 1024 * 1024;
/** So much more after a call than before it is held, and no accident. */
const HOLDS_BYTES = 32 * 1024;
const RESTS_AT_MOST = 31;
/** What one pack may hold from call to call. */
export const KEPT_AT_MOST_BYTES = 8 * 1024 * 1024;
/** The thread is started again after so long when nobody can be named for its end, twice as long each time. */
const THREAD_AGAIN_MS = SECOND;
const THREAD_AGAIN_AT_MOST_MS = MINUTE;
/** So often in a row, and it is told of every pack that it does not run. */
const THREAD_FAILS = 3;

export interface PackHostNeeds {
  readonly packs: readonly { readonly topic: string; readonly module: string }[];
  /** Those of one pack. */
  indicators(topic: string): readonly Indicator[];
  /** Where an indicator is measured, at its leaf. */
  places(indicator: Indicator): readonly PlaceOf[];
  start(): PackThread;
  /** The world that people's own time passes in; packs are asked about it by the clock. Null: nobody is. */
  readonly live: WorldPlan | null;
  /** Takes readings of `at` (epoch ms) into `live`, as a source named `pack:<topic>`. Throws while the house takes no samples. */
  take(topic: string, at: number, readings: readonly PlacedReading[]): Taken;
  readonly clock: Clock;
  /** Processor that this process has had so far, its threads included, ms. */
  processorMs(): number;
  readonly log: Log;
}

/** Runs the code of packs, and tells how it fares. */
export interface PackHost {
  /** Begins to ask them; until then nothing runs. */
  start(): void;
  /** A world beside live, in which packs are asked for the instants that somebody wants. Its id is no other's. */
  open(id: string, plan: WorldPlan): PackWorld;
  states(): readonly PackState[];
  /** For `/metrics`. */
  figures(): readonly PackFigure[];
  stop(): Promise<void>;
}

interface ToldPack {
  readonly topic: string;
  readonly everyMs: number;
  readonly tells: readonly string[];
  readonly places: number;
}
/** A world that somebody plays. */
export interface PackWorld {
  /** The packs that have told of themselves: how often each has something to say, of which indicators, and of how many places. The same list until another one tells. */
  packs(): readonly ToldPack[];
  /**
   * Asks one pack for an instant (epoch ms), however long ago. What it says is taken in parts.
   * @param of some of its indicators; absent = all
   * @returns true once all of it was taken; false when the pack does not run, or the step was lost (that is counted and told)
   */
  ask(topic: string, at: number, take: (readings: readonly PlacedReading[]) => Taken, of?: readonly string[]): Promise<boolean>;
  /** Nothing more is taken. */
  close(): void;
}

/** What is to be asked of a pack: a step in a world, from a place on; without `at` only that it is opened. */
interface Job {
  readonly pack: Pack;
  readonly world: string;
  at: number | null;
  from: number;
  /** Of which of its indicators; null = all. */
  readonly of: readonly string[] | null;
  /** In place of the house's own. */
  readonly take?: (readings: readonly PlacedReading[]) => Taken;
  /** Told once the step is over, whatever became of it. */
  readonly over?: (isWhole: boolean) => void;
}
/** The world of people's own time. */
const LIVE = "live";
/** A call that the thread has not answered yet. */
interface Call {
  readonly call: number;
  readonly job: Job;
  readonly budgetMs: number;
  lookedAt: number;
  /** What processor the process had had by then; null before the first look. */
  processorAt: number | null;
  /** How long its code was seen to run, how long it was seen under way whether it was given a processor or not, and how long its answer was waited for otherwise. */
  ranMs: number;
  heldMs: number;
  waitedMs: number;
}

/**
 * One thread for the code of all packs, one call at a time. What takes too long, holds too much or brings nonsense is ended and named, and
 * the thread is begun anew without it; what the others are due waits and is asked for the same instants. Without packs nothing is started.
 */
export function createPackHost(needs: PackHostNeeds): PackHost {
  const { clock, log } = needs;
  const packs = needs.packs.map((pack) => new Pack(pack, needs.indicators(pack.topic), clock));
  const counts = new Counts();
  const worlds = new Map<string, WorldPlan>(needs.live ? [[LIVE, needs.live]] : []);
  let queue: Job[] = packs.map((pack) => ({ pack, world: LIVE, at: null, from: 0, of: null }));
  let thread: PackThread | null = null;
  /** While a thread ends: two at once would cost twice the memory. */
  let ending: Promise<void> | null = null;
  let calling: Call | null = null;
  let calls = 0;
  let heapUsed = 0;
  let threadFailures = 0;
  let threadFailedAt = 0;
  let threadDueAt = Number.NEGATIVE_INFINITY;
  let hasStopped = false;
  const toldAt = new Map<string, number>();
  /** Asked for with every cell of a played world. */
  let told: readonly ToldPack[] = [];

  const instantOf = (everyMs: number): number => Math.floor(clock.now() / everyMs) * everyMs;

  function look(): void {
    if (hasStopped) return;
    watch();
    for (const pack of packs) fallDue(pack);
    pump();
  }
  function fallDue(pack: Pack): void {
    const isWaiting = queue.some((job) => job.pack === pack && job.world === LIVE);
    if (pack.standing.isEnded && !pack.isOpen) {
      if (!isWaiting && pack.standing.isDue()) queue.push({ pack, world: LIVE, at: null, from: 0, of: null });
      return;
    }
    if (pack.everyMs === null || !needs.live) return;
    const at = instantOf(pack.everyMs);
    if (at === pack.askedAt) return;
    if (isWaiting) {
      // Its last step has not been gone through: this one is not asked for, and that is told.
      if (queue.some((job) => job.pack === pack && job.world === LIVE && job.at !== null)) lose(pack, "late", "the step before is still under way");
      pack.askedAt = at;
      return;
    }
    pack.askedAt = at;
    queue.push({ pack, world: LIVE, at, from: 0, of: null });
  }

  /** Is the code that runs now within its time? Its own time: what the thread, or this house, has not run is not counted. */
  function watch(): void {
    if (!calling || !thread) return;
    const { call, job, budgetMs } = calling;
    const now = clock.monotonic();
    const passed = Math.min(now - calling.lookedAt, COUNTED_AT_MOST_MS);
    calling.lookedAt = now;
    // On a busy machine a thread waits for its turn. Where the system does not say what it had, it cannot have run for longer than the whole process did.
    // What most calls had is not looked at: they are over before the first look.
    const processor = thread.processorMs() ?? needs.processorMs();
    const ran = Math.min(passed, processor - (calling.processorAt ?? processor));
    calling.processorAt = processor;
    const { begun, finished } = thread.progress();
    if (begun === call && finished !== call) {
      calling.ranMs += ran;
      calling.heldMs += passed;
      if (calling.ranMs >= budgetMs || calling.heldMs >= Math.min(budgetMs * HELD_AT_MOST, HELD_AT_MOST_MS)) end(job.pack, "overrun", `ran for more than ${budgetMs} ms ${job.pack.isOpen ? "in a step" : "while it was loaded"}`);
      return;
    }
    calling.waitedMs += passed;
    if (calling.waitedMs >= ANSWERS_WITHIN_MS) threadFailed(`call ${call} was not answered within ${ANSWERS_WITHIN_MS} ms`);
  }

  function pump(): void {
    const job = queue[0];
    if (!job || calling || ending || hasStopped || clock.monotonic() < threadDueAt) return;
    const running = thread ?? begin();
    const { pack, world, at, from, of } = job;
    const isStep = pack.isOpen && at !== null;
    calling = { call: ++calls, job, budgetMs: isStep ? CALL_MS : OPEN_MS, lookedAt: clock.monotonic(), processorAt: null, ranMs: 0, heldMs: 0, waitedMs: 0 };
    if (isStep) running.post({ kind: "step", call: calls, topic: pack.topic, world, at, of, from, to: Math.min(pack.countOf(of), from + PLACES_A_CALL), weigh: isWeighed(pack) });
    else running.post({ kind: "open", call: calls, topic: pack.topic, module: pack.module });
  }
  /** Two whole collections a call are dear: who was found to hold nothing more is weighed less and less often, as long as there is room. */
  function isWeighed(pack: Pack): boolean {
    if (heapUsed <= WEIGHED_ABOVE_BYTES) return false;
    pack.unweighed += 1;
    return pack.unweighed > pack.rests || heapUsed > WEIGHED_ALWAYS_BYTES;
  }
  function begin(): PackThread {
    const begun = needs.start();
    thread = begun;
    for (const [id, plan] of worlds) begun.post({ kind: "world", id, plan });
    // What a thread says that has been ended meanwhile is nobody's answer.
    begun.onMessage((message) => {
      if (thread === begun) heard(message);
    });
    begun.onEnd((why, words) => {
      if (thread === begun) endedByItself(why, words);
    });
    return begun;
  }
  /** Ends the thread; the next call begins a new one. */
  function renew(): void {
    const old = thread;
    thread = null;
    calling = null;
    heapUsed = 0;
    for (const pack of packs) {
      pack.isOpen = false;
      pack.kept = pack.unweighed = pack.rests = 0;
    }
    if (!old) return;
    ending = old.terminate().catch((error: unknown) => log.error("The packs' thread could not be ended", { error: String(error) })).then(() => {
      ending = null;
      pump();
    });
  }

  function heard(message: unknown): void {
    const answer = decodeAnswer(message, calling?.job.pack ?? NOBODY);
    if (typeof answer === "string") return forged(`it said what cannot be read: ${answer}`);
    if (answer.kind === "stray") {
      const pack = packs.find(({ topic }) => topic === answer.topic);
      return pack ? end(pack, "throw", `left behind: ${answer.words}`) : threadFailed(`something was thrown that is nobody's: ${answer.words}`);
    }
    if (!calling || answer.call !== calling.call) return forged(`it answered call ${answer.call}, which was not asked`);
    take(answer, calling.job);
  }
  /** The house's own side of the thread says no such thing: it came from the code that it runs. */
  function forged(words: string): void {
    if (calling) end(calling.job.pack, "nonsense", words);
    else threadFailed(words);
  }
  function take(answer: Exclude<Answer, { kind: "stray" }>, job: Job): void {
    const { pack } = job;
    switch (answer.kind) {
      case "opened":
        pack.open(answer.everyMs, answer.tells, (indicator) => needs.places(indicator));
        told = packs.flatMap(({ topic, everyMs, speaksOf, places }) => (everyMs === null ? [] : [{ topic, everyMs, tells: speaksOf, places: places.length }]));
        if (needs.live) job.at ??= pack.askedAt = instantOf(answer.everyMs);
        thread?.post({ kind: "places", topic: pack.topic, places: pack.places });
        // Opened, and nothing to be asked: nobody's world.
        if (job.at === null) queue.shift();
        calling = null;
        return pump();
      case "failed":
        // Without its module there is no step that could be tried.
        if (!pack.isOpen || pack.standing.lost()) return end(pack, answer.fault, answer.words);
        lose(pack, answer.fault, answer.words);
        queue.shift();
        job.over?.(false);
        return;
      case "read":
        if (!worlds.has(job.world)) {
          queue.shift();
          return job.over?.(false);
        }
        takeUp(job, answer.readings);
        queue.shift();
        if (answer.beyond > 0) {
          const words = `brought ${READINGS_A_CALL + answer.beyond} readings at once or more; ${READINGS_A_CALL} of them were taken`;
          lose(pack, "flood", words);
          pack.standing.went("flood", words);
          return job.over?.(false);
        }
        // The others come in between two parts of a step.
        if (job.from + PLACES_A_CALL < pack.countOf(job.of)) queue.push({ ...job, from: job.from + PLACES_A_CALL });
        else {
          wentThrough(job);
          job.over?.(true);
        }
        return;
      case "heap":
        calling = null;
        heapUsed = answer.used;
        if (answer.kept !== null) {
          pack.kept += answer.kept;
          pack.unweighed = 0;
          pack.rests = answer.kept > HOLDS_BYTES ? 0 : Math.min(2 * pack.rests + 1, RESTS_AT_MOST);
        }
        if (pack.kept > KEPT_AT_MOST_BYTES) return end(pack, "leak", `holds ${pack.kept} bytes more than at first; possible are ${KEPT_AT_MOST_BYTES}`);
        return pump();
    }
  }
  function takeUp({ pack, at, take: own }: Job, readings: readonly PlacedReading[]): void {
    try {
      const taken = own ? own(readings) : needs.take(pack.topic, at!, readings);
      counts.took(pack.topic, taken);
      if (taken.problems[0]) tell(pack, "refused", `of ${readings.length} readings some were not accepted: ${taken.problems[0].message}`);
    } catch (error) {
      // Not the pack's doing: the house takes no samples now.
      lose(pack, "refused", String(error));
    }
  }
  function wentThrough({ pack }: Job): void {
    const { isEnded } = pack.standing;
    threadFailures = 0;
    pack.standing.went();
    if (isEnded) log.info("A pack's code runs again", { topic: pack.topic });
  }

  /** A step of a pack, or a part of it, was lost. */
  function lose(pack: Pack, reason: Lost, words: string): void {
    counts.lost(pack.topic, reason);
    tell(pack, reason, words);
  }
  /** Logged once a minute. */
  function tell(pack: Pack, reason: Lost, words: string): void {
    const key = `${pack.topic} ${reason}`;
    const now = clock.monotonic();
    if (now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < MINUTE) return;
    toldAt.set(key, now);
    log.warn("Readings of a pack's code were lost", { topic: pack.topic, reason, found: words });
  }
  function end(pack: Pack, fault: PackFault, words: string): void {
    const againMs = pack.standing.end(fault, words);
    counts.ended(pack.topic, fault);
    log.error("A pack's code was ended", { topic: pack.topic, reason: fault, found: words, againAfterMs: againMs });
    drop((job) => job.pack === pack);
    // A module that was loaded once is never loaded anew in the same thread, and what it holds is not let go.
    renew();
  }

  /** What is not asked any more was not whole. */
  function drop(isGone: (job: Job) => boolean): void {
    const gone = queue.filter(isGone);
    queue = queue.filter((job) => !isGone(job));
    for (const job of gone) job.over?.(false);
  }

  function endedByItself(why: "memory" | "exit", words: string): void {
    const { begun, finished } = thread?.progress() ?? {};
    const running = calling && begun === calling.call && finished !== calling.call ? calling.job.pack : null;
    const blamed = why === "exit" ? running : heaviest(running);
    if (blamed) end(blamed, why === "memory" ? "leak" : "exit", words);
    else threadFailed(words);
  }
  /** Who fills the heap: what each was weighed to hold, and of who runs now besides all that the heap has grown since it was looked at last. */
  function heaviest(running: Pack | null): Pack | null {
    const of = (pack: Pack): number => pack.kept + (pack === running ? HEAP_BYTES - heapUsed : 0);
    const [first] = packs.toSorted((a, b) => of(b) - of(a));
    return first && of(first) > 0 ? first : null;
  }
  /** Nobody can be named for it: the thread is tried again, and the call that it owes is asked anew. */
  function threadFailed(words: string): void {
    threadFailures += 1;
    if (threadFailures === THREAD_FAILS) threadFailedAt = clock.now();
    const againMs = Math.min(THREAD_AGAIN_MS * 2 ** (threadFailures - 1), THREAD_AGAIN_AT_MOST_MS);
    threadDueAt = clock.monotonic() + againMs;
    log.error("The packs' thread has ended, and no pack can be named for it", { found: words, againAfterMs: againMs });
    renew();
  }

  const states = (): PackState[] =>
    packs.map(({ standing: { state } }) => (threadFailures >= THREAD_FAILS && state.state !== "ended" ? { ...state, state: "ended", fault: "thread", since: threadFailedAt, words: "the packs' thread does not run" } : state));
  let stopLooking: Stop = () => {};
  return {
    start() {
      if (packs.length > 0) stopLooking = clock.every(LOOKED_AT_MS, look);
    },
    open(id, plan) {
      if (worlds.has(id)) throw new Error(`World "${id}" is open already; each has an id of its own.`);
      worlds.set(id, plan);
      thread?.post({ kind: "world", id, plan });
      return {
        packs: () => told,
        ask(topic, at, take, of) {
          const pack = packs.find((each) => each.topic === topic);
          if (!pack || hasStopped || !worlds.has(id) || (pack.standing.isEnded && !pack.isOpen && !pack.standing.isDue())) return Promise.resolve(false);
          return new Promise((over) => {
            queue.push({ pack, world: id, at, from: 0, of: of ?? null, take, over });
            pump();
          });
        },
        close() {
          worlds.delete(id);
          // What the thread works at is let go when it answers: its world is gone, and nobody takes it.
          drop((job) => job.world === id && job !== calling?.job);
          thread?.post({ kind: "world", id, plan: null });
        },
      };
    },
    states,
    figures: () => counts.figures(states()),
    async stop() {
      hasStopped = true;
      stopLooking();
      drop(() => true);
      await ending;
      await thread?.terminate();
      thread = null;
    },
  };
}
const NOBODY = { indicator: () => undefined, tells: () => false };
