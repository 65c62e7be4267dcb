import { READINGS_A_CALL, type PackFeed, type PackPlace } from "../../model/pack-feed.ts";
import { seeded, seedOf } from "../../model/seeded.ts";
import { createWorld, type World } from "../../model/world/world.ts";
import { brought } from "./brought.ts";
import { flatFeed, flatReading, kindOf, thrownWords } from "./flatten.ts";
import { frozen } from "./frozen.ts";
import type { ToThread } from "./port.ts";
import { PlacesOfSome } from "./some.ts";

/** What the thread's side needs of the thread that it runs in. */
export interface ThreadNeeds {
  /** The default export of a module. */
  load(module: string): Promise<unknown>;
  send(message: unknown): void;
  /** Marks that the code of a call begins and has ended, where the host sees it also while the code never ends. */
  begin(call: number): void;
  finish(call: number): void;
  /** Runs code so that what it leaves behind is known to be its own. */
  as<T>(topic: string, code: () => T): T;
  /** Bytes in use, what lies outside the heap included. */
  used(): number;
  /** Collects all that nobody holds. */
  collect(): Promise<void>;
}

/** The thread's side: opens packs and runs their steps. It judges nothing of what they say; that is the host's. */
export function carryPacks(needs: ThreadNeeds): (message: ToThread) => Promise<void> {
  const { send } = needs;
  const worlds = new Map<string, World>();
  const feeds = new Map<string, PackFeed>();
  const placesOf = new Map<string, PlacesOfSome>();
  /** Packs that have answered, and whether they look at rivers: what is worked out beforehand for those that never do would be for nobody. */
  const looksAtRivers = new Map<string, boolean>();

  async function open(call: number, topic: string, module: string): Promise<void> {
    needs.begin(call);
    let answer: unknown;
    try {
      const found = await needs.as(topic, () => needs.load(module));
      feeds.set(topic, found as PackFeed);
      answer = { kind: "opened", call, ...flatFeed(found) };
    } catch (error) {
      answer = { kind: "failed", call, fault: "throw", words: thrownWords(error) };
    }
    needs.finish(call);
    send(answer);
  }
  function run(topic: string, world: World, at: number, places: readonly PackPlace[]): Record<string, unknown> {
    const pack = feeds.get(topic)!;
    const readings: unknown[] = [];
    let beyond = 0;
    for (const place of places) {
      const told = brought(at, world, place, (then): unknown => pack.feed(then, seeded(seedOf(world.seed, topic, place.id, then)), place, world));
      if (!Array.isArray(told)) return { kind: "failed", fault: "nonsense", words: `feed returned ${kindOf(told)} for ${place.id}; expected an array of readings.` };
      const taken = Math.min(told.length, READINGS_A_CALL - readings.length);
      for (let i = 0; i < taken; i++) readings.push(flatReading(told[i], place.id));
      beyond += told.length - taken;
      // The rest would be dropped as well: it is not asked for.
      if (beyond > 0) break;
    }
    return { kind: "read", readings, beyond };
  }
  async function step({ call, topic, world: id, at, of, from, to, weigh }: Extract<ToThread, { kind: "step" }>): Promise<void> {
    const world = worlds.get(id);
    // The house's own work, on nobody's account.
    if (looksAtRivers.get(topic) ?? true) world?.prepare(at);
    const asked = world?.riversAsked();
    if (weigh) await needs.collect();
    const before = needs.used();
    needs.begin(call);
    let answer: Record<string, unknown>;
    try {
      // A world that was closed meanwhile has nothing to say any more.
      answer = world === undefined ? { kind: "read", readings: [], beyond: 0 } : needs.as(topic, () => run(topic, world, at, (placesOf.get(topic)?.of(of) ?? []).slice(from, to)));
    } catch (error) {
      answer = { kind: "failed", fault: "throw", words: thrownWords(error) };
    }
    needs.finish(call);
    if (world) looksAtRivers.set(topic, (looksAtRivers.get(topic) ?? false) || world.riversAsked() !== asked);
    send({ ...answer, call });
    if (weigh) {
      // What was sent is no longer held.
      answer = {};
      await needs.collect();
    }
    send({ kind: "heap", call, used: needs.used(), kept: weigh ? needs.used() - before : null });
  }
  // World and places are the same for all packs and for every call: whoever would change them throws, and falsifies nobody.
  return async (message) => {
    if (message.kind === "open") await open(message.call, message.topic, message.module);
    else if (message.kind === "world") {
      if (message.plan) worlds.set(message.id, frozen(createWorld(frozen(message.plan))));
      else worlds.delete(message.id);
    } else if (message.kind === "places") placesOf.set(message.topic, new PlacesOfSome(frozen(message.places)));
    else await step(message);
  };
}
