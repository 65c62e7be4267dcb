import { afterAll, beforeAll, expect, test } from "vitest";
import { formatTime, parseTime } from "../../model/time.ts";
import { callerOf, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
let unit: string;
let incident: string;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
  unit = (await api.demo()).find(({ account }) => account === UNIT)!.unit!;
  incident = (await does(DUTY, "incident.report", { type: "water.dyke.breach", region: "440882", title: "【模拟】堤顶漫溢" })).incident!;
  await does(DUTY, "incident.verify", { incident, note: "巡堤员核实" });
  await does(CHIEF, "incident.grade", { incident, grade: 3, reason: "堤后有村庄" });
});
afterAll(() => server?.stop());

const [CHIEF, DUTY, UNIT] = ["chief@440882", "officer@440882", "unit@440882"];
const fromNow = (minutes: number): string => formatTime(Date.now() + minutes * 60_000);
const does = async (as: string, kind: string, data: object) => {
  const answer = await api.command(as, kind, data);
  if (answer.status !== 200) throw new Error(`${kind} by ${as}: ${answer.status} ${answer.text}`);
  return answer.body.result as Record<string, string>;
};
const the = async (task: string) => (await api.get(`/tasks/${task}`, UNIT)).body;
const order = async (): Promise<string> => (await does(CHIEF, "task.dispatch", { incident, unit, text: "加高子堤", deadline: fromNow(180), steps: ["清基", "装袋"], success: "不再漫水" })).task!;

test("an order to many units is all of them or none, in one answer", async () => {
  const orders = [unit, "440882:fire", "440882:water"].map((to) => ({ unit: to, text: "查险", deadline: fromNow(60) }));
  const refused = await api.command(CHIEF, "task.dispatchMany", { incident, orders: [...orders, { ...orders[0], unit: "440103:fire" }] });
  expect([refused.status, refused.body.code]).toEqual([404, "not_found"]);
  expect(await api.command(CHIEF, "task.dispatchMany", { incident, orders: [...orders, orders[0]] })).toMatchObject({ status: 400, body: { code: "bad_request", details: { unit } } });
  expect(await api.command(CHIEF, "task.dispatchMany", { incident, orders: [] })).toMatchObject({ status: 400 });
  expect(await api.command(CHIEF, "task.dispatchMany", { incident, orders: [{ ...orders[0], deadline: "明天" }] })).toMatchObject({ status: 400, body: { code: "bad_time" } });
  expect((await api.get(`/tasks?incident=${incident}`, DUTY)).body.items).toEqual([]);
  const { tasks } = (await does(CHIEF, "task.dispatchMany", { incident, orders, plan: "dyke" })) as unknown as { tasks: string[] };
  expect((await api.get(`/tasks?incident=${incident}`, DUTY)).body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(tasks.toSorted());
});

test("the ladder of an order is told beside its receipts; what was delivered or seen twice is answered and not written", async () => {
  const task = await order();
  expect(await the(task)).toMatchObject({ steps: [{ text: "清基" }, { text: "装袋" }], success: "不再漫水", ladder: { sent: expect.any(String) } });
  const seen = [];
  for (const kind of ["task.seen", "task.seen", "task.delivered"]) seen.push((await api.command(UNIT, kind, { task })).status);
  expect(seen).toEqual([200, 200, 200]);
  expect((await the(task)).receipts.map(({ kind }: { kind: string }) => kind)).toEqual(["task.dispatch", "task.seen"]);
  await does(UNIT, "task.accept", { task });
  await does(UNIT, "task.arrive", { task, point: [110.09, 20.66] });
  await does(UNIT, "task.report", { task, text: "已清基", steps: [0] });
  expect(await the(task)).toMatchObject({ state: "handling", steps: [{ doneAt: expect.any(String) }, { text: "装袋" }] });
  expect(Object.keys((await the(task)).ladder)).toEqual(["sent", "delivered", "seen", "accepted", "arrived", "handling"]);
  expect(await api.command(CHIEF, "task.seen", { task })).toMatchObject({ status: 403 });
});

test("a fact that waited is told at its own time; a decision is not, and an accept past its time is gone", async () => {
  const task = await order();
  expect(await api.command(UNIT, "task.accept", { task, occurredAt: fromNow(-1) })).toMatchObject({ status: 400, body: { code: "bad_request" } });
  expect(await api.command(UNIT, "task.accept", { task }, { notAfter: "2020-01-01T00:00:00+08:00" })).toMatchObject({ status: 410 });
  await does(UNIT, "task.accept", { task });
  expect(await api.command(UNIT, "task.arrive", { task, point: [110, 20.6], occurredAt: "刚才" })).toMatchObject({ status: 400, body: { code: "bad_time" } });
  expect(await api.command(UNIT, "task.arrive", { task, point: [110, 20.6], occurredAt: fromNow(-60) })).toMatchObject({ status: 400, body: { code: "bad_time" } });
  const occurredAt = fromNow(0);
  await does(UNIT, "task.arrive", { task, point: [110, 20.6], occurredAt });
  const { ladder, receipts } = await the(task);
  expect([parseTime(ladder.arrived), receipts.at(-1)]).toMatchObject([parseTime(occurredAt), { kind: "task.arrive", occurredAt }]);
});

test("it is reminded by who may take it back, supervised by a chief, and a word about it is kept when it is withdrawn", async () => {
  const task = await order();
  await does(DUTY, "task.remind", { task, text: "请尽快" });
  expect(await api.command(DUTY, "task.supervise", { task, text: "请说明" })).toMatchObject({ status: 403 });
  const deadline = fromNow(240);
  expect(await does(CHIEF, "task.supervise", { task, text: "请说明", deadline })).toEqual({ task, to: "440882" });
  expect(await the(task)).toMatchObject({ state: "dispatched", deadline, supervised: { to: "440882", times: 1 } });
  await does(CHIEF, "task.withdraw", { task, reason: "误派" });
  await does(UNIT, "task.note", { task, text: "返程见一处塌方" });
  expect(await the(task)).toMatchObject({ state: "withdrawn", receipts: expect.arrayContaining([expect.objectContaining({ kind: "task.note", text: "返程见一处塌方" })]) });
  expect(await api.command(DUTY, "task.remind", { task })).toMatchObject({ status: 409, body: { code: "illegal_transition", details: { state: "withdrawn", legal: [] } } });
  expect(await api.command(DUTY, "task.remind", { task: "task-none" })).toMatchObject({ status: 404 });
});
