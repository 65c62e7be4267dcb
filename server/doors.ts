import { withDark } from "./devices/index.ts";
import type { House } from "./house.ts";
import type { HttpNeeds } from "./http/index.ts";
import type { SampleSource, Take } from "./ingest/index.ts";
import { asPage, asText } from "./paper/index.ts";
import type { Situation } from "./situation.ts";
import type { SocketNeeds } from "./sockets/index.ts";

/** The house as the HTTP door sees it; where it listens, and what it gives out of the folder of pages, is for whoever opens it. */
export function behindHttp(house: House): Omit<HttpNeeds, "house" | "figures"> {
  const { catalog, clock, ids, log, access, devices, walls, situations, ingest, packs, paper, search, live } = house;
  const take: Take = async (readings) => {
    house.admit();
    return live().take(readings);
  };
  const settled = async <T>(receipt: Promise<T> | T, durable: boolean): Promise<T> => {
    const answer = await receipt;
    if (durable) await live().flush();
    return answer;
  };
  const doorOf = doorTo(house.hash);
  return {
    clock, ids, log, catalog, access,
    samples: {
      async accept(items: readonly unknown[], source: SampleSource, durable: boolean) {
        house.admit();
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
        const state = walls.director.state(wall, clock.now());
        return state && { ...state, stack: walls.director.stack(wall), revision: walls.director.revision(wall) };
      },
      displays: (wall) => withDark(walls.displays.of(wall), walls.dark(wall)),
      scenes: (wall) => walls.scenes.of(wall),
      published: (wall) => walls.scenes.published(wall),
      report(actor, wall, n, said) {
        if (!walls.speaksFor(actor, wall, n)) return;
        walls.displays.report(wall, n, said);
        if (said.picture !== undefined) walls.ready(wall, n, said.picture);
      },
    },
    composed: (region) => walls.composed.all(region),
    devices,
    ended: (id) => situations.ended(id),
    feeds: () => house.feeds.list(),
    situations: () => situations.all().map(doorOf),
    situation: (id) => {
      const situation = situations.get(id);
      return situation && doorOf(situation);
    },
    answered: (actor, envelope) => house.answered(actor, envelope),
    execute: (actor, envelope) => house.execute(actor, envelope),
    unready: () => house.unready(),
    health: () => ({ store: house.state.now(), why: house.state.why(), owed: situations.all().reduce((sum, each) => sum + each.unwritten(), 0), backup: house.backups.last(), drill: house.backups.drill(), journal: house.journal() }),
    packs,
    search,
  };
}

/** The house as its sockets see it. */
export function behindSockets({ catalog, clock, log, access, walls, situations, state }: House): Omit<SocketNeeds, "server" | "mayConnect" | "build"> {
  return {
    clock, log,
    authenticate: (handshake) => access.authenticate(handshake),
    stillValid: (actor) => access.isLiving(actor),
    onRevoked: (listener) => access.onRevoked(listener),
    isDisplay: (actor, id, n) => access.isDisplay(actor, id, n) && catalog.walls.some((wall) => wall.id === id && wall.displays.some((display) => display.n === n)),
    enterDisplay: (actor, wall, n) => (walls.speaksFor(actor, wall, n) ? walls.displays.enter(wall, n) : () => {}),
    holdsWall: (actor, wall) => walls.director.state(wall, clock.now())?.lock?.by === actor.account,
    mayWatch: (actor, channel) => access.mayWatch(actor, channel),
    house: (id, actor) => situations.get(id)?.frames[actor.role === "device" ? "display" : "person"],
    infos: () => situations.all().map((s) => s.info()),
    state: () => state.now(),
    onState: (listener) => state.onChange(listener),
    onInfos: (listener) => situations.onChange(listener),
  };
}

/** A situation as the HTTP door sees it. */
const doorTo = (hash: House["hash"]) => (s: Situation) => ({
  info: () => s.info(),
  simNow: () => s.simNow(),
  knownUntil: () => s.knownUntil(),
  tick: () => s.pipeline.tickNumber(),
  slice: s.slice,
  series: s.series,
  lineage: s.lineage,
  alerts: () => s.alerts.all(),
  alert: (id: string) => s.alerts.get(id),
  alertsOfGroup: (group: string) => s.alerts.members(group),
  alertGroups: (region: string) => s.alerts.groups(region),
  alarmLoad: (region: string) => s.alarmLoad(region),
  alertsOf: (incident: string) => s.alerts.ofIncident(incident),
  incidents: () => s.incidents.incidents(),
  incident: (id: string) => s.incidents.incident(id),
  responses: (region: string) => s.responses(region),
  tasks: () => s.incidents.tasks(),
  task: (id: string) => s.incidents.task(id),
  positionOf: s.positions.of,
  reportPosition: s.positions.report,
  journalOf: () => s.chain.situation,
  journalHead: () => s.chain.head(),
  journalExport: () => s.chain.export(),
  journalHash: () => hash,
  journalEntries: (after: number, limit: number) => s.chain.entries(after, limit),
});
