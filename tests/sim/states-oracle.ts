import type { Alert } from "../../model/alert.ts";
import { causeOf } from "../../model/finding.ts";
import type { Entry } from "../../model/journal.ts";
import { conserved } from "../../model/alert-group.ts";
import { CAUSES } from "./province.ts";
import { ALERT_ENDS, ALERT_MOVES, INCIDENT_ENDS, INCIDENT_MOVES, mayMove, TASK_ENDS, TASK_MOVES } from "./moves.ts";
import type { SimHouse } from "./sim-house.ts";
import type { Court } from "./violation.ts";

const RULES = new Map(CAUSES.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));

/** Sees each entry with what it has changed, and what stands after a step: I3, I4 and I10. */
export interface StatesOracle {
  /** A house has opened: what it has read is where it begins. */
  begins(house: SimHouse): void;
  /** One entry more, after every fold has taken it. */
  heard(house: SimHouse, entry: Entry): void;
  check(house: SimHouse, now: number): void;
}

export function statesOracle(court: Court): StatesOracle {
  let alerts = new Map<string, Alert>();
  let states = new Map<string, string>();
  let mark = 0;
  let isNew = true;

  function moved<S extends string>(what: string, id: string, state: S | undefined, { kind, seq }: Entry, moves: Parameters<typeof mayMove<S>>[0], ends: readonly S[]): void {
    if (state === undefined) return;
    const before = states.get(id) as S | undefined;
    states.set(id, state);
    if (before === state) return;
    court.must(before === undefined || !ends.includes(before), "I3", () => `${what} ${id} had ended as ${before}, and entry ${seq} (${kind}) made it ${state}.`);
    court.must(mayMove(moves, kind, before, state), "I3", () => `Entry ${seq} (${kind}) led ${what} ${id} from ${before ?? "nothing"} to ${state}.`);
  }
  function heardAlerts(house: SimHouse, entry: Entry): void {
    const changed = house.alerts.since(mark);
    mark = changed.mark;
    for (const id of changed.ids ?? []) {
      const [before, after] = [alerts.get(id), house.alerts.get(id)!];
      alerts.set(id, after);
      if (entry.kind === "alert.sourceDown") court.must(before?.state === after.state && before.beneath === after.beneath, "I10", () => `The death of its source (entry ${entry.seq}) made alert ${id} ${after.state} from ${before?.state}.`);
      moved("alert", id, after.state, entry, ALERT_MOVES, ALERT_ENDS);
    }
  }

  return {
    begins(house) {
      alerts = new Map([...house.alerts.all()].map((alert) => [alert.id, alert]));
      states = new Map<string, string>([...alerts].map(([id, { state }]) => [id, state]));
      for (const { id, state } of [...house.incidents.written(), ...house.incidents.tasks()]) states.set(id, state);
      mark = house.alerts.since(0).mark;
      isNew = true;
    },
    heard(house, entry) {
      isNew = true;
      if (entry.kind.startsWith("alert.")) return heardAlerts(house, entry);
      const { incident, into, task } = entry.body as { readonly incident?: string; readonly into?: string; readonly task?: string };
      const order = task === undefined ? undefined : house.incidents.task(task);
      if (order) moved("task", order.id, order.state, entry, TASK_MOVES, TASK_ENDS);
      for (const id of new Set([incident, into, order?.incident])) if (id !== undefined) moved("incident", id, house.incidents.incident(id)?.state, entry, INCIDENT_MOVES, INCIDENT_ENDS);
    },
    check(house, now) {
      if (!isNew) return;
      isNew = false;
      const all = [...house.alerts.all()];
      const groups = house.alerts.allGroups("44");
      court.must(all.length === alerts.size, "I10", () => `${alerts.size} alerts were raised, and ${all.length} are known.`);
      court.must(conserved(all.length, groups), "I10", () => `${all.length} alerts were raised, and groups count ${groups.map(({ id, counts }) => `${id} ${JSON.stringify(counts)}`).join(", ")}.`);
      for (const { id, counts } of groups) {
        const members = all.filter(({ group }) => group === id);
        const kept = house.alerts.members(id);
        court.must(kept.size === members.length && members.every((one) => kept.has(one.id)), "I10", () => `Group ${id} has the members ${[...kept].join(" ")}, and ${members.map((one) => one.id).join(" ")} were raised in it.`);
        for (const [state, n] of Object.entries(counts)) court.must(n === members.filter((one) => one.state === state).length, "I10", () => `Group ${id} counts ${n} ${state}, and ${members.filter((one) => one.state === state).length} are.`);
      }
      const causes = new Map<string, string>();
      for (const { id, rule, place, state } of all) {
        if (state === "closed") continue;
        const cause = causeOf(RULES.get(rule) ?? { indicator: rule, when: { op: ">=", value: 0 } }, place);
        court.must(!causes.has(cause), "I4", () => `${causes.get(cause)} and ${id} both stand for ${cause}.`);
        causes.set(cause, id);
      }
      const about = new Map<string, string>();
      for (const one of house.secondPerson.waiting(now)) {
        court.must(!about.has(one.about), "I4", () => `${about.get(one.about)} and ${one.id} both wait about ${one.about}.`);
        about.set(one.about, one.id);
      }
    },
  };
}
