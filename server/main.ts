import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock as clock } from "../model/clock.ts";
import type { Actor } from "../model/account.ts";
import { misfit, SCENES } from "../layouts/shelf.ts";
import type { WallState } from "../model/wall.ts";
import { THEME_IDS, type ThemeId } from "../themes/theme.ts";
import { THEMES } from "../themes/themes.ts";
import { kindOf } from "../wall/marks/kinds.ts";
import { createAccess } from "./access/index.ts";
import { createBackPressure } from "./back-pressure.ts";
import { buildMark } from "./build-mark.ts";
import { cannotListen, makeDataFolder } from "./boot.ts";
import { openCatalog } from "./catalog/index.ts";
import { describe, isLoopbackHost, readConfig, refusals, warnings, type Config } from "./config.ts";
import { createDevices, darkOf, watchDark, withDark } from "./devices/index.ts";
import { createDirector, createDisplays, createShows, createStrokePace, type Shows } from "./director/index.ts";
import { createFeeds } from "./feeds/index.ts";
import { findable } from "./findable.ts";
import { collectEarly, collector, collectWhenMuch } from "./heap.ts";
import { createHouseWatch } from "./house-watch.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { createHttp, isOwnOrigin } from "./http/index.ts";
import { createIds } from "./ids.ts";
import { createIngest, type Dictionary, type SampleSource, type Take } from "./ingest/index.ts";
import { createHeads, repeated, type Heads } from "./journal/index.ts";
import { createJudging } from "./judging.ts";
import { createMisfits } from "./misfits.ts";
import { createLog } from "./log.ts";
import { measuredAt } from "./measured-at.ts";
import { createPackHost, packsWithCode, startThread, watchPacks } from "./packs/index.ts";
import { createScenes } from "./scenes/index.ts";
import { createSearch } from "./search/index.ts";
import { openSituation, type Situation } from "./situation.ts";
import { createSituations } from "./situations.ts";
import { createSockets } from "./sockets/index.ts";
import { asPage, asText, createPaper } from "./paper/index.ts";
import { takeAll } from "./steps.ts";
import { modelled, packSource, withSimulated } from "./simulating.ts";
import { createTurns } from "./turns.ts";
import { openSqlite } from "./store/index.ts";
import { createWallScenes } from "./wall-scenes.ts";

/** The repository's folder: where package.json stands, above this file in source and in the build alike. */
function houseRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    if (folder === dirname(folder)) throw new Error("package.json was not found above the server; start it from its own repository.");
    folder = dirname(folder);
  }
  return folder;
}

/** Starts the whole house; resolves when it serves. */
async function start(): Promise<void> {
  collectEarly();
  const config = readConfig(process.env);
  const root = houseRoot();
  const log = createLog(clock);
  const ids = createIds(clock);
  const catalog = await openCatalog(root);
  const refused = refusals(config, catalog);
  if (refused.length > 0) throw new Error(`PROFILE=production does not start:\n${refused.map((r) => `  - ${r}`).join("\n")}`);

  makeDataFolder(config.dataDir);
  const store = await openSqlite(join(config.dataDir, "guanlan.db"));
  const isWithin = (code: string, ancestor: string): boolean => {
    const [a, b] = [catalog.regions.indexOf(code), catalog.regions.indexOf(ancestor)];
    return a >= 0 && b >= 0 && catalog.regions.isWithin(a, b);
  };
  const devices = createDevices({ walls: catalog.walls, isWithin, clock, ids });
  const access = createAccess({ ...catalog, units: (r) => catalog.units(r), unit: (u) => catalog.unit(u), site: (s) => catalog.site(s), indicator: (i) => catalog.indicator(i), incidentType: (t) => catalog.incidentType(t), store, clock, ids, log, device: (account) => devices.byAccount(account), audit: (drafts) => live().record(drafts), profile: config.profile, secret: config.secret, accounts: config.accounts });
  const rootCode = catalog.regions.row(0).code;

  const dictionary: Dictionary = {
    indicator: (id) => catalog.indicator(id),
    place(id) {
      const region = catalog.regions.find(id);
      if (region) return { level: region.level, region: region.code };
      const site = catalog.site(id);
      return site && { level: "site", siteKind: site.kind, region: site.region };
    },
  };

  const packsHere = config.simulate === "off" ? [] : packsWithCode();
  const isSimulating = packsHere.length > 0;
  const feeds = createFeeds(catalog, { simulates: isSimulating });
  let nextChannel = 0;
  const turns = createTurns(clock);
  const situations = createSituations({ feeds, log, clock, root: rootCode, launch });
  const composed = createScenes({ shipped: SCENES, isWithin });
  const wallScenes = createWallScenes({ catalog, composed, judge: createJudging({ file: new URL("scene-judge.js", import.meta.url), clock }), isWithin });
  const misfits = createMisfits({ clock, misfit: (wall, picture) => misfit(wall, picture, kindOf(THEMES[picture.theme as ThemeId]), (ref) => wallScenes.scene(ref)) });
  const director = createDirector({
    walls: catalog.walls,
    region: (code) => catalog.regions.find(code),
    isWithin,
    situation: (id) => situations.get(id)?.info(),
    simNow: (id) => situations.get(id)?.simNow() ?? clock.now(),
    incident: (situation, id) => situations.get(situation)?.incidents.incident(id),
    topic: (id) => catalog.topic(id),
    hasPoints: (id) => catalog.topic(id)?.indicators.some(({ leaf, siteKind }) => leaf === "site" && siteKind !== undefined) ?? false,
    scenes: (wall) => wallScenes.of(wall),
    sceneNow: (id) => wallScenes.now(id),
    ids,
    themes: THEME_IDS,
    misfit: (wall, picture) => misfits.of(wall, picture),
  });
  const strokePace = createStrokePace(clock);
  const displays = createDisplays({ walls: catalog.walls, clock });
  /** Opened with the situations, once the journal has said where every wall looks. */
  let shows: Shows | undefined;
  const darkNow = (wall: string) => darkOf(situations.get("live")?.alerts.all() ?? [], wall);
  function wallState(wall: string): WallState | undefined {
    const state = shows?.state(wall) ?? director.state(wall, clock.now());
    if (!state) return undefined;
    const definitions = wallScenes.definitions(state.show?.before ? [state, state.show.before] : [state]);
    const dark = darkNow(wall);
    return { ...state, ...(Object.keys(definitions).length > 0 && { definitions }), ...(dark.length > 0 && { dark }) };
  }
  /** Of a glass that a paired device hangs at, only that device tells how it is; else whoever shows it. */
  const speaksFor = (actor: Actor, wall: string, n: number): boolean => {
    const device = devices.at(wall, n);
    return device === undefined || devices.byAccount(actor.account) === device;
  };
  devices.onChange((wall, n) => displays.forget(wall, n));
  displays.onChange((wall, n, state) => {
    if (state === "dark") shows?.gone(wall, n);
    else expectOn(wall);
  });
  /** Of a wall that is watched, its named pictures are known before one of them is wanted. */
  function expectOn(id: string): void {
    const wall = catalog.walls.find((each) => each.id === id)!;
    const standing = director.picture(wall, clock.now());
    const named = [...(wall.presets ?? []).map(({ scene }) => scene), wall.emergencyScene, wall.scene, ...Object.values(wall.scenes ?? {})];
    misfits.expect(wall, named.flatMap((scene) => {
      const called = scene === undefined ? undefined : wallScenes.now(scene);
      return called === undefined ? [] : [{ ...standing, scene: called, parts: [] }];
    }));
  }
  const heads: Heads = createHeads({
    file: join(config.dataDir, "heads", "heads.ndjson"),
    keyFile: join(config.dataDir, "keys", "heads.pem"),
    clock,
    hash: config.hash,
    // A replay reads the chain of live and has none of its own.
    heads: () => situations.all().filter((s) => s.chain.situation === s.id).map((s) => ({ situation: s.id, ...s.chain.head() })),
    log,
  });

  async function launch(asked: Parameters<typeof openSituation>[1]): Promise<Situation> {
    const { plan, drop } = isSimulating ? withSimulated(asked, { packs, catalog, dictionary, root: rootCode, clock, log }) : { plan: asked, drop() {} };
    return await openSituation(
      {
        catalog, store, clock, ids, log, hash: config.hash, tickMs: config.tickMs, applyDelayMs: config.applyDelayMs,
        nextChannelId: () => ++nextChannel, turns,
        file: (id) => /^[0-9a-f]{64}$/.test(id) && existsSync(join(config.dataDir, "files", id)),
        folds: plan.id === "live" ? [situations, composed, director, devices] : [],
        anchor: heads.latest(plan.id),
        // A demonstration has nothing real, and DESIGN §4 wants what people invent there to begin 【模拟】.
        isReal: plan.kind === "live" && config.profile === "production",
        wall: wallState,
        wallMoved: lookAtWalls,
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
  /** What is decided comes onto the glass, and whoever watches a wall is told: also of what no display waits for. */
  function lookAtWalls(): void {
    shows?.look();
    tellOfWalls();
  }
  // A wall that looked at a world which has ended looks elsewhere now.
  situations.onChange(lookAtWalls);

  const ingest = createIngest({
    ...dictionary,
    clock,
    ratePerSecond: config.samplesPerSecond,
  });
  const live = (): Situation => situations.get("live")!;
  const backPressure = createBackPressure(() => situations.get("live")?.unwritten() ?? 0);
  const take: Take = async (readings) => {
    backPressure.admit();
    return live().take(readings);
  };
  const settled = async <T>(receipt: Promise<T> | T, durable: boolean): Promise<T> => {
    const answer = await receipt;
    if (durable) await live().flush();
    return answer;
  };

  const packs = createPackHost({
    processorMs() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
    packs: packsHere,
    indicators: (topic) => catalog.topic(topic)?.indicators ?? [],
    places: (indicator) => measuredAt(catalog, indicator),
    start: () => startThread(new URL("pack-thread.js", import.meta.url)),
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
    scene: (ref) => wallScenes.scene(ref),
    picture(wall) {
      const state = wallState(wall.id);
      const { since = 0, before } = state?.show ?? {};
      const stands = before !== undefined && (since === null || since > clock.now()) ? before : state;
      return stands ?? director.picture(wall, clock.now());
    },
    situation(id) {
      const situation = situations.get(id);
      return situation && { info: () => situation.info(), simNow: () => situation.simNow(), streams: situation.frames.display };
    },
    refuses: (actor, channel) => access.mayWatch(actor, channel),
  });
  const pagesRoot = join(root, "dist", "wall");
  const doorOf = doorTo(config.hash);
  let why: string[] = ["The house is being opened."];
  const http = await createHttp({
    house: { profile: config.profile, dataDir: config.dataDir, pagesRoot, tls: config.tls, trustedProxies: config.trustedProxies, origins: config.origins },
    clock, ids, log, catalog, access,
    samples: {
      async accept(items: readonly unknown[], source: SampleSource, durable: boolean) {
        backPressure.admit();
        const { receipt, readings } = ingest.accept(items, source);
        return await settled({ ...receipt, duplicates: live().take(readings).duplicates }, durable);
      },
      ndjson: (chunks: AsyncIterable<Uint8Array>, source: SampleSource, durable: boolean) => settled(ingest.ndjson(chunks, source, take), durable),
      csv: (chunks: AsyncIterable<Uint8Array>, source: SampleSource, durable: boolean) => settled(ingest.csv(chunks, source, take), durable),
      quarantine: () => ingest.quarantine(),
    },
    paper: {
      async twin(wall, actor, situation) {
        const twin = await paper.twin(wall, actor, situation);
        return twin && { page: asPage(twin), text: asText(twin) };
      },
    },
    walls: {
      all: () => catalog.walls,
      state: (wall) => {
        const state = director.state(wall, clock.now());
        return state && { ...state, stack: director.stack(wall), revision: director.revision(wall) };
      },
      displays: (wall) => withDark(displays.of(wall), darkNow(wall)),
      scenes: (wall) => wallScenes.of(wall),
      published: (wall) => wallScenes.published(wall),
      report(actor, wall, n, said) {
        if (!speaksFor(actor, wall, n)) return;
        displays.report(wall, n, said);
        if (said.picture !== undefined) shows?.ready(wall, n, said.picture);
      },
    },
    composed: (region) => composed.all(region),
    devices,
    ended: (id) => situations.ended(id),
    feeds: () => feeds.list(),
    situations: () => situations.all().map(doorOf),
    situation: (id) => {
      const situation = situations.get(id);
      return situation && doorOf(situation);
    },
    async answered(actor: Actor, envelope) {
      // A store that does not answer is the ledger's to report.
      const row = await store.command(envelope.id).catch(() => null);
      return row && repeated(row, actor, envelope);
    },
    async execute(actor: Actor, envelope) {
      if (envelope.kind.startsWith("situation.")) return await situations.execute(actor, envelope);
      if (envelope.kind.startsWith("wall."))
        return await live().execute(actor, envelope, (now) => {
          const decision = director.decide(actor, envelope.kind, envelope.data, now);
          // What is refused, or only repeated, takes nobody's turn.
          if (envelope.kind === "wall.annotate") strokePace.spend(actor.account);
          return decision;
        });
      if (envelope.kind.startsWith("scene.")) {
        const faults = await wallScenes.faults(actor, envelope);
        return await live().execute(actor, envelope, () => composed.decide(actor, envelope.kind, envelope.data, faults));
      }
      if (envelope.kind.startsWith("admin.")) return await live().execute(actor, envelope, () => devices.decide(actor, envelope.kind, envelope.data));
      return await situations.get(envelope.situation ?? "live")!.execute(actor, envelope);
    },
    unready: () => [...why, ...(backPressure.reason() ? [backPressure.reason()!] : [])],
    figures: () => sockets.figures(),
    packs,
    search,
  });
  const sockets = createSockets({
    server: http.server,
    clock,
    log,
    authenticate: (handshake) => access.authenticate(handshake),
    stillValid: (actor) => access.isLiving(actor),
    onRevoked: (listener) => access.onRevoked(listener),
    mayConnect: (request) => isOwnOrigin(request.headers, config.origins),
    isDisplay: (actor, id, n) => access.isDisplay(actor, id, n) && catalog.walls.some((wall) => wall.id === id && wall.displays.some((display) => display.n === n)),
    enterDisplay: (actor, wall, n) => (speaksFor(actor, wall, n) ? displays.enter(wall, n) : () => {}),
    holdsWall: (actor, wall) => director.state(wall, clock.now())?.lock?.by === actor.account,
    mayWatch: (actor, channel) => access.mayWatch(actor, channel),
    house: (id, actor) => situations.get(id)?.frames[actor.role === "device" ? "display" : "person"],
    infos: () => situations.all().map((s) => s.info()),
    build: await buildMark(pagesRoot),
    onInfos: (listener) => situations.onChange(listener),
  });

  packs.start();
  await situations.open();
  shows = createShows({ walls: catalog.walls, director, clock, alive: (wall) => displays.alive(wall), tell: tellOfWalls });
  const watch = createHouseWatch({ alerts: live().alerts, record: (drafts) => live().record(drafts), clock, log });
  const stopWatching = watchDark({ devices: () => devices.all(), darkFor: (wall, n) => displays.darkFor(wall, n), alerts: live().alerts, watch, tell: tellOfWalls, clock });
  const stopWatchingPacks = watchPacks({ states: () => packs.states(), root: rootCode, alerts: live().alerts, watch });
  const stopSigning = heads.start();
  const stopAuditing = access.start();
  const housekeeping = createHousekeeping({ store, clock, log, history: live().past.history, replayedFrom: () => situations.replayedFrom() });
  const stopHousekeeping = housekeeping.start();
  collectWhenMuch({ clock, resident: () => process.memoryUsage.rss(), collect: collector() });
  await http.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw cannotListen(config, error);
  });
  why = [];
  void search.take(findable(catalog), turns()).catch((error: unknown) => log.error("Names could not be spelt out; nothing is found by them", { error: String(error) }));
  announce(config, portOf(http.server.address()) ?? config.port);

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    why = ["The house is being closed."];
    log.info("Stopping", { signal });
    // A step that fails takes none of those after it along: other worlds are stopped, heads signed, the store closed.
    const step = (words: string, take: () => unknown) => async () => {
      try {
        await take();
      } catch (error) {
        log.error(words, { error: String(error) });
        throw error;
      }
    };
    const steps = [
      step("Housekeeping could not be stopped", stopHousekeeping),
      step("The packs' thread could not be ended", () => [stopWatchingPacks(), packs.stop()][1]),
      step("The walls could not be let go", () => [stopWatching(), shows?.close(), displays.close(), misfits.close()]),
      step("The sockets could not be closed", () => sockets.close("stopping")),
      step("The HTTP door could not be closed", () => http.close()),
      step("The last failed logins could not be written", stopAuditing),
      step("Not every situation could be stopped", () => situations.stop()),
      // Signs each head once more: nothing decided before the stop stays unsigned.
      step("The journal's heads could not be signed", stopSigning),
      step("The store could not be closed", () => store.close()),
    ];
    await takeAll(steps).then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
}

/** A situation as the HTTP door sees it. */
const doorTo = (hash: Config["hash"]) => (s: Situation) => ({
  info: () => s.info(),
  simNow: () => s.simNow(),
  knownUntil: () => s.knownUntil(),
  tick: () => s.pipeline.tickNumber(),
  slice: s.slice,
  series: s.series,
  lineage: s.lineage,
  alerts: () => s.alerts.all(),
  alert: (id: string) => s.alerts.get(id),
  incidents: () => s.incidents.incidents(),
  incident: (id: string) => s.incidents.incident(id),
  responses: (region: string) => s.responses(region),
  tasks: () => s.incidents.tasks(),
  task: (id: string) => s.incidents.task(id),
  journalOf: () => s.chain.situation,
  journalHead: () => s.chain.head(),
  journalExport: () => s.chain.export(),
  journalHash: () => hash,
  journalEntries: (after: number, limit: number) => s.chain.entries(after, limit),
});

const portOf = (address: ReturnType<Server["address"]>): number | undefined => (typeof address === "object" && address !== null ? address.port : undefined);

function announce(config: Config, port: number): void {
  const base = `${config.tls ? "https" : "http"}://${isLoopbackHost(config.host) ? "localhost" : config.host}:${port}`;
  const lines = [
    "",
    `观澜 Guanlan · ${base}`,
    `  大屏 wall      ${base}/wall/main   (${base}/wall/main/1 … /3)   ${base}/wall/live`,
    `  触控台 console ${base}/console      处置端 field ${base}/field`,
    ...(config.profile === "demo" ? [`  登录 sign in   ${base}/  — pick a demonstration account there (GET ${base}/api/v1/session/demo lists them)`] : []),
    `  配置 settings  ${describe({ ...config, port })}`,
    ...warnings(config, process.env).map((warning) => `  ⚠ ${warning}`),
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await start();
} catch (error) {
  process.stderr.write(`观澜 Guanlan did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
