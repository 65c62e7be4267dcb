import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, until } from "../fixtures/caller.ts";
import { RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

interface Told { readonly id: string; readonly reportedAt: string; readonly timeline: readonly { readonly at: string; readonly kind: string }[] }

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const told = async (): Promise<readonly Pick<Told, "id" | "reportedAt" | "timeline">[]> =>
  ((await callerOf(server).get("/incidents?situation=storm&limit=1000", "commander@44")).body.items as Told[]).map(({ id, reportedAt, timeline }) => ({ id, reportedAt, timeline })).sort((a, b) => (a.id < b.id ? -1 : 1));

test("kill -9 while a simulated world stands moves no time of what nobody has touched in it", async () => {
  await until(told, (all) => all.length > 3);
  expect((await callerOf(server).command("commander@44", "situation.pause", { situation: "storm" })).status).toBe(200);
  const before = await told();
  await server.kill();
  server = await startServer({ dataDir: server.dataDir, port: server.port });
  expect(await until(told, (all) => all.length >= before.length)).toEqual(before);
}, RESTARTS_MS);
