import type { Actor } from "../model/account.ts";
import { commandData } from "../model/command-data.ts";
import type { CommandData, CommandEnvelope } from "../model/command.ts";
import { PLATFORM_TOPIC } from "../model/display.ts";
import { isHouseFact } from "../model/house-fact.ts";
import type { Decision, Fold } from "../model/decision.ts";
import type { Draft, Entry } from "../model/journal.ts";
import type { Clock, Ids, Log, Store } from "../model/ports.ts";
import { createAlerts, type Alerts } from "./alerts/index.ts";
import type { Catalog } from "./catalog/index.ts";
import { createIncidents, type Incidents } from "./incidents/index.ts";
import { createLedger, createReread, readOnly, type Answer, type Chain, type HashName, type Head } from "./journal/index.ts";
import type { Places } from "./places.ts";
import type { WorldIncidents } from "./world-incidents.ts";
import { createResponses, type Responses } from "./response/index.ts";
import { createSecondPerson, type SecondPerson } from "./second-person/index.ts";

export interface DecisionsNeeds {
  readonly situation: string;
  readonly catalog: Catalog;
  readonly places: Places;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly hash: HashName;
  /** Epoch ms on the situation's clock. */
  simNow(): number;
  readonly file?: (id: string) => boolean;
  /** Folds of the whole house that live in this chain. */
  readonly folds?: readonly Fold[];
  readonly anchor: Head | null;
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
  /** Writes what rules have found. */
  record(drafts: readonly Draft[]): Promise<Entry[]>;
  /** Decides a command on alerts, incidents, tasks and responses, or what `decide` decides. */
  execute(actor: Actor, envelope: CommandEnvelope, decide?: (now: number) => Decision): Promise<Answer>;
  /** Reads on to this instant; only what another situation decided needs reading. */
  readTo(at: number): Promise<void>;
}

function foldsOf({ catalog, places, ids, file, simNow, alertCameBack, worldIncidents, isReal = false }: DecisionsNeeds): Folds {
  const { regionOf, cityOf, isWithin } = places;
  const alerts = createAlerts({
    rule: (id) => catalog.rules.find((rule) => rule.id === id),
    topicOf: (indicator) => isHouseFact(indicator) ? PLATFORM_TOPIC : catalog.topics.find((topic) => topic.indicators.some((i) => i.id === indicator))?.id,
    regionOf, cityOf, isWithin, ids, simNow, cameBack: alertCameBack,
  });
  const incidents = createIncidents({
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
    ...(file && { file }),
    isReal,
    ...(worldIncidents && { unwritten: worldIncidents }),
    ids,
  });
  const responses = createResponses({ region: (code) => catalog.regions.find(code), isWithin, ids });
  return { alerts, incidents, responses, secondPerson: createSecondPerson({ isWithin }) };
}
const inOrder = ({ alerts, incidents, responses, secondPerson }: Folds): readonly Fold[] => [alerts, incidents, responses, secondPerson];

/** Decisions with a chain of their own, as it stands in the store. */
export async function openDecisions(needs: DecisionsNeeds & { readonly readOnly: boolean }): Promise<Decisions> {
  const own = foldsOf(needs);
  const { alerts, incidents, responses, secondPerson } = own;
  const { situation, store, clock, hash, anchor, log } = needs;
  const ledger = createLedger({
    situation, store, clock, simNow: () => needs.simNow(), hash, random: (bytes) => needs.ids.secret(bytes), readOnly: needs.readOnly,
    folds: [...inOrder(own), ...(needs.folds ?? [])], anchor, log,
  });
  await ledger.recover();
  ledger.onEntry((entry) => needs.heard(entry));

  function decide(actor: Actor, envelope: CommandEnvelope, now: number): Decision {
    if (envelope.kind.startsWith("alert.")) return alerts.decide(actor, "alert.acknowledge", envelope.data as CommandData<"alert.acknowledge">);
    if (envelope.kind.startsWith("response.")) {
      const decision = responses.decide(actor, envelope.kind, envelope.data);
      return decision.second ? secondPerson.ask(actor, envelope, decision.second, now) : decision;
    }
    if (envelope.kind === "confirm") return confirmed(actor, commandData("confirm", envelope.data).command, now);
    if (envelope.kind === "refuse") return secondPerson.refuse(actor, commandData("refuse", envelope.data), now);
    return incidents.decide(actor, envelope.kind, envelope.data, now);
  }
  /** Two persons are for it: it is decided as it was ordered, on what stands now. */
  function confirmed(actor: Actor, command: string, now: number): Decision {
    const { waiting, draft } = secondPerson.confirm(actor, command, now);
    const { drafts, result } = responses.decide(waiting.by, waiting.kind, waiting.data, actor.account);
    return { drafts: [draft, ...drafts], result: { command, ...result } };
  }
  return {
    ...own, chain: ledger,
    record: (drafts) => ledger.record(drafts),
    execute: (actor, envelope, by) => ledger.execute(actor, envelope, by ?? ((now) => decide(actor, envelope, now))),
    readTo: async () => {},
  };
}

/** The decisions of another situation as they stood at `at` (epoch ms): for a replay, which decides nothing itself. */
export async function rereadDecisions(needs: DecisionsNeeds, of: string, at: number): Promise<Decisions> {
  const own = foldsOf(needs);
  const chain = createReread({ situation: of, store: needs.store, hash: needs.hash, folds: inOrder(own) });
  await chain.readTo(at);
  return {
    ...own, chain,
    record: async () => [],
    async execute(_actor, envelope) {
      throw readOnly(needs.situation, envelope.kind);
    },
    async readTo(to) {
      for (const entry of await chain.readTo(to)) needs.heard(entry);
    },
  };
}
