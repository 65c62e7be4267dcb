import { createHash } from "node:crypto";
import type { Fold } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import type { Ids, Log, Store } from "../../model/ports.ts";
import { createClockWatch } from "../../server/clock-watch.ts";
import { openDecisions, type Decisions } from "../../server/decisions.ts";
import { createPlaces } from "../../server/places.ts";
import type { MachineClock } from "./sim-time.ts";
import { settled } from "./sim-time.ts";
import { province, SEATS } from "./province.ts";

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
export const places = createPlaces(province);

/** Ids and salts that are the same in every run of a seed, whatever the program that asks for them. */
export function countedIds(seed: number): Ids {
  let [made, secrets] = [0, 0];
  return {
    next: (prefix) => `${prefix}-${++made}`,
    secret: (bytes) => createHash("sha256").update(`${seed} ${++secrets}`).digest("hex").slice(0, 2 * bytes),
  };
}

export interface SimHouse extends Decisions {
  /** Somebody has set the machine's clock: within a second it looks. */
  look(): void;
}
export interface SimHouseNeeds {
  readonly store: Store;
  readonly clock: MachineClock;
  readonly ids: Ids;
  readonly readOnly?: boolean;
  /** Hears each entry when every fold has taken it, also those that are read at the start. */
  heard?(entry: Entry): void;
}

/** The core of decisions: ledger, folds, timers, second person, alerts and incidents of live, on the ports that the simulation holds. */
export async function openHouse({ store, clock, ids, readOnly = false, heard }: SimHouseNeeds): Promise<SimHouse> {
  const watch = createClockWatch(clock);
  const last: Fold = { apply: (entry) => heard?.(entry), kept: { name: "last", keep: () => [], restore() {} } };
  const decisions = await openDecisions({
    situation: "live", catalog: province, places, store, clock, steadyTime: watch, ids, log: silent, hash: "sha256", others: settled,
    simNow: () => clock.now(), seat: (account) => SEATS.find((seat) => seat.account === account), folds: [last], anchor: null, readOnly,
    heard() {}, alertCameBack() {},
    // Far more often than a house does, so that most starts of a life are from one.
    ...(!readOnly && { snapshots: { build: "simulated", vouch: () => "", isOurs: () => true, signed: () => [], turns: () => () => undefined, often: { entries: 40, notWithinMs: 20_000, entriesAtStop: 1 } } }),
  });
  decisions.serve();
  return { ...decisions, look: () => watch.look() };
}

/** What a house's folds say, as it can be compared. */
export function comesTo({ alerts, incidents, responses, secondPerson }: Decisions): string {
  return JSON.stringify({
    alerts: [...alerts.all()], groups: alerts.allGroups("44"), levels: [...alerts.levels(0)].map(({ alert, levels }) => [alert.id, levels]),
    incidents: [...incidents.written()], tasks: [...incidents.tasks()], responses: [...responses.all()], waiting: secondPerson.waiting(0),
  });
}
