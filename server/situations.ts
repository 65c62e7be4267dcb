import { may, type Actor } from "../model/account.ts";
import { commandData } from "../model/command-data.ts";
import type { CommandData, CommandEnvelope } from "../model/command.ts";
import type { Decision, Fold } from "../model/decision.ts";
import type { Entry } from "../model/journal.ts";
import { keepMaps } from "../model/kept-maps.ts";
import type { Clock, Log, Stop } from "../model/ports.ts";
import { Problem } from "../model/problem.ts";
import { MOST_BESIDE_LIVE } from "../model/situation.ts";
import { formatTime, parseTime } from "../model/time.ts";
import { DEFAULT_FEED, type Feeds } from "./feeds/index.ts";
import { playPast } from "./replay.ts";
import type { Situation, SituationPlan } from "./situation.ts";
import type { Sought, Steered } from "./situation-clock-keeper.ts";
import { takeAll } from "./steps.ts";

const DEFAULT_DRILL = "storm";

/** A situation that somebody started, as the chain of `live` remembers it: of a record, or of a stretch of live's past. */
type Started = {
  readonly situation: string;
  readonly kind: "drill" | "replay";
  readonly speed?: number;
} & ({ readonly feed: string } | { readonly from: string; readonly to: string });

/** All worlds of the house; which ones run is a fold of `live`'s journal, beside the storm drill, which opens by itself until somebody stops it. */
export interface Situations extends Fold {
  all(): readonly Situation[];
  get(id: string): Situation | undefined;
  /** When, RFC 3339, and by whom a situation that no longer runs was stopped, and what it played; undefined when it was not. */
  ended(id: string): Ended | undefined;
  /** Opens `live`, the storm drill unless it was stopped, and whatever was running before the last stop. One that cannot be opened keeps none of the others from it; `live` must. */
  open(): Promise<void>;
  execute(actor: Actor, envelope: CommandEnvelope): Promise<{ readonly status: number; readonly answer: unknown }>;
  /** The earliest instant of live's past that is being replayed, epoch ms; Infinity when none is. */
  replayedFrom(): number;
  /** Called when a world has begun or ended, or its clock has been set: everybody must hear of it at once. */
  onChange(listener: () => void): Stop;
  /** Stops every world, whatever became of the others. @throws what failed, when all have been asked */
  stop(): Promise<void>;
}

export interface Ended {
  readonly at: string;
  /** The account. */
  readonly by: string;
  /** As `SituationInfo.feed`; empty for a replay of live's past. */
  readonly feed: string;
}

export interface SituationsNeeds {
  readonly feeds: Feeds;
  readonly log: Log;
  readonly clock: Clock;
  /** The province: who commands the clock of a world must stand at its root. */
  readonly root: string;
  launch(plan: SituationPlan): Promise<Situation>;
}

export function createSituations(needs: SituationsNeeds): Situations {
  const running = new Map<string, Situation>();
  const started = new Map<string, Started>();
  /** Where the clock of each was last set. */
  const sought = new Map<string, Sought>();
  /** How each was last ordered to run. */
  const steered = new Map<string, Steered>();
  /** Every name a world ever had: another run of the same record is another world, with its own chain and clock. */
  const used = new Set(["live", DEFAULT_DRILL]);
  const stopped = new Map<string, Ended>();
  const listeners = new Set<() => void>();
  /** Sentences about entries read at boot are history; only later ones move clocks. */
  let booted = false;

  const live = (): Situation => running.get("live")!;
  const beside = (id: string): Situation => {
    const situation = running.get(id);
    if (!situation || id === "live") throw new Problem("not_found", `There is no situation "${id}" whose clock can be set.`);
    return situation;
  };
  function feedOf(id: string): NonNullable<ReturnType<Feeds["open"]>> {
    const feed = needs.feeds.open(id);
    if (!feed) throw new Problem("not_found", `There is no record "${id}". Known: ${records()}.`);
    return feed;
  }
  const records = (): string => needs.feeds.list().map((f) => f.id).join(", ");

  /** @throws Problem when there is no such record */
  async function planOf(begun: Started): Promise<SituationPlan> {
    const { situation, kind, speed } = begun;
    const [set, how] = [sought.get(situation), steered.get(situation)];
    const common = { id: situation, kind, ...(speed !== undefined && { speed }), ...(set && { sought: set }), ...(how && { steered: how }) };
    if ("feed" in begun) {
      const feed = feedOf(begun.feed);
      return { ...common, title: feed.title, feed };
    }
    const { past } = live();
    // What has been received is read from the store alone.
    await past.history.flush();
    const feed = playPast(past, parseTime(begun.from)!, parseTime(begun.to)!);
    return { ...common, title: feed.title, feed, past };
  }

  function stretchOf({ kind, from, to }: CommandData<"situation.start">): { from: string; to: string } {
    if (kind !== "replay") throw new Problem("bad_request", `A stretch of the past can only be replayed: send kind "replay", or name a record in "feed" to drill (${records()}).`);
    if (from === undefined || to === undefined) throw new Problem("bad_request", `A replay of the past needs both "from" and "to"; "${from === undefined ? "from" : "to"}" is missing.`);
    const [begin, end, now] = [timeOf(from), timeOf(to), needs.clock.now()];
    if (begin >= end) throw new Problem("bad_time", `The stretch ends at ${to}, not after its beginning ${from}. Choose a later "to".`);
    if (end > now) throw new Problem("bad_time", `The stretch ends at ${to}, but it is ${formatTime(now)}: only what has passed can be replayed.`);
    const known = live().past.history.knownFrom();
    if (begin < known) throw new Problem("bad_time", `Live's past can be replayed from ${formatTime(known)} on; "${from}" lies before. Choose a later "from".`);
    return { from: formatTime(begin), to: formatTime(end) };
  }

  function decideStart(data: CommandData<"situation.start">): Started {
    const { kind, speed, scenario } = data;
    if (scenario !== undefined) throw new Problem("bad_request", `Scenarios cannot be played yet; "${scenario}" is none that is known. Name a record in "feed" (${records()}), or replay the past from "from" to "to".`);
    const stretch = data.from !== undefined || data.to !== undefined ? stretchOf(data) : undefined;
    if ((data.feed === undefined) === (stretch === undefined))
      throw new Problem("bad_request", `Say what to play, and one thing only: a record in "feed" (${records()}), or a stretch of live's past from "from" to "to".`);
    // Those that are decided but not yet open count as well.
    const standing = [...new Set([...running.keys(), ...started.keys()])].filter((id) => id !== "live");
    if (standing.length >= MOST_BESIDE_LIVE)
      throw new Problem("too_many_situations", `${standing.length} situations run beside live; at most ${MOST_BESIDE_LIVE} may. Stop one first.`, { running: standing });
    if (data.feed !== undefined) feedOf(data.feed);
    const base = stretch ? "replay" : data.feed!.replace(/[^a-z0-9]+/gi, "-");
    let situation = base;
    for (let n = 2; used.has(situation); n++) situation = `${base}-${n}`;
    return { situation, kind, ...(stretch ?? { feed: data.feed! }), ...(speed !== undefined && { speed }) };
  }

  function decide(actor: Actor, envelope: CommandEnvelope): Decision {
    if (!may(actor, "situation") || actor.region !== needs.root) throw new Problem("no_right", `${actor.account} may not steer situations; a post of the whole platform may.`);
    const draft = (kind: string, body: object) => [{ kind, actor: actor.account, region: needs.root, body }];
    switch (envelope.kind) {
      case "situation.start": {
        const body = decideStart(commandData(envelope.kind, envelope.data));
        return { drafts: draft("situation.started", body), result: { situation: body.situation } };
      }
      case "situation.stop": {
        const { situation } = commandData(envelope.kind, envelope.data);
        // What was started but could not be opened holds its slot as well: stopping it sets the slot free.
        if (!started.has(situation)) beside(situation);
        return { drafts: draft("situation.stopped", { situation }), result: { situation } };
      }
      case "situation.pause":
      case "situation.resume": {
        const { situation } = commandData(envelope.kind, envelope.data);
        const simAt = formatTime(beside(situation).simNow());
        return { drafts: draft(envelope.kind === "situation.pause" ? "situation.paused" : "situation.resumed", { situation, simAt }), result: { situation, simAt } };
      }
      case "situation.seek": {
        const { situation, to } = commandData(envelope.kind, envelope.data);
        const { span } = beside(situation).info();
        const at = timeOf(to);
        if (span && (at < span.from || at > span.to)) throw new Problem("bad_time", `The record runs from ${formatTime(span.from)} to ${formatTime(span.to)}; "${to}" lies outside.`);
        return { drafts: draft("situation.sought", { situation, to: formatTime(at) }), result: { situation, to: formatTime(at) } };
      }
      case "situation.speed": {
        const { situation, speed } = commandData(envelope.kind, envelope.data);
        return { drafts: draft("situation.speedSet", { situation: beside(situation).id, speed }), result: { situation, speed } };
      }
      default:
        throw new Problem("bad_request", `"${envelope.kind}" is no command on situations.`);
    }
  }

  /** What a durable entry brings about. Clocks and worlds follow the journal, never the request. */
  async function follow(entry: Entry): Promise<void> {
    const body = entry.body as { situation: string; to?: string; speed?: number };
    const target = running.get(body.situation);
    switch (entry.kind) {
      case "situation.started":
        running.set(body.situation, await needs.launch(await planOf(started.get(body.situation)!)));
        break;
      case "situation.stopped":
        running.delete(body.situation);
        await target?.end();
        break;
      case "situation.paused": await target?.steer(entry.seq, (clock) => clock.pause()); break;
      case "situation.resumed": await target?.steer(entry.seq, (clock) => clock.resume()); break;
      case "situation.sought": await target?.seek(sought.get(body.situation)!); break;
      case "situation.speedSet": await target?.steer(entry.seq, (clock) => clock.setSpeed(body.speed!)); break;
    }
    for (const listener of listeners) listener();
  }

  /** What is being carried out, by the entry that ordered it. */
  const following = new Map<number, Promise<void>>();
  /** What began or ended each world last: an end waits for the beginning. A clock waits for neither, since only a running one is set. */
  const comings = new Map<string, Promise<void>>();
  function carryOut(entry: Entry): void {
    const { situation } = entry.body as { situation: string };
    const comesOrGoes = entry.kind === "situation.started" || entry.kind === "situation.stopped";
    const work = (comesOrGoes ? (comings.get(situation) ?? Promise.resolve()).then(() => follow(entry)) : follow(entry))
      .catch((error: unknown) => needs.log.error("A situation did not follow its order", { kind: entry.kind, error: String(error) }))
      .finally(() => following.delete(entry.seq));
    following.set(entry.seq, work);
    if (comesOrGoes) comings.set(situation, work);
  }
  return {
    kept: keepMaps("situations", { started, sought, steered, used, stopped }),
    all: () => [...running.values()],
    get: (id) => running.get(id),
    ended: (id) => (running.has(id) ? undefined : stopped.get(id)),
    apply(entry) {
      if (!entry.kind.startsWith("situation.") || entry.body === undefined) return;
      if (entry.kind === "situation.started") {
        const begun = entry.body as Started;
        started.set(begun.situation, begun);
        used.add(begun.situation);
      }
      if (entry.kind === "situation.stopped") {
        const { situation } = entry.body as Started;
        const begun = started.get(situation);
        started.delete(situation);
        sought.delete(situation);
        steered.delete(situation);
        // The drill of the first boot runs without an entry that began it.
        stopped.set(situation, { at: entry.at, by: entry.actor, feed: begun ? ("feed" in begun ? begun.feed : "") : DEFAULT_FEED });
      }
      if (entry.kind === "situation.sought") {
        const { situation, to } = entry.body as { situation: string; to: string };
        sought.set(situation, { to: parseTime(to)!, seq: entry.seq });
      }
      if (entry.kind === "situation.paused" || entry.kind === "situation.resumed") {
        const { situation, simAt } = entry.body as { situation: string; simAt: string };
        steered.set(situation, { ...steered.get(situation), halt: { paused: entry.kind === "situation.paused", simAt: parseTime(simAt)!, seq: entry.seq } });
      }
      if (entry.kind === "situation.speedSet") {
        const { situation, speed } = entry.body as { situation: string; speed: number };
        steered.set(situation, { ...steered.get(situation), speed: { speed, seq: entry.seq } });
      }
      if (booted) carryOut(entry);
    },
    async open() {
      running.set("live", await needs.launch({ id: "live", kind: "live", title: { zh: "实况", en: "Live" }, feed: null }));
      const standing = [...started.values()];
      if (!started.has(DEFAULT_DRILL) && !stopped.has(DEFAULT_DRILL)) standing.unshift({ situation: DEFAULT_DRILL, kind: "drill", feed: DEFAULT_FEED });
      for (const one of standing) {
        if (one.situation === "live" || running.has(one.situation)) continue;
        try {
          running.set(one.situation, await needs.launch(await planOf(one)));
        } catch (error) {
          needs.log.error("A situation could not be opened again; it is tried at the next start, or stop it", { situation: one.situation, error: String(error) });
        }
      }
      booted = true;
    },
    async execute(actor, envelope) {
      const answer = await live().execute(actor, envelope, () => decide(actor, envelope));
      // Also when the command comes again while it is still being carried out.
      await following.get((answer.answer as { seq: number }).seq);
      return answer;
    },
    replayedFrom: () => Math.min(...[...started.values()].map((one) => ("from" in one ? parseTime(one.from)! : Number.POSITIVE_INFINITY))),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      await takeAll([...running.values()].reverse().map((situation) => () => situation.stop()));
    },
  };
}

/** @throws Problem bad_time */
function timeOf(text: string): number {
  const at = parseTime(text);
  if (at === null) throw new Problem("bad_time", `"${text}" is not an RFC 3339 time with offset, like 2015-10-04T08:00:00+08:00.`);
  return at;
}
