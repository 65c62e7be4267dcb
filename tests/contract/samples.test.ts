import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
let now: number;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
  now = Math.floor(Date.now() / 1000) * 1000;
});
afterAll(() => server?.stop());

const INDICATOR = "grid.event.report";
const RATIO = "grid.event.closed";
const VILLAGE = "440882115212";
const sample = (value: unknown, more: Record<string, unknown> = {}) => ({ indicator: INDICATOR, place: VILLAGE, observedAt: formatTime(now), value, ...more });
const send = (samples: unknown, as = "source@44", query = "") => api.post(`/samples${query}`, { samples }, as);
const cell = async (place: string, level: string, indicator = INDICATOR) =>
  (await api.get(`/slice?indicator=${indicator}&region=${place}&level=${level}`, "officer@4408")).body.cells.find((c: { place: string }) => c.place === place);
const balanced = (r: { received: number; accepted: number; rejected: number; quarantined: number }) => r.received === r.accepted + r.rejected + r.quarantined;

test("a sample of a village is the same number at every level above it, with its time and its coverage", async () => {
  expect(await send([sample(7)])).toMatchObject({ status: 202, body: { received: 1, accepted: 1, duplicates: 0, rejected: 0, quarantined: 0, problems: [] } });
  await until(() => cell("4408", "city"), (c) => c.value === 7);
  expect(await cell(VILLAGE, "village")).toMatchObject({ value: 7, observedAt: formatTime(now), state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "village" } });
  const county = await cell("440882", "county");
  expect(county).toMatchObject({ value: 7, observedAt: formatTime(now), coverage: { have: 1, level: "village" } });
  expect(county.coverage.of).toBeGreaterThan(100);
});

test("the same again is a duplicate and changes nothing; another value is a revision", async () => {
  await send([sample(8)]);
  expect((await send([sample(8)])).body).toMatchObject({ accepted: 1, duplicates: 1 });
  await send([sample(9)]);
  await until(() => cell(VILLAGE, "village"), (c) => c.value === 9);
});

test("each item is judged alone; every refusal has its code and the counts balance", async () => {
  const wrong: [string, unknown][] = [
    ["unknown_indicator", sample(1, { indicator: "nothing.here" })],
    ["wrong_level", sample(1, { place: "440882" })],
    ["not_a_number", sample(null)],
    ["not_a_number", sample("7")],
    ["not_a_number", sample(true)],
    ["not_a_number", sample([7])],
    ["bad_time", sample(1, { observedAt: "2026-02-30T00:00:00+08:00" })],
    ["bad_time", sample(1, { observedAt: "yesterday" })],
    ["wrong_unit", sample(1, { unit: "kg" })],
    ["need_parts", sample(90, { indicator: RATIO })],
    ["extra_field", sample(1, { colour: "red" })],
    ["unknown_place", sample(1, { place: "440882115999" })],
    ["future_time", sample(1, { observedAt: formatTime(Date.now() + 600_000) })],
    ["out_of_range", sample(-5)],
  ];
  const { status, body } = await send([...wrong.map(([, item]) => item), sample(10)]);
  expect(status).toBe(202);
  expect(body.problems.map((p: { index: number; code: string }) => [p.index, p.code])).toEqual(wrong.map(([code], i) => [i, code]));
  expect(body).toMatchObject({ received: wrong.length + 1, accepted: 1, quarantined: 3 });
  expect(balanced(body)).toBe(true);
  for (const problem of body.problems) expect(problem.message.length).toBeGreaterThan(10);
});

test("1e400 is no number, though JSON would make it one", async () => {
  const body = `{"samples":[{"indicator":"${INDICATOR}","place":"${VILLAGE}","observedAt":"${formatTime(now)}","value":1e400}]}`;
  expect((await api.post("/samples", body, "source@44", { "content-type": "application/json" })).body.problems).toMatchObject([{ code: "not_a_number" }]);
});

test("a source speaks only of its own region", async () => {
  expect((await send([sample(1, { place: "440106001001" })], "source@4408")).body).toMatchObject({ accepted: 0, rejected: 1, problems: [{ code: "not_yours" }] });
  const [other] = (await api.get("/regions?level=village&parent=4401&limit=1", "chief@44")).body.items;
  expect((await send([sample(1, { place: other.code })], "source@4408")).body).toMatchObject({ accepted: 0, rejected: 1, problems: [{ code: "not_yours" }] });
  expect((await send([sample(11)], "source@4408")).body).toMatchObject({ accepted: 1 });
});

test("a ratio is rolled up from its parts, never from percentages", async () => {
  const [a, b] = [VILLAGE, "440882115200"];
  await send([{ ...sample(0, { indicator: RATIO, place: a }), value: undefined, num: 1, den: 2 }, { ...sample(0, { indicator: RATIO, place: b }), value: undefined, num: 9, den: 10 }].map((s) => JSON.parse(JSON.stringify(s))));
  await until(() => cell(a, "village", RATIO), (c) => c.value === 50);
  const lineage = (await api.get(`/lineage?indicator=${RATIO}&place=440882115`, "officer@4408")).body;
  const parts = lineage.contributions.filter((c: { num?: number }) => c.num !== undefined);
  expect(parts.reduce((sum: number, c: { num: number }) => sum + c.num, 0)).toBe(10);
  expect(parts.reduce((sum: number, c: { den: number }) => sum + c.den, 0)).toBe(12);
});

test("what is quarantined is kept with its reason", async () => {
  await send([sample(-6)]);
  const { items } = (await api.get("/quarantine?limit=1000", "officer@440882")).body;
  expect(items).toContainEqual(expect.objectContaining({ place: VILLAGE, code: "out_of_range" }));
});

test("NDJSON and CSV stream through the same decoder, line by line, whatever their length", async () => {
  const times = Array.from({ length: 3_000 }, (_, i) => formatTime(now - (i + 1) * 1_000));
  const lines = times.map((observedAt) => JSON.stringify(sample(3, { observedAt })));
  const ndjson = await api.post("/samples", [...lines, "{broken", `{"x":"${"y".repeat(5_000)}"}`, ""].join("\n"), "source@44", { "content-type": "application/x-ndjson" });
  expect(ndjson).toMatchObject({ status: 202, body: { received: 3_002, accepted: 3_000, rejected: 2 } });
  expect(ndjson.body.problems.map((p: { code: string }) => p.code)).toEqual(["bad_line", "bad_line"]);
  const rows = times.slice(0, 100).map((observedAt) => `${INDICATOR},440882115200,${observedAt},4`);
  const csv = await api.post("/samples", ["indicator,place,observedAt,value", ...rows, `${INDICATOR},440882115200,${times[0]},four`].join("\n"), "source@44", { "content-type": "text/csv" });
  expect(csv).toMatchObject({ status: 202, body: { received: 101, accepted: 100, rejected: 1, problems: [{ code: "not_a_number" }] } });
});

test("a key that stands twice condemns its own item alone, and twice \"samples\" the whole body", async () => {
  const good = JSON.stringify(sample(5, { place: "440882115204" }));
  const twice = good.replace("{", '{"v\\u0061lue":1,');
  const { status, body } = await api.post("/samples", `{"samples":[${good},${twice},${good.replace("115204", "115205")}]}`, "source@44", { "content-type": "application/json" });
  expect([status, body]).toMatchObject([202, { received: 3, accepted: 2, rejected: 1, problems: [{ index: 1, code: "bad_line", message: expect.stringContaining('"value"') }] }]);
  const wrapped = await api.post("/samples", `{"samples":[],"s\\u0061mples":[]}`, "source@44", { "content-type": "application/json" });
  expect([wrapped.status, wrapped.body.code]).toEqual([400, "bad_json"]);
});

test("a key that would be a prototype condemns its own item alone", async () => {
  const [good, bad] = [JSON.stringify(sample(5, { place: "440882115204" })), JSON.stringify(sample(6)).replace("{", '{"__proto__":{"value":1},')];
  const { status, body } = await api.post("/samples", `{"samples":[${good},${bad},${good.replace("115204", "115205")}]}`, "source@44", { "content-type": "application/json" });
  expect([status, body]).toMatchObject([202, { received: 3, accepted: 2, rejected: 1, problems: [{ index: 1, code: "extra_field", message: expect.stringContaining("__proto__") }] }]);
  const wrapped = await api.post("/samples", `{"samples":[],"__proto__":{"x":1}}`, "source@44", { "content-type": "application/json" });
  expect([wrapped.status, wrapped.body.code]).toEqual([400, "bad_request"]);
});

test("a label that is known but says nothing possible is named as such", async () => {
  const { body } = await send([sample(1, { quality: "great" }), sample(1, { seq: 1.5 }), sample(1, { seq: "4" })]);
  expect(body.problems.map((p: { code: string; message: string }) => [p.code, p.message.split(" ")[0]])).toEqual([["bad_line", "quality"], ["bad_line", "seq"], ["not_a_number", "seq"]]);
});

test("a sample of a clock that runs a little ahead is in the series as it is in the slice", async () => {
  const at = formatTime(Date.now() + 90_000);
  expect((await send([sample(88, { place: "440882115208", observedAt: at })], "source@44", "?durable=1")).body).toMatchObject({ accepted: 1 });
  const { points } = (await api.get(`/series?indicator=${INDICATOR}&place=440882115208`, "officer@4408")).body;
  expect(points).toEqual([[Date.parse(at), 88, "good"]]);
});

test("too large, broken, of another type or from somebody who is no source: nothing of it is taken", async () => {
  expect((await send(Array.from({ length: 4_000 }, () => sample(1)))).body).toMatchObject({ code: "too_large" });
  expect((await api.post("/samples", '{"samples":[', "source@44", { "content-type": "application/json" })).body).toMatchObject({ code: "bad_json" });
  expect((await api.post("/samples", "{}", "source@44", { "content-type": "text/plain" })).status).toBe(415);
  expect((await send([sample(99)], "commander@44")).status).toBe(403);
  expect((await api.post("/samples", { samples: [] })).status).toBe(401);
});

test("a durable sample survives kill -9 at the very moment of its answer", async () => {
  const own = await startServer({ env: RECORD_ALONE });
  onTestFinished(() => own.stop());
  const caller = callerOf(own);
  const at = formatTime(now - 60_000);
  const answer = await caller.post("/samples?durable=1", { samples: [sample(42, { observedAt: at, place: "440882115201" })] }, "source@44");
  await own.kill();
  expect(answer.body).toMatchObject({ accepted: 1 });
  const again = await startServer({ env: RECORD_ALONE, dataDir: own.dataDir });
  onTestFinished(() => again.stop());
  const after = callerOf(again);
  const { points } = (await after.get(`/series?indicator=${INDICATOR}&place=440882115201&from=${now - 120_000}&to=${now}`, "officer@4408")).body;
  expect(points).toContainEqual([now - 60_000, 42, "good"]);
  const { cells } = (await after.get(`/slice?indicator=${INDICATOR}&region=440882115&level=village`, "officer@4408")).body;
  expect(cells.find((c: { place: string }) => c.place === "440882115201")).toMatchObject({ value: 42, observedAt: at });
}, RESTARTS_MS);

test("a series is given in its own shape, in epoch ms, and as it was known at an instant", async () => {
  const before = Date.now();
  await new Promise((done) => setTimeout(done, 1_100));
  await send([sample(77, { place: "440882115203", observedAt: formatTime(now - 5_000) })], "source@44", "?durable=1");
  const read = async (asOf = "") => (await api.get(`/series?indicator=${INDICATOR}&place=440882115203&from=${now - 60_000}&to=${now}${asOf}`, "officer@4408")).body.points;
  expect(await read()).toEqual([[now - 5_000, 77, "good"]]);
  expect(await read(`&asOf=${before}`)).toEqual([]);
});
