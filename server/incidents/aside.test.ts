import { describe, expect, test } from "vitest";
import { destination } from "../../model/geodesy.ts";
import { DAY, formatTime, MINUTE, parseTime } from "../../model/time.ts";
import { as, chief, commander, fire, house, LATER, NOW, officer, report, upTo } from "../../tests/fixtures/incident-house.ts";

const POINT = [113, 23] as const;
/** Reports as the officer of 广州 does. */
const reported = (h: ReturnType<typeof house>, more: object = {}) => h.does(officer, "incident.report", { ...report, ...more }) as { incident: string; similar?: { incident: string; metres: number; minutes: number }[] };

describe("duplicates", () => {
  test("two reports 150 m and 20 min apart are offered as one; merged, their orders go along and both logs say so", () => {
    const h = upTo("handling");
    const first = h.does(officer, "incident.report", { ...report, point: POINT }).incident;
    h.pass(20 * MINUTE);
    const again = reported(h, { point: [...destination(POINT, 90, 0.15)] });
    // The one without a point is of the same region, and comes last.
    expect(again.similar).toEqual([{ incident: first, metres: 150, minutes: 20 }, { incident: h.incident, metres: null, minutes: 20 }]);
    // The one with the order goes into another that is graded.
    for (const [kind, more] of [["incident.verify", { note: "n" }], ["incident.grade", { grade: 4, reason: "r" }]] as const) h.does(officer, kind, { incident: again.incident, ...more });
    h.does(officer, "incident.merge", { incident: h.incident, into: again.incident, reason: "同一处积水" });
    const [from, into] = [h.the(), h.incidents.incident(again.incident)!];
    expect([from.state, from.mergedInto, from.tasks, into.state, into.tasks, into.merged, h.order().incident, h.order().state]).toEqual(["merged", into.id, [], "handling", [h.task], [from.id], into.id, "handling"]);
    expect([from.log.at(-1), into.log.at(-1)]).toMatchObject([{ kind: "incident.merge", text: "同一处积水", incident: into.id }, { kind: "incident.merge", text: "同一处积水（转入任务1项）", incident: from.id }]);
    // What the unit does from now on is told where the order is.
    h.does(fire, "task.finish", { task: h.task });
    h.does(officer, "task.check", { task: h.task, passed: true, text: "好" });
    expect([h.the().log.at(-1)!.kind, h.incidents.incident(into.id)!.state]).toEqual(["incident.merge", "checking"]);
  });

  test("what lies outside the asker's area is not offered, and what is over neither", () => {
    const h = house();
    h.does(as("officer", "440882"), "incident.report", { ...report, region: "440882", point: POINT });
    const over = reported(h, { point: POINT }).incident;
    h.does(officer, "incident.reject", { incident: over, reason: "重复来电" });
    expect(reported(h, { point: POINT })).not.toHaveProperty("similar");
    expect(h.incidents.incident(over)).toMatchObject({ state: "rejected" });
  });

  test("orders go to what somebody has graded; nothing is merged into itself, into what is over or from what is", () => {
    const h = upTo("dispatched");
    const pending = reported(h).incident;
    expect(h.refused(officer, "incident.merge", { incident: h.incident, into: pending, reason: "r" })).toMatchObject({ code: "guard", details: { state: "pending" } });
    expect(h.refused(officer, "incident.merge", { incident: pending, into: pending, reason: "r" })).toMatchObject({ code: "guard" });
    expect(h.refused(officer, "incident.merge", { incident: pending, into: "inc-none", reason: "r" })).toMatchObject({ code: "not_found" });
    h.does(officer, "incident.merge", { incident: pending, into: h.incident, reason: "r" });
    expect(h.refused(officer, "incident.merge", { incident: pending, into: h.incident, reason: "r" })).toMatchObject({ code: "illegal_transition", details: { state: "merged", legal: [] } });
    const third = reported(h).incident;
    expect(h.refused(officer, "incident.merge", { incident: third, into: pending, reason: "r" })).toMatchObject({ code: "illegal_transition", details: { state: "merged" } });
  });

  test("what was done already goes along, and its new incident to its check; an alert is then the new incident's", () => {
    const h = upTo("checking");
    const graded = reported(h, { alert: "alr-1" }).incident;
    h.does(officer, "incident.verify", { incident: graded, note: "n" });
    h.does(officer, "incident.grade", { incident: graded, grade: 4, reason: "r" });
    h.does(officer, "incident.merge", { incident: h.incident, into: graded, reason: "r" });
    expect([h.incidents.incident(graded)!.state, h.entries.slice(-2).map(({ kind }) => kind)]).toEqual(["checking", ["incident.merge", "incident.checking"]]);
    const last = reported(h).incident;
    const before = reported(h, { title: "【模拟】再报" }).incident;
    h.alerts["alr-1"] = { region: "440103", incident: before };
    h.does(officer, "incident.merge", { incident: before, into: last, reason: "r" });
    expect([h.entries.at(-1)!.kind, h.alerts["alr-1"]]).toEqual(["alert.linked", { region: "440103", incident: last }]);
  });
});

describe("grading", () => {
  const verified = (type: string) => {
    const h = house();
    const { incident } = reported(h, { type });
    h.does(officer, "incident.verify", { incident, note: "n" });
    return { ...h, incident, the: () => h.incidents.incident(incident)! };
  };
  const grade = (incident: string, level: number, consequence?: object) => ["incident.grade", { incident, grade: level, reason: "现场清点", ...(consequence && { consequence }) }] as const;

  test("ten deaths are 重大 by the table, nine are 较大, and the number that makes it is named with its law", () => {
    const h = verified("collapse");
    expect(h.incidents.decide(commander, ...grade(h.incident, 2, { deaths: 10 }), NOW).result).toMatchObject({ byTable: { grade: 2, because: "deaths", source: expect.stringContaining("493号") } });
    h.does(commander, ...grade(h.incident, 3, { deaths: 9, injured: 4 }));
    expect(h.the()).toMatchObject({ grade: 3, consequence: { deaths: 9, injured: 4 }, byTable: { grade: 3, because: "deaths" } });
  });

  test("a grade below the table needs a person's reason, and the right to the grade of the table", () => {
    const h = verified("collapse");
    expect(h.refused(officer, "incident.grade", { incident: h.incident, grade: 4, reason: " ", consequence: { deaths: 10 } })).toMatchObject({ code: "bad_request", message: expect.stringContaining("reason") });
    for (const who of [officer, chief]) expect(h.refused(who, ...grade(h.incident, 4, { deaths: 10 }))).toMatchObject({ code: "no_right", message: expect.stringContaining("493号") });
    h.does(commander, ...grade(h.incident, 3, { deaths: 10 }));
    expect(h.the()).toMatchObject({ grade: 3, byTable: { grade: 2, because: "deaths" } });
    expect(h.the().log.at(-1)).toMatchObject({ kind: "incident.grade", text: "现场清点" });
    // Graver than the table is a person's to say, too.
    const graver = verified("collapse");
    graver.does(commander, ...grade(graver.incident, 1, { deaths: 1 }));
    expect(graver.the()).toMatchObject({ grade: 1, byTable: { grade: 4 } });
  });

  test("there is no table for a flood, and none for what is not known", () => {
    const flood = verified("flood");
    expect(flood.does(officer, ...grade(flood.incident, 4, { deaths: 10 }))).toEqual({ incident: flood.incident });
    expect(flood.the()).not.toHaveProperty("byTable");
    const unknown = verified("collapse");
    expect(unknown.does(officer, ...grade(unknown.incident, 4))).toEqual({ incident: unknown.incident });
    const other = verified("blackout");
    expect(other.does(officer, ...grade(other.incident, 4, { deaths: 40 }))).not.toHaveProperty("byTable");
  });

  test("a consequence is a count of what is known: none below zero, and not an empty one", () => {
    const h = verified("collapse");
    for (const consequence of [{}, { deaths: -1 }, { deaths: 1.5 }, { loadLostPercent: 101 }, { rumours: 3 }]) expect(h.refused(commander, ...grade(h.incident, 4, consequence))).toMatchObject({ code: "bad_request", message: expect.stringContaining("consequence") });
  });
});

describe("what is known better later", () => {
  test("title, place, type and what came of it change, files are added once, and the log says what", () => {
    const h = upTo("handling");
    h.does(officer, "incident.update", { incident: h.incident, title: "【模拟】地铁口积水", type: "collapse", files: ["file-1", "file-2"], consequence: { injured: 11 } });
    h.does(officer, "incident.update", { incident: h.incident, files: ["file-2", "file-3"], consequence: { deaths: 0 }, point: [113.456, 23] });
    expect(h.the()).toMatchObject({ title: "【模拟】地铁口积水", type: "collapse", topic: "emergency-command", files: ["file-1", "file-2", "file-3"], consequence: { injured: 11, deaths: 0 }, point: [113.456, 23], state: "handling" });
    expect(h.the().log.slice(-2)).toMatchObject([{ kind: "incident.update", text: "标题改为“【模拟】地铁口积水”；更改类型；更新后果数据；附件2份" }, { text: "更新后果数据；附件1份；更新位置", awayKm: 45.6 }]);
    expect(h.incidents.decide(officer, "incident.update", { incident: h.incident, description: "水退" }, NOW).result).toMatchObject({ byTable: { grade: 3, because: "injured" } });
  });

  test("an update says something, of files that were sent, and never of what is over", () => {
    const h = upTo("closed");
    expect(h.refused(officer, "incident.update", { incident: h.incident })).toMatchObject({ code: "bad_request" });
    expect(h.refused(officer, "incident.update", { incident: h.incident, title: "\u200b" })).toMatchObject({ code: "bad_request" });
    expect(h.refused(officer, "incident.update", { incident: h.incident, type: "ufo" })).toMatchObject({ code: "bad_request" });
    expect(h.refused(officer, "incident.update", { incident: h.incident, title: "晚" })).toMatchObject({ code: "illegal_transition", details: { state: "closed" } });
    expect(h.refused(fire, "incident.update", { incident: h.incident, title: "晚" })).toMatchObject({ code: "no_right" });
    const open = upTo("pending");
    expect(open.refused(officer, "incident.update", { incident: open.incident, files: ["nothing"] })).toMatchObject({ code: "not_found" });
    for (let i = 0; i < 5; i++) open.does(officer, "incident.update", { incident: open.incident, files: Array.from({ length: 9 }, (_, n) => `file-${i}-${n}`) });
    expect(open.refused(officer, "incident.update", { incident: open.incident, files: ["a", "b", "c", "d", "e", "f"].map((n) => `file-${n}`) })).toMatchObject({ code: "guard", message: expect.stringContaining("51") });
  });

  test("a report says where it came from; an alert and a signal are sources themselves", () => {
    const h = house();
    const source = (more: object) => h.incidents.incident(reported(h, more).incident)!.source;
    expect([source({}), source({ source: "hotline" }), source({ alert: "alr-1" }), source({ warning: "cap-1" }), source({ warning: "cap-1", source: "phone" })]).toEqual([undefined, "hotline", "alert", "warning", "phone"]);
    for (const from of ["alert", "warning"]) expect(h.refused(officer, "incident.report", { ...report, source: from })).toMatchObject({ code: "bad_request", message: expect.stringContaining(`"${from}"`) });
    expect(h.refused(officer, "incident.report", { ...report, source: "rumour" })).toMatchObject({ code: "bad_request" });
  });

  test("an alert whose incident came to nothing may become another", () => {
    const h = house();
    const { incident } = reported(h, { alert: "alr-1" });
    h.does(officer, "incident.reject", { incident, reason: "误报" });
    const again = reported(h, { alert: "alr-1" }).incident;
    expect(h.alerts["alr-1"]!.incident).toBe(again);
    expect(h.refused(officer, "incident.report", { ...report, alert: "alr-1" })).toMatchObject({ code: "guard", details: { incident: again } });
  });
});

describe("suspension", () => {
  const until = (ms: number) => formatTime(NOW + ms);

  test("ends by itself at its day, and not before", () => {
    const h = upTo("handling");
    h.does(chief, "incident.suspend", { incident: h.incident, reason: "等待退水", until: until(2 * DAY) });
    expect([h.the().state, h.the().suspended, h.timers.size]).toEqual(["suspended", { until: until(2 * DAY), times: 1 }, 1]);
    h.pass(2 * DAY - 1);
    expect(h.the().state).toBe("suspended");
    h.pass(1);
    expect([h.the().state, h.the().log.at(-1)]).toMatchObject(["handling", { kind: "incident.resume", actor: "system", text: "挂起到期" }]);
  });

  test("what units did meanwhile counts: when nothing is left to do it goes to its check", () => {
    const h = upTo("handling");
    h.does(chief, "incident.suspend", { incident: h.incident, reason: "r", until: until(DAY) });
    expect(h.refused(commander, "task.dispatch", { incident: h.incident, unit: "440103:fire", text: "t", deadline: LATER })).toMatchObject({ code: "illegal_transition", details: { state: "suspended", legal: ["incident.resume", "incident.update", "incident.escalate", "incident.cancel"] } });
    h.does(fire, "task.finish", { task: h.task });
    h.does(officer, "task.check", { task: h.task, passed: true, text: "好" });
    expect(h.the().state).toBe("suspended");
    h.does(chief, "incident.resume", { incident: h.incident, reason: "水已退" });
    expect([h.the().state, h.timers.size, h.entries.slice(-2).map(({ kind }) => kind)]).toEqual(["checking", 0, ["incident.resume", "incident.checking"]]);
  });

  test("a second one, one without a day to come, and one of what is not handled are refused", () => {
    const h = upTo("handling");
    const suspend = (day: string) => ["incident.suspend", { incident: h.incident, reason: "r", until: day }] as const;
    expect(h.refused(officer, ...suspend(until(DAY)))).toMatchObject({ code: "no_right" });
    for (const day of [until(0), until(90 * DAY + 1)]) expect(h.refused(chief, ...suspend(day))).toMatchObject({ code: "guard", details: { state: "handling" } });
    expect(h.refused(chief, ...suspend("明天"))).toMatchObject({ code: "bad_time" });
    h.does(chief, ...suspend(until(DAY)));
    h.does(chief, "incident.resume", { incident: h.incident });
    expect(h.refused(chief, ...suspend(until(2 * DAY)))).toMatchObject({ code: "guard", message: expect.stringContaining("once") });
    const early = upTo("graded");
    expect(early.refused(chief, "incident.suspend", { incident: early.incident, reason: "r", until: until(DAY) })).toMatchObject({ code: "illegal_transition" });
    expect(early.refused(chief, "incident.resume", { incident: early.incident })).toMatchObject({ code: "illegal_transition" });
  });
});

describe("a false alarm", () => {
  test("waits for a second person; then its orders are withdrawn in the same decision", () => {
    const h = upTo("handling");
    const other = h.does(commander, "task.dispatch", { incident: h.incident, unit: "4401:fire", text: "t", deadline: LATER }).task;
    const ask = h.incidents.decide(commander, "incident.cancel", { incident: h.incident, reason: "演练误报" }, NOW);
    expect(ask).toMatchObject({ drafts: [], second: { about: `incident ${h.incident}`, region: "440103", right: "second", data: { incident: h.incident, reason: "演练误报" } } });
    expect(h.does(commander, "incident.cancel", { incident: h.incident, reason: "演练误报" }, "chief@44")).toEqual({ incident: h.incident, withdrawn: [h.task, other] });
    expect(h.entries.slice(-3).map(({ kind }) => kind)).toEqual(["incident.cancel", "task.withdraw", "task.withdraw"]);
    expect([h.the().state, h.order().state]).toEqual(["cancelled", "withdrawn"]);
    expect(h.the().log.find(({ kind }) => kind === "incident.cancel")).toMatchObject({ confirmedBy: "chief@44", actor: "commander@44", text: "演练误报" });
  });

  test("is said by who may set its grade, and may take back every order of it", () => {
    const h = upTo("handling");
    expect(h.refused(chief, "incident.cancel", { incident: h.incident, reason: "r" })).toMatchObject({ code: "no_right", message: expect.stringContaining("above 4401") });
    expect(h.refused(fire, "incident.cancel", { incident: h.incident, reason: "r" })).toMatchObject({ code: "no_right" });
    const grave = upTo("verified");
    grave.does(commander, "incident.grade", { incident: grave.incident, grade: 2, reason: "r" });
    for (const who of [officer, chief]) expect(grave.refused(who, "incident.cancel", { incident: grave.incident, reason: "r" })).toMatchObject({ code: "no_right" });
    expect(upTo("closed").refused(commander, "incident.cancel", { incident: upTo("closed").incident, reason: "r" })).toMatchObject({ code: "illegal_transition" });
  });

  test("what a unit has finished is still checked, and a suspension ends with it", () => {
    const done = upTo("finished");
    done.does(commander, "incident.cancel", { incident: done.incident, reason: "r" }, "chief@44");
    expect(done.order().state).toBe("finished");
    done.does(officer, "task.check", { task: done.task, passed: true, text: "好" });
    expect([done.order().state, done.the().state]).toEqual(["closed", "cancelled"]);
    const h = upTo("handling");
    h.does(chief, "incident.suspend", { incident: h.incident, reason: "r", until: formatTime(NOW + DAY) });
    h.does(commander, "incident.cancel", { incident: h.incident, reason: "r" }, "chief@44");
    expect(h.timers.size).toBe(0);
  });
});

describe("handed on", () => {
  const [a, b] = [as("officer", "4401"), as("officer", "4408")];

  test("A to B and back to A is named 推诿 and goes to the common superior, who decides", () => {
    const h = upTo("verified");
    expect(h.does(a, "incident.transfer", { incident: h.incident, region: "4408", reason: "在对岸" })).toEqual({ incident: h.incident, region: "4408" });
    expect(h.refused(a, "incident.grade", { incident: h.incident, grade: 4, reason: "r" })).toMatchObject({ code: "not_found" });
    expect(h.does(b, "incident.transfer", { incident: h.incident, region: "4401", reason: "不属我市" })).toEqual({ incident: h.incident, region: "44", cameBack: "4401" });
    expect(h.the()).toMatchObject({ region: "44", state: "verified", transfers: [{ from: "440103", to: "4408", by: "officer@4401" }, { from: "4408", to: "44", by: "officer@4408", cameBack: "4401", reason: "不属我市" }] });
  });

  test("what the superior decides stays decided, and what comes back after that comes back to them", () => {
    const h = upTo("verified");
    const through = (who: typeof a, region: string) => h.does(who, "incident.transfer", { incident: h.incident, region, reason: "r" });
    h.does(as("officer", "440103"), "incident.transfer", { incident: h.incident, region: "4408", reason: "r" });
    expect(through(b, "440103")).toMatchObject({ region: "44", cameBack: "440103" });
    expect(h.the().log.at(-1)).toMatchObject({ kind: "incident.transfer", text: "推诿：r", region: "44" });
    expect(through(commander, "440103")).toEqual({ incident: h.incident, region: "440103" });
    expect(through(a, "4408")).toMatchObject({ region: "44", cameBack: "4408" });
    through(commander, "4408");
    // Whoever stands above both has decided; that it comes back is said all the same.
    expect(through(commander, "440103")).toMatchObject({ region: "440103", cameBack: "440103" });
  });

  test("nothing is handed upward, to nowhere, to where it is, or once somebody was sent", () => {
    const h = upTo("graded");
    const to = (region: string) => h.refused(a, "incident.transfer", { incident: h.incident, region, reason: "r" });
    expect([to("4401").code, to("440103").code, to("990000").code]).toEqual(["guard", "guard", "not_found"]);
    expect(to("4401").message).toContain("incident.escalate");
    const late = upTo("dispatched");
    expect(late.refused(a, "incident.transfer", { incident: late.incident, region: "4408", reason: "r" })).toMatchObject({ code: "illegal_transition" });
  });

  test("escalated it is told one level higher each time, and stays in its state; a unit may do so for its own order", () => {
    const h = upTo("handling");
    expect(h.does(fire, "incident.escalate", { incident: h.incident, reason: "力量不足" })).toEqual({ incident: h.incident, to: "4401" });
    expect(h.the()).toMatchObject({ escalated: true, escalatedTo: "4401", state: "handling" });
    expect(h.does(officer, "incident.escalate", { incident: h.incident, reason: "r" })).toMatchObject({ to: "44" });
    expect(h.refused(officer, "incident.escalate", { incident: h.incident, reason: "r" })).toMatchObject({ code: "guard" });
    expect(h.refused(as("unit", "440103", "440103:emergency"), "incident.escalate", { incident: h.incident, reason: "r" })).toMatchObject({ code: "no_right" });
    expect(h.refused(as("unit", "440882", "440882:fire"), "incident.escalate", { incident: h.incident, reason: "r" })).toMatchObject({ code: "not_found" });
    expect(upTo("closed").refused(officer, "incident.escalate", { incident: upTo("closed").incident, reason: "r" })).toMatchObject({ code: "illegal_transition" });
  });
});

describe("after the close", () => {
  test("it is taken up again within seven days, and on the eighth no more", () => {
    const h = upTo("closed");
    const { closedAt } = h.the();
    expect(closedAt).toBe(formatTime(NOW));
    h.pass(7 * DAY);
    const again = h.incidents.decide(officer, "incident.reopen", { incident: h.incident, reason: "复积" }, h.now());
    expect(again.drafts.map(({ kind }) => kind)).toEqual(["incident.reopen"]);
    h.pass(1);
    expect(h.refused(officer, "incident.reopen", { incident: h.incident, reason: "复积" })).toMatchObject({ code: "guard", details: { state: "closed" } });
    const soon = upTo("closed");
    soon.does(officer, "incident.reopen", { incident: soon.incident, reason: "复积" });
    expect(soon.the()).toMatchObject({ state: "handling" });
    for (const gone of ["closedAt", "closedFrom", "evaluateBy"]) expect(soon.the()).not.toHaveProperty(gone);
    expect(soon.refused(officer, "incident.reopen", { incident: soon.incident, reason: "r" })).toMatchObject({ code: "illegal_transition" });
  });

  test("it is evaluated once, by a level above the one that closed it", () => {
    const h = upTo("closed");
    const evaluate = (who: typeof chief, score = 85) => [who, "incident.evaluate", { incident: h.incident, score, text: "到场及时" }] as const;
    for (const who of [chief, as("chief", "440103"), officer]) expect(h.refused(...evaluate(who))).toMatchObject({ code: "no_right" });
    expect(h.refused(...evaluate(commander, 101))).toMatchObject({ code: "bad_request" });
    h.does(...evaluate(commander));
    expect(h.the()).toMatchObject({ state: "evaluated", evaluation: { score: 85, text: "到场及时", by: "commander@44" } });
    expect(h.refused(...evaluate(commander))).toMatchObject({ code: "illegal_transition", details: { state: "evaluated", legal: [] } });
    expect(h.refused(officer, "incident.reopen", { incident: h.incident, reason: "r" })).toMatchObject({ code: "illegal_transition" });
  });

  test("above the province nobody sits: what it has closed another of its posts evaluates", () => {
    const h = upTo("checking");
    h.does(commander, "incident.close", { incident: h.incident, text: "办结" });
    const evaluate = (who: typeof chief) => [who, "incident.evaluate", { incident: h.incident, score: 85, text: "t" }] as const;
    expect(h.refused(...evaluate(commander))).toMatchObject({ code: "no_right" });
    expect(h.refused(...evaluate(chief))).toMatchObject({ code: "no_right" });
    h.does(...evaluate(as("chief", "44")));
    expect(h.the().state).toBe("evaluated");
  });

  test("what is graver than 一般 is to be evaluated within ten working days", () => {
    const h = upTo("checking");
    h.does(officer, "incident.close", { incident: h.incident, text: "办结" });
    expect(h.the()).not.toHaveProperty("evaluateBy");
    const grave = upTo("verified");
    grave.does(commander, "incident.grade", { incident: grave.incident, grade: 3, reason: "r" });
    const task = grave.does(commander, "task.dispatch", { incident: grave.incident, unit: "440103:fire", text: "t", deadline: LATER }).task;
    grave.does(commander, "task.withdraw", { task, reason: "r" });
    grave.does(officer, "incident.close", { incident: grave.incident, text: "办结" });
    const days = (parseTime(grave.the().evaluateBy!)! - NOW) / DAY;
    expect(days).toBeGreaterThan(10);
    expect(days).toBeLessThan(20);
  });
});

test("[journal] all of it told again is the same", () => {
  const h = upTo("handling");
  h.does(chief, "incident.suspend", { incident: h.incident, reason: "r", until: formatTime(NOW + DAY) });
  h.pass(DAY);
  const other = reported(h).incident;
  h.does(officer, "incident.transfer", { incident: other, region: "4408", reason: "r" });
  h.does(commander, "incident.update", { incident: other, title: "【模拟】改" });
  h.does(commander, "incident.merge", { incident: other, into: h.incident, reason: "r" });
  h.does(commander, "incident.escalate", { incident: h.incident, reason: "r" });
  h.does(commander, "incident.cancel", { incident: h.incident, reason: "r" }, "chief@44");
  const again = house();
  for (const entry of h.entries) again.incidents.apply(entry);
  expect([...again.incidents.incidents()]).toEqual([...h.incidents.incidents()]);
  expect([...again.incidents.tasks()]).toEqual([...h.incidents.tasks()]);
});

test("[journal] where what they speak of was erased, nothing stops the fold", () => {
  const h = upTo("handling");
  const into = reported(h).incident;
  for (const [kind, more] of [["incident.verify", { note: "n" }], ["incident.grade", { grade: 4, reason: "r" }]] as const) h.does(officer, kind, { incident: into, ...more });
  h.does(officer, "incident.merge", { incident: h.incident, into, reason: "r" });
  for (const erased of h.entries.filter(({ kind }) => kind === "incident.report").map(({ seq }) => seq)) {
    const again = house();
    expect(() => h.entries.forEach((entry) => again.incidents.apply(entry.seq === erased ? (({ body: _body, salt: _salt, ...rest }) => rest)(entry) : entry))).not.toThrow();
  }
});
