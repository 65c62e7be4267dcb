import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { startServer, type RunningServer } from "../fixtures/start-server.ts";

/** A number of each topic that has a pack, and the level at which it is asked for. */
const OF_EACH_TOPIC = [
  ["met.temp.max", "city"], ["water.river.level", "city"], ["ener.load.total", "province"], ["tra.expressway.flow", "province"], ["emg.duty.check", "county"], ["hlth.icu.use", "city"],
] as const;
interface Cell { readonly value: number | null; readonly state: string; readonly quality: string; readonly observedAt: string | null }

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer();
  api = callerOf(server);
});
afterAll(() => server?.stop());

const cellsOf = async (situation: string, indicator: string, level: string): Promise<Cell[]> => (await api.get(`/slice?situation=${situation}&indicator=${indicator}&region=44&level=${level}`, "chief@44")).body.cells;
const told = (cells: readonly Cell[]) => cells.filter(({ value }) => value !== null);

test("an ordinary week is started like any drill: six topics report in it, all of it computed and said to be, and live holds nothing of it", async () => {
  expect((await api.get("/feeds?limit=1000", "officer@4408")).body.items.find(({ id }: { id: string }) => id === "peace")).toEqual({
    id: "peace", title: { zh: "日常模拟", en: "An ordinary week, simulated" }, banner: "模拟数据 · 平时", speed: 60,
    span: { from: "2025-09-08T00:00:00.000+08:00", to: "2025-11-03T00:00:00.000+08:00" },
  });
  const started = await api.command("commander@44", "situation.start", { kind: "drill", feed: "peace" });
  expect(started.body.result).toEqual({ situation: "peace" });
  expect((await api.get("/situations", "chief@44")).body.items.find(({ id }: { id: string }) => id === "peace")).toMatchObject({ kind: "drill", banner: "演练 · 模拟数据 · 平时", speed: 60, simAt: expect.stringMatching(/^2025-10-27T08:/) });
  for (const [indicator, level] of OF_EACH_TOPIC) {
    const cells = told(await until(() => cellsOf("peace", indicator, level), (found) => told(found).length > 0));
    expect([indicator, new Set(cells.map(({ quality }) => quality))]).toEqual([indicator, new Set(["modelled"])]);
    expect(cells.every(({ observedAt }) => observedAt! < "2025-10-28")).toBe(true);
    expect([indicator, told(await cellsOf("live", indicator, level))]).toEqual([indicator, []]);
  }
});

test("it has holidays and working days, and goes where it is sent: on the eighth of October people are on their way home", async () => {
  const flowAt = async (to: string): Promise<number> => {
    expect((await api.command("commander@44", "situation.pause", { situation: "peace" })).status).toBe(200);
    expect((await api.command("commander@44", "situation.seek", { situation: "peace", to })).status).toBe(200);
    const [cell] = await until(() => cellsOf("peace", "tra.expressway.flow", "province"), ([found]) => found?.value != null && Date.parse(found.observedAt!) > Date.parse(to) - 3_600_000);
    return cell!.value!;
  };
  const ordinary = await flowAt("2025-10-15T18:00:00+08:00");
  expect(await flowAt("2025-10-08T18:00:00+08:00")).toBeGreaterThan(ordinary);
});

test("what happens in it begins 【模拟】, is counted on the map where the list has it, and is nobody's outside; acted on, it stands in the journal once", async () => {
  type Told = { id: string; title: string; region: string; state: string; timeline: { actor: string; kind: string }[] };
  const listed = async (situation: string): Promise<Told[]> => (await api.get(`/incidents?situation=${situation}&limit=1000`, "commander@44")).body.items;
  const open = async (): Promise<Told[]> => (await listed("peace")).filter(({ state }) => state !== "closed");
  // Where it was sent before; its clock stands.
  const counted = await until(
    async () => (await api.get("/slice?situation=peace&indicator=emg.event.active&region=44&level=town", "commander@44")).body.cells as (Cell & { place: string })[],
    (cells) => told(cells).length > 1_500 && told(cells).every(({ observedAt }) => observedAt === "2025-10-08T18:00:00.000+08:00"),
  );
  const happened = await open();
  expect(happened.length).toBeGreaterThan(0);
  expect(counted.flatMap(({ place, value }) => Array.from({ length: value ?? 0 }, () => place)).sort()).toEqual(happened.map(({ region }) => region).sort());
  expect((await listed("peace")).every(({ title }) => title.startsWith("【模拟】"))).toBe(true);
  expect(await listed("live")).toEqual([]);
  const [one] = happened;
  const kind = one!.state === "pending" ? "incident.verify" : one!.state === "verified" ? "incident.grade" : "task.dispatch";
  const data = { "incident.verify": { note: "属实" }, "incident.grade": { grade: 4, reason: "一般" }, "task.dispatch": { unit: `${one!.region.slice(0, 6)}:emergency`, text: "前往核查", deadline: new Date(Date.now() + 3_600_000).toISOString() } }[kind];
  expect((await api.command("commander@44", kind, { incident: one!.id, ...data }, { situation: "peace" })).status).toBe(200);
  const after = await open();
  expect(after.map(({ id }) => id).sort()).toEqual(happened.map(({ id }) => id).sort());
  expect(after.find(({ id }) => id === one!.id)!.timeline.map((step) => step.actor)).toEqual([...one!.timeline.map(() => "world"), "commander@44"]);
});

test("its clock goes no further than its eight weeks, and a house that computes nothing does not offer it", async () => {
  expect(await api.command("commander@44", "situation.seek", { situation: "peace", to: "2025-11-04T00:00:00+08:00" })).toMatchObject({ status: 400, body: { code: "bad_time" } });
  const bare = await startServer({ env: { SIMULATE: "off" } });
  const { get, command } = callerOf(bare);
  try {
    expect((await get("/feeds?limit=1000", "officer@4408")).body.items.map(({ id }: { id: string }) => id)).not.toContain("peace");
    expect(await command("commander@44", "situation.start", { kind: "drill", feed: "peace" })).toMatchObject({ status: 404, body: { code: "not_found" } });
  } finally {
    await bare.stop();
  }
});
