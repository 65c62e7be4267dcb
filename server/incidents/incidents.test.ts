import { describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import type { Incident } from "../../model/incident.ts";
import { formatTime } from "../../model/time.ts";
import { as, chief, commander, fire, house, LATER, NOW, officer, report, upTo } from "../../tests/fixtures/incident-house.ts";

describe("the way from a report to a closed order", () => {
  test("each step moves incident and task as the contract says, and the timeline tells all of it", () => {
    const { the, order } = upTo("closed");
    expect([the().state, the().grade, order().state]).toEqual(["closed", 4, "closed"]);
    expect(the().log.map((s) => s.kind)).toEqual([
      "incident.report", "incident.verify", "incident.grade", "task.dispatch", "task.accept", "task.arrive", "task.report", "task.finish", "task.check", "incident.checking", "incident.close",
    ]);
    expect(the().log.map((s) => s.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(order().log.find((s) => s.kind === "task.arrive")).toMatchObject({ point: [113.2, 23.1], actor: "unit@440103:fire", text: "" });
    expect(the()).toMatchObject({ topic: "water", region: "440103", reportedBy: "officer@4401", escalated: false, tasks: [order().id] });
  });

  test("a passed check and the incident's own check are one decision, the first dispatch moves the incident", () => {
    const at = (state: Parameters<typeof upTo>[0]) => upTo(state).the().state;
    expect([at("pending"), at("verified"), at("graded"), at("dispatched"), at("finished"), at("checking")]).toEqual(["pending", "verified", "graded", "handling", "handling", "checking"]);
    const { incidents, task } = upTo("finished");
    expect(incidents.decide(officer, "task.check", { task, passed: true, text: "好" }, NOW).drafts.map((d) => d.kind)).toEqual(["task.check", "incident.checking"]);
  });

  test("a check that is not passed sends the unit back to work", () => {
    const { does, task, order, the } = upTo("finished");
    does(officer, "task.check", { task, passed: false, text: "仍有积水" });
    expect([order().state, the().state]).toEqual(["handling", "handling"]);
    does(fire, "task.finish", { task, text: "再次排水" });
    does(officer, "task.check", { task, passed: true, text: "好" });
    expect(the().state).toBe("checking");
    // Both logs say what came of each check.
    const checks = (log: readonly { kind: string; passed?: boolean }[]) => log.filter(({ kind }) => kind === "task.check").map(({ passed }) => passed);
    expect([checks(order().log), checks(the().log)]).toEqual([[false, true], [false, true]]);
  });

  test("deciding changes nothing until it is durable", () => {
    const { incidents, incident, the } = upTo("pending");
    incidents.decide(officer, "incident.verify", { incident, note: "n" }, NOW);
    expect(the().state).toBe("pending");
  });

  test("a command out of turn is refused, with the state and what is legal", () => {
    const { refused, incident, task } = upTo("dispatched");
    expect(refused(officer, "incident.verify", { incident, note: "n" })).toMatchObject({ code: "illegal_transition", status: 409, details: { state: "handling", legal: ["task.dispatch", "incident.merge", "incident.suspend", "incident.update", "incident.escalate", "incident.cancel"] } });
    expect(refused(officer, "incident.close", { incident, text: "t" })).toMatchObject({ code: "illegal_transition", details: { state: "handling" } });
    expect(refused(fire, "task.finish", { task })).toMatchObject({ code: "illegal_transition", details: { state: "dispatched", legal: ["task.accept", "task.return", "task.withdraw", "task.difficulty", "task.remind", "task.supervise"] } });
    expect(upTo("closed").refused(commander, "incident.close", { incident, text: "t" })).toMatchObject({ details: { state: "closed", legal: ["incident.reopen", "incident.evaluate"] } });
    const early = upTo("verified");
    expect(early.refused(commander, "task.dispatch", { incident: early.incident, unit: "440103:fire", text: "t", deadline: LATER })).toMatchObject({ code: "illegal_transition", details: { legal: ["incident.grade", "incident.merge", "incident.update", "incident.transfer", "incident.escalate", "incident.cancel"] } });
  });
});

describe("reports", () => {
  test("a village reports upward, and every level above sees it", () => {
    const { does, incidents } = house();
    const village = as("unit", "440103001001", "440103001001:emergency");
    const incident = does(village, "incident.report", { ...report, region: "440103001001" }).incident as string;
    for (const region of ["440103001", "440103", "4401", "44"]) expect(incidents.decide(as("officer", region), "incident.verify", { incident, note: "n" }, NOW).drafts).toHaveLength(1);
  });

  test("an alert becomes one incident, and both know of each other", () => {
    const { does, refused, entries, incidents } = house();
    const incident = does(officer, "incident.report", { ...report, alert: "alr-1" }).incident as string;
    expect(entries.map((e) => [e.kind, e.body])).toMatchObject([["incident.report", { alert: "alr-1" }], ["alert.linked", { alert: "alr-1", incident }]]);
    expect(incidents.incident(incident)!.alert).toBe("alr-1");
    expect(refused(officer, "incident.report", { ...report, alert: "alr-1" })).toMatchObject({ code: "guard", details: { incident } });
    expect(refused(officer, "incident.report", { ...report, alert: "alr-far" })).toMatchObject({ code: "not_found" });
    expect(refused(officer, "incident.report", { ...report, alert: "alr-none" })).toMatchObject({ code: "not_found" });
  });

  test("an incident is made of an alert of its own region, of a place in it or of the area around it, never of another city's", () => {
    const { does, refused } = house();
    expect(refused(commander, "incident.report", { ...report, region: "4401", alert: "alr-far" })).toMatchObject({ code: "not_found", message: expect.stringContaining(`of "4401"`) });
    expect(does(commander, "incident.report", { ...report, region: "4408", alert: "alr-far" })).toHaveProperty("incident");
    expect(does(commander, "incident.report", { ...report, region: "440103001", alert: "alr-1" })).toHaveProperty("incident");
  });

  test("a report must say what, where and when in words that exist", () => {
    const { refused } = house();
    expect(refused(officer, "incident.report", { ...report, type: "ufo" })).toMatchObject({ code: "bad_request" });
    expect(refused(officer, "incident.report", { ...report, title: "  " })).toMatchObject({ code: "bad_request" });
    expect(refused(officer, "incident.report", { ...report, title: "\u0000\u00ad\u200b" })).toMatchObject({ code: "bad_request", message: expect.stringContaining("shows nothing") });
    expect(refused(officer, "incident.report", { ...report, title: "\u0000\u202e\u200b" })).toMatchObject({ code: "bad_request", message: expect.stringContaining("shows nothing") });
    expect(refused(officer, "incident.report", { ...report, occurredAt: "2026-02-30T00:00:00+08:00" })).toMatchObject({ code: "bad_time" });
    expect(refused(officer, "incident.report", { ...report, occurredAt: formatTime(NOW + 121_000) })).toMatchObject({ code: "bad_time" });
    expect(refused(officer, "incident.report", { ...report, occurredAt: "1800-01-01T00:00:00+08:00" })).toMatchObject({ code: "bad_time", message: expect.stringContaining("before the year 2000") });
    expect(refused(officer, "incident.report", { ...report, files: ["nothing"] })).toMatchObject({ code: "not_found" });
    expect(refused(officer, "incident.report", { ...report, grade: 1 })).toMatchObject({ code: "bad_request", message: expect.stringContaining("data.grade") });
    expect(refused(officer, "incident.report", { ...report, title: 7 })).toMatchObject({ code: "bad_request", message: expect.stringContaining("data.title") });
    expect(refused(officer, "incident.erase", {})).toMatchObject({ code: "bad_request" });
    expect(refused(officer, "constructor", {})).toMatchObject({ code: "bad_request" });
  });
});

describe("who may", () => {
  test("grade 4 is the officer's, 3 the chief's, 2 and 1 the commander's", () => {
    const { incidents, refused, incident } = upTo("verified");
    const grade = (actor: Actor, level: number) => [actor, "incident.grade", { incident, grade: level, reason: "r" }] as const;
    for (const [actor, level] of [[officer, 4], [chief, 4], [chief, 3], [commander, 3], [commander, 2], [commander, 1]] as const) expect(incidents.decide(...grade(actor, level), NOW).drafts[0]!.body).toMatchObject({ grade: level });
    for (const [actor, level] of [[officer, 3], [officer, 1], [chief, 2], [chief, 1], [fire, 4]] as const) expect(refused(...grade(actor, level))).toMatchObject({ code: "no_right", status: 403 });
  });

  test("an officer orders the own region's units, a chief the next level's, a commander any, with copies to those skipped", () => {
    const { incidents, refused, incident } = upTo("graded");
    const order = (actor: Actor, unit: string) => [actor, "task.dispatch", { incident, unit, text: "t", deadline: LATER }] as const;
    const copied = (actor: Actor, unit: string) => (incidents.decide(...order(actor, unit), NOW).drafts[0]!.body as { copied: string[] }).copied;
    expect(copied(officer, "4401:fire")).toEqual([]);
    expect(copied(chief, "440103:fire")).toEqual([]);
    expect(copied(commander, "4401:fire")).toEqual([]);
    expect(copied(commander, "440103001001:emergency")).toEqual(["4401", "440103", "440103001"]);
    expect(copied(as("commander", "4401"), "440103001001:emergency")).toEqual(["440103", "440103001"]);
    for (const [actor, unit] of [[officer, "440103:fire"], [chief, "440103001:fire"], [fire, "440103:fire"]] as const) expect(refused(...order(actor, unit))).toMatchObject({ code: "no_right" });
    for (const [actor, unit] of [[officer, "4408:fire"], [officer, "44:fire"], [commander, "4401:nobody"]] as const) expect(refused(...order(actor, unit))).toMatchObject({ code: "not_found" });
  });

  test("in 东莞 the towns are the next level below the city", () => {
    const h = house();
    const city = as("chief", "4419");
    const incident = h.does(city, "incident.report", { ...report, region: "441900003" }).incident as string;
    h.does(city, "incident.verify", { incident, note: "n" });
    h.does(city, "incident.grade", { incident, grade: 3, reason: "r" });
    const order = (actor: Actor) => (h.incidents.decide(actor, "task.dispatch", { incident, unit: "441900003:fire", text: "t", deadline: LATER }, NOW).drafts[0]!.body as { copied: string[] }).copied;
    expect(order(city)).toEqual([]);
    expect(order(commander)).toEqual(["4419"]);
  });

  test("what lies outside is refused in the same words as what does not exist", () => {
    const far = as("officer", "4408");
    const { refused, incident, task } = upTo("finished");
    for (const [kind, id, rest] of [["incident.verify", incident, { note: "n" }], ["incident.close", incident, { text: "t" }]] as const) {
      const outside = refused(far, kind, { incident: id, ...rest });
      const nowhere = refused(far, kind, { incident: "inc-none", ...rest });
      expect([outside.code, outside.status, outside.details, outside.message.replace(id, "X")]).toEqual([nowhere.code, nowhere.status, nowhere.details, nowhere.message.replace("inc-none", "X")]);
    }
    expect(refused(far, "task.check", { task, passed: true, text: "t" })).toMatchObject({ code: "not_found" });
    expect(refused(far, "incident.report", report)).toMatchObject({ code: "not_found", message: refused(far, "incident.report", { ...report, region: "990000" }).message.replace("990000", "440103") });
    expect(refused(as("unit", "440882", "440882:fire"), "task.accept", { task })).toMatchObject({ code: "not_found" });
  });

  test("a unit answers for itself only", () => {
    const { refused, task } = upTo("dispatched");
    const neighbour = as("unit", "440103", "440103:emergency");
    for (const kind of ["task.accept", "task.arrive", "task.report", "task.finish"]) expect(refused(neighbour, kind, { task })).toMatchObject({ code: "no_right" });
    expect(refused(neighbour, "task.return", { task, reason: "r" })).toMatchObject({ code: "no_right" });
    expect(refused(officer, "task.accept", { task })).toMatchObject({ code: "no_right" });
    expect(refused(fire, "task.withdraw", { task, reason: "r" })).toMatchObject({ code: "no_right" });
  });

  test("nobody checks or closes what their own unit handled", () => {
    const ownOfficer: Actor = { ...as("officer", "440103"), unit: "440103:fire" };
    const { refused, task } = upTo("finished");
    expect(refused(ownOfficer, "task.check", { task, passed: true, text: "t" })).toMatchObject({ code: "no_right" });
    const done = upTo("checking");
    expect(done.refused(ownOfficer, "incident.close", { incident: done.incident, text: "t" })).toMatchObject({ code: "no_right" });
    expect(done.refused({ ...officer, account: fire.account }, "incident.close", { incident: done.incident, text: "t" })).toMatchObject({ code: "no_right" });
  });

  test("administrators, auditors, sources and displays handle no incidents", () => {
    const { refused, incident, task } = upTo("finished");
    for (const role of ["topicAdmin", "sysAdmin", "secAdmin", "auditor", "source", "device", "peer"] as const) {
      expect(refused(as(role, "44"), "incident.report", report)).toMatchObject({ code: "no_right" });
      expect(refused(as(role, "44"), "task.check", { task, passed: true, text: "t" })).toMatchObject({ code: "no_right" });
      expect(refused(as(role, "44"), "incident.close", { incident, text: "t" })).toMatchObject({ code: "no_right" });
    }
  });

  test("an order is taken back at the level that gave it or above, until the unit has finished", () => {
    const { refused, does, task, the, order } = upTo("handling");
    expect(refused(as("commander", "4401"), "task.withdraw", { task, reason: "r" })).toMatchObject({ code: "no_right" });
    does(commander, "task.withdraw", { task, reason: "误派" });
    expect([order().state, the().state]).toEqual(["withdrawn", "checking"]);
    const late = upTo("finished");
    expect(late.refused(commander, "task.withdraw", { task: late.task, reason: "r" })).toMatchObject({ code: "illegal_transition" });
  });
});

describe("guards", () => {
  test("arriving needs a point or a file", () => {
    const { refused, does, task, order } = upTo("accepted");
    expect(refused(fire, "task.arrive", { task, text: "到了" })).toMatchObject({ code: "guard", details: { state: "accepted", legal: ["task.arrive", "task.withdraw", "task.difficulty", "task.remind", "task.supervise"] } });
    expect(refused(fire, "task.arrive", { task, file: "unknown" })).toMatchObject({ code: "not_found" });
    does(fire, "task.arrive", { task, file: "file-1" });
    expect(order().state).toBe("onScene");
  });

  test("an arrival far from the incident's region is taken and marked with its distance; one inside or nearly so is not", () => {
    const arrive = (lon: number) => {
      const { does, task, order, entries } = upTo("accepted");
      does(fire, "task.arrive", { task, point: [lon, 23] });
      return [order().state, order().log.at(-1)!.awayKm, (entries.at(-1)!.body as { awayKm?: number }).awayKm];
    };
    expect(arrive(113)).toEqual(["onScene", undefined, undefined]);
    expect(arrive(113.015)).toEqual(["onScene", undefined, undefined]);
    expect(arrive(113.456)).toEqual(["onScene", 45.6, 45.6]);
  });

  test("a report whose point lies far from its region is taken and marked with its distance", () => {
    const reported = (lon: number) => {
      const { does, incidents } = house();
      const { incident } = does(officer, "incident.report", { ...report, point: [lon, 23] }) as { incident: string };
      return [incidents.incident(incident)!.log[0]!.awayKm, "awayKm" in incidents.incident(incident)!];
    };
    expect(reported(113)).toEqual([undefined, false]);
    expect(reported(113.456)).toEqual([45.6, false]);
  });

  test("a deadline lies in the future, and not beyond what any order takes", () => {
    const { refused, incident } = upTo("graded");
    const order = (deadline: string) => [commander, "task.dispatch", { incident, unit: "440103:fire", text: "t", deadline }] as const;
    expect(refused(...order(formatTime(NOW)))).toMatchObject({ code: "guard", details: { state: "graded", legal: ["task.dispatch", "incident.merge", "incident.update", "incident.transfer", "incident.escalate", "incident.cancel"] } });
    for (const far of [formatTime(NOW + 90 * 86_400_000 + 1), "9999-12-31T23:59:59+08:00"])
      expect(refused(...order(far))).toMatchObject({ code: "guard", message: expect.stringMatching(new RegExp(`deadline ${far.replace("+", "[+]")} lies more than 90 days ahead; it is 2026-01-01T08:00.*2026-04-01T08:00`)) });
    expect(refused(...order("tomorrow at the latest"))).toMatchObject({ code: "bad_time" });
  });

  test("an order is returned once; the second refusal is the superior's affair", () => {
    const { does, refused, task, incident, order, the } = upTo("dispatched");
    does(fire, "task.return", { task, reason: "不属本单位", propose: "440103:emergency" });
    expect([order().state, the().state]).toEqual(["returned", "handling"]);
    const second = does(commander, "task.dispatch", { incident, unit: "440103:fire", text: "仍请处置", deadline: LATER }).task as string;
    expect(refused(fire, "task.return", { task: second, reason: "r" })).toMatchObject({ code: "guard", details: { state: "dispatched" } });
    const other = does(commander, "task.dispatch", { incident, unit: "440103:emergency", text: "协助", deadline: LATER }).task as string;
    expect(refused(as("unit", "440103", "440103:emergency"), "task.return", { task: other, reason: "r", propose: "nobody" })).toMatchObject({ code: "not_found" });
    does(as("unit", "440103", "440103:emergency"), "task.return", { task: other, reason: "r" });
  });

  test("a returned order was carried out by nobody: the incident waits until it is withdrawn", () => {
    const { does, task, incident, the } = upTo("dispatched");
    does(fire, "task.return", { task, reason: "r" });
    expect(the().state).toBe("handling");
    const second = does(commander, "task.dispatch", { incident, unit: "4401:fire", text: "t", deadline: LATER }).task as string;
    does(commander, "task.withdraw", { task: second, reason: "r" });
    expect(the().state).toBe("handling");
    does(commander, "task.withdraw", { task, reason: "已另行下达" });
    expect(the().state).toBe("checking");
    does(commander, "task.dispatch", { incident, unit: "4401:fire", text: "t", deadline: LATER });
    expect(the().state).toBe("handling");
  });

  test("a returned order that nobody gives anew is withdrawn, and the incident goes on", () => {
    const { does, task, the } = upTo("dispatched");
    does(fire, "task.return", { task, reason: "r" });
    does(commander, "task.withdraw", { task, reason: "无需处置" });
    expect(the().state).toBe("checking");
  });

  test("a difficulty is told without changing the state", () => {
    const { does, task, order } = upTo("handling");
    does(fire, "task.difficulty", { task, text: "道路中断" });
    expect([order().state, order().difficulty]).toEqual(["handling", "道路中断"]);
  });
});

test("[journal] an erased entry is passed by, and what it named no longer stops the fold", () => {
  const { entries } = upTo("closed");
  const { incidents } = house();
  for (const entry of entries) incidents.apply(entry.seq === 1 ? (({ body: _body, salt: _salt, ...rest }) => rest)(entry) : entry);
  expect([...incidents.incidents()]).toEqual([]);
});

test("[journal] an entry that no legal decision can have made is refused", () => {
  const { entries } = upTo("closed");
  const { incidents } = house();
  for (const entry of entries.slice(0, 2)) incidents.apply(entry);
  expect(() => incidents.apply(entries[1]!)).toThrow(/verified.*no legal move/);
  expect(() => incidents.apply(entries[5]!)).toThrow(/no entry before it has made/);
});

describe("what a simulated world has, and the journal has not", () => {
  const step = (kind: string) => ({ seq: 0, at: formatTime(NOW - 60_000), kind, actor: "world", text: "" });
  const ofWorld = (state: Incident["state"], log: Incident["log"], more: Partial<Incident> = {}): Incident => ({
    id: "sim-440103001-7", type: "flood", topic: "water", region: "440103001", title: "【模拟】某镇内涝", state, reportedBy: "world", reportedAt: formatTime(NOW - 60_000), occurredAt: "2015-10-04T14:00:00+08:00", escalated: false, tasks: [], log, ...more,
  });
  const pending = ofWorld("pending", [step("incident.report")]);
  const graded = ofWorld("graded", [step("incident.report"), step("incident.verify"), step("incident.grade")], { grade: 4 });

  test("is listed beside what people reported, and nothing of it is written until somebody acts", () => {
    const { incidents, entries, does } = house([pending]);
    const own = does(officer, "incident.report", report).incident;
    expect([...incidents.incidents()].map(({ id }) => id)).toEqual([own, pending.id]);
    expect([...incidents.written()].map(({ id }) => id)).toEqual([own]);
    expect(incidents.incident(pending.id)).toBe(pending);
    expect(entries.map(({ kind }) => kind)).toEqual(["incident.report"]);
  });

  test("is written with the first that somebody does about it, as it stands, and once", () => {
    const { incidents, entries, does } = house([pending]);
    does(officer, "incident.verify", { incident: pending.id, note: "属实" });
    expect(entries.map(({ kind, actor }) => [kind, actor])).toEqual([["incident.report", "world"], ["incident.verify", officer.account]]);
    expect(incidents.incident(pending.id)).toMatchObject({ state: "verified", title: pending.title, region: "440103001", reportedBy: "world", reportedAt: pending.reportedAt, occurredAt: pending.occurredAt });
    does(officer, "incident.grade", { incident: pending.id, grade: 4, reason: "r" });
    expect(entries.filter(({ kind }) => kind === "incident.report")).toHaveLength(1);
    expect([...incidents.incidents()]).toHaveLength(1);
  });

  test("what the world has verified and graded can be ordered about at once, and the journal alone tells the same story", () => {
    const { incidents, entries, does } = house([graded]);
    does(commander, "task.dispatch", { incident: graded.id, unit: "440103:fire", text: "排水", deadline: LATER });
    expect(entries.map(({ kind }) => kind)).toEqual(["incident.report", "incident.verify", "incident.grade", "task.dispatch"]);
    const again = house();
    for (const entry of entries) again.incidents.apply(entry);
    expect(again.incidents.incident(graded.id)).toEqual(incidents.incident(graded.id));
    expect(incidents.incident(graded.id)).toMatchObject({ state: "handling", grade: 4 });
  });

  test("is nobody's who does not see it, and nothing any more once it is over: a refusal writes nothing", () => {
    const { refused, entries } = house([pending]);
    expect(refused(as("officer", "4408"), "incident.verify", { incident: pending.id, note: "n" })).toMatchObject({ code: "not_found" });
    const over = house([ofWorld("closed", [...graded.log, step("incident.close")], { grade: 4 })]);
    expect(over.refused(officer, "incident.verify", { incident: pending.id, note: "n" })).toMatchObject({ code: "illegal_transition", details: { state: "closed", legal: [] } });
    expect([...entries, ...over.entries]).toEqual([]);
  });
});

test("where what is reported has happened, no title begins as that of a simulated incident; where people play, it may", () => {
  for (const title of ["【模拟】桥下积水", " \u200b【\u200b模拟】桥下积水"]) {
    expect(house([], true).refused(officer, "incident.report", { ...report, title })).toMatchObject({ code: "bad_request", message: expect.stringContaining("【模拟】") });
    expect(house().does(officer, "incident.report", { ...report, title })).toHaveProperty("incident");
  }
  expect(house([], true).does(officer, "incident.report", { ...report, title: "桥下积水，不是【模拟】" })).toHaveProperty("incident");
});
