import type { Actor } from "../model/account.ts";
import type { AlarmLoad } from "../model/alarm-load.ts";
import type { CommandEnvelope } from "../model/command.ts";
import type { Decision, Fold } from "../model/decision.ts";
import type { JournalState } from "../model/journal-state.ts";
import type { Draft, Entry } from "../model/journal.ts";
import type { Clock, Ids, Log, Pace, Stop, Store, Yield } from "../model/ports.ts";
import type { Level } from "../model/region.ts";
import type { ResponseRecord } from "../model/response.ts";
import type { Cell, Lineage, Reading, SeriesPoint } from "../model/sample.ts";
import { KIND_WORD, type SituationInfo, type SituationKind } from "../model/situation.ts";
import type { AsideRule } from "../model/rule-fact.ts";
import type { SituationClock } from "../model/situation-clock.ts";
import { ALWAYS, type Stretch } from "../model/stretch.ts";
import { DAY, HOUR, MINUTE } from "../model/time.ts";
import type { SteadyTime } from "../model/timer.ts";
import type { Words } from "../model/words.ts";
import type { Quality } from "../model/quality.ts";
import type { Alerts } from "./alerts/index.ts";
import type { Catalog } from "./catalog/index.ts";
import { openDecisions, rereadDecisions, type DecisionsNeeds } from "./decisions.ts";
import { createFrames, type Frames } from "./frames/index.ts";
import { AHEAD_MS } from "./ingest/index.ts";
import type { Incidents } from "./incidents/index.ts";
import type { Chain, Head } from "./journal/index.ts";
import { lineage } from "./lineage.ts";
import { createCounted } from "./counted.ts";
import { ALERTS_MOVED, channelsMovedBy, isAboutWaiting, isUrgent } from "./moved-by.ts";
import { createPipeline, type Changed, type Pipeline } from "./pipeline.ts";
import { createPlaces } from "./places.ts";
import type { Played } from "./played.ts";
import { newsOf, recordsOf, type Shelves, type Viewer } from "./records/index.ts";
import type { Past } from "./replay.ts";
import { createRules, looksBack } from "./rules/index.ts";
import { createClockKeeper, resumedClock, type Sought, type Steered } from "./situation-clock-keeper.ts";
import { alertThatWaits, alertWaits } from "./alert-waits.ts";
import { incidentWaits } from "./incident-waits.ts";
import { responsesOf } from "./responses.ts";
import { takeAll } from "./steps.ts";
import type { Simulated } from "./simulated.ts";
import { createPositions, type Positions } from "./units/index.ts";
import { createUsual } from "./usual/index.ts";
import { usualPast } from "./usual-past.ts";
import { createWorlds } from "./worlds.ts";

export interface SituationNeeds {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly clock: Clock;
  readonly steadyTime: SteadyTime;
  readonly ids: Ids;
  readonly log: Log;
  readonly hash: "sm3" | "sha256";
  readonly tickMs: number;
  readonly applyDelayMs: number;
  readonly nextChannelId: () => number;
  /** Begins long work that is done in turns, in one line with that of all other worlds. */
  turns(): Pace;
  readonly others: Yield;
  readonly file?: (id: string) => boolean;
  readonly seat?: (account: string) => { readonly region: string } | undefined;
  /** Folds of the whole house that live in this chain: the director's, in `live`. */
  readonly folds?: readonly Fold[];
  /** The last signed head of this chain. */
  readonly anchor: Head | null;
  readonly snapshots?: DecisionsNeeds["snapshots"];
  /** What is reported in it has happened. */
  readonly isReal?: boolean;
  /** State of a wall, for the channel of that name. */
  wall(id: string): unknown;
  /** A wall was sent somewhere: it may be watched from any world. */
  wallMoved(): void;
}

export interface SituationPlan {
  readonly id: string;
  readonly kind: SituationKind;
  readonly title: Words;
  /** What its numbers are played from; null for live, which is told them. */
  readonly feed: Played | null;
  /** Whose past it replays: numbers, history and decisions are read from there, and rules do not judge a second time. */
  readonly past?: Past;
  /** What is computed beside the record; the feed tells its past. */
  readonly simulated?: Simulated;
  readonly speed?: number;
  /** Where its clock was last set. */
  readonly sought?: Sought;
  /** How it was last ordered to run. */
  readonly steered?: Steered;
}

/** One whole world: its clock, series, rules, journal and streams, apart from all others. */
export interface Situation {
  readonly id: string;
  readonly chain: Chain;
  readonly alerts: Alerts;
  readonly incidents: Incidents;
  /** Where units said that they are. */
  readonly positions: Positions;
  /** Levels in force in and around a region, and the changes within it that wait for a second person. */
  responses(region: string): readonly ResponseRecord[];
  readonly pipeline: Pipeline;
  readonly clock: SituationClock | null;
  /** For those who replay it. */
  readonly past: Past;
  /** Streams for people, and for displays, which get nothing sensitive. */
  readonly frames: Readonly<Record<Viewer, Frames>>;
  info(): SituationInfo;
  simNow(): number;
  /** The latest moment that a sample may be of; in a played world its own clock. */
  knownUntil(): number;
  take(readings: readonly Reading[]): { readonly duplicates: number };
  /** Resolves when every reading taken so far is durable. */
  flush(): Promise<void>;
  /** The doors are open: what could wait for that is begun. */
  serve(): void;
  /** How far its chain is known to be whole. */
  journal(): JournalState;
  /** How many readings, roll-ups and findings are not yet durable. */
  unwritten(): number;
  slice(indicator: string, region: string, level: Level | "site", asOf?: number): Promise<readonly Cell[]>;
  series(indicator: string, place: string, from: number, to: number, points: number, asOf?: number): Promise<readonly SeriesPoint[]>;
  lineage(indicator: string, place: string, at?: number): Promise<Lineage>;
  /** A number as it stands now; undefined where none is expected. */
  cell(indicator: string, place: string): Cell | undefined;
  /** Rules that failed three times and are judged no more. */
  asideRules(): readonly AsideRule[];
  /** How much was asked of people in a region over the last day. */
  alarmLoad(region: string): AlarmLoad;
  /** Writes what happened at the door, and what the house itself did. */
  record(drafts: readonly Draft[]): Promise<readonly Entry[]>;
  /** Writes what the house itself has found; while the store takes nothing it stands in memory and is written later. */
  note(find: () => readonly Draft[]): Promise<readonly Entry[]>;
  /** Decides a command on alerts, incidents, tasks or responses, or what `decide` decides. */
  execute(actor: Actor, envelope: CommandEnvelope, decide?: (now: number) => Decision): Promise<{ readonly status: number; readonly answer: unknown }>;
  /**
   * Another time is another world: it is built in turns beside the one that stands, then clock and world change in one go.
   * A later one, and a stop, end the building; whoever waits is told when the world that was wanted last stands. Throws for live.
   */
  seek(sought: Sought): Promise<void>;
  /** Has its clock pause, go on or change its speed by the order `seq`; resolves when that is durable. Throws for live. */
  steer(seq: number, how: (clock: SituationClock) => void): Promise<void>;
  stop(): Promise<void>;
  /** Stops for good: where its clock stood is forgotten. */
  end(): Promise<void>;
}

const PLAYED_IN_FULL_MS = 2 * HOUR;
/** Of a record that is caught up with so much is taken up at once. */
const PART_MS = 10 * MINUTE;
const HAZARD_EVERY_MS = 1_000;
const LOAD_TOLD_EVERY_MS = 10_000;
const INCIDENTS_LOOKED_AT_MS = 1_000;
const CLOCK_SAVED_EVERY_MS = 5_000;

export async function openSituation(needs: SituationNeeds, plan: SituationPlan): Promise<Situation> {
  const { catalog, clock, log } = needs;
  const { id, kind, feed, past } = plan;
  const { regions } = catalog;
  const places = createPlaces(catalog);
  const { regionOf, isWithin } = places;
  const resumed = feed ? await resumedClock(needs, plan, feed) : null;
  const own = resumed?.clock ?? null;
  // What another situation decided was judged there.
  const judged = (): readonly Stretch[] => (resumed && !past ? resumed.judged.stretches() : ALWAYS);
  const simNow = (): number => (own ? own.now() : clock.now());
  const knownUntil = (): number => (own ? own.now() : clock.now() + AHEAD_MS);

  const peopleAt = (simAt: number): number => (resumed ? resumed.course.peopleAt(simAt) : simAt);
  const worldIncidents = plan.simulated?.incidents?.({ simNow, peopleAt });
  const deciding = { ...needs, situation: id, places, simNow, heard, alertCameBack: alertsMoved, worldIncidents };
  const decisionsAt = (at: number) => (past ? rereadDecisions(deciding, past.situation, at) : openDecisions({ ...deciding, readOnly: kind === "replay" }));
  let decided = await decisionsAt(simNow());

  const worlds = createWorlds({ ...needs, situation: id, feed, past, simNow, regionOf });
  let world = worlds.build();
  let worldNumber = 0;
  const rules = createRules({
    // What rules found then is in the journal that is read again.
    rules: past ? [] : catalog.rules,
    indicator: (i) => catalog.indicator(i),
    levelOf: (place) => regions.find(place)?.level ?? (catalog.site(place) ? "site" : undefined),
    site: (site) => catalog.site(site),
    cell: (indicator, place, now) => worlds.unroundedIn(world.rollup, indicator, place, now),
    // The number of a day stands until the next one comes: it is held against what stood at this hour. Others against the hour that they are of.
    usual: (indicator, place, at) => usual.at(indicator, place, (catalog.indicator(indicator)?.cadenceMs ?? 0) >= DAY ? simNow() : at),
    past: (indicator, place, from, to) => world.history.samples(indicator, place, from, to),
  });
  if (own) decided.alerts.begin();
  rules.resume(decided.alerts.open());

  const usual = createUsual({
    clock, log, simNow, turns: () => needs.turns(),
    always: past ? [] : catalog.rules.filter(({ when }) => "of" in when && when.of === "baseline").map(({ indicator }) => indicator),
    onKnown: () => pipeline.touch("usual"),
    ...usualPast({ simulated: plan.simulated, feed, history: () => world.history, worldOf: worlds.worldOf, catalog }),
  });

  /** People's limits run on people's time; in a replay on that of the past. */
  const peopleNow = (): number => (past ? simNow() : clock.now());
  const responses = (region: string): ResponseRecord[] => responsesOf(region, peopleNow(), { ...decided, regions, isWithin });

  const qualityOf = (indicator: string, place: string): Quality | undefined => {
    const { siteKind } = catalog.indicator(indicator) ?? {};
    if (!catalog.indicator(indicator) || (catalog.regions.indexOf(place) < 0 && (siteKind === undefined || catalog.site(place)?.kind !== siteKind))) return undefined;
    const { value, quality } = world.rollup.frameCell(indicator, place);
    return value === null ? undefined : quality;
  };
  const shelves = (): Shelves => ({
    catalog, ...decided, isWithin, regionOf, cityOf: places.cityOf, quality: qualityOf, simNow, peopleNow, wall: (w) => needs.wall(w), judged, hazards: () => feed?.extras(simNow()) ?? [], responses, alertWaits: () => alertWaits(decided.secondPerson.waiting(peopleNow())), incidentWaits: () => incidentWaits(decided.secondPerson.waiting(peopleNow())), usual: (indicator, place) => usual.bands(indicator, place),
  });
  const framesFor = (viewer: Viewer): Frames =>
    createFrames({
      situation: id, clock, simNow, applyDelayMs: needs.applyDelayMs, nextId: needs.nextChannelId,
      indicator: (i) => catalog.indicator(i),
      slice: (indicator, region, level) => world.rollup.frameSlice(indicator, region, level),
      cell: (indicator, place) => (regionOf(place) === undefined ? undefined : world.rollup.frameCell(indicator, place)),
      isPartOf: (inner, place) => inner === place || (regionOf(inner) !== undefined && isWithin(regionOf(inner)!, place)),
      newest: (indicator, place) => (regionOf(place) === undefined ? null : world.rollup.newest(indicator, place)),
      series: (indicator, place, from, to, points) => world.history.series(indicator, place, from, to, points),
      records: (channel, unit) => recordsOf(channel, { viewer, unit }, shelves()),
      news: (channel, unit, mark) => newsOf(channel, { viewer, unit }, shelves(), mark),
    });
  const frames: Record<Viewer, Frames> = { person: framesFor("person"), display: framesFor("display") };
  const viewers = Object.values(frames);

  const pipeline = createPipeline({
    clock, log, simNow, rules, turns: () => needs.turns(),
    ...(feed && { play: (now: number) => play(feed, now) }),
    alerts: { consider: (findings) => decided.alerts.consider(findings), hasSettled: () => !past && decided.alerts.hasSettled() },
    ledger: { note: (find) => decided.note(find) },
    series: {
      append(readings) {
        const taken = world.series.append(readings);
        if (taken.late.length > 0) for (const viewer of viewers) viewer.amend(taken.late);
        return taken;
      },
    },
    history: { note: (readings) => world.history.note(readings), noteChanged: (changed, at) => world.history.noteChanged(changed, at) },
    rollup: { settle: (tick) => world.rollup.settle(tick) },
    frames: {
      compose: (changed, touched, tick) => viewers.flatMap((viewer) => viewer.compose(changed, touched, tick)),
      send: (encoded) => viewers.forEach((viewer) => viewer.send(encoded)),
      async anew(pace) {
        for (const viewer of viewers) await viewer.newEpoch(pace);
      },
    },
  });

  function alertsMoved(): void {
    for (const channel of ALERTS_MOVED) pipeline.touch(channel);
  }
  /** That something waits for a second person is told with the alert or the incident that it is about, though nothing has become of that itself. */
  function waitingMoved(command: string | undefined): void {
    const waiting = command === undefined ? undefined : decided.secondPerson.of(command);
    if (waiting?.kind === "incident.cancel") pipeline.touch("incidents");
    const alert = waiting && alertThatWaits(waiting);
    if (alert === undefined) return;
    decided.alerts.retell(alert);
    pipeline.touch("alerts");
  }
  function heard(entry: Entry): void {
    for (const channel of channelsMovedBy(entry.kind)) pipeline.touch(channel);
    if (isAboutWaiting(entry.kind)) waitingMoved((entry.body as { command?: string } | undefined)?.command);
    if (entry.kind.startsWith("wall.") && !past) needs.wallMoved();
    if (isUrgent(entry)) pipeline.hurry();
  }

  /** Until when the record has been played. */
  let playedTo = Number.NEGATIVE_INFINITY;
  async function* play(record: Played, now: number): AsyncGenerator<readonly Reading[]> {
    if (now <= playedTo) return;
    await decided.readTo(now);
    // After a long stop the steps in between are not computed one by one: nobody sees them any more.
    if (now - playedTo > PLAYED_IN_FULL_MS) {
      resumed?.judged.set(playedTo, now);
      yield* record.backfill(playedTo, now);
    } else for (let from = playedTo; from < now; from += PART_MS) yield await record.readings(from, Math.min(now, from + PART_MS));
    playedTo = now;
  }
  /** The world of a record at `to`. Clock, decisions and numbers change in one go, so that nobody sees the one without the other. */
  async function goTo(record: Played, { to, tick, isSought, isWanted, setClock }: Going): Promise<readonly Changed[] | null> {
    if (!isWanted()) return null;
    const decisions = past ? await decisionsAt(to) : decided;
    const next = worlds.build();
    const changed = await worlds.fill(next, record.backfill(record.span.from - 1, to), tick, to, isWanted);
    if (changed === null || !isWanted()) return null;
    setClock();
    decided = decisions;
    stopHistory();
    world = next;
    worldNumber += 1;
    stopHistory = next.history.start();
    decided.alerts.begin();
    rules.restart(decided.alerts.open(), isSought);
    playedTo = to;
    return changed;
  }
  let stopHistory: Stop = world.history.start();
  function takePast(readings: readonly Reading[]): void {
    world.history.notePast(readings);
    for (const viewer of viewers) viewer.amend(readings);
  }
  /** Only who looks back has learned something by it. */
  function pastTold(told: readonly Changed[]): void {
    pipeline
      .recall(told.filter(({ indicator }) => catalog.rules.some((rule) => rule.indicator === indicator && looksBack(rule))))
      .catch((error: unknown) => log.error("Rules could not look back", { situation: id, error: String(error) }));
  }

  // What is known before the first tick: yesterday's last values in live, the record up to the clock in a drill.
  const always = (): boolean => true;
  await pipeline.restart(async (tick) =>
    feed ? await goTo(feed, { to: simNow(), tick, isSought: resumed?.isSought === true, isWanted: always, setClock: () => {} }) : await worlds.fill(world, [await world.history.restore()], tick, simNow(), always),
  );

  const counted = createCounted({ indicator: (i) => catalog.indicator(i), written: () => decided.incidents.written(), world: worldIncidents });
  const { positionOf } = plan.simulated ?? {};
  const positions = createPositions({ now: () => clock.now(), simNow, ...(positionOf && { simulated: positionOf }) });
  const keeper = resumed && createClockKeeper(needs, plan, resumed);
  const stops: Stop[] = [pipeline.start(needs.tickMs), usual.start(), () => stopHistory(), clock.every(LOAD_TOLD_EVERY_MS, () => pipeline.touch("alarmLoad"))];
  if (own && plan.simulated) {
    const speed = (): number => (own.state().paused ? 0 : own.state().speed);
    stops.push(plan.simulated.follow({ simNow, speed, world: () => worldNumber, take: (readings) => pipeline.take(counted(readings)), takePast, pastTold }));
  }
  if (worldIncidents) {
    let told = worldIncidents.all();
    stops.push(
      clock.every(INCIDENTS_LOOKED_AT_MS, () => {
        if (worldIncidents.all() === told) return;
        told = worldIncidents.all();
        pipeline.touch("incidents");
      }),
    );
  }
  /** Counts the orders to go elsewhere: whoever follows an earlier one than the last is not wanted any more. */
  let wish = 0;
  let newest: Promise<void> = Promise.resolve();
  if (keeper)
    stops.push(
      clock.every(HAZARD_EVERY_MS, () => pipeline.touch("hazard")),
      clock.every(CLOCK_SAVED_EVERY_MS, () => void keeper.save().catch((error: unknown) => log.warn("The clock of a situation could not be saved", { situation: id, error: String(error) }))),
    );

  return {
    id, pipeline, frames, clock: own, simNow, knownUntil, responses, positions,
    get past() {
      return { situation: id, history: world.history };
    },
    get chain() {
      return decided.chain;
    },
    get alerts() {
      return decided.alerts;
    },
    get incidents() {
      return decided.incidents;
    },
    info: () => ({
      id, kind, title: plan.title, banner: feed ? `${KIND_WORD[kind]} · ${feed.banner}` : "", span: feed?.span ?? null, feed: feed?.id ?? "", cadences: feed?.cadences ?? {}, ...(past && { replays: past.situation }),
      clock: own ? own.state() : { at: clock.now(), simAt: clock.now(), speed: 1, paused: false },
    }),
    take: (readings) => pipeline.take(readings),
    flush: () => world.history.flush(),
    serve: () => decided.serve(),
    journal: () => decided.journal(),
    unwritten: () => world.history.unwritten() + pipeline.owing() + decided.owed(),
    async slice(indicator, region, level, asOf) {
      if (asOf === undefined) return world.rollup.slice(indicator, region, level, simNow());
      return (await world.history.asKnown(indicator, asOf)).slice(indicator, region, level, asOf);
    },
    series: (indicator, place, from, to, points, asOf) => world.history.series(indicator, place, from, Math.min(to, knownUntil()), points, asOf),
    async lineage(indicator, place, at) {
      const now = simNow();
      if (at === undefined || at >= now) return lineage(world.rollup, catalog, indicator, place, now);
      return lineage(await world.history.asKnown(indicator, at), catalog, indicator, place, at);
    },
    cell: (indicator, place) => worlds.unroundedIn(world.rollup, indicator, place, simNow()),
    asideRules: () => rules.aside(),
    alarmLoad: (region) => decided.alerts.load(region, peopleNow()),
    record: (drafts) => decided.record(drafts),
    note: (find) => decided.note(find),
    execute: (actor, envelope, by) => decided.execute(actor, envelope, by),
    async seek({ to, seq }) {
      if (!feed || !resumed || !keeper) throw new Error(`"${id}" runs with people's time; only a played record can be sought.`);
      const mine = ++wish;
      const setClock = (): void => {
        resumed.clock.seek(to);
        resumed.judged.set(playedTo, to);
        keeper.follow(seq);
      };
      const done = pipeline.restart((tick) => goTo(feed, { to, tick, isSought: true, isWanted: () => mine === wish, setClock })).then(() => keeper.save());
      newest = done;
      await done;
      // Where another was wanted meanwhile, that one is waited for.
      for (let last = done; last !== newest; await last) last = newest;
    },
    async steer(seq, how) {
      if (!own || !keeper) throw new Error(`"${id}" runs with people's time; only a played clock can be steered.`);
      how(own);
      keeper.steer(seq);
      await keeper.save();
    },
    async stop() {
      wish += 1;
      for (const stop of stops) stop();
      await takeAll([() => decided.stop(), () => world.history.flush(), async () => keeper?.save()]);
    },
    async end() {
      wish += 1;
      for (const stop of stops) stop();
      await takeAll([() => world.history.flush(), async () => keeper?.settled(), async () => keeper?.forget(), () => decided.end()]);
    },
  };
}

/** A way to another world, as long as it is wanted. */
interface Going {
  readonly to: number;
  readonly tick: number;
  /** The clock is set there, and was not there before. */
  readonly isSought: boolean;
  isWanted(): boolean;
  setClock(): void;
}
