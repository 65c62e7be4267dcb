import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

/** Delays, dead-bands and windows: so many alerts that some of each are among them. */
const ENOUGH = 60;
/** What a pack says of the present is judged within a few ticks. */
const SETTLES_MS = 3_000;

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer();
  api = callerOf(server);
});
afterAll(() => server?.stop());

interface Found { readonly id: string; readonly state: string; readonly rule: string; readonly severity: number; readonly sourceDown: boolean }
async function alerts(): Promise<Found[]> {
  const { items } = (await api.get("/alerts?situation=storm&limit=500", "chief@44")).body as { items: Found[] };
  return items.map(({ id, state, rule, severity, sourceDown }) => ({ id, state, rule, severity, sourceDown })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
const hasTold = async (indicator: string): Promise<boolean> =>
  ((await api.get(`/slice?situation=storm&indicator=${indicator}&region=44&level=site`, "chief@44")).body.cells as { value: number | null }[]).some(({ value }) => value !== null);
const settled = async (): Promise<void> => {
  for (const indicator of ["tra.toll.queue", "water.river.level", "met.gust.max"]) await until(() => hasTold(indicator), (isTold) => isTold);
  await new Promise((done) => setTimeout(done, SETTLES_MS));
};

test("kill -9 in a played world whose clock stands still: the same alerts stand after the restart, and none has come or returned by it", async () => {
  await until(alerts, (found) => found.length >= ENOUGH);
  expect((await api.command("commander@44", "situation.pause", { situation: "storm" })).status).toBe(200);
  await settled();
  const before = await alerts();
  expect(new Set(before.map(({ state }) => state))).toContain("unacknowledged");
  await server.kill();
  server = await startServer({ dataDir: server.dataDir, port: server.port });
  api = callerOf(server);
  await settled();
  expect(await alerts()).toEqual(before);
}, RESTARTS_MS);
