import { expect, onTestFinished, test } from "vitest";
import { callerOf, until } from "../fixtures/caller.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer } from "../fixtures/start-server.ts";

const HEAD = "commander@44";

test("a topic's points are laid over whatever scene stands, told in words, kept over a restart, and gone when they are taken away", { timeout: RESTARTS_MS }, async () => {
  const dataDir = temporaryFolder();
  const env = { ...RECORD_ALONE };
  let server = await startServer({ dataDir, env });
  onTestFinished(() => server.stop());
  let api = callerOf(server);
  const lay = (topic?: string, as = HEAD) => api.command(as, "wall.layer", { wall: "main", ...(topic !== undefined && { topic }) });
  const focus = async () => (await api.get("/walls/main", HEAD)).body.focus;
  const said = async () => (await api.get("//wall/main/text", HEAD)).text;

  expect(await lay("water", "officer@4408")).toMatchObject({ status: 404 });
  expect(await lay("nothing")).toMatchObject({ status: 404, body: { code: "not_found" } });
  expect(await lay("grassroots-governance")).toMatchObject({ status: 409, body: { code: "guard", details: { state: "no_points" } } });
  expect(await lay()).toMatchObject({ status: 409, body: { code: "guard", details: { state: "bare" } } });
  expect(await lay("health")).toMatchObject({ status: 200, body: { result: { wall: "main" } } });
  expect(await focus()).toMatchObject({ situation: "storm", region: "44", layer: "health" });
  // Nothing of a hospital is reported where the drill is its record alone: that is said, and is no calm.
  expect((await until(said, (text) => text.includes("图上点位"))).match(/图上点位：[^。]*。/)?.[0]).toBe("图上点位：卫生健康点位 56 处，均未报。");

  await api.command(HEAD, "wall.focus", { wall: "main", region: "4408" });
  expect(await focus()).toMatchObject({ region: "4408", layer: "health" });
  expect(await lay()).toMatchObject({ status: 200 });
  expect(await focus()).not.toHaveProperty("layer");
  await server.stop();
  server = await startServer({ dataDir, env });
  api = callerOf(server);
  expect(await focus()).not.toHaveProperty("layer");
  await api.command(HEAD, "wall.back", { wall: "main" });
  expect(await focus(), "up again, it lies there as it did").toMatchObject({ region: "44", layer: "health" });
});
