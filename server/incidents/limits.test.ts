import { describe, expect, test } from "vitest";
import { NOTICE_WITHIN_MS } from "../../model/notice.ts";
import { DAY, formatTime, HOUR, MINUTE } from "../../model/time.ts";
import { as, chief, commander, fire, house, LATER, NOW, officer, report, upTo } from "../../tests/fixtures/incident-house.ts";

type House = ReturnType<typeof upTo>;
/** What `system` has written, with the minute at which it did. */
const bySystem = ({ entries }: Pick<House, "entries">) => entries.filter(({ actor }) => actor === "system").map(({ kind, at, body }) => `${Math.round((Date.parse(at) - NOW) / MINUTE)} ${kind} ${(body as { limit?: string }).limit} ${(body as { percent?: number }).percent}`);
const limitsOf = ({ timers }: Pick<House, "timers">) => [...timers.keys()].map((id) => id.split("|")[2]!).toSorted();
/** An order of an incident of 较大: limits run round the clock. */
function ordered(deadlineMs = DAY, more: object = {}) {
  const h = house();
  const incident = h.does(officer, "incident.report", report).incident as string;
  h.does(officer, "incident.verify", { incident, note: "n" });
  h.does(chief, "incident.grade", { incident, grade: 3, reason: "r" });
  const task = h.does(commander, "task.dispatch", { incident, unit: "440103:fire", text: "排水", deadline: formatTime(NOW + deadlineMs), ...more }).task as string;
  return { ...h, incident, task, the: () => h.incidents.incident(incident)!, order: () => h.incidents.task(task)! };
}

describe("an order that nobody accepts", () => {
  test("reminds at 80 and 100 percent, goes to the leader at 120 and up at 150", () => {
    const h = ordered();
    h.pass(7.5 * MINUTE);
    expect(bySystem(h)).toEqual([
      "4 limit.passed accept 80", "4 task.remind accept 80", "5 limit.passed accept 100", "5 task.remind accept 100", "6 limit.passed accept 120", "6 task.supervise accept 120",
      "8 limit.passed accept 150", "8 incident.escalate accept 150",
    ]);
    expect(h.order()).toMatchObject({ state: "dispatched", limits: { accept: 150 }, missed: 1, supervised: { to: "440103", times: 1 } });
    expect(h.order().log.slice(1).map(({ kind, text }) => [kind, text])).toEqual([["task.remind", "限时“签收”已过80%"], ["task.remind", "限时“签收”已过100%"], ["task.supervise", "限时“签收”已过120%，请说明"]]);
    expect(h.the()).toMatchObject({ escalated: true, escalatedTo: "4401", state: "handling" });
    expect(limitsOf(h)).toEqual(["deadline", "takeOver"]);
  });

  test("accepting ends that limit and begins the next", () => {
    const h = ordered();
    h.pass(4.5 * MINUTE);
    h.does(fire, "task.accept", { task: h.task });
    expect([h.order().limits, limitsOf(h)]).toEqual([undefined, ["arrive", "deadline"]]);
    h.pass(24 * MINUTE);
    expect(bySystem(h).slice(2)).toEqual(["29 limit.passed arrive 80", "29 task.remind arrive 80"]);
    h.does(fire, "task.arrive", { task: h.task, point: [113, 23] });
    expect(limitsOf(h)).toEqual(["deadline", "report"]);
    h.does(fire, "task.report", { task: h.task });
    h.does(fire, "task.finish", { task: h.task });
    expect(limitsOf(h)).toEqual(["check"]);
    h.does(officer, "task.check", { task: h.task, passed: false, text: "r" });
    expect(limitsOf(h)).toEqual(["deadline", "report"]);
    h.does(fire, "task.finish", { task: h.task });
    h.does(officer, "task.check", { task: h.task, passed: true, text: "r" });
    expect(limitsOf(h)).toEqual([]);
  });

  test("two limits missed in a row go up at once, and one that was kept in between begins anew", () => {
    const h = ordered();
    h.pass(5 * MINUTE);
    h.does(fire, "task.accept", { task: h.task });
    h.pass(30 * MINUTE);
    expect(bySystem(h).at(-1)).toBe("35 incident.escalate arrive 100");
    expect(h.the().log.at(-1)).toMatchObject({ kind: "incident.escalate", text: "连续两项限时未完成，限时“到场”已到", region: "4401" });
    // It goes up once for that, not again at 150 percent; who was to take over has not done so.
    h.pass(15 * MINUTE);
    expect(bySystem(h).filter((line) => line.includes("escalate"))).toEqual(["35 incident.escalate arrive 100", "43 incident.escalate takeOver 150"]);
    const kept = ordered();
    kept.pass(5 * MINUTE);
    kept.does(fire, "task.accept", { task: kept.task });
    kept.does(fire, "task.arrive", { task: kept.task, point: [113, 23] });
    expect(kept.order().missed).toBeUndefined();
    kept.pass(60 * MINUTE);
    expect([kept.order().missed, kept.the().escalated]).toEqual([1, false]);
  });

  test("its deadline reminds too, and a new one with a supervision runs from then on", () => {
    const h = ordered(HOUR);
    h.does(fire, "task.accept", { task: h.task });
    h.does(fire, "task.arrive", { task: h.task, point: [113, 23] });
    h.pass(48 * MINUTE);
    expect(bySystem(h).filter((line) => line.includes("deadline"))).toEqual(["48 limit.passed deadline 80", "48 task.remind deadline 80"]);
    expect(h.does(chief, "task.supervise", { task: h.task, text: "请加派", deadline: formatTime(NOW + 3 * HOUR) })).toEqual({ task: h.task, to: "440103" });
    expect(h.order()).toMatchObject({ deadline: formatTime(NOW + 3 * HOUR), supervised: { to: "440103", times: 1 } });
    h.pass(60 * MINUTE);
    expect(bySystem(h).filter((line) => line.includes("deadline 100"))).toEqual([]);
  });
});

describe("a unit that is supervised again and again", () => {
  const [fireUnit, other] = ["440103:fire", "440103:emergency"];
  const sent = (h: House, unit: string): string => h.does(commander, "task.dispatch", { incident: h.incident, unit, text: "t", deadline: formatTime(h.now() + 80 * DAY) }).task as string;
  const supervise = (h: House, task: string) => void h.does(chief, "task.supervise", { task, text: "请说明" });
  const notice = (h: House, task: string) => h.incidents.task(task)!.notice;

  test("is to be named to those above it with its third supervision in 30 days, whatever orders they were on; another unit's do not count", () => {
    const h = upTo("graded");
    const [one, two, beside] = [sent(h, fireUnit), sent(h, fireUnit), sent(h, other)];
    for (const task of [one, two, beside, beside]) supervise(h, task);
    expect([one, two, beside].map((task) => notice(h, task))).toEqual([undefined, undefined, undefined]);
    supervise(h, one);
    expect([one, two, beside].map((task) => notice(h, task))).toEqual([{ times: 3 }, undefined, undefined]);
    supervise(h, two);
    expect([notice(h, two), h.incidents.task(two)!.supervised!.times]).toEqual([{ times: 4 }, 2]);
  });
  test("what lies longer back than 30 days counts no more, also where it was kept beside the chain meanwhile", () => {
    const h = upTo("graded");
    const [task] = [sent(h, fireUnit)];
    supervise(h, task);
    supervise(h, task);
    h.incidents.kept!.restore([...h.incidents.kept!.keep()]);
    h.later(NOTICE_WITHIN_MS - 1);
    supervise(h, task);
    expect(notice(h, task)).toEqual({ times: 3 });
    h.later(2);
    const next = sent(h, fireUnit);
    supervise(h, next);
    expect(notice(h, next)).toBeUndefined();
  });
});

describe("limits of an incident", () => {
  test("who is to verify, grade and send is told in the log, and the next level at 150 percent; acting from there takes it over", () => {
    const h = house();
    const incident = h.does(officer, "incident.report", report).incident as string;
    h.pass(10 * MINUTE);
    expect(h.incidents.incident(incident)!.log.slice(1).map(({ kind, text }) => [kind, text])).toEqual([["limit.passed", "限时“核实”已过80%"], ["limit.passed", "限时“核实”已过100%"]]);
    h.pass(5 * MINUTE);
    expect([h.incidents.incident(incident)!.escalatedTo, limitsOf(h)]).toEqual(["4401", ["takeOver"]]);
    h.does(as("officer", "4401"), "incident.verify", { incident, note: "n" });
    expect(limitsOf(h)).toEqual(["grade"]);
    h.does(officer, "incident.reject", { incident: h.does(officer, "incident.report", report).incident, reason: "r" });
    expect(limitsOf(h)).toEqual(["grade"]);
  });

  test("an ordinary one in an ordinary time is given office hours", () => {
    // The first of January, eight in the morning: a holiday.
    const h = upTo("dispatched");
    h.pass(DAY - MINUTE);
    expect(bySystem(h).filter((line) => line.includes("accept"))).toEqual([]);
    expect(ordered().timers.get("live|task-2|accept")!.dueAt).toBe(NOW + 4 * MINUTE);
  });

  test("suspended, nobody is reminded; taken up again, what is open has its time anew", () => {
    const h = ordered();
    h.does(fire, "task.accept", { task: h.task });
    h.does(chief, "incident.suspend", { incident: h.incident, reason: "r", until: formatTime(NOW + 2 * HOUR) });
    expect(limitsOf(h)).toEqual(["suspension"]);
    h.pass(2 * HOUR);
    expect([bySystem(h), limitsOf(h), h.timers.get(`live|${h.task}|arrive`)!.dueAt]).toEqual([["120 incident.resume undefined undefined"], ["arrive", "deadline"], NOW + 2 * HOUR + 24 * MINUTE]);
  });

  test("what a unit does while it is suspended begins none, and what is taken up again after its close waits for an order", () => {
    const h = ordered();
    h.does(chief, "incident.suspend", { incident: h.incident, reason: "r", until: formatTime(NOW + 2 * HOUR) });
    h.does(fire, "task.accept", { task: h.task });
    expect(limitsOf(h)).toEqual(["suspension"]);
    const again = upTo("closed");
    again.does(officer, "incident.reopen", { incident: again.incident, reason: "r" });
    expect(limitsOf(again)).toEqual(["dispatch"]);
    again.pass(6 * DAY);
    expect(bySystem(again).some((line) => line.includes("dispatch 100"))).toBe(true);
  });

  test("cancelled, rejected, withdrawn: no limit of it is left", () => {
    const h = ordered();
    h.does(commander, "incident.cancel", { incident: h.incident, reason: "r" }, "chief@44");
    expect(limitsOf(h)).toEqual([]);
    const done = upTo("finished");
    done.does(commander, "incident.cancel", { incident: done.incident, reason: "r" }, "chief@44");
    expect(limitsOf(done)).toEqual([]);
    const w = ordered();
    w.does(commander, "task.withdraw", { task: w.task, reason: "r" });
    expect(limitsOf(w)).toEqual([]);
  });

  test("what was open before there were limits has its time from the start on, and what has passed them all is not told again", () => {
    const h = ordered();
    const again = house();
    for (const entry of h.entries) again.incidents.apply(entry);
    const rows = again.incidents.limitsMissing(new Set(), NOW + HOUR);
    expect(rows.map(({ id, dueAt }) => [id.split("|")[2], (dueAt - NOW) / MINUTE])).toEqual([["accept", 64], ["deadline", 1_152]]);
    expect(again.incidents.limitsMissing(new Set(rows.map(({ id }) => id)), NOW + HOUR)).toEqual([]);
    h.pass(8 * MINUTE);
    const late = house();
    for (const entry of h.entries) late.incidents.apply(entry);
    expect(late.incidents.limitsMissing(new Set(), NOW + HOUR).map(({ id }) => id.split("|")[2])).toEqual(["deadline"]);
    expect([...late.incidents.tasks(), ...late.incidents.incidents()]).toEqual([...h.incidents.tasks(), ...h.incidents.incidents()]);
  });
});

describe("orders", () => {
  test("an order to five units is five tasks or none", () => {
    const h = upTo("graded");
    const units = ["44:fire", "4401:fire", "440103:fire", "440103001:fire", "440103001001:fire"];
    const many = (deadlines: string[]) => ({ incident: h.incident, plan: "plan-7", orders: units.map((unit, i) => ({ unit, text: `第${i}项`, deadline: deadlines[i] ?? LATER, steps: ["封路", "排水"], success: "路面无积水" })) });
    expect(h.refused(commander, "task.dispatchMany", many([LATER, LATER, "明天"]))).toMatchObject({ code: "bad_time", message: expect.stringContaining("orders[2].deadline") });
    expect(h.refused(chief, "task.dispatchMany", many([]))).toMatchObject({ code: "not_found" });
    expect([...h.incidents.tasks()]).toEqual([]);
    const { tasks } = h.does(commander, "task.dispatchMany", many([])) as { tasks: string[] };
    expect(tasks.map((id) => h.incidents.task(id))).toMatchObject(units.map((unit, i) => ({ unit, text: `第${i}项`, state: "dispatched", steps: [{ text: "封路" }, { text: "排水" }], success: "路面无积水", plan: "plan-7" })));
    expect([h.entries.slice(-5).map(({ kind }) => kind), h.the().state, h.the().tasks]).toEqual([Array(5).fill("task.dispatch"), "handling", tasks]);
  });

  test("a unit that is named twice among many orders is refused by its name, and nobody is sent", () => {
    const h = upTo("graded");
    const orders = ["44:fire", "4401:fire", "44:fire"].map((unit, i) => ({ unit, text: `第${i}项`, deadline: LATER }));
    expect(h.refused(commander, "task.dispatchMany", { incident: h.incident, orders })).toMatchObject({ code: "bad_request", message: expect.stringContaining('"44:fire" is named in more than one of the 3 orders'), details: { unit: "44:fire" } });
    expect([[...h.incidents.tasks()], h.the().state]).toEqual([[], "graded"]);
    expect(h.does(commander, "task.dispatchMany", { incident: h.incident, orders: orders.slice(0, 2) })).toMatchObject({ tasks: [expect.any(String), expect.any(String)] });
  });

  test("arriving told three hours later stands at its own time and is marked 补报; an accept that is late is refused", () => {
    const h = ordered();
    h.does(fire, "task.accept", { task: h.task });
    h.pass(3 * HOUR + 10 * MINUTE);
    const at = formatTime(NOW + 10 * MINUTE);
    h.does(fire, "task.arrive", { task: h.task, point: [113, 23], occurredAt: at });
    expect([h.order().ladder!.arrived, h.order().log.at(-1)]).toMatchObject([at, { kind: "task.arrive", occurredAt: at, isLate: true, at: formatTime(NOW + 3 * HOUR + 10 * MINUTE) }]);
    h.does(fire, "task.report", { task: h.task, text: "刚才", occurredAt: formatTime(h.now() - MINUTE) });
    expect(h.order().log.at(-1)).not.toHaveProperty("isLate");
    const order = h.does(commander, "task.dispatch", { incident: h.incident, unit: "440103:fire", text: "t", deadline: formatTime(h.now() + HOUR) }).task;
    expect(h.refused(fire, "task.accept", { task: order, occurredAt: at })).toMatchObject({ code: "bad_request", message: expect.stringContaining("occurredAt") });
    for (const wrong of [formatTime(h.now() + 3 * MINUTE), formatTime(NOW - HOUR), "刚才"]) expect(h.refused(fire, "task.finish", { task: h.task, occurredAt: wrong })).toMatchObject({ code: "bad_time" });
  });

  test("steps of an order are ticked with a receipt, once, and no others", () => {
    const h = ordered(DAY, { steps: ["封路", "排水"], success: "路面无积水" });
    h.does(fire, "task.accept", { task: h.task });
    h.does(fire, "task.arrive", { task: h.task, point: [113, 23] });
    h.does(fire, "task.report", { task: h.task, steps: [0] });
    h.pass(MINUTE);
    expect(h.refused(fire, "task.report", { task: h.task, steps: [2] })).toMatchObject({ code: "guard", message: expect.stringContaining("Step 2") });
    h.does(fire, "task.report", { task: h.task, steps: [0, 1] });
    expect(h.order().steps).toEqual([{ text: "封路", doneAt: formatTime(NOW) }, { text: "排水", doneAt: formatTime(NOW + MINUTE) }]);
  });

  test("delivered and seen change no state, and a second one writes nothing", () => {
    const h = ordered();
    const counts = (kind: string) => {
      const before = h.entries.length;
      expect(h.does(fire, kind, { task: h.task })).toEqual({ task: h.task });
      return h.entries.length - before;
    };
    expect([counts("task.delivered"), counts("task.delivered"), counts("task.seen"), counts("task.seen"), counts("task.delivered")]).toEqual([1, 0, 1, 0, 0]);
    expect([h.order().state, Object.keys(h.order().ladder!), h.the().log.at(-1)!.kind]).toEqual(["dispatched", ["sent", "delivered", "seen"], "task.dispatch"]);
    h.does(fire, "task.accept", { task: h.task });
    expect(counts("task.seen")).toBe(0);
    expect(h.refused(as("unit", "440103", "440103:emergency"), "task.seen", { task: h.task })).toMatchObject({ code: "no_right" });
    const unseen = ordered();
    unseen.does(fire, "task.seen", { task: unseen.task });
    expect(Object.keys(unseen.order().ladder!)).toEqual(["sent", "delivered", "seen"]);
  });

  test("a note about a withdrawn order is kept", () => {
    const h = ordered();
    h.does(commander, "task.withdraw", { task: h.task, reason: "误派" });
    h.does(fire, "task.note", { task: h.task, text: "返程途中见一处塌方", point: [113.456, 23] });
    expect([h.order().state, h.order().log.at(-1), h.the().log.at(-1)]).toMatchObject(["withdrawn", { kind: "task.note", text: "返程途中见一处塌方", awayKm: 45.6 }, { kind: "task.note", task: h.task }]);
    expect(h.refused(officer, "task.note", { task: h.task, text: "r" })).toMatchObject({ code: "no_right" });
  });

  test("who gave it reminds, a chief supervises, and nobody what is done", () => {
    const h = ordered();
    h.does(officer, "task.remind", { task: h.task, text: "请尽快" });
    expect(h.order().log.at(-1)).toMatchObject({ kind: "task.remind", text: "请尽快", actor: officer.account });
    expect(h.refused(officer, "task.supervise", { task: h.task, text: "r" })).toMatchObject({ code: "no_right" });
    expect(h.refused(fire, "task.remind", { task: h.task })).toMatchObject({ code: "no_right" });
    const done = upTo("finished");
    for (const [kind, more] of [["task.remind", {}], ["task.supervise", { text: "r" }]] as const) expect(done.refused(chief, kind, { task: done.task, ...more })).toMatchObject({ code: "illegal_transition", details: { state: "finished", legal: ["task.check"] } });
  });

  test("the ladder tells when each rung was reached; what did not pass its check is not finished", () => {
    const h = upTo("finished");
    expect(Object.keys(h.order().ladder!)).toEqual(["sent", "accepted", "arrived", "handling", "finished"]);
    h.does(officer, "task.check", { task: h.task, passed: false, text: "r" });
    expect(h.order().ladder).not.toHaveProperty("finished");
    h.does(fire, "task.finish", { task: h.task });
    h.does(officer, "task.check", { task: h.task, passed: true, text: "r" });
    expect(Object.keys(h.order().ladder!)).toEqual(["sent", "accepted", "arrived", "handling", "finished", "checked"]);
  });
});

test("a new deadline that a clock set back tells before the order itself runs from when its limits begin anew, and never backwards", () => {
  const h = upTo("accepted");
  h.pass(-DAY);
  const deadline = formatTime(NOW - DAY + 2 * HOUR);
  h.does(chief, "task.supervise", { task: h.task, text: "请说明", deadline });
  h.does(chief, "incident.suspend", { incident: h.incident, reason: "r", until: formatTime(NOW - DAY + HOUR) });
  h.does(chief, "incident.resume", { incident: h.incident });
  const row = [...h.timers.values()].find(({ id }) => id.endsWith("|deadline"))!;
  expect(row).toMatchObject({ dueAt: NOW - DAY + 1.6 * HOUR, body: { percent: 80, lengthMs: 2 * HOUR } });
});
