import { may, type Actor } from "../model/account.ts";
import { commandData } from "../model/command-data.ts";
import type { CommandData, CommandEnvelope } from "../model/command.ts";
import type { Decision, Fold } from "../model/decision.ts";
import type { Entry } from "../model/journal.ts";
import type { Log, Stop } from "../model/ports.ts";
import { Problem } from "../model/problem.ts";
import { MOST_BESIDE_LIVE } from "../model/situation.ts";
import { formatTime, parseTime } from "../model/time.ts";
import { DEFAULT_FEED, type Feeds } from "./feeds/index.ts";
import type { Situation, SituationPlan } from "./situation.ts";

const DEFAULT_DRILL = "storm";

/** A situation that somebody started, as the chain of `live` remembers it. */
interface Started {
  readonly situation: string;
  readonly kind: "drill" | "replay";
  readonly feed: string;
  readonly speed?: number;
}

/** All worlds of the house; which ones run is a fold of `live`'s journal, beside the storm drill that always opens. */
export interface Situations extends Fold {
  all(): readonly Situation[];
  get(id: string): Situation | undefined;
  /** Opens `live`, the storm drill and whatever was running before the last stop. */
  open(): Promise<void>;
  execute(actor: Actor, envelope: CommandEnvelope): Promise<{ readonly status: number; readonly answer: unknown }>;
  /** Called when a world has begun or ended, or its clock has been set: everybody must hear of it at once. */
  onChange(listener: () => void): Stop;
  stop(): Promise<void>;
}

export interface SituationsNeeds {
  readonly feeds: Feeds;
  readonly log: Log;
  /** The province: who commands the clock of a world must stand at its root. */
  readonly root: string;
  launch(plan: SituationPlan): Promise<Situation>;
}

export function createSituations(needs: SituationsNeeds): Situations {
  const running = new Map<string, Situation>();
  const started = new Map<string, Started>();
  /** Every name a world ever had: another run of the same record is another world, with its own chain and clock. */
  const used = new Set(["live", DEFAULT_DRILL]);
  const listeners = new Set<() => void>();
  /** Sentences about entries read at boot are history; only later ones move clocks. */
  let booted = false;

  const live = (): Situation => running.get("live")!;
  const beside = (id: string): Situation => {
    const situation = running.get(id);
    if (!situation || id === "live") throw new Problem("not_found", `There is no situation "${id}" whose clock can be set.`);
    return situation;
  };
  function planOf({ situation, kind, feed: feedId, speed }: Started): SituationPlan {
    const feed = needs.feeds.open(feedId);
    if (!feed) throw new Problem("not_found", `There is no record "${feedId}". Known: ${needs.feeds.list().map((f) => f.id).join(", ")}.`);
    return { id: situation, kind, title: feed.title, feed, ...(speed !== undefined && { speed }) };
  }

  function decideStart(data: CommandData<"situation.start">): Started {
    if (data.feed === undefined)
      throw new Problem("bad_request", `Name the record to play in "feed": ${needs.feeds.list().map((f) => f.id).join(", ")}. Scenarios and stretches of the past cannot be played yet.`);
    // Those that are decided but not yet open count as well.
    const standing = [...new Set([...running.keys(), ...started.keys()])].filter((id) => id !== "live");
    if (standing.length >= MOST_BESIDE_LIVE)
      throw new Problem("too_many_situations", `${standing.length} situations run beside live; at most ${MOST_BESIDE_LIVE} may. Stop one first.`, { running: standing });
    const base = data.feed.replace(/[^a-z0-9]+/gi, "-");
    let situation = base;
    for (let n = 2; used.has(situation); n++) situation = `${base}-${n}`;
    const plan: Started = { situation, kind: data.kind, feed: data.feed, ...(data.speed !== undefined && { speed: data.speed }) };
    planOf(plan);
    return plan;
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
        return { drafts: draft("situation.stopped", { situation: beside(situation).id }), result: { situation } };
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
        const at = parseTime(to);
        if (at === null) throw new Problem("bad_time", `"${to}" is not an RFC 3339 time with offset, like 2015-10-04T08:00:00+08:00.`);
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
        running.set(body.situation, await needs.launch(planOf(started.get(body.situation)!)));
        break;
      case "situation.stopped":
        running.delete(body.situation);
        await target?.stop();
        break;
      case "situation.paused": target?.clock?.pause(); break;
      case "situation.resumed": target?.clock?.resume(); break;
      case "situation.sought": target?.clock?.seek(parseTime(body.to!)!); break;
      case "situation.speedSet": target?.clock?.setSpeed(body.speed!); break;
    }
    for (const listener of listeners) listener();
  }

  let following: Promise<void> = Promise.resolve();
  return {
    all: () => [...running.values()],
    get: (id) => running.get(id),
    apply(entry) {
      if (!entry.kind.startsWith("situation.") || entry.body === undefined) return;
      if (entry.kind === "situation.started") {
        const begun = entry.body as Started;
        started.set(begun.situation, begun);
        used.add(begun.situation);
      }
      if (entry.kind === "situation.stopped") started.delete((entry.body as Started).situation);
      if (booted) following = following.then(() => follow(entry)).catch((error: unknown) => needs.log.error("A situation did not follow its order", { kind: entry.kind, error: String(error) }));
    },
    async open() {
      running.set("live", await needs.launch({ id: "live", kind: "live", title: { zh: "实况", en: "Live" }, feed: null }));
      const standing = [...started.values()];
      if (!started.has(DEFAULT_DRILL)) standing.unshift({ situation: DEFAULT_DRILL, kind: "drill", feed: DEFAULT_FEED });
      for (const one of standing) {
        if (one.situation === "live" || running.has(one.situation)) continue;
        running.set(one.situation, await needs.launch(planOf(one)));
      }
      booted = true;
    },
    async execute(actor, envelope) {
      const answer = await live().execute(actor, envelope, () => decide(actor, envelope));
      await following;
      return answer;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      for (const situation of [...running.values()].reverse()) await situation.stop();
    },
  };
}
