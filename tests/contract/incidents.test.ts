import { afterAll, beforeAll, expect, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { callerOf, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const [HEAD, CHIEF, DUTY, UNIT] = ["commander@44", "chief@4408", "officer@440882", "unit@440882"];
const inHours = (hours: number): string => formatTime(Date.now() + hours * 3_600_000);
const does = async (as: string, kind: string, data: object) => {
  const answer = await api.command(as, kind, data);
  if (answer.status !== 200) throw new Error(`${kind} by ${as}: ${answer.status} ${answer.text}`);
  return answer.body.result as Record<string, string>;
};
const report = (title: string, more: object = {}) => does(DUTY, "incident.report", { type: "tra.crash.major", region: "440882", title: `【模拟】${title}`, ...more });
const the = async (id: string, as = DUTY) => (await api.get(`/incidents/${id}`, as)).body;
/** Verified, graded, and one order given to the county's unit. */
async function ordered(incident: string): Promise<string> {
  await does(DUTY, "incident.verify", { incident, note: "交警核实" });
  await does(CHIEF, "incident.grade", { incident, grade: 3, reason: "两车相撞", consequence: { deaths: 3 } });
  const unit = (await api.demo()).find(({ account }) => account === UNIT)!.unit;
  return (await does(CHIEF, "task.dispatch", { incident, unit, text: "破拆救人", deadline: inHours(2) })).task!;
}

test("a second report of the same thing is offered with the first, and merged with it takes its order along", async () => {
  const { incident: first } = await report("国道相撞", { point: [110.09, 20.91], source: "phone" });
  const again = await report("国道车祸", { point: [110.0905, 20.91] });
  expect(again).toMatchObject({ similar: [{ incident: first, metres: 52, minutes: 0 }] });
  expect((await the(first!)).similar).toEqual([{ incident: again.incident, metres: 52, minutes: 0 }]);
  const task = await ordered(first!);
  await does(DUTY, "incident.verify", { incident: again.incident, note: "n" });
  await does(DUTY, "incident.grade", { incident: again.incident, grade: 4, reason: "r" });
  expect(await does(DUTY, "incident.merge", { incident: first, into: again.incident, reason: "同一起" })).toMatchObject({ tasks: [task] });
  expect(await the(first!)).toMatchObject({ state: "merged", mergedInto: again.incident, tasks: [], similar: [], source: "phone" });
  expect(await the(again.incident!)).toMatchObject({ state: "handling", merged: [first], tasks: [task], timeline: expect.arrayContaining([expect.objectContaining({ kind: "incident.merge", incident: first })]) });
  expect((await api.get(`/tasks/${task}`, UNIT)).body).toMatchObject({ incident: again.incident, state: "dispatched" });
  await does(UNIT, "task.accept", { task });
});

test("a false alarm is answered 202, is one only once another person agrees, and its order is withdrawn with it", async () => {
  const { incident } = await report("油罐车侧翻");
  const task = await ordered(incident!);
  const asked = await api.command(CHIEF, "incident.cancel", { incident, reason: "空车停靠" }, { id: "false-alarm" });
  expect([asked.status, asked.body]).toEqual([202, { pending: "false-alarm", needs: { confirm: ["commander", "chief"], region: "440882" }, expiresAt: expect.stringMatching(/\+08:00$/) }]);
  expect(await the(incident!)).toMatchObject({ state: "handling" });
  expect(await api.command(CHIEF, "confirm", { command: "false-alarm" })).toMatchObject({ status: 403 });
  expect(await api.command(HEAD, "confirm", { command: "false-alarm" })).toMatchObject({ status: 200, body: { result: { incident, withdrawn: [task] } } });
  expect([(await the(incident!)).state, (await api.get(`/tasks/${task}`, DUTY)).body.state]).toEqual(["cancelled", "withdrawn"]);
});

test("suspended until a day, taken up, closed, taken up again, and evaluated from above", async () => {
  const { incident } = await report("桥墩擦碰");
  const task = await ordered(incident!);
  expect(await api.command(DUTY, "incident.suspend", { incident, reason: "待检测", until: inHours(24) })).toMatchObject({ status: 403, body: { code: "no_right" } });
  expect(await api.command(CHIEF, "incident.suspend", { incident, reason: "待检测", until: "明天" })).toMatchObject({ status: 400, body: { code: "bad_time" } });
  await does(CHIEF, "incident.suspend", { incident, reason: "待检测", until: inHours(24) });
  expect((await api.get("/incidents?state=suspended", DUTY)).body.items).toMatchObject([{ id: incident, suspended: { times: 1 } }]);
  await does(CHIEF, "incident.resume", { incident });
  expect(await api.command(CHIEF, "incident.suspend", { incident, reason: "再待", until: inHours(24) })).toMatchObject({ status: 409, body: { code: "guard", details: { state: "handling" } } });
  await does(CHIEF, "task.withdraw", { task, reason: "已修" });
  await does(CHIEF, "incident.close", { incident, text: "通行" });
  await does(DUTY, "incident.reopen", { incident, reason: "又裂" });
  expect(await the(incident!)).toMatchObject({ state: "handling" });
  const unit = (await api.demo()).find(({ account }) => account === UNIT)!.unit;
  await does(CHIEF, "task.withdraw", { task: (await does(CHIEF, "task.dispatch", { incident, unit, text: "复核", deadline: inHours(1) })).task, reason: "已核" });
  await does(CHIEF, "incident.close", { incident, text: "通行" });
  expect(await api.command(CHIEF, "incident.evaluate", { incident, score: 90, text: "好" })).toMatchObject({ status: 403, body: { code: "no_right" } });
  await does(HEAD, "incident.evaluate", { incident, score: 90, text: "到场及时" });
  expect(await the(incident!)).toMatchObject({ state: "evaluated", evaluation: { score: 90, by: HEAD }, evaluateBy: expect.any(String) });
});

test("what is handed to a neighbour is theirs: whoever handed it on sees it no more", async () => {
  const { incident } = await report("县界拥堵");
  expect(await api.command(DUTY, "incident.transfer", { incident, region: "999999", reason: "r" })).toMatchObject({ status: 404 });
  expect(await does(DUTY, "incident.transfer", { incident, region: "440825", reason: "在徐闻" })).toEqual({ incident, region: "440825" });
  expect((await api.get(`/incidents/${incident}`, DUTY)).status).toBe(404);
  expect(await the(incident!, CHIEF)).toMatchObject({ region: "440825", transfers: [{ from: "440882", to: "440825", by: DUTY, reason: "在徐闻" }] });
  expect(await does(CHIEF, "incident.escalate", { incident, reason: "涉两县" })).toMatchObject({ to: "4408" });
  expect(await the(incident!, CHIEF)).toMatchObject({ escalated: true, state: "pending" });
});

test("no number of casualties is told to a display before a signed report says one", async () => {
  const { incident } = await report("大巴侧翻");
  await ordered(incident!);
  expect(await the(incident!)).toMatchObject({ consequence: { deaths: 3 }, byTable: { grade: 3, because: "deaths" } });
  const screen = (await api.demo()).find(({ role }) => role === "device")!.account;
  const seen = await the(incident!, screen);
  expect(seen).toMatchObject({ state: "handling", grade: 3 });
  expect(JSON.stringify(seen)).not.toMatch(/deaths|consequence/);
});

test("what a kind does not take is 400 by its field, and who may not is told so before what is there", async () => {
  const { incident } = await report("误拨");
  for (const [kind, data] of [["incident.reject", { incident, reason: " " }], ["incident.merge", { incident, reason: "r" }], ["incident.evaluate", { incident, score: 101, text: "t" }], ["incident.update", { incident }], ["incident.grade", { incident, grade: 4, reason: "r", consequence: { deaths: -1 } }]] as const)
    expect([kind, (await api.command(HEAD, kind, data)).status]).toEqual([kind, 400]);
  for (const kind of ["incident.reject", "incident.reopen", "incident.cancel", "incident.escalate"] as const) expect([kind, (await api.command("auditor@44", kind, { incident: "inc-none", reason: "r" })).status]).toEqual([kind, 403]);
  expect(await api.command(DUTY, "incident.merge", { incident, into: "inc-none", reason: "r" })).toMatchObject({ status: 404, body: { message: expect.stringContaining('incident "inc-none"') } });
  await does(DUTY, "incident.reject", { incident, reason: "核实无此事" });
  expect(await api.command(DUTY, "incident.reject", { incident, reason: "r" })).toMatchObject({ status: 409, body: { code: "illegal_transition", details: { state: "rejected", legal: [] } } });
});
