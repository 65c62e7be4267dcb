import type { Actor } from "../../model/account.ts";
import type { CommandKind } from "../../model/command.ts";
import { formatTime, HOUR, MINUTE, SECOND } from "../../model/time.ts";
import type { Chance } from "./chance.ts";
import { CREWS, SEATS, TYPES, UNITS } from "./province.ts";
import type { SimHouse } from "./sim-house.ts";

/** A command that somebody makes up before their screen; `mark` stands in its words, where it has any. */
export interface Order {
  readonly actor: Actor;
  readonly kind: CommandKind;
  readonly data: Readonly<Record<string, unknown>>;
}
export interface Seen {
  readonly house: SimHouse;
  readonly chance: Chance;
  /** What the machine's clock tells. */
  readonly now: number;
  readonly mark: string;
}
type Makes = (seen: Seen) => Order | null;

const REGIONS = ["4401", "440103", "440104", "440103001", "441900003", "4419"];
const seat = ({ chance }: Seen): Actor => chance.pick(SEATS);
/** Mostly what is open, and sometimes what is over: a screen may be old. */
function anyOf<T>({ chance }: Seen, all: Iterable<T>, isOpen: (one: T) => boolean): T | null {
  const list = [...all];
  const open = chance.oneIn(6) ? list : list.filter(isOpen);
  return open.length > 0 ? chance.pick(open) : list.length > 0 ? chance.pick(list) : null;
}
const alert = (seen: Seen) => anyOf(seen, seen.house.alerts.all(), ({ state }) => state !== "closed");
const incident = (seen: Seen) => anyOf(seen, seen.house.incidents.written(), ({ state }) => !["evaluated", "rejected", "merged", "cancelled"].includes(state));
const task = (seen: Seen) => anyOf(seen, seen.house.incidents.tasks(), ({ state }) => state !== "closed" && state !== "withdrawn");

const onAlert = (kind: CommandKind, more: (seen: Seen) => object): Makes => (seen) => {
  const one = alert(seen);
  return one && { actor: seat(seen), kind, data: { alert: one.id, ...more(seen) } };
};
const onIncident = (kind: CommandKind, more: (seen: Seen) => object): Makes => (seen) => {
  const one = incident(seen);
  return one && { actor: seat(seen), kind, data: { incident: one.id, ...more(seen) } };
};
const onTask = (kind: CommandKind, more: (seen: Seen) => object): Makes => (seen) => {
  const one = task(seen);
  return one && { actor: seat(seen), kind, data: { task: one.id, ...more(seen) } };
};
/** A unit about an order of its own. */
const byCrew = (kind: CommandKind, more: (seen: Seen) => object): Makes => (seen) => {
  const one = task(seen);
  const crew = one && (CREWS.find(({ unit }) => unit === one.unit) ?? seen.chance.pick(CREWS));
  return one && crew && { actor: crew, kind, data: { task: one.id, ...more(seen) } };
};
/** The next that leads an incident on: without it few would ever be closed. */
const leadsOn: Makes = (seen) => {
  const one = incident(seen);
  if (!one) return null;
  const { mark, now, chance } = seen;
  const by = (kind: CommandKind, data: object): Order => ({ actor: seat(seen), kind, data: { incident: one.id, ...data } });
  if (one.state === "pending" || one.state === "detected") return by("incident.verify", { note: mark });
  if (one.state === "verified") return by("incident.grade", { grade: chance.between(1, 4), reason: mark, ...(chance.oneIn(3) && { consequence: { deaths: chance.between(0, 40) } }) });
  if (one.state === "graded") return by("task.dispatch", { unit: chance.pick(UNITS), text: mark, deadline: formatTime(now + chance.between(1, 8) * HOUR) });
  if (one.state === "checking") return by("incident.close", { text: mark });
  if (one.state === "closed") return by("incident.evaluate", { score: 70, text: mark });
  const order = one.tasks.map((id) => seen.house.incidents.task(id)!).find(({ state }) => !["closed", "returned", "withdrawn"].includes(state));
  if (!order) return by("task.dispatch", { unit: chance.pick(UNITS), text: mark, deadline: formatTime(now + chance.between(1, 8) * HOUR) });
  const next = ({ dispatched: "task.accept", accepted: "task.arrive", onScene: "task.report", handling: "task.finish", finished: "task.check" } as const)[order.state as "dispatched"];
  const crew = CREWS.find(({ unit }) => unit === order.unit)!;
  return next === ("task.check" as string) ? { actor: seat(seen), kind: next, data: { task: order.id, passed: !chance.oneIn(4), text: mark } } : { actor: crew, kind: next, data: { task: order.id, text: mark } };
};

const MAKES: readonly (readonly [weight: number, makes: Makes])[] = [
  [4, (seen) => ({ actor: seat(seen), kind: "incident.report", data: { type: seen.chance.pick(TYPES), region: seen.chance.pick(REGIONS), title: `试验 ${seen.mark}`, ...(seen.chance.oneIn(2) && { alert: alert(seen)?.id ?? "al-0" }) } })],
  [22, leadsOn],
  [6, onAlert("alert.acknowledge", ({ mark }) => ({ comment: mark }))],
  [2, onAlert("alert.unacknowledge", () => ({}))],
  [1, onAlert("alert.comment", ({ mark }) => ({ text: mark }))],
  [1, onAlert("alert.assign", ({ chance }) => ({ to: chance.pick(SEATS).account }))],
  [5, onAlert("alert.shelve", ({ mark, chance }) => ({ minutes: chance.pick([1, 5, 30, 60, 480]), reason: mark }))],
  [2, onAlert("alert.unshelve", ({ mark }) => ({ reason: mark }))],
  [2, onAlert("alert.takeOut", ({ mark }) => ({ reason: mark }))],
  [2, onAlert("alert.putBack", ({ mark }) => ({ reason: mark }))],
  [1, onAlert("alert.close", ({ mark }) => ({ reason: mark }))],
  [4, (seen) => {
    const group = anyOf(seen, seen.house.alerts.groups("44"), () => true);
    return group && { actor: seat(seen), kind: "alert.acknowledgeGroup", data: { group: group.id, upTo: Math.max(1, group.upTo - (seen.chance.oneIn(3) ? seen.chance.between(0, 9) : 0)), comment: seen.mark } };
  }],
  [2, onIncident("incident.update", ({ mark }) => ({ description: mark, consequence: { injured: 2 } }))],
  [1, onIncident("incident.reject", ({ mark }) => ({ reason: mark }))],
  [2, (seen) => {
    const [one, into] = [incident(seen), incident(seen)];
    return one && into && { actor: seat(seen), kind: "incident.merge", data: { incident: one.id, into: into.id, reason: seen.mark } };
  }],
  [3, onIncident("incident.suspend", ({ mark, now, chance }) => ({ reason: mark, until: formatTime(now + chance.between(1, 600) * MINUTE) }))],
  [2, onIncident("incident.resume", ({ mark }) => ({ reason: mark }))],
  [2, onIncident("incident.escalate", ({ mark }) => ({ reason: mark }))],
  [2, onIncident("incident.transfer", ({ mark, chance }) => ({ region: chance.pick(REGIONS), reason: mark }))],
  [4, onIncident("incident.cancel", ({ mark }) => ({ reason: mark }))],
  [2, onIncident("incident.reopen", ({ mark }) => ({ reason: mark }))],
  [1, onIncident("incident.evaluate", ({ mark }) => ({ score: 60, text: mark }))],
  [2, onIncident("task.dispatchMany", ({ mark, now, chance }) => ({ orders: UNITS.slice(0, chance.between(1, 4)).map((unit) => ({ unit, text: mark, deadline: formatTime(now + 2 * HOUR) })) }))],
  [3, byCrew("task.accept", ({ mark }) => ({ text: mark }))],
  [2, byCrew("task.arrive", ({ mark, now, chance }) => ({ text: mark, ...(chance.oneIn(3) && { occurredAt: formatTime(now - 5 * MINUTE) }) }))],
  [2, byCrew("task.report", ({ mark }) => ({ text: mark }))],
  [2, byCrew("task.finish", ({ mark }) => ({ text: mark }))],
  [2, byCrew("task.return", ({ mark }) => ({ reason: mark }))],
  [1, byCrew("task.difficulty", ({ mark }) => ({ text: mark }))],
  [1, byCrew("task.note", ({ mark }) => ({ text: mark }))],
  [1, byCrew("task.delivered", () => ({}))],
  [1, byCrew("task.seen", () => ({}))],
  [1, onTask("task.withdraw", ({ mark }) => ({ reason: mark }))],
  [1, onTask("task.check", ({ mark, chance }) => ({ passed: chance.oneIn(2), text: mark }))],
  [1, onTask("task.remind", ({ mark }) => ({ text: mark }))],
  [1, onTask("task.supervise", ({ mark, now }) => ({ text: mark, deadline: formatTime(now + 3 * HOUR) }))],
  [1, (seen) => ({ actor: seat(seen), kind: "response.raise", data: { region: seen.chance.pick(["44", "4401", "440103"]), level: seen.chance.between(2, 4), kind: "flood", reason: seen.mark } })],
  [1, (seen) => ({ actor: seat(seen), kind: "response.lower", data: { region: seen.chance.pick(["44", "4401", "440103"]), level: seen.chance.pick([3, 4, null]), kind: "flood", reason: seen.mark } })],
  [6, (seen) => {
    const waiting = anyOf(seen, seen.house.secondPerson.waiting(seen.now), () => true);
    return waiting && { actor: seat(seen), kind: seen.chance.oneIn(5) ? "refuse" : "confirm", data: { command: waiting.id } };
  }],
];

/** Somebody does something; null when there is nothing to do it to. */
export const somebodyOrders = (seen: Seen): Order | null => seen.chance.weighted(MAKES)(seen);
/** A command that is to be done now or never. */
export const soon = ({ chance, now }: Seen): string => formatTime(now + chance.between(1, 30) * SECOND);
export const tooLate = ({ chance, now }: Seen): string => formatTime(now - chance.between(1, 600) * SECOND);
