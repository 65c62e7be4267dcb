import { afterAll, beforeAll, expect, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const SOON = formatTime(Date.now() + 3_600_000);
const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const report = (as: string, region: string, more: Record<string, unknown> = {}) =>
  api.command(as, "incident.report", { type: "water.flash.flood", region, title: "【模拟】积水" }, more);

test("nobody learns what is wrong with a call before saying who they are", async () => {
  for (const path of ["/alerts?sevrity=1", "/slice", "/regions/44?x=1", "/journal?limit=0", "/warnings?at=soon"]) expect([path, ...refusal(await api.get(path))]).toEqual([path, 401, "no_session"]);
  expect(refusal(await api.post("/commands", "{", undefined, { "content-type": "application/json" }))).toEqual([401, "no_session"]);
  for (const path of ["/openapi.json", "/session/demo"]) expect((await api.get(path)).status).toBe(200);
});

test("a repeat is answered as it was, also when its situation has ended; a stranger's repeat is refused whoever it is", async () => {
  const { situation } = (await api.command("commander@44", "situation.start", { kind: "drill", feed: "covid:2020" })).body.result;
  const look = { id: "edge-look-1", kind: "wall.focus", data: { wall: "main", situation } };
  const first = await api.post("/commands", look, "commander@44");
  expect(first.status).toBe(200);
  await api.command("commander@44", "situation.stop", { situation });
  expect((await api.post("/commands", look, "commander@44")).text).toBe(first.text);
  for (const stranger of ["chief@44", "officer@4408", "source@44"]) {
    const answer = await api.post("/commands", look, stranger);
    expect([stranger, ...refusal(answer), answer.body.result]).toEqual([stranger, 409, "id_reused", undefined]);
  }
});

test("a look at an incident of the situation that the wall shows needs not name the situation", async () => {
  await api.command("commander@44", "wall.focus", { wall: "main", situation: "storm", region: "44" });
  const { incident } = (await report("officer@4408", "4408", { situation: "storm" })).body.result;
  expect((await api.command("officer@44", "wall.focus", { wall: "main", incident })).status).toBe(200);
  expect((await api.get("/walls/main", "chief@44")).body.focus).toMatchObject({ situation: "storm", region: "4408", incident });
  expect(refusal(await api.command("officer@440882", "wall.focus", { wall: "main", incident }))).toEqual([404, "not_found"]);
});

test("an order that came back holds the incident in handling until it is withdrawn", async () => {
  const { incident } = (await report("officer@4408", "4408")).body.result;
  await api.command("officer@4408", "incident.verify", { incident, note: "已核实" });
  await api.command("officer@4408", "incident.grade", { incident, grade: 4, reason: "一般" });
  const order = async (unit: string): Promise<string> => (await api.command("officer@4408", "task.dispatch", { incident, unit, text: "前往处置", deadline: SOON })).body.result.task;
  const [back, done] = [await order("4408:flood"), await order("4408:fire")];
  const state = async () => (await api.get(`/incidents/${incident}`, "officer@4408")).body.state;
  expect((await api.command("unit@4408", "task.return", { task: back, reason: "不属本单位" })).status).toBe(200);
  await api.command("officer@4408", "task.withdraw", { task: done, reason: "另派" });
  expect(await state()).toBe("handling");
  expect((await api.command("officer@4408", "task.withdraw", { task: back, reason: "已另行处置" })).status).toBe(200);
  expect(await state()).toBe("checking");
});

test("a unit that helps elsewhere reads its own order in the incident's story, and nobody else's", async () => {
  const { incident } = (await report("officer@4408", "4408")).body.result;
  await api.command("officer@4408", "incident.verify", { incident, note: "已核实" });
  await api.command("officer@4408", "incident.grade", { incident, grade: 4, reason: "一般" });
  const order = async (unit: string, text: string): Promise<string> => (await api.command("commander@44", "task.dispatch", { incident, unit, text, deadline: SOON })).body.result.task;
  const mine = await order("440882115212:flood", "转移群众");
  await order("4408:fire", "只给消防的话");
  const seen = await api.get(`/incidents/${incident}`, "unit@440882115212");
  expect(seen.body.tasks).toEqual([mine]);
  expect(seen.body.timeline.map((step: { kind: string }) => step.kind)).toEqual(["incident.report", "incident.verify", "incident.grade", "task.dispatch"]);
  expect(seen.text).not.toContain("只给消防的话");
});

test("commands say which field is wrong, what was found and what was expected; times that are none are bad_time", async () => {
  const graded = await api.command("officer@4408", "incident.grade", { incident: "x", grade: 5, reason: "r" });
  expect([graded.status, graded.body.message]).toEqual([400, expect.stringContaining("data.grade is 5; it must be one of 1, 2, 3, 4")]);
  expect(refusal(await api.command("commander@44", "wall.focus", { wall: "main", at: "noon" }))).toEqual([400, "bad_time"]);
  expect(refusal(await report("officer@4408", "4408", { notAfter: "tomorrow" }))).toEqual([400, "bad_time"]);
  const deep = `{"id":"edge-deep-1","kind":"wall.back","data":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`;
  expect(refusal(await api.post("/commands", deep, "commander@44", { "content-type": "application/json" }))).toEqual([400, "bad_request"]);
  expect((await api.post("/commands", { id: "e", kind: "wall.scene", data: { wall: "main", scene: "storm" } }, "commander@44")).status).toBe(200);
});

test("bytes that are not UTF-8, packed bodies and half characters are refused, not mended", async () => {
  const json = { "content-type": "application/json" };
  const broken = Buffer.concat([Buffer.from('{"id":"edge-utf-1","kind":"wall.back","data":{"wall":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}}')]);
  expect(refusal(await api.post("/commands", broken, "commander@44", json))).toEqual([400, "bad_json"]);
  expect(refusal(await api.post("/samples", '{"samples":[]}', "source@44", { ...json, "content-encoding": "gzip" }))).toEqual([415, "unsupported_type"]);
  const half = '{"id":"edge-half-1","kind":"incident.report","data":{"type":"water.flash.flood","region":"4408","title":"\\ud800"}}';
  expect(refusal(await api.post("/commands", half, "officer@4408", json))).toEqual([400, "bad_request"]);
});

test("the journal is paged when a page is asked for, by after or by limit, and exported whole otherwise", async () => {
  await report("officer@4408", "4408");
  const page = (await api.get("/journal?after=1", "auditor@44")).body;
  expect(page.items[0].seq).toBe(2);
  const lines = (await api.get("/journal?after=1", "auditor@44", { accept: "application/x-ndjson" })).text.trimEnd().split("\n");
  expect(JSON.parse(lines[1]!).seq).toBe(2);
  expect((await api.get("/journal", "auditor@44")).headers.get("content-type")).toContain("ndjson");
});

test("a display does not read what was kept aside", async () => {
  expect(refusal(await api.get("/quarantine", "device@main"))).toEqual([403, "no_right"]);
});

test("warnings take a moment and whether they are in force, and nothing else", async () => {
  expect((await api.get("/warnings?region=4408&inForce=true&at=2026-01-01T00:00:00Z", "officer@4408")).body).toEqual({ items: [] });
  expect(refusal(await api.get("/warnings?inForce=perhaps", "officer@4408"))).toEqual([400, "bad_request"]);
});

const VILLAGES = ["440882115001", "440882115002", "440882115200"];
const send = (samples: unknown[]) => api.post("/samples?durable=1", { samples }, "source@44");

test("what a number was made of is told for any moment, as it was known then, and adds up", async () => {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const events = (value: number) => VILLAGES.map((place, i) => ({ indicator: "grid.event.report", place, observedAt: formatTime(now - 10_000 + value), value: value + i }));
  const lineage = async (at = "") => (await api.get(`/lineage?indicator=grid.event.report&place=440882115${at}`, "officer@4408")).body;
  const sum = (answer: { contributions: { value: number | null }[] }) => answer.contributions.reduce((total, c) => total + (c.value ?? 0), 0);
  await send(events(1));
  await until(() => lineage(), (l) => l.value === 6);
  const then = Date.now();
  await new Promise((done) => setTimeout(done, 20));
  await send(events(10));
  const present = await until(() => lineage(), (l) => l.value === 33);
  expect(sum(present)).toBe(33);
  const past = await lineage(`&at=${then}`);
  expect([past.value, sum(past), past.at]).toEqual([6, 6, formatTime(then)]);
  expect((await lineage(`&at=${Date.now() + 86_400_000}`)).value).toBe(33);
});

test("the shares of a ratio say their parts also where they are withheld for want of coverage", async () => {
  const now = Date.now();
  await send(VILLAGES.map((place, i) => ({ indicator: "grid.event.closed", place, observedAt: formatTime(now), num: i + 1, den: 4 })));
  const county = await until(async () => (await api.get("/lineage?indicator=grid.event.closed&place=440882", "officer@4408")).body, (l) => l.contributions.some((c: { num?: number }) => c.num !== undefined && c.num > 0));
  expect(county.contributions.find((c: { place: string }) => c.place === "440882115")).toMatchObject({ value: null, state: "withheld", num: 6, den: 12 });
});

test("nothing is read past the situation's clock: what will be known later is what is known now", async () => {
  const past = "2015-10-03T12:00:00+08:00";
  const slice = async (asOf: string) => (await api.get(`/slice?situation=storm&indicator=met.storm.distance&region=4408&level=city&asOf=${asOf}`, "officer@4408")).body;
  const later = await slice("2015-10-05T12:00:00%2B08:00");
  expect(Date.parse(later.asOf)).toBeLessThanOrEqual(Date.parse(later.simAt));
  expect(["fresh", "ageing"]).toContain(later.cells[0].state);
  // A plus that was not escaped arrives as a space, and is understood.
  expect((await slice(past)).asOf).toBe(formatTime(Date.parse(past)));
});

test("a site that does not measure an indicator has neither a series nor a lineage of it", async () => {
  for (const call of ["series", "lineage"]) {
    const wrong = await api.get(`/${call}?indicator=water.river.level&place=gn-4401`, "chief@44");
    expect([call, wrong.status, wrong.body.message]).toEqual([call, 404, expect.stringContaining("river-gauge")]);
    expect([call, ...refusal(await api.get(`/${call}?indicator=water.river.level&place=nowhere`, "chief@44"))]).toEqual([call, 404, "not_found"]);
  }
});
