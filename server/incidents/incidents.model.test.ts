import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Store } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import { createLedger } from "../journal/index.ts";
import { openSqlite } from "../store/index.ts";
import { createIncidents } from "./incidents.ts";

/** What a duty officer remembers of the loop, without a line of the product in it. */
interface Remembered {
  readonly incidents: string[];
  /** How often each was suspended. */
  readonly suspended: number[];
  readonly tasks: { state: string; incident: number; unit: string; returned: boolean }[];
}
const NEXT: Record<string, Record<string, string>> = {
  "task.accept": { dispatched: "accepted" }, "task.arrive": { accepted: "onScene" }, "task.report": { onScene: "handling", handling: "handling" },
  "task.finish": { handling: "finished" }, "task.return": { dispatched: "returned" },
  "task.withdraw": { dispatched: "withdrawn", accepted: "withdrawn", onScene: "withdrawn", handling: "withdrawn", returned: "withdrawn" },
  "task.remind": { dispatched: "dispatched", accepted: "accepted", onScene: "onScene", handling: "handling" }, "task.difficulty": { dispatched: "dispatched", accepted: "accepted", onScene: "onScene", handling: "handling" },
  pass: { finished: "closed" }, fail: { finished: "handling" },
  "incident.verify": { pending: "verified" }, "incident.grade": { verified: "graded" }, "incident.close": { checking: "closed" },
  "incident.reject": { pending: "rejected" }, "incident.suspend": { handling: "suspended" }, "incident.resume": { suspended: "handling" }, "incident.reopen": { closed: "handling" }, "incident.evaluate": { closed: "evaluated" },
  "incident.cancel": Object.fromEntries(["pending", "verified", "graded", "handling", "checking", "suspended"].map((state) => [state, "cancelled"])),
  "incident.merge": Object.fromEntries(["pending", "verified", "graded", "handling", "checking"].map((state) => [state, "merged"])),
};
const OPEN = ["pending", "verified", "graded", "handling", "checking", "suspended"];
const UNITS = ["44:fire", "44:emergency"];
const commander: Actor = { account: "commander@44", role: "commander", region: "44", session: "s" };
const second: Actor = { account: "chief@44", role: "chief", region: "44", session: "t" };
const of = (unit: string): Actor => ({ account: `unit@${unit}`, role: "unit", region: "44", unit, session: "s" });

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guanlan-loop-"));
  store = await openSqlite(join(folder, "guanlan.db"));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

let runs = 0;
function house(situation: string) {
  let ids = 0;
  const incidents = createIncidents({
    incidentType: () => ({ topic: "water", severity: 2, limits: { verifyMin: 10, acceptMin: 5, arriveMin: 30, reportMin: 60, closeH: 24, source: "s" } }), unit: (id) => (UNITS.includes(id) ? { id, region: "44" } : undefined), region: (code) => (code === "44" ? { code, parent: "", kind: "province" } : undefined),
    isWithin: (code) => code === "44", alert: () => undefined, alertsOf: () => [], situation, ids: { next: (prefix) => `${prefix}-${ids++}` },
  });
  const clock = new ManualClock(Date.UTC(2026, 0, 1));
  const ledger = createLedger({ situation, store, clock, simNow: () => 0, hash: "sm3", random: () => "5a", readOnly: false, folds: [incidents] });
  return { incidents, ledger };
}
type Real = ReturnType<typeof house> & { readonly ids: { readonly incidents: string[]; readonly tasks: string[] }; commands: number; readonly situation: string };

/** One command, with what memory expects of it: the new state, or null for a refusal. */
class Step implements fc.AsyncCommand<Remembered, Real> {
  readonly kind: string;
  readonly pick: number;
  readonly passed: boolean;
  /** Picks something on which the step is legal, when there is such a thing; otherwise anything. */
  readonly apt: boolean;
  constructor(kind: string, pick: number, passed: boolean, apt: boolean) {
    this.kind = kind;
    this.pick = pick;
    this.passed = passed;
    this.apt = apt;
  }
  check(): boolean {
    return true;
  }
  toString(): string {
    return `${this.kind}(${this.pick}${this.kind === "task.check" ? `, ${this.passed ? "passed" : "failed"}` : ""})`;
  }
  async run(memory: Remembered, real: Real): Promise<void> {
    if (this.kind === "restart") return await restart(real);
    const index = this.index(memory);
    const expected = this.remember(memory, index);
    const [actor, data] = this.ask(memory, real, index);
    const before = JSON.stringify([[...real.incidents.incidents()], [...real.incidents.tasks()]]);
    const id = `${real.situation}-${real.commands++}`;
    const outcome = await real.ledger
      .execute(actor, { id, kind: this.kind, data }, (now) => real.incidents.decide(actor, this.kind, data, now, this.kind === "incident.cancel" ? second.account : undefined))
      .then(({ answer }) => (answer as { result: Record<string, string> }).result, (problem: unknown) => problem);
    if (!expected) {
      expect(outcome).toBeInstanceOf(Problem);
      expect(["illegal_transition", "guard", "not_found", "no_right"]).toContain((outcome as Problem).code);
      expect(JSON.stringify([[...real.incidents.incidents()], [...real.incidents.tasks()]])).toBe(before);
    } else {
      expect(outcome).not.toBeInstanceOf(Error);
      const { incident, task } = outcome as Record<string, string>;
      if (this.kind === "incident.report") real.ids.incidents.push(incident!);
      if (this.kind === "task.dispatch") real.ids.tasks.push(task!);
    }
    expect(real.ids.incidents.map((i) => real.incidents.incident(i)!.state)).toEqual(memory.incidents);
    expect(real.ids.tasks.map((t) => real.incidents.task(t)!.state)).toEqual(memory.tasks.map((t) => t.state));
  }
  private index({ incidents, tasks }: Remembered): number {
    const states = this.kind.startsWith("incident.") || this.kind === "task.dispatch" ? incidents : tasks.map((t) => t.state);
    const table = this.kind === "task.dispatch" ? { graded: "handling", checking: "handling" } : NEXT[this.kind === "task.check" ? "pass" : this.kind];
    const apt = states.flatMap((state, i) => (table && Object.hasOwn(table, state) ? [i] : []));
    return this.apt && apt.length > 0 ? apt[this.pick % apt.length]! : this.pick % Math.max(1, states.length);
  }
  private remember(memory: Remembered, index: number): boolean {
    if (this.kind === "incident.report") return memory.incidents.push("pending") > 0 && memory.suspended.push(0) > 0;
    if (this.kind === "task.dispatch") {
      if (!["graded", "handling", "checking"].includes(memory.incidents[index] ?? "")) return false;
      memory.incidents[index] = "handling";
      return memory.tasks.push({ state: "dispatched", incident: index, unit: UNITS[this.pick % 2]!, returned: false }) > 0;
    }
    if (this.kind === "incident.merge") return this.mergeIn(memory, index);
    if (this.kind.startsWith("incident.")) {
      const next = NEXT[this.kind]![memory.incidents[index] ?? ""];
      if (!next || (this.kind === "incident.suspend" && memory.suspended[index]! > 0)) return false;
      // Whoever closed it does not evaluate it: here the commander closes all.
      if (this.kind === "incident.evaluate") return this.passed && ((memory.incidents[index] = next), true);
      memory.incidents[index] = next;
      if (this.kind === "incident.suspend") memory.suspended[index]!++;
      if (this.kind === "incident.cancel") for (const task of memory.tasks) if (task.incident === index && NEXT["task.withdraw"]![task.state]) task.state = "withdrawn";
      if (this.kind === "incident.resume") settle(memory, index);
      return true;
    }
    const task = memory.tasks[index];
    const next = task && NEXT[this.kind === "task.check" ? (this.passed ? "pass" : "fail") : this.kind]![task.state];
    if (!task || !next) return false;
    const mates = memory.tasks.filter((t) => t.incident === task.incident);
    if (this.kind === "task.return") {
      if (mates.some((t) => t !== task && t.unit === task.unit && t.returned)) return false;
      task.returned = true;
    }
    task.state = next;
    settle(memory, task.incident);
    return true;
  }
  /** What was not taken back goes along. */
  private mergeIn(memory: Remembered, index: number): boolean {
    const into = this.into(memory);
    const come = memory.tasks.filter((task) => task.incident === index && task.state !== "withdrawn");
    const [from, to] = [memory.incidents[index] ?? "", memory.incidents[into] ?? ""];
    if (!NEXT["incident.merge"]![from] || into === index || !OPEN.includes(to)) return false;
    if (come.length > 0 && !["graded", "handling", "checking"].includes(to)) return false;
    memory.incidents[index] = "merged";
    for (const task of come) task.incident = into;
    if (come.some(({ state }) => state !== "closed") || (come.length > 0 && to === "graded")) memory.incidents[into] = "handling";
    if (come.length > 0) settle(memory, into);
    return true;
  }
  private into({ incidents }: Remembered): number {
    return (this.pick * 5 + 3) % Math.max(1, incidents.length);
  }
  private ask(memory: Remembered, real: Real, index: number): [Actor, Record<string, unknown>] {
    const incident = real.ids.incidents[index] ?? "inc-none";
    const task = real.ids.tasks[index] ?? "task-none";
    const unit = of(memory.tasks[index]?.unit ?? UNITS[0]!);
    switch (this.kind) {
      case "incident.report": return [commander, { type: "flood", region: "44", title: "【模拟】内涝" }];
      case "incident.verify": return [commander, { incident, note: "n" }];
      case "incident.grade": return [commander, { incident, grade: 2, reason: "r" }];
      case "incident.reject": case "incident.reopen": case "incident.cancel": case "incident.escalate": return [commander, { incident, reason: "r" }];
      case "incident.suspend": return [commander, { incident, reason: "r", until: "2026-02-01T00:00:00+08:00" }];
      case "incident.resume": return [commander, { incident }];
      case "incident.evaluate": return [this.passed ? second : commander, { incident, score: 80, text: "t" }];
      case "incident.merge": return [commander, { incident, into: real.ids.incidents[this.into(memory)] ?? "inc-none", reason: "r" }];
      case "incident.close": return [commander, { incident, text: "t" }];
      case "task.dispatch": return [commander, { incident, unit: UNITS[this.pick % 2], text: "t", deadline: "2026-03-01T00:00:00+08:00" }];
      case "task.check": return [commander, { task, passed: this.passed, text: "t" }];
      case "task.withdraw": return [commander, { task, reason: "r" }];
      case "task.return": return [unit, { task, reason: "r" }];
      case "task.remind": return [commander, { task }];
      case "task.difficulty": return [unit, { task, text: "t" }];
      default: return [unit, { task, point: [113, 23] }];
    }
  }
}

/** All of its orders are done or taken back. */
function settle({ incidents, tasks }: Remembered, incident: number): void {
  const own = tasks.filter((task) => task.incident === incident);
  if (own.length > 0 && own.every(({ state }) => ["closed", "withdrawn"].includes(state)) && incidents[incident] === "handling") incidents[incident] = "checking";
}

/** A fresh process on the same store must hold exactly what this one holds. */
async function restart(real: Real): Promise<void> {
  const again = house(real.situation);
  await again.ledger.recover();
  expect(again.ledger.head()).toEqual(real.ledger.head());
  expect([...again.incidents.incidents()]).toEqual([...real.incidents.incidents()]);
  expect([...again.incidents.tasks()]).toEqual([...real.incidents.tasks()]);
}

test("whatever is commanded in whatever order, only legal moves happen and the journal alone tells the same story", { timeout: 120_000 }, async () => {
  const kinds = ["incident.report", "incident.verify", "incident.grade", "incident.close", "task.dispatch", "task.accept", "task.arrive", "task.report", "task.finish", "task.check", "task.return", "task.withdraw", "task.difficulty", "task.remind", "incident.reject", "incident.merge", "incident.suspend", "incident.resume", "incident.reopen", "incident.cancel", "incident.evaluate", "restart"];
  const step = (of: readonly string[], apt = fc.boolean()) => fc.tuple(fc.constantFrom(...of), fc.nat(7), fc.boolean(), apt).map((s) => new Step(...s));
  // The way forward is walked more often than chance alone would.
  const forward = step(["incident.verify", "incident.grade", "task.dispatch", "task.accept", "task.arrive", "task.report", "task.finish", "task.check", "incident.close"], fc.constant(true));
  await fc.assert(
    fc.asyncProperty(fc.commands([step(kinds), step(["incident.report"]), forward, forward, forward], { maxCommands: 120, size: "max" }), async (steps) => {
      const situation = `m${runs++}`;
      const memory: Remembered = { incidents: [], suspended: [], tasks: [] };
      const real: Real = { ...house(situation), ids: { incidents: [], tasks: [] }, commands: 0, situation };
      await fc.asyncModelRun(() => ({ model: memory, real }), steps);
      await restart(real);
      // What is awaited of somebody has its time, and nothing else has.
      const rows = await store.timers(situation);
      expect(real.incidents.limitsMissing(new Set(rows.map(({ id }) => id)), 0)).toEqual([]);
      for (const row of rows) expect([row.id, real.incidents.dues[row.kind]!.due(row, row.dueAt, 0) === null]).toEqual([row.id, false]);
      for (const incident of real.incidents.incidents()) {
        const times = (kind: string): number => incident.log.filter((step) => step.kind === kind).length;
        expect(times("incident.close") - times("incident.reopen")).toBe(["closed", "evaluated"].includes(incident.state) ? 1 : 0);
        if (incident.state === "closed") expect(incident.log.at(-1)!.kind).toBe("incident.close");
        // Every order is one incident's, and each says so.
        for (const task of incident.tasks) expect(real.incidents.task(task)!.incident).toBe(incident.id);
      }
    }),
    { numRuns: 60 },
  );
});
