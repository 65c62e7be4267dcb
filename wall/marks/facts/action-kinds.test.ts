import { describe, expect, test } from "vitest";
import { formatTime, HOUR, MINUTE } from "../../../model/time.ts";
import { TOLD_AT, toldCell, toldFrom, toldReader } from "../../../tests/fixtures/told-world.ts";
import { isBehind } from "../plan-progress.ts";
import * as alertTally from "./alert-tally.ts";
import * as funnel from "./funnel.ts";
import * as orderLog from "./order-log.ts";
import * as planProgress from "./plan-progress.ts";
import * as receipt from "./receipt.ts";
import * as resource from "./resource.ts";
import * as rollcall from "./rollcall.ts";
import type { Measured } from "./standpoint.ts";

const ago = (minutes: number): string => formatTime(TOLD_AT - minutes * MINUTE);
const measured: Measured[] = [
  { id: "emg.team.ready", title: { zh: "可用救援队伍", en: "teams" }, unit: "支", decimals: 0, rollup: "sum", cadence: HOUR },
  { id: "emg.duty.check", title: { zh: "值班点名应答率", en: "roll call" }, unit: "%", decimals: 1, rollup: "ratio", cadence: HOUR },
  { id: "moved", title: { zh: "转移", en: "moved" }, unit: "人", decimals: 0, rollup: "sum", cadence: HOUR },
  { id: "toMove", title: { zh: "应转移", en: "to move" }, unit: "人", decimals: 0, rollup: "sum", cadence: HOUR },
];
const from = toldFrom({ measured, names: { "4408": "湛江", "4401": "广州", "4409": "茂名" } });
/** Between digits and their units stand thin spaces. */
const plain = (text: string): string => text.replaceAll("\u2009", " ");
const step = (seq: number, kind: string, minutes: number) => ({ seq, kind, at: ago(minutes), actor: "x", text: "" });
const task = (id: string, more: object = {}) => ({ id, incident: "i", unit: `4408:${id}`, unitName: `湛江${id}`, text: "前往", state: "dispatched", dispatchedFrom: "44", dispatchedBy: "officer@44", dispatchedAt: ago(30), deadline: ago(-30), log: [step(1_047, "task.dispatch", 30)], copied: [], incidentTitle: "", regionName: "", ...more });
const seenTasks = (...tasks: readonly object[]) => toldReader({ records: { tasks } });

describe("the order log", () => {
  const log = (...tasks: readonly object[]) => orderLog.data(orderLog.read(seenTasks(...tasks), {}), {}, from).rows;
  test("what is overdue stands first, the latest before the less late; then the newest", () => {
    const rows = log(task("a", { dispatchedAt: ago(5) }), task("b", { deadline: ago(3) }), task("c", { dispatchedAt: ago(2) }), task("d", { deadline: ago(40) }), task("e", { state: "returned" }));
    expect(rows.map(({ id, due }) => [id, plain(due!.text)])).toEqual([["d", "超时 40 分"], ["b", "超时 3:00"], ["e", "已退回"], ["c", "余 30 分"], ["a", "余 30 分"]]);
    expect(rows.map(({ due }) => due!.isPressing)).toEqual([true, true, true, false, false]);
  });
  test("an order has its number in the journal, its time, its way, and only the receipts that came", () => {
    expect(log(task("a", { state: "onScene", log: [step(1_047, "task.dispatch", 30), step(1_050, "task.accept", 26), step(1_055, "task.arrive", 9)] }))[0]).toMatchObject({
      no: "№1,047", at: "08:30", way: "省 → 湛江a", receipts: [{ word: "收", at: "08:34" }, { word: "到", at: "08:51" }, { word: "办", at: null }],
    });
  });
  test("a closed order is late for nobody, whatever its deadline was", () => {
    expect(log(task("a", { state: "closed", deadline: ago(300) }))[0]).toMatchObject({ isOver: true, due: { text: "已办结", isPressing: false } });
    expect(orderLog.card(orderLog.read(seenTasks(), {}), {}, from).empty).toBe("尚未下发指令（09:00 核）");
  });
});

test("the strip counts what went out and how far each came; a later receipt says that the earlier ones came, and what was withdrawn is awaited of nobody", () => {
  const seen = receipt.read(seenTasks(task("a"), task("b", { state: "onScene", log: [step(2, "task.arrive", 9)], deadline: ago(1) }), task("c", { state: "closed", log: [step(3, "task.finish", 5)] }), task("d", { state: "withdrawn" })), {});
  const { steps, rows } = receipt.data(seen, {}, from);
  expect(steps.map(({ word, count }) => `${word} ${count}`)).toEqual(["发 3", "收 2", "到 2", "办 1"]);
  expect(rows.map(({ unit, counts, isLate }) => [unit, counts, isLate])).toEqual([["湛江b", [1, 1, 1, 0], true], ["湛江a", [1, 0, 0, 0], false], ["湛江c", [1, 1, 1, 1], false]]);
  expect(receipt.spoken(seen, {}, from)).toBe("收应办：发 3、收 2、到 2、办 1；超时 湛江b。");
});

describe("the stages of incidents", () => {
  const incident = (state: string, ...log: readonly object[]) => ({ id: `${state}${log.length}`, state, reportedAt: ago(100), tasks: [], log: [step(1, "incident.report", 100), ...log] });
  test("how long an incident stands at its stage is counted from the entry that brought it there, and work from its first order", () => {
    const at = (state: string, ...log: readonly object[]) => funnel.timeAt(incident(state, ...log) as never, TOLD_AT);
    expect(at("pending")).toBe(100 * MINUTE);
    expect(at("verified", step(2, "incident.verify", 40))).toBe(40 * MINUTE);
    expect(at("handling", step(2, "task.dispatch", 30), step(3, "task.dispatch", 10))).toBe(30 * MINUTE);
    expect(at("closed", step(9, "incident.close", 20)), "in all").toBe(80 * MINUTE);
    expect(at("graded"), "its log does not say").toBeUndefined();
    expect(at("cancelled")).toBeUndefined();
  });
  test("each stage has its count, and a median only where somebody stands", () => {
    const seen = funnel.read(toldReader({ records: { incidents: [incident("verified", step(2, "incident.verify", 40)), incident("verified", step(2, "incident.verify", 20), step(3, "note", 1)), incident("closed", step(9, "incident.close", 20))] } }), {});
    expect(funnel.data(seen, {}, from).stages.filter(({ count }) => count > 0).map(({ word, count, median, longest }) => [word, count, plain(median), plain(longest)])).toEqual([["核实", 2, "中位 30 分", "最久 40 分"], ["办结", 1, "历时 1 时 20 分", ""]]);
    expect(plain(funnel.spoken(seen, {}, from))).toBe("事件阶段：核实 2（中位 30 分）、办结 1（历时 1 时 20 分）。");
  });
});

test("the tally counts what still holds, by level and topic; a level without any keeps its place with 0", () => {
  const alert = (id: string, severity: number, state: string, topic = "met") => ({ id, severity, state, topic, place: "440825", within: ["44", "4408", "440825"], indicator: "x", raisedAt: ago(1) });
  const seen = alertTally.read(toldReader({ records: { alerts: [alert("a", 2, "unacknowledged"), alert("b", 2, "acknowledged", "water"), alert("c", 2, "returned"), alert("d", 4, "unacknowledged", "water")] } }), {});
  const { levels, topics } = alertTally.data(seen, {}, from);
  expect(levels.map(({ severity, count, open }) => [severity, count, open])).toEqual([[1, 0, ""], [2, 2, "未确认 1"], [3, 0, ""], [4, 1, "未确认 1"]]);
  expect(topics.map(({ id, counts }) => [id, counts])).toEqual([["water", [0, 1, 0, 1]], ["met", [0, 1, 0, 0]]]);
  expect(alertTally.spoken(seen, {}, { ...from, isDisplay: true })).toBe("研判告警：橙色 2 处（未确认 1）、蓝色 1 处（未确认 1）。不含敏感类。");
});

test("a roll call stands out where a standard of its indicator says that too few answered, and only there", () => {
  const rule = (level: 2 | 3, value: number) => ({ id: `r${level}`, indicator: "emg.duty.check", level, when: { op: "<" as const, value }, holdMs: 0, deadband: 0, source: "s" });
  const at = (value: number) => rollcall.rollState({ ...toldCell("4401", value), coverage: { have: 2, of: 2, level: "town" } }, [rule(3, 98), rule(2, 90)]);
  expect([100, 99.6, 98, 97.9, 60].map(at)).toEqual(["all", "some", "some", "low", "low"]);
});
test("a roll call names who did not answer first; all answered is only said where all reported", () => {
  const share = (place: string, value: number | null, have = 2, state = value === null ? "never" : "fresh") => toldCell(place, value, { state: state as "fresh", coverage: { have, of: 2, level: "town" } });
  const reader = toldReader({ cells: { "emg.duty.check|city": [share("4401", 100), share("4408", 98.2), share("4409", null), share("4407", 100, 1), share("4406", null, 0, "down")], "emg.duty.check|province": [share("44", 99.1)] } });
  const seen = rollcall.read(reader, {});
  expect(rollcall.data(seen, {}, from).cells.map(({ id, state, figure }) => [id, state, figure.text])).toEqual([["4408", "some", "98.2"], ["4407", "some", "100.0"], ["4406", "cut", "断线"], ["4409", "unreported", "未上报"], ["4401", "all", "齐"]]);
  expect(rollcall.spoken(seen, {}, from)).toBe("值班点名应答率 99.1 %：未齐 2 处（湛江 98.2 %、4407 100.0 %），齐 1 处，断线 1 处，未上报 1 处。");
});

describe("progress against a plan", () => {
  test("a share is only of what both sides have told; of a plan of nothing there is none", () => {
    const [done, plan] = [toldCell("4401", 50), toldCell("4401", 200)];
    expect(planProgress.shareOf(done, plan, true)).toBe(0.25);
    expect(planProgress.shareOf(done, undefined, false)).toBe(0.5);
    for (const bad of [undefined, toldCell("4401", null), toldCell("4401", 0), toldCell("4401", 200, { state: "down" })]) expect(planProgress.shareOf(done, bad, true)).toBeNull();
    expect(planProgress.shareOf(toldCell("4401", null), plan, true)).toBeNull();
  });
  test("who is behind the time that has gone is named, and what is not known comes last and is behind nothing", () => {
    const config = { title: { zh: "转移", en: "moved" }, done: "moved", plan: "toMove", from: ago(30), due: ago(-30) };
    const amounts = (values: Readonly<Record<string, number | null>>) => Object.entries(values).map(([place, value]) => toldCell(place, value));
    const reader = toldReader({ cells: { "moved|city": amounts({ "4401": 90, "4408": 10, "4409": null }), "toMove|city": amounts({ "4401": 100, "4408": 100, "4409": 100 }), "moved|province": amounts({ "44": 100 }), "toMove|province": amounts({ "44": 300 }) } });
    const seen = planProgress.read(reader, config);
    const { rows, pace, due } = planProgress.data(seen, config, from);
    expect([pace, due]).toEqual([0.5, "须于 09:30 前完成"]);
    expect(rows.map((row) => [row.name, row.share, isBehind(row, pace)])).toEqual([["湛江", 0.1, true], ["广州", 0.9, false], ["茂名", null, false]]);
    expect(planProgress.spoken(seen, config, from)).toBe("转移：100 人/300，须于 09:30 前完成；落后 1 处，湛江 10.0%；1 处无数。");
    expect(planProgress.data(seen, { ...config, due: ago(5) }, from).due).toBe("已过限 08:55");
  });
});

test("a unit with two orders is one unit out, as far as the order that is furthest; what is not reported of teams is not 0", () => {
  const reader = toldReader({
    cells: { "emg.team.ready|city": [toldCell("4401", 40), toldCell("4408", null)], "emg.team.ready|province": [toldCell("44", 40)] },
    records: { tasks: [task("消防"), task("消防", { state: "onScene" }), task("供电", { deadline: ago(4) }), task("旧", { state: "closed" }), task("退", { state: "returned" })] },
  });
  const seen = resource.read(reader, {});
  const { rows, out } = resource.data(seen, {}, from);
  expect(out.map(({ word, count }) => `${word} ${count}`)).toEqual(["出动 2", "途中 1", "到场 1"]);
  expect(rows.map(({ name, ready, out: n, units }) => [name, ready.text, n, ...units.map((unit) => `${unit.name} ${unit.state}`)])).toEqual([["湛江", "从未上报", 2, "湛江供电 超时", "湛江消防 到场"], ["广州", "40", 0]]);
  expect(resource.card(seen, {}, from).note).toBe("到场时间未报");
});
