import type { Actor } from "../model/account.ts";
import type { CommandEnvelope } from "../model/command.ts";
import { VERIFIED, type JournalState } from "../model/journal-state.ts";
import type { Clock, Ids, Log, Store, Yield } from "../model/ports.ts";
import { createAccess, type Access } from "./access/index.ts";
import { watchAside } from "./aside-alert.ts";
import { createBackPressure } from "./back-pressure.ts";
import type { Catalog } from "./catalog/index.ts";
import type { Config } from "./config.ts";
import { backUp } from "./backing-up.ts";
import { watchSteps } from "./clock-alert.ts";
import { createClockWatch } from "./clock-watch.ts";
import { createDevices, watchDark, type Devices } from "./devices/index.ts";
import { watchGateways } from "./gateways/index.ts";
import { createStrokePace } from "./director/index.ts";
import { createFeeds, type Feeds } from "./feeds/index.ts";
import { findable } from "./findable.ts";
import { watchStore, type HouseState } from "./house-state.ts";
import { createHouseWalls, type HouseWalls } from "./house-walls.ts";
import { createHouseWatch } from "./house-watch.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { createIngest, type Dictionary, type Ingest } from "./ingest/index.ts";
import { repeated, type Answer, type Head, type Heads } from "./journal/index.ts";
import { watchJournal } from "./journal-alert.ts";
import type { JudgeScene } from "./judging.ts";
import { measuredAt } from "./measured-at.ts";
import { createPackHost, watchPacks, type PackHost, type PackHostNeeds } from "./packs/index.ts";
import { createPaper, type Paper } from "./paper/index.ts";
import { createPlaces } from "./places.ts";
import { readBy } from "./read-by.ts";
import { tellRestored } from "./restored.ts";
import { createSearch, type Search } from "./search/index.ts";
import { modelled, packSource, withSimulated } from "./simulating.ts";
import { openSituation, type Situation, type SituationPlan } from "./situation.ts";
import { createSituations, type Situations } from "./situations.ts";
import { takeAll } from "./steps.ts";
import { watchStoreState } from "./store-alert.ts";
import type { Backups } from "./store/index.ts";
import { createTurns } from "./turns.ts";

/** What a house is handed by whoever starts it: all that touches the machine, and what an installation has chosen. */
export interface HouseNeeds {
  readonly choices: Pick<Config, "profile" | "secret" | "accounts" | "hash" | "tickMs" | "applyDelayMs" | "samplesPerSecond">;
  readonly catalog: Catalog;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly others: Yield;
  /** Which program this is: what another one has kept of its folds is read anew. */
  readonly build: string;
  /** Whether such a file was uploaded. */
  hasFile(id: string): boolean;
  /** Signs the heads of these chains, and knows those that were signed before. */
  heads(chains: () => Iterable<Head & { readonly situation: string }>): Pick<Heads, "latest" | "start" | "past" | "vouch" | "isOurs">;
  /** Copies of the store. */
  readonly backups: Backups;
  readonly judge: JudgeScene;
  /** The packs with code of their own, and the thread that runs it; none = nothing is simulated. */
  readonly packs: Pick<PackHostNeeds, "packs" | "start" | "processorMs">;
}

/** All rooms, joined, without a door: who would come in from outside stands before `doors.ts`. */
export interface House extends Pick<HouseNeeds, "catalog" | "store" | "clock" | "ids" | "log"> {
  readonly hash: Config["hash"];
  readonly access: Access;
  readonly devices: Devices;
  readonly walls: HouseWalls;
  readonly feeds: Feeds;
  readonly situations: Situations;
  readonly ingest: Ingest;
  readonly packs: PackHost;
  readonly search: Search;
  readonly paper: Paper;
  readonly backups: Backups;
  /** How the house itself is. */
  readonly state: HouseState;
  live(): Situation;
  /** How far live's chain is known to be whole. */
  journal(): JournalState;
  /** @throws Problem too_many while too much waits for the store */
  admit(): void;
  /** Decides one command, whatever it is about. @throws Problem */
  execute(actor: Actor, envelope: CommandEnvelope): Promise<Answer>;
  /** What this very command was answered before; null when its id is new. @throws Problem id_reused */
  answered(actor: Actor, envelope: CommandEnvelope): Promise<Answer | null>;
  /** Counts for `/metrics`. */
  figures(): Readonly<Record<string, number>>;
  /** Why it cannot serve yet, or any more; empty = it can. */
  unready(): readonly string[];
  /** Opens all worlds as the journal says they stood, and begins to watch itself. */
  open(): Promise<void>;
  /** The doors are open. */
  serve(): void;
  /** Closes everything in its order, the doors in between; a step that fails takes none of those after it along. @throws what failed, when all have been taken */
  stop(doors: readonly Closing[]): Promise<void>;
}
export interface Closing {
  /** Said when it fails. */
  readonly words: string;
  take(): unknown;
}

/** Of what lasts for tens of seconds after each restart: whoever asks for something meanwhile waits for several of them. */
const SHORT_TURN_MS = 4;

/** Joins the rooms. Nothing runs before `open`. */
export function joinHouse({ choices, catalog, store: kept, clock, ids, log, others, build, hasFile, heads: headsOf, backups, judge, packs: code }: HouseNeeds): House {
  const state = watchStore({ store: kept, clock, log });
  const { store } = state;
  const { isWithin } = createPlaces(catalog);
  const rootCode = catalog.regions.row(0).code;
  const devices = createDevices({ walls: catalog.walls, isWithin, clock, ids });
  const access = createAccess({ ...catalog, units: (r) => catalog.units(r), unit: (u) => catalog.unit(u), site: (s) => catalog.site(s), indicator: (i) => catalog.indicator(i), incidentType: (t) => catalog.incidentType(t), store, clock, ids, log, device: (account) => devices.byAccount(account), audit: (drafts) => live().record(drafts), profile: choices.profile, secret: choices.secret, accounts: choices.accounts });

  const dictionary: Dictionary = {
    indicator: (id) => catalog.indicator(id),
    place(id) {
      const region = catalog.regions.find(id);
      if (region) return { level: region.level, region: region.code };
      const site = catalog.site(id);
      return site && { level: "site", siteKind: site.kind, region: site.region };
    },
  };
  /** The sites behind each gateway, and what is expected of a site. */
  const behind = new Map<string, string[]>();
  for (const { id, gateway } of catalog.sites) if (gateway !== undefined) behind.set(gateway, [...(behind.get(gateway) ?? []), id]);
  const expectedAt = (site: string): readonly string[] => {
    const kind = catalog.site(site)?.kind;
    return catalog.topics.flatMap(({ indicators }) => indicators.flatMap(({ id, siteKind }) => (siteKind !== undefined && siteKind === kind ? [id] : [])));
  };
  const isSimulating = code.packs.length > 0;
  const feeds = createFeeds(catalog, { simulates: isSimulating });
  let nextChannel = 0;
  const turns = createTurns(clock, others);
  const shortTurns = createTurns(clock, others, SHORT_TURN_MS);
  const clockWatch = createClockWatch(clock);
  const situations = createSituations({ feeds, log, clock, root: rootCode, launch });
  const live = (): Situation => situations.get("live")!;
  const walls = createHouseWalls({ catalog, clock, ids, judge, devices, isWithin, situation: (id) => situations.get(id), alerts: () => situations.get("live")?.alerts.openIn(rootCode) ?? [], tell: tellOfWalls });
  const strokePace = createStrokePace(clock);
  // A replay reads the chain of live and has none of its own; what is damaged is not signed.
  const heads = headsOf(() => situations.all().filter((s) => s.chain.situation === s.id && s.journal().state !== "flawed").map((s) => ({ situation: s.id, ...s.chain.head() })));

  async function launch(asked: SituationPlan): Promise<Situation> {
    const { plan, drop } = isSimulating ? withSimulated(asked, { packs, catalog, dictionary, root: rootCode, clock, log }) : { plan: asked, drop() {} };
    return await openSituation(
      {
        catalog, store, clock, ids, log, hash: choices.hash, tickMs: choices.tickMs, applyDelayMs: choices.applyDelayMs,
        nextChannelId: () => ++nextChannel, turns, others, steadyTime: clockWatch,
        file: hasFile, seat: (account) => access.seat(account),
        folds: plan.id === "live" ? [situations, walls.composed, walls.director, devices] : [],
        anchor: heads.latest(plan.id),
        // A drill is short, and where its clock stands decides what has been found in it.
        ...(plan.id === "live" && { snapshots: { build: readBy(build, catalog), vouch: heads.vouch, isOurs: heads.isOurs, signed: () => heads.past("live"), turns: shortTurns } }),
        // A demonstration has nothing real, and DESIGN §4 wants what people invent there to begin 【模拟】.
        isReal: plan.kind === "live" && choices.profile === "production",
        wall: (wall) => walls.state(wall),
        wallMoved: () => walls.look(),
      },
      plan,
    ).catch((error: unknown) => {
      drop();
      throw error;
    });
  }
  /** A wall may be watched from any world; its state is decided in live. */
  function tellOfWalls(): void {
    for (const { pipeline } of situations.all()) {
      pipeline.touch("wall");
      pipeline.hurry();
    }
  }
  // A wall that looked at a world which has ended looks elsewhere now.
  situations.onChange(() => walls.look());

  const ingest = createIngest({ ...dictionary, clock, ratePerSecond: choices.samplesPerSecond });
  const backPressure = createBackPressure(() => situations.get("live")?.unwritten() ?? 0);
  const packs = createPackHost({
    ...code,
    indicators: (topic) => catalog.topic(topic)?.indicators ?? [],
    places: (indicator) => measuredAt(catalog, indicator),
    live: null,
    take(topic, at, readings) {
      backPressure.admit();
      const { receipt, readings: decoded } = ingest.accept(readings.map((reading) => modelled(reading, at)), packSource(topic, rootCode));
      return { ...receipt, duplicates: live().take(decoded).duplicates };
    },
    clock, log,
  });
  const search = createSearch();
  const paper = createPaper({
    catalog, clock,
    scene: (ref) => walls.scenes.scene(ref),
    picture: (wall) => walls.picture(wall),
    situation(id) {
      const situation = situations.get(id);
      return situation && { info: () => situation.info(), simNow: () => situation.simNow(), streams: situation.frames.display };
    },
    refuses: (actor, channel) => access.mayWatch(actor, channel),
  });

  async function execute(actor: Actor, envelope: CommandEnvelope): Promise<Answer> {
    if (envelope.kind.startsWith("situation.")) return await situations.execute(actor, envelope);
    if (envelope.kind.startsWith("wall."))
      return await live().execute(actor, envelope, (now) => {
        const decision = walls.director.decide(actor, envelope.kind, envelope.data, now);
        // What is refused, or only repeated, takes nobody's turn.
        if (envelope.kind === "wall.annotate") strokePace.spend(actor.account);
        return decision;
      });
    if (envelope.kind.startsWith("scene.")) {
      const faults = await walls.scenes.faults(actor, envelope);
      return await live().execute(actor, envelope, () => walls.composed.decide(actor, envelope.kind, envelope.data, faults));
    }
    if (envelope.kind === "admin.backup") return await backUp({ backups, root: rootCode, execute: (...asked) => live().execute(...asked) }, actor, envelope);
    if (envelope.kind.startsWith("admin.")) return await live().execute(actor, envelope, () => devices.decide(actor, envelope.kind, envelope.data));
    return await situations.get(envelope.situation ?? "live")!.execute(actor, envelope);
  }

  let why: readonly string[] = ["The house is being opened."];
  /** What `open` has begun: ended before the doors, and after them. */
  let before: readonly Closing[] = [];
  let after: readonly Closing[] = [];

  return {
    catalog, store, clock, ids, log, hash: choices.hash, access, devices, walls, feeds, situations, ingest, packs, search, paper, backups, state, live, execute,
    journal: () => situations.get("live")?.journal() ?? VERIFIED,
    admit: () => backPressure.admit(),
    async answered(actor, envelope) {
      // A store that does not answer is the ledger's to report.
      const row = await store.command(envelope.id).catch(() => null);
      return row && repeated(row, actor, envelope);
    },
    figures(): Readonly<Record<string, number>> {
      const watched = situations.get("live");
      if (!watched) return {};
      const { open, chattering, now } = watched.alarmLoad(rootCode);
      return { guanlan_rules_aside: watched.asideRules().length, guanlan_alerts_open: open, guanlan_alerts_chattering: chattering, guanlan_alerts_asked_10min: now.asked, guanlan_alerts_told_10min: now.told };
    },
    unready: () => [...why, ...(backPressure.reason() ? [backPressure.reason()!] : [])],
    async open() {
      packs.start();
      const stopWatchingClock = clockWatch.start();
      await situations.open();
      walls.open();
      // What the house says of itself holds while its alert is open.
      const open = { all: () => live().alerts.openIn(rootCode) };
      const watch = createHouseWatch({ alerts: live().alerts, note: (find) => live().note(find), clock, log });
      const stopWatching = watchDark({ devices: () => devices.all(), darkFor: (wall, n) => walls.displays.darkFor(wall, n), alerts: open, watch, tell: tellOfWalls, clock });
      const stopWatchingPacks = watchPacks({ states: () => packs.states(), root: rootCode, alerts: open, watch });
      const stopWatchingStore = watchStoreState({ state: () => state.now(), root: rootCode, watch, clock });
      const stopWatchingJournal = watchJournal({ journal: () => live().journal(), root: rootCode, watch });
      const stopWatchingSteps = watchSteps({ steadyTime: clockWatch, root: rootCode, watch, clock });
      const restored = (): Promise<void> => tellRestored({ store, record: (drafts) => live().record(drafts), root: rootCode }).catch((error: unknown) => log.error("That the house was restored could not be written; it is tried again when the store has room, and at the next start", { error: String(error) }));
      await restored();
      state.onChange(() => void (state.now().store === "writes" && restored()));
      const stopWatchingAside = watchAside({ aside: () => live().asideRules(), root: rootCode, alerts: open, watch });
      const stopWatchingGateways = watchGateways({
        gateways: catalog.gateways, sitesOf: (gateway) => behind.get(gateway) ?? [], states: (site) => expectedAt(site).flatMap((indicator) => live().cell(indicator, site)?.state ?? []), alerts: open, watch,
      });
      const stopSigning = heads.start();
      const stopAuditing = access.start();
      const housekeeping = createHousekeeping({ store, clock, log, history: live().past.history, replayedFrom: () => situations.replayedFrom() });
      const stopHousekeeping = housekeeping.start();
      before = [
        { words: "Housekeeping could not be stopped", take: () => [stopWatchingSteps(), stopWatchingJournal(), stopWatchingAside(), stopWatchingGateways(), stopWatchingStore(), stopWatchingClock(), stopHousekeeping()].at(-1) },
        { words: "The packs' thread could not be ended", take: () => [stopWatchingPacks(), packs.stop()][1] },
        { words: "The walls could not be let go", take: () => [stopWatching(), walls.close()] },
      ];
      after = [
        { words: "The last failed logins could not be written", take: stopAuditing },
        { words: "Not every situation could be stopped", take: () => situations.stop() },
        // Signs each head once more: nothing decided before the stop stays unsigned.
        { words: "The journal's heads could not be signed", take: stopSigning },
        { words: "The store could not be closed", take: () => store.close() },
      ];
    },
    serve() {
      why = [];
      live().serve();
      void search.take(findable(catalog), turns()).catch((error: unknown) => log.error("Names could not be spelt out; nothing is found by them", { error: String(error) }));
    },
    async stop(doors) {
      why = ["The house is being closed."];
      // What waits in memory has one more chance.
      if (state.now().store === "readOnly") await state.look();
      state.stop();
      await takeAll([...before, ...doors, ...after].map(({ words, take }) => async () => {
        try {
          await take();
        } catch (error) {
          log.error(words, { error: String(error) });
          throw error;
        }
      }));
    },
  };
}
