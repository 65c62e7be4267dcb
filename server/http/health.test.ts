import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";

const { get, house, inject, send } = httpDesk();

test("health, readiness, figures and the description of the calls are where tools look for them", async () => {
  expect((await inject("/healthz")).json()).toEqual({ ok: true, store: { state: "writes", since: "1970-01-01T08:00:00.000+08:00", owed: 0 }, journal: { state: "verified" }, snapshot: null, backup: null, drill: null });
  expect((await inject("/readyz")).json()).toEqual({ ready: true, reasons: [] });
  expect((await send("/samples", "source@44", { samples: [{ value: null }] })).statusCode).toBe(202);
  const figures = await inject({ url: "/metrics", headers: { host: "localhost:8720" } });
  expect(figures.body).toMatch(/guanlan_sockets 3/);
  expect(figures.body).toMatch(/guanlan_samples_total\{outcome="accepted"\}/);
  expect((await inject({ url: "/metrics", headers: { host: "localhost", "x-forwarded-for": "10.0.0.1" } })).statusCode).toBe(401);
  const described = (await get("/openapi.json")).json();
  expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(["/api/v1/commands", "/api/v1/samples", "/api/v1/regions/{code}", "/api/v1/slice"]));
});

test("a pack whose code was ended is told with its health and in the figures, and the house is ready all the same", async () => {
  house.packStates.push({ topic: "water", state: "ended", fault: "overrun", since: Date.UTC(2026, 10, 22, 6, 31) }, { topic: "health", state: "running", fault: null, since: 0 });
  expect((await inject("/healthz")).json()).toMatchObject({ ok: true, packs: [expect.stringMatching(/ 专题代码超时已停用（14:31）$/)] });
  expect((await inject("/readyz")).json()).toEqual({ ready: true, reasons: [] });
  const { body } = await inject({ url: "/metrics", headers: { host: "localhost:8720" } });
  expect(body).toMatch(/guanlan_pack_running\{topic="water"\} 0\nguanlan_pack_running\{topic="health"\} 1\n/);
  house.packStates.length = 0;
});
