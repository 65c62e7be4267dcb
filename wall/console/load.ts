import { isTaskDone, type Task } from "../../model/task.ts";
import type { Unit } from "../../model/unit.ts";

/** How many open orders each unit holds; a unit without any is not among them. */
export function openOrders(tasks: Iterable<Pick<Task, "id" | "unit" | "state">>): ReadonlyMap<string, number> {
  // A task is seen from its incident's region and from its unit's: it is counted once.
  const open = new Map([...tasks].filter(({ state }) => !isTaskDone(state)).map((task) => [task.id, task.unit]));
  const load = new Map<string, number>();
  for (const unit of open.values()) load.set(unit, (load.get(unit) ?? 0) + 1);
  return load;
}
/** The regions keep their rank; within one the units that hold fewer orders come first, else as listed. */
export function freeFirst<T extends Pick<Unit, "id" | "region">>(units: readonly T[], load: ReadonlyMap<string, number>): readonly T[] {
  const rank = [...new Set(units.map(({ region }) => region))];
  return [...units].sort((a, b) => rank.indexOf(a.region) - rank.indexOf(b.region) || (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0));
}
