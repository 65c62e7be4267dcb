import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE } from "../../model/time.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

/** Delays, dead-bands and windows: so many alerts that some of each are among them. */
const ENOUGH = 60;
/** Of each pack one number of its last step, and how often it takes a step. */
const STEPS = [
  ["emg.call.answer", "town", 15 * MINUTE],
  ["ener.outage.users", "town", 5 * MINUTE],
  ["hlth.ems.answer", "city", 5 * MINUTE],
  ["met.gust.max", "site", 10 * MINUTE],
  ["tra.toll.queue", "site", 5 * MINUTE],
  ["water.river.level", "site", 5 * MINUTE],
] as const;
/** What the parts of a step bring, and what was before, is judged without so long a break. */
const QUIET_MS = 5_000;
const LOOKED_AT_MS = 500;

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
/** True once each pack's newest step is the last that its world's clock has passed. */
async function haveTold(): Promise<boolean> {
  const { items } = (await api.get("/situations", "chief@44")).body as { items: { id: string; simAt: string }[] };
  const now = Date.parse(items.find(({ id }) => id === "storm")!.simAt);
  const told = await Promise.all(STEPS.map(async ([indicator, level, everyMs]) => {
    const { cells } = (await api.get(`/slice?situation=storm&indicator=${indicator}&region=44&level=${level}`, "chief@44")).body as { cells: { observedAt: string | null }[] };
    return cells.some(({ observedAt }) => observedAt !== null && Date.parse(observedAt) > now - everyMs);
  }));
  return told.every(Boolean);
}
async function settled(): Promise<Found[]> {
  await until(haveTold, (have) => have);
  let found = await alerts();
  for (let since = Date.now(); Date.now() - since < QUIET_MS; ) {
    await new Promise((done) => setTimeout(done, LOOKED_AT_MS));
    const now = await alerts();
    if (JSON.stringify(now) !== JSON.stringify(found)) [found, since] = [now, Date.now()];
  }
  return found;
}

test("kill -9 in a played world whose clock stands still: the same alerts stand after the restart, and none has come or returned by it", async () => {
  await until(alerts, (found) => found.length >= ENOUGH);
  expect((await api.command("commander@44", "situation.pause", { situation: "storm" })).status).toBe(200);
  const before = await settled();
  expect(new Set(before.map(({ state }) => state))).toContain("unacknowledged");
  await server.kill();
  server = await startServer({ dataDir: server.dataDir, port: server.port });
  api = callerOf(server);
  expect(await settled()).toEqual(before);
}, RESTARTS_MS);
