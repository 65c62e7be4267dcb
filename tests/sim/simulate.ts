import type { CommandEnvelope } from "../../model/command.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import { chainOracle } from "./chain-oracle.ts";
import { chanceOf } from "./chance.ts";
import { createClients } from "./clients.ts";
import { somebodyOrders, soon, tooLate } from "./operators.ts";
import { createSamples } from "./samples.ts";
import { comesTo, countedIds, openHouse, type SimHouse } from "./sim-house.ts";
import { simStore, type Connection } from "./sim-store.ts";
import { SimTime, settled, type MachineClock } from "./sim-time.ts";
import { statesOracle } from "./states-oracle.ts";
import { clockStep, passes, swarmOf } from "./swarm.ts";
import { timerOracle } from "./timer-oracle.ts";
import { court as courtOf } from "./violation.ts";
import { createWorld } from "./world.ts";

export interface Outcome {
  readonly seed: number;
  /** The first that did not hold, and the step after which it was seen. */
  readonly violation: { readonly invariant: string; readonly message: string; readonly step: number } | null;
  /** Hash of all that became durable and all that was answered. */
  readonly trace: string;
  readonly entries: number;
  readonly answered: number;
  readonly fired: number;
  readonly starts: number;
  /** Those of them that began from a snapshot. */
  readonly kept: number;
}
const START = Date.parse("2026-11-30T08:00:00+08:00");
/** All folds are read anew from the chain after so many steps. */
const ANEW_EVERY = 250;

/**
 * One life of a house under faults: what people, rules, clocks, disks and power cuts do is all of `seed`.
 * @param show hears each entry that becomes durable
 */
export async function simulate(seed: number, steps: number, show?: (line: string) => void): Promise<Outcome> {
  const court = courtOf();
  const time = new SimTime(START);
  const [faults, acts] = [chanceOf(seed, "faults"), chanceOf(seed, "acts")];
  const swarm = swarmOf(faults);
  const chain = chainOracle(court);
  const timers = timerOracle(time, court, () => troubledAt());
  const states = statesOracle(court);
  const world = createWorld(chanceOf(seed, "world"));
  const samples = createSamples(chanceOf(seed, "samples"), court);
  const notAfter = new Map<string, string>();
  const store = simStore({
    time, court, chance: chanceOf(seed, "store"),
    written(batch, asked) {
      if (show) for (const { seq, at, kind, actor, body } of batch.entries ?? []) show(`step ${step}, ${time.now()} ms: ${seq} ${at} ${kind} ${actor} ${JSON.stringify(body)}`);
      chain.written(batch, (id) => notAfter.get(id));
      timers.written(batch, asked);
    },
  });
  const { durable } = store;
  const clients = createClients({ chance: acts, court, durable, told: chain.told });
  const ids = countedIds(seed);
  let running: { readonly connection: Connection; readonly clock: MachineClock } | null = null;
  let house: SimHouse | null = null;
  let [starts, kept, sent, step, steppedAt, downAt] = [0, 0, 0, 0, Number.NEGATIVE_INFINITY, 0];

  function start(): void {
    starts++;
    timers.started();
    const [connection, clock] = [store.connect(), time.start()];
    const me = (running = { connection, clock });
    let opened: SimHouse | null = null;
    void openHouse({ store: connection.store, clock, ids, heard: (entry) => opened && me === running && states.heard(opened, entry) }).then(
      (ready) => {
        if (me !== running) return;
        opened = house = ready;
        if (ready.journal().snapshot) kept++;
        downAt = time.now();
        states.begins(ready);
        samples.opens(clock);
        world.tellAll(ready);
      },
      // Whoever watches over the program starts it again.
      () => me === running && time.after(SECOND, () => me === running && (die(), start())),
    );
  }
  function die(): void {
    running?.connection.kill();
    running?.clock.end();
    running = house = null;
    downAt = time.now();
    clients.gone();
    world.gone();
  }
  function order(): void {
    if (!house) return;
    const id = `c-${++sent}`;
    const seen = { house, chance: acts, now: time.machineOffset() + time.now(), mark: id };
    const made = somebodyOrders(seen);
    if (!made) return;
    const until = swarm.has("late") && acts.oneIn(8) ? (acts.oneIn(2) ? tooLate(seen) : soon(seen)) : undefined;
    if (until !== undefined) notAfter.set(id, until);
    const envelope: CommandEnvelope = { id, kind: made.kind, data: made.data as Record<string, unknown>, ...(until !== undefined && { notAfter: until }) };
    const deliver = (): void => clients.send(house, made.actor, envelope);
    if (swarm.has("outOfOrder") && acts.oneIn(4)) time.after(acts.between(1, 3_000), deliver);
    else deliver();
  }
  function goWrong(): void {
    if (swarm.has("crash") && faults.oneIn(60) && running) {
      die();
      // A clock may also be set while nobody looks: then nobody can tell.
      if (swarm.has("clock") && faults.oneIn(6)) setClock();
      time.after(faults.oneIn(2) ? 0 : faults.between(1, 300_000), () => running ?? start());
    }
    for (const fault of ["refused", "answerLost", "unknowable"] as const) if (swarm.has(fault) && faults.oneIn(25)) store.fault(fault);
    if (swarm.has("full") && faults.oneIn(60)) store.goAway(faults.between(50, 20_000), false);
    if (swarm.has("gone") && faults.oneIn(60)) store.goAway(faults.between(50, 20_000), true);
    if (swarm.has("clock") && faults.oneIn(40) && house) setClock();
  }
  function setClock(): void {
    time.step(clockStep(faults));
    steppedAt = time.now();
    const watching = house;
    // The house looks each second.
    if (watching) time.after(faults.between(0, SECOND), () => house === watching && watching.look());
  }
  async function act(): Promise<void> {
    goWrong();
    const times = acts.weighted([[6, 1], [2, 2], [1, 4]]);
    for (let i = 0; i < times; i++) order();
    if (house) {
      if (acts.oneIn(3)) world.change();
      if (acts.oneIn(10)) samples.send(time.machineOffset() + time.now());
      if (swarm.has("repeat") && acts.oneIn(6)) clients.repeat(house);
      if (swarm.has("reuse") && acts.oneIn(15)) clients.reuse(house);
      if (acts.oneIn(5)) clients.resend(house);
    }
    await settled();
    if (house) world.pump(house);
    await time.advance(passes(acts));
    if (house) world.pump(house);
    await settled();
  }
  const troubledAt = (): number => (house ? Math.max(downAt, store.troubledAt()) : time.now());
  async function look(): Promise<void> {
    timers.check(durable.timers, steppedAt);
    if (house) states.check(house, time.machineOffset() + time.now());
    if (step % ANEW_EVERY === 0) await readAnew();
  }
  /** What stands is what the chain says: compared when nothing is on its way. */
  async function readAnew(): Promise<void> {
    if (!house || store.isBusy() || house.owed() > 0 || house.chain.head().seq !== durable.entries.length) return;
    const clock = time.start();
    const copy = simStore({ time, court, chance: chanceOf(0), written() {} });
    copy.durable.entries.push(...durable.entries);
    const anew = await openHouse({ store: copy.connect().store, clock, ids: countedIds(0), readOnly: true });
    const [stands, read] = [comesTo(house), comesTo(anew)];
    clock.end();
    court.must(stands === read, "I13", () => `What stands differs from the chain read anew: ${difference(stands, read)}`);
  }
  /** No fault comes any more. */
  async function calm(): Promise<void> {
    store.heal();
    const isOpen = async (): Promise<boolean> => {
      for (let i = 0; i < 20 && !house; i++) await time.advance(SECOND);
      return house !== null;
    };
    if (!running) start();
    if (!(await isOpen())) return court.must(false, "live", () => "The house does not open any more.");
    // A clock that was set last is noticed within a second, and its rows are written in five.
    await time.advance(6 * SECOND);
    for (let i = 0; i < 5 && (clients.open().length > 0 || !world.isTold()); i++) {
      clients.resend(house!);
      world.pump(house!);
      await time.advance(2 * SECOND);
    }
    court.must(clients.open().length === 0, "live", () => `These were never answered: ${clients.open().join(", ")}.`);
    court.must(house!.owed() === 0, "live", () => `${house!.owed()} entries are still owed to the store.`);
    // What trembles settles in five minutes, and is told of when somebody looks.
    for (const ms of [6 * MINUTE, 6 * MINUTE, 2 * HOUR, DAY]) {
      await time.advance(ms);
      world.pump(house!);
      await time.advance(SECOND);
      await look();
    }
    court.must(world.isTold(), "live", () => "What rules have found could not be written.");
    world.compare(house!, court);
    await readAnew();
  }

  start();
  await settled();
  for (step = 1; step <= steps && !court.first; step++) {
    await act();
    await look();
  }
  if (!court.first) await calm();
  die();
  const { first } = court;
  return {
    seed, trace: chain.trace(), entries: durable.entries.length, answered: clients.answered(), fired: timers.fired(), starts, kept,
    violation: first && { invariant: first.invariant, message: first.message, step },
  };
}

/** Where two texts part. */
function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `…${a.slice(Math.max(0, at - 80), at + 120)} | …${b.slice(Math.max(0, at - 80), at + 120)}`;
}
