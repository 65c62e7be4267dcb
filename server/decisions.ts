import type { Actor } from "../model/account.ts";
import { commandData } from "../model/command-data.ts";
import type { CommandEnvelope } from "../model/command.ts";
import { PLATFORM_TOPIC } from "../model/display.ts";
import { isHouseFact } from "../model/house-fact.ts";
import type { Decision, Fold } from "../model/decision.ts";
import { VERIFIED, type JournalState } from "../model/journal-state.ts";
import type { Draft, Entry } from "../model/journal.ts";
import type { Clock, Ids, Log, Store, Yield } from "../model/ports.ts";
import { Problem } from "../model/problem.ts";
import type { NeedsSecond, WaitingCommand } from "../model/second-person.ts";
import type { SteadyTime } from "../model/timer.ts";
import { createAlerts, type AlertCommand, type Alerts } from "./alerts/index.ts";
import type { Catalog } from "./catalog/index.ts";
import { createIncidents, type Incidents } from "./incidents/index.ts";
import { createLedger, createReread, createSnapshots, readOnly, type Answer, type Chain, type HashName, type Head, type SnapshotsNeeds } from "./journal/index.ts";
import type { Places } from "./places.ts";
import type { WorldIncidents } from "./world-incidents.ts";
import { createResponses, type Responses } from "./response/index.ts";
import { createSecondPerson, type SecondPerson } from "./second-person/index.ts";
import { CLOCK_STEPPED, createTimers } from "./timers/index.ts";

export interface DecisionsNeeds {
  readonly situation: string;
  readonly catalog: Catalog;
  readonly places: Places;
  readonly store: Store;
  readonly clock: Clock;
  /** The machine's clock, watched: one for the whole house. */
  readonly steadyTime: SteadyTime;
  readonly ids: Ids;
  readonly log: Log;
  readonly hash: HashName;
  readonly others: Yield;
  /** Epoch ms on the situation's clock. */
  simNow(): number;
  readonly file?: (id: string) => boolean;
  /** A post that may be given something to do, and where it sits. */
  readonly seat?: (account: string) => { readonly region: string } | undefined;
  /** Folds of the whole house that live in this chain. */
  readonly folds?: readonly Fold[];
  readonly anchor: Head | null;
  /** By what its folds are kept beside the chain; left out where the chain is short, or where a clock that is set decides what stands. */
  readonly snapshots?: Pick<SnapshotsNeeds, "build" | "vouch" | "isOurs" | "signed" | "turns" | "often">;
  /** What is reported in it has happened: nothing may be titled as simulated. */
  readonly isReal?: boolean;
  /** What happens in a simulated world, while nobody has acted on it. */
  readonly worldIncidents?: WorldIncidents | undefined;
  /** Hears each entry once it stands; not those that are read when the situation is opened. */
  heard(entry: Entry): void;
  /** An alert is shown again without an entry. */
  alertCameBack(): void;
}

/** What the entries of a chain add up to. */
interface Folds {
  readonly alerts: Alerts;
  readonly incidents: Incidents;
  readonly responses: Responses;
  readonly secondPerson: SecondPerson;
}
/** What people and rules have decided in a situation: the folds of a chain, and the way into it. */
export interface Decisions extends Folds {
  readonly chain: Chain;
  record(drafts: readonly Draft[]): Promise<Entry[]>;
  /** Writes what rules have found; while the store takes nothing it stands in memory and is written later. */
  note(find: () => readonly Draft[]): Promise<Entry[]>;
  /** Entries that stand in memory alone. */
  owed(): number;
  /** Decides a command on alerts, incidents, tasks and responses, or what `decide` decides. */
  execute(actor: Actor, envelope: CommandEnvelope, decide?: (now: number) => Decision): Promise<Answer>;
  /** Everybody is served: what could wait for that is begun. */
  serve(): void;
  /** How far its chain is known to be whole. */
  journal(): JournalState;
  /** Reads on to this instant; only what another situation decided needs reading. */
  readTo(at: number): Promise<void>;
  /** Its timers fire no more; their rows stay. What is owed is written, if it can be. */
  stop(): Promise<void>;
  /** The same for good: nothing of it is left to fire. */
  end(): Promise<void>;
}

function foldsOf({ situation, catalog, places, ids, file, seat, simNow, alertCameBack, worldIncidents, isReal = false }: DecisionsNeeds): Folds {
  const { regionOf, cityOf, isWithin, holding } = places;
  const alerts = createAlerts({
    rule: (id) => catalog.rule(id),
    topicOf: (indicator) => (isHouseFact(indicator) ? PLATFORM_TOPIC : catalog.topicOf(indicator)),
    regionOf, cityOf, isWithin, holding, gatewayOf: (place) => catalog.site(place)?.gateway, ids, simNow, cameBack: alertCameBack,
    situation, ...(seat && { seat }),
  });
  const responses = createResponses({ region: (code) => catalog.regions.find(code), isWithin, ids });
  const incidents = createIncidents({
    situation,
    isEmergency: (region) => [...responses.all()].some((response) => isWithin(region, response.region)),
    incidentType: (type) => catalog.incidentType(type),
    unit: (unit) => catalog.unit(unit),
    region: (code) => catalog.regions.find(code),
    isWithin,
    away: (region, point) => catalog.away(region, [point[0], point[1]]),
    alert: (alert) => {
      const found = alerts.get(alert);
      const region = found && regionOf(found.place);
      return found && region !== undefined ? { region, incident: found.incident } : undefined;
    },
    alertsOf: (incident) => alerts.ofIncident(incident),
    ...(file && { file }),
    isReal,
    ...(worldIncidents && { unwritten: worldIncidents }),
    ids,
  });
  return { alerts, incidents, responses, secondPerson: createSecondPerson({ isWithin }) };
}
/** Who decides one word of commands (`alert.…`), and once more when a second person has agreed. */
interface Decider {
  decide(actor: Actor, envelope: CommandEnvelope, now: number): Decision & { readonly second?: NeedsSecond };
  /** What waited is decided as it was ordered, on what stands now; absent where nothing waits. */
  agreed?(waiting: WaitingCommand, confirmedBy: string, now: number): Decision;
}
/** All deciders, by the word before the dot of a command's kind. */
function decidersOf({ alerts, incidents, responses, secondPerson }: Folds): ReadonlyMap<string, Decider> {
  const loop: Decider = {
    decide: (actor, { kind, data }, now) => incidents.decide(actor, kind, data, now),
    agreed: ({ by, kind, data }, confirmedBy, now) => incidents.decide(by, kind, data, now, confirmedBy),
  };
  const table = new Map<string, Decider>([
    ["alert", {
      decide: (actor, { kind, data }, now) => alerts.decide(actor, kind as AlertCommand, commandData(kind as AlertCommand, data), now),
      agreed: ({ by, kind, data }, confirmedBy, now) => alerts.decide(by, kind as AlertCommand, commandData(kind as AlertCommand, data), now, confirmedBy),
    }],
    ["incident", loop],
    ["task", loop],
    ["response", {
      decide: (actor, { kind, data }) => responses.decide(actor, kind, data),
      agreed: ({ by, kind, data }, confirmedBy) => responses.decide(by, kind, data, confirmedBy),
    }],
    ["confirm", { decide: (actor, { data }, now) => confirmed(actor, commandData("confirm", data).command, now) }],
    ["refuse", { decide: (actor, { data }, now) => secondPerson.refuse(actor, commandData("refuse", data), now) }],
  ]);
  /** Two persons are for it. */
  function confirmed(actor: Actor, command: string, now: number): Decision {
    const { waiting, draft } = secondPerson.confirm(actor, command, now);
    const decision = table.get(wordOf(waiting.kind))!.agreed!(waiting, actor.account, now);
    return { ...decision, drafts: [draft, ...decision.drafts], result: { command, ...decision.result } };
  }
  return table;
}
const wordOf = (kind: string): string => kind.split(".", 1)[0]!;
const inOrder = ({ alerts, incidents, responses, secondPerson }: Folds): readonly Fold[] => [alerts, incidents, responses, secondPerson];

/** Decisions with a chain of their own, as it stands in the store. */
export async function openDecisions(needs: DecisionsNeeds & { readonly readOnly: boolean }): Promise<Decisions> {
  const own = foldsOf(needs);
  const deciders = decidersOf(own);
  const { situation, store, clock, hash, anchor, log } = needs;
  const folds = [...inOrder(own), ...(needs.folds ?? [])];
  const ledger = createLedger({ situation, store, clock, simNow: () => needs.simNow(), hash, random: (bytes) => needs.ids.secret(bytes), readOnly: needs.readOnly, folds, anchor, log });
  const snapshots = needs.snapshots && createSnapshots({ ...needs.snapshots, situation, store, clock, log, hash });
  const kept = await snapshots?.restore(folds);
  await (kept ? ledger.recover(kept).catch(readAnew) : ledger.recover());
  ledger.onEntry((entry) => needs.heard(entry));
  const timers = createTimers({
    situation, clock, watch: needs.steadyTime, store, ledger, log, dues: { ...own.alerts.dues, ...own.incidents.dues },
    // The machine has one clock: the chain of live tells when it was set.
    tellStep: (byMs) => (situation === "live" ? { kind: CLOCK_STEPPED, actor: "system", region: needs.catalog.regions.row(0).code, body: { byMs } } : null),
  });
  if (!needs.readOnly) {
    await timers.start();
    // What was open before there were limits has its time from now on.
    const stored = new Set((await store.timers(situation)).map(({ id }) => id));
    await ledger.record([], () => own.incidents.limitsMissing(stored, clock.now()));
  }

  /** What was kept may be what is wrong: only the chain itself tells. */
  async function readAnew(error: unknown): Promise<void> {
    await snapshots!.refuse(error);
    for (const fold of folds) fold.kept?.restore([]);
    await ledger.recover();
  }
  function decide(actor: Actor, envelope: CommandEnvelope, now: number): Decision {
    const decider = deciders.get(wordOf(envelope.kind));
    if (!decider) throw new Problem("bad_request", `"${envelope.kind}" is no command on alerts, incidents, tasks or responses.`);
    const decision = decider.decide(actor, envelope, now);
    return decision.second ? own.secondPerson.ask(actor, envelope, decision.second, now) : decision;
  }
  return {
    ...own, chain: ledger,
    record: (drafts) => ledger.record(drafts),
    note: (find) => ledger.note(find),
    owed: () => ledger.owed(),
    execute: (actor, envelope, by) => ledger.execute(actor, envelope, by ?? ((now) => decide(actor, envelope, now))),
    serve: () => snapshots?.begin(ledger),
    journal: () => snapshots?.state() ?? VERIFIED,
    readTo: async () => {},
    async stop() {
      timers.stop();
      await ledger.stop();
      await snapshots?.stop();
    },
    async end() {
      await ledger.stop();
      await timers.end();
    },
  };
}

/** The decisions of another situation as they stood at `at` (epoch ms): for a replay, which decides nothing itself. */
export async function rereadDecisions(needs: DecisionsNeeds, of: string, at: number): Promise<Decisions> {
  const own = foldsOf(needs);
  const chain = createReread({ situation: of, store: needs.store, hash: needs.hash, folds: inOrder(own), others: needs.others });
  await chain.readTo(at);
  return {
    ...own, chain,
    record: async () => [],
    note: async () => [],
    owed: () => 0,
    serve() {},
    journal: () => VERIFIED,
    async execute(_actor, envelope) {
      throw readOnly(needs.situation, envelope.kind);
    },
    async readTo(to) {
      for (const entry of await chain.readTo(to)) needs.heard(entry);
    },
    async stop() {},
    async end() {},
  };
}
