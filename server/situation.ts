import type { Actor } from "../model/account.ts";
import type { Indicator, Rollup as RollupKind } from "../model/indicator.ts";
import type { CommandData, CommandEnvelope } from "../model/command.ts";
import type { Decision, Fold } from "../model/decision.ts";
import type { Clock, Ids, Log, Stop, Store } from "../model/ports.ts";
import { Problem } from "../model/problem.ts";
import type { Level } from "../model/region.ts";
import type { Cell, Lineage, Reading, SeriesPoint } from "../model/sample.ts";
import type { SituationInfo, SituationKind } from "../model/situation.ts";
import { createSituationClock, type SituationClock } from "../model/situation-clock.ts";
import { HOUR } from "../model/time.ts";
import { createAlerts, type Alerts } from "./alerts/index.ts";
import type { Catalog } from "./catalog/index.ts";
import type { Feed } from "./feeds/index.ts";
import { createFrames, type Frames } from "./frames/index.ts";
import { createHistory, type PastWorld } from "./history/index.ts";
import { createIncidents, type Incidents } from "./incidents/index.ts";
import { createLedger, type Head, type Ledger } from "./journal/index.ts";
import { createPipeline, type Pipeline } from "./pipeline.ts";
import { recordsOf, type Viewer } from "./records.ts";
import { createRollup, type Rollup } from "./rollup/index.ts";
import { createRules } from "./rules/index.ts";
import { createSeries } from "./series/index.ts";

export interface SituationNeeds {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly hash: "sm3" | "sha256";
  readonly tickMs: number;
  readonly applyDelayMs: number;
  readonly nextChannelId: () => number;
  readonly file?: (id: string) => boolean;
  /** Folds of the whole house that live in this chain: the director's, in `live`. */
  readonly folds?: readonly Fold[];
  /** The last signed head of this chain. */
  readonly anchor: Head | null;
  /** State of a wall, for the channel of that name. */
  wall(id: string): unknown;
}

export interface SituationPlan {
  readonly id: string;
  readonly kind: SituationKind;
  readonly title: { readonly zh: string; readonly en: string };
  /** null for live. */
  readonly feed: Feed | null;
  readonly start?: number;
  readonly speed?: number;
  readonly paused?: boolean;
}

/** One whole world: its clock, series, rules, journal and streams, apart from all others. */
export interface Situation {
  readonly id: string;
  readonly ledger: Ledger;
  readonly alerts: Alerts;
  readonly incidents: Incidents;
  readonly pipeline: Pipeline;
  readonly clock: SituationClock | null;
  /** Streams for people, and for displays, which get nothing sensitive. */
  readonly frames: Readonly<Record<Viewer, Frames>>;
  info(): SituationInfo;
  simNow(): number;
  take(readings: readonly Reading[]): { readonly duplicates: number };
  /** Resolves when every reading taken so far is durable. */
  flush(): Promise<void>;
  slice(indicator: string, region: string, level: Level | "site", asOf?: number): Promise<readonly Cell[]>;
  series(indicator: string, place: string, from: number, to: number, points: number, asOf?: number): Promise<readonly SeriesPoint[]>;
  lineage(indicator: string, place: string, at?: number): Promise<Lineage>;
  /** Decides a command on alerts, incidents, tasks or the clock of this situation. */
  execute(actor: Actor, envelope: CommandEnvelope, decide?: (now: number) => Decision): Promise<{ readonly status: number; readonly answer: unknown }>;
  stop(): Promise<void>;
}

const PLAYED_IN_FULL_MS = 2 * HOUR;
const HAZARD_EVERY_MS = 1_000;
const CLOCK_SAVED_EVERY_MS = 5_000;

export async function openSituation(needs: SituationNeeds, plan: SituationPlan): Promise<Situation> {
  const { catalog, store, clock, log } = needs;
  const { id, kind, feed } = plan;
  const { regions } = catalog;
  const own = feed ? await resumedClock(needs, plan, feed) : null;
  const simNow = (): number => (own ? own.now() : clock.now());
  const span = feed?.span ?? null;

  const regionOf = (place: string): string | undefined => (regions.indexOf(place) >= 0 ? place : catalog.site(place)?.region);
  const cityOf = (region: string): string => {
    const index = regions.indexOf(region);
    const city = index < 0 ? -1 : regions.ancestor(index, "city");
    return city < 0 ? region : regions.row(city).code;
  };
  const isWithin = (code: string, ancestor: string): boolean => {
    const [a, b] = [regions.indexOf(code), regions.indexOf(ancestor)];
    return a >= 0 && b >= 0 && regions.isWithin(a, b);
  };

  const alerts = createAlerts({
    rule: (ruleId) => catalog.rules.find((rule) => rule.id === ruleId),
    topicOf: (indicator) => catalog.topics.find((topic) => topic.indicators.some((i) => i.id === indicator))?.id,
    regionOf, cityOf, isWithin, ids: needs.ids,
  });
  const incidents = createIncidents({
    incidentType: (type) => catalog.incidentType(type),
    unit: (unit) => catalog.unit(unit),
    region: (code) => regions.find(code),
    isWithin,
    alert: (alert) => {
      const found = alerts.get(alert);
      const region = found && regionOf(found.place);
      return found && region !== undefined ? { region, incident: found.incident } : undefined;
    },
    ...(needs.file && { file: needs.file }),
    ids: needs.ids,
  });
  const ledger = createLedger({
    situation: id, store, clock, simNow, hash: needs.hash, random: (bytes) => needs.ids.secret(bytes), readOnly: kind === "replay",
    folds: [alerts, incidents, ...(needs.folds ?? [])], anchor: needs.anchor, log,
  });
  await ledger.recover();

  /** An indicator with the interval at which the played record reports it. */
  function indicatorHere(i: string): Indicator | undefined {
    const indicator = catalog.indicator(i);
    const cadenceMs = feed?.cadences[i];
    return indicator && cadenceMs !== undefined ? { ...indicator, cadenceMs } : indicator;
  }
  let world = buildWorld();
  function buildWorld() {
    const series = createSeries({ regions, sites: catalog.sites, indicators: catalog.indicators });
    const rollup = createRollup({ regions, sites: catalog.sites, indicator: indicatorHere, series });
    return { series, rollup };
  }
  function pastWorld(): PastWorld {
    const { series, rollup } = buildWorld();
    return {
      take(readings) {
        series.append(readings);
        rollup.settle(0);
      },
      slice: (indicator, region, level, at) => rollup.slice(indicator, region, level, at),
    };
  }
  const cellOf = (indicator: string, place: string, now: number): Cell | undefined =>
    catalog.indicator(indicator) && regionOf(place) !== undefined ? world.rollup.cell(indicator, place, now) : undefined;

  const history = createHistory({
    store, situation: id, clock, simNow, indicators: catalog.indicators, indicator: (i) => catalog.indicator(i), regions, sites: catalog.sites,
    cell: cellOf, pastWorld, log, durable: !feed,
  });
  const rules = createRules({
    rules: catalog.rules,
    indicator: (i) => catalog.indicator(i),
    levelOf: (place) => regions.find(place)?.level ?? (catalog.site(place) ? "site" : undefined),
    site: (site) => catalog.site(site),
    cell: cellOf,
  });
  rules.resume(alerts.open());

  const framesFor = (viewer: Viewer): Frames =>
    createFrames({
      situation: id, clock, simNow, applyDelayMs: needs.applyDelayMs, nextId: needs.nextChannelId,
      indicator: (i) => catalog.indicator(i),
      slice: (indicator, region, level) => world.rollup.frameSlice(indicator, region, level),
      cell: (indicator, place) => (regionOf(place) === undefined ? undefined : world.rollup.frameCell(indicator, place)),
      newest: (indicator, place) => (regionOf(place) === undefined ? null : world.rollup.newest(indicator, place)),
      series: (indicator, place, from, to, points) => history.series(indicator, place, from, to, points),
      records: (channel) => recordsOf(channel, viewer, { catalog, alerts, incidents, isWithin, regionOf, wall: (w) => needs.wall(w), hazards: () => feed?.extras(simNow()) ?? [] }),
    });
  const frames: Record<Viewer, Frames> = { person: framesFor("person"), display: framesFor("display") };

  const pipeline = createPipeline({
    clock, log, simNow, history, rules, alerts, ledger,
    series: { append: (readings) => world.series.append(readings) },
    rollup: { settle: (tick) => world.rollup.settle(tick) },
    frames: {
      compose: (changed, touched, tick) => [...frames.person.compose(changed, touched, tick), ...frames.display.compose(changed, touched, tick)],
      send: (encoded) => {
        frames.person.send(encoded);
        frames.display.send(encoded);
      },
    },
  });

  // What is known before the first tick: yesterday's last values in live, the record up to the clock in a drill.
  let playedTo = span ? span.from - 1 : 0;
  if (feed) replayTo(simNow());
  else pipeline.take(await history.restore());
  await pipeline.tick();

  function replayTo(to: number): void {
    pipeline.take(feed!.backfill(span!.from - 1, to));
    playedTo = to;
  }

  const stops: Stop[] = [];
  ledger.onEntry((entry) => {
    if (entry.kind.startsWith("alert.")) pipeline.touch("alerts");
    if (entry.kind.startsWith("incident.") || entry.kind.startsWith("task.")) {
      pipeline.touch("incidents");
      pipeline.touch("tasks");
    }
    if (entry.kind.startsWith("wall.")) pipeline.touch("wall");
    // A critical alert does not wait for the tick; neither does what a person has just decided.
    const severity = (entry.body as { severity?: number } | undefined)?.severity;
    if (severity === 1 || !entry.actor.startsWith("rule:")) pipeline.hurry();
  });

  if (feed && own) {
    stops.push(
      clock.every(needs.tickMs, () => {
        const now = own.now();
        if (now <= playedTo) return;
        // After a long stop the steps in between are not computed one by one: nobody sees them any more.
        const readings = now - playedTo > PLAYED_IN_FULL_MS ? feed.backfill(playedTo, now) : feed.readings(playedTo, now);
        playedTo = now;
        if (readings.length > 0) pipeline.take(readings);
      }),
      clock.every(HAZARD_EVERY_MS, () => pipeline.touch("hazard")),
      clock.every(CLOCK_SAVED_EVERY_MS, () => void saveClock().catch((error: unknown) => log.warn("The clock of a situation could not be saved", { situation: id, error: String(error) }))),
      own.onJump(() => {
        // Another time is another world: what was built from later data must not be seen.
        world = buildWorld();
        history.restart();
        rules.restart();
        replayTo(own.now());
        void pipeline.tick().then(async () => {
          for (const viewer of Object.values(frames)) viewer.send(await viewer.newEpoch());
        }).catch((error: unknown) => log.error("The world could not be shown after a seek", { situation: id, error: String(error) }));
      }),
    );
  }
  const saveClock = (): Promise<void> =>
    own ? store.commit({ documents: [{ key: `clock:${id}`, body: { simAt: own.now(), speed: own.state().speed, paused: own.state().paused && !own.ended() } }] }) : Promise.resolve();
  stops.push(pipeline.start(needs.tickMs));
  stops.push(history.start());

  function decide(actor: Actor, envelope: CommandEnvelope, now: number): Decision {
    const [noun] = envelope.kind.split(".");
    if (noun === "alert") return alerts.decide(actor, "alert.acknowledge", envelope.data as CommandData<"alert.acknowledge">);
    return incidents.decide(actor, envelope.kind, envelope.data, now);
  }

  return {
    id, ledger, alerts, incidents, pipeline, frames, clock: own, simNow,
    info: () => ({
      id, kind, title: plan.title, banner: feed?.banner ?? "", span, feed: feed?.id ?? "", cadences: feed?.cadences ?? {},
      clock: own ? own.state() : { at: clock.now(), simAt: clock.now(), speed: 1, paused: false },
    }),
    take: (readings) => pipeline.take(readings),
    flush: () => history.flush(),
    async slice(indicator, region, level, asOf) {
      if (asOf === undefined) return world.rollup.slice(indicator, region, level, simNow());
      return await history.slice(indicator, region, level, asOf);
    },
    series: (indicator, place, from, to, points, asOf) => history.series(indicator, place, from, Math.min(to, simNow()), points, asOf),
    lineage: (indicator, place, at) => lineage(world.rollup, catalog, indicator, place, at, simNow()),
    execute: (actor, envelope, by) => ledger.execute(actor, envelope, by ?? ((now) => decide(actor, envelope, now))),
    async stop() {
      for (const stop of stops) stop();
      await history.flush();
      await saveClock();
    },
  };
}

/** A drill goes on where it stood when the program ended, not where it would be had it run. */
async function resumedClock(needs: SituationNeeds, plan: SituationPlan, feed: Feed): Promise<SituationClock> {
  const saved = (await needs.store.document(`clock:${plan.id}`)) as { simAt: number; speed: number; paused: boolean } | null | undefined;
  const inSpan = saved && saved.simAt >= feed.span.from && saved.simAt <= feed.span.to;
  return createSituationClock({
    clock: needs.clock,
    start: inSpan ? saved.simAt : (plan.start ?? feed.start),
    speed: inSpan ? saved.speed : (plan.speed ?? feed.speed),
    paused: inSpan ? saved.paused : (plan.paused ?? false),
    span: feed.span,
  });
}

async function lineage(rollup: Rollup, catalog: Catalog, id: string, place: string, at: number | undefined, simNow: number): Promise<Lineage> {
  const indicator = catalog.indicator(id);
  if (!indicator) throw new Problem("not_found", `There is no indicator "${id}".`);
  const site = catalog.site(place);
  if (site && indicator.siteKind !== undefined && site.kind !== indicator.siteKind)
    throw new Problem("not_found", `${id} is not measured at "${place}", which is of kind ${site.kind}; it is measured at sites of kind ${indicator.siteKind}.`);
  if (at !== undefined && at < simNow - 1_000) throw new Problem("bad_request", "Lineage is told for the present; leave out `at`.");
  return {
    ...rollup.cell(id, place, simNow), indicator: id, at: simNow, definition: indicator.definition, source: indicator.source, owner: indicator.owner,
    formula: FORMULA[indicator.rollup](indicator), contributions: rollup.contributions(id, place, simNow),
  };
}

const FORMULA: Readonly<Record<RollupKind, (i: { readonly numerator?: string; readonly denominator?: string; readonly weight?: string }) => string>> = {
  sum: () => "下级之和 Σx",
  mean: () => "下级采样的算术平均 Σx/n",
  wmean: (i) => `以${i.weight ?? "权重"}加权平均 Σwx/Σw`,
  ratio: (i) => `Σ${i.numerator ?? "分子"} / Σ${i.denominator ?? "分母"}`,
  max: () => "下级中的最大值 max",
  min: () => "下级中的最小值 min",
  last: () => "最近一次观测 last",
  count: () => "有值的下级个数 n",
};
