import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";
import { anIncident } from "../../tests/fixtures/small-house.ts";

const { get, house, send } = httpDesk();

test("a unit reports its own position alone, with a time that can be; who may order it sees how old it is", async () => {
  const at = house.clock.now();
  const body = { point: [110.0912345, 20.9], observedAt: new Date(at - 60_000).toISOString() };
  expect((await send("/units/440882:rescue/position", "unit@440882", body)).statusCode).toBe(204);
  expect((await get("/units?region=440882", "officer@4408")).json().items[0].position).toEqual({ point: [110.09123, 20.9], observedAt: expect.any(String), ageMs: 60_000, isStale: false, quality: "good" });
  for (const [url, account, sent, status] of [
    ["/units/4408:rescue/position", "unit@440882", body, 403], ["/units/440882:rescue/position", "chief@44", body, 403], ["/units/440882:rescue/position", "unit@440882", { ...body, observedAt: "yesterday" }, 400],
    ["/units/440882:rescue/position", "unit@440882", { ...body, observedAt: new Date(at + 600_000).toISOString() }, 400], ["/units/440882:rescue/position", "unit@440882", { ...body, point: [200, 20] }, 400],
  ] as const) expect([url, account, (await send(url, account, sent)).statusCode]).toEqual([url, account, status]);
  // What is older than what is known says nothing new.
  expect((await send("/units/440882:rescue/position", "unit@440882", { point: [111, 21], observedAt: new Date(at - 120_000).toISOString() })).statusCode).toBe(204);
  expect((await get("/units?region=440882", "officer@4408")).json().items[0].position.point).toEqual([110.09123, 20.9]);
});

test("run cards are offered by type of incident; those of a class that the caller may not see are not there", async () => {
  expect((await get("/plans?type=flood", "officer@4408")).json().items).toEqual([expect.objectContaining({ id: "flood-card", topic: "water", types: ["flood"] })]);
  const ids = async (account: string) => (await get("/plans", account)).json().items.map((p: { id: string }) => p.id);
  expect([await ids("officer@4408"), await ids("device@main")]).toEqual([["flood-card", "secret-card"], ["flood-card"]]);
  expect((await get("/plans?type=secret", "device@main")).statusCode).toBe(400);
});

test("units for an incident: those that the seat may order, what the plan names first, none recommended whose position nobody knows", async () => {
  const incident = anIncident("440882115", { point: [110, 20.9] });
  house.incidents.push(incident);
  const asked = async (account: string) => (await get(`/incidents/${incident.id}/units`, account)).json();
  const seen = await asked("commander@44");
  expect(seen.plan).toMatchObject({ id: "flood-card" });
  expect(seen.items[0]).toMatchObject({ id: "440882115:rescue", rank: 1, recommended: false, minutes: null, why: { zh: "未报位置，不推荐" }, order: { text: "排涝" } });
  expect(seen.items.map((u: { region: string }) => u.region)).toContain("4408");
  expect((await asked("officer@4408")).items.map((u: { region: string }) => u.region)).toEqual(["4408"]);
  expect((await get("/incidents/inc-none/units", "commander@44")).statusCode).toBe(404);
  expect(seen.place).toEqual({ of: "incident", point: [110, 20.9] });
  house.incidents.push(anIncident("440882115", { id: "inc-unplaced" }));
  expect((await get("/incidents/inc-unplaced/units", "commander@44")).json().place).toEqual({ of: "region", point: [110.05, 20.9], region: "440882" });
});
