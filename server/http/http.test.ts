import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";
import { aTask, anAlert, anIncident } from "../../tests/fixtures/small-house.ts";
import { CSP } from "./headers.ts";

const { get, house, inject } = httpDesk();

test("orders are asked for by a unit and an incident that are there for the caller; others read as what does not exist", async () => {
  const [near, far] = [aTask("inc-440882", "440882:rescue"), aTask("inc-440882", "4401:rescue")];
  house.incidents.push(anIncident("440882", { tasks: [near.id, far.id] }), anIncident("4401"));
  house.tasks.push(near, far);
  for (const url of ["/tasks?unit=zzz", "/tasks?incident=zzz", "/tasks?incident=inc-4401", "/tasks?unit=440103:rescue"]) expect([url, (await get(url, "officer@4408")).statusCode]).toEqual([url, 404]);
  // A unit elsewhere that helps in one's own incident is there.
  expect((await get("/tasks?unit=4401:rescue", "officer@4408")).json().items.map((t: { id: string }) => t.id)).toEqual([far.id]);
  expect((await get("/tasks?unit=4401:rescue&state=closed", "officer@4408")).json().items).toEqual([]);
  expect((await get("/tasks?unit=4408:rescue", "officer@4408")).json().items).toEqual([]);
  expect((await get("/tasks?incident=inc-440882", "officer@4408")).json().items).toHaveLength(2);
});

test("a situation that has ended says when, and who ended it; one that never ran is not there", async () => {
  expect((await get("/situations/storm", "officer@4408")).json()).toEqual({ id: "storm", ended: { at: "2026-11-22T07:30:00.000+08:00", by: "chief@44", feed: "storm:201522" } });
  expect((await get("/situations/live", "officer@4408")).json()).toMatchObject({ id: "live", kind: "live", paused: false });
  expect((await get("/situations/never", "officer@4408")).statusCode).toBe(404);
  expect((await get("/situations/storm", "source@44")).statusCode).toBe(403);
});

test("a slice keeps null as null, with state, quality and coverage", async () => {
  const slice = (await get("/slice?indicator=stage&region=4408&level=county", "officer@4408")).json();
  expect(slice).toMatchObject({ indicator: "stage", region: "4408", level: "county", tick: 7 });
  expect(slice.cells[0]).toEqual({ place: "4408", value: null, observedAt: null, state: "never", quality: "good", coverage: { have: 0, of: 1, level: "county" }, tick: 0 });
  expect((await get("/slice?indicator=stage&region=4401", "officer@4408")).statusCode).toBe(404);
  expect((await get("/series?indicator=stage&place=gauge-1", "officer@4408")).statusCode).toBe(200);
  expect((await get("/lineage?indicator=stage&place=gauge-1", "unit@440882115212")).statusCode).toBe(404);
});

test("a display never hears of a sensitive indicator, its topic's list included", async () => {
  expect((await get("/indicators/intake", "officer@4408")).statusCode).toBe(200);
  expect((await get("/indicators/intake", "device@main")).statusCode).toBe(404);
  expect((await get("/slice?indicator=intake&region=44", "device@main")).statusCode).toBe(404);
  expect((await get("/topics/water", "device@main")).body).not.toMatch(/intake|secret/);
});

test("groups and the load are of the region that is asked for; a group's alerts are those of the caller's subtree; no display is told how much is asked of people", async () => {
  house.alerts.push(anAlert("4401", { group: "stage|4401|water" }), anAlert("440882", { group: "stage|4408|water" }), anAlert("4408", { indicator: "intake" }));
  expect((await get("/alert-groups", "chief@44")).json().items.map((g: { id: string }) => g.id)).toEqual(["stage|44|water", "intake|44|water"]);
  expect((await get("/alert-groups?region=4401", "chief@44")).json().items).toMatchObject([{ counts: { unacknowledged: 1 } }]);
  expect((await get("/alert-groups?region=4401", "officer@4408")).statusCode).toBe(404);
  expect((await get("/alert-groups", "device@main")).json().items.map((g: { indicator: string }) => g.indicator)).toEqual(["stage"]);
  expect((await get(`/alerts?group=${encodeURIComponent("stage|4401|water")}`, "chief@44")).json().items.map((a: { place: string }) => a.place)).toEqual(["4401"]);
  expect((await get(`/alerts?group=${encodeURIComponent("stage|4401|water")}`, "officer@4408")).json().items).toEqual([]);
  expect((await get("/alerts/load?region=4408", "officer@4408")).json()).toMatchObject({ region: "4408", open: 2, asked: 0, redPercent: null, goals: { floodFrom: 10 } });
  expect((await get("/alerts/load", "device@main")).statusCode).toBe(403);
});

test("alerts, incidents and tasks outside the caller's subtree are not there", async () => {
  house.alerts.push(anAlert("4401"), anAlert("440882"));
  house.incidents.push(anIncident("4401"), anIncident("440882", { alert: "alr-440882" }));
  expect((await get("/alerts", "officer@4408")).json().items.map((a: { id: string }) => a.id)).toEqual(["alr-440882"]);
  expect((await get("/alerts/alr-4401", "officer@4408")).statusCode).toBe(404);
  expect((await get("/incidents", "officer@4408")).json().items).toEqual([expect.objectContaining({ id: "inc-440882", alerts: ["alr-440882"], timeline: [expect.objectContaining({ kind: "incident.report" })] })]);
  expect((await get("/incidents/inc-4401", "officer@4408")).statusCode).toBe(404);
  expect((await get("/alerts", "chief@44")).json().items).toHaveLength(2);
});

test("a unit sees its own tasks and the incident they belong to, and no other unit's", async () => {
  const mine = aTask("inc-440882", "440882115212:rescue");
  const other = aTask("inc-440882", "440882:rescue");
  house.incidents.push(anIncident("440882", { tasks: [mine.id, other.id] }));
  house.tasks.push(mine, other);
  expect((await get("/tasks", "unit@440882115212")).json().items.map((t: { id: string }) => t.id)).toEqual([mine.id]);
  expect((await get(`/tasks/${other.id}`, "unit@440882115212")).statusCode).toBe(404);
  expect((await get("/incidents/inc-440882", "unit@440882115212")).json()).toMatchObject({ id: "inc-440882", tasks: [mine.id] });
});

test("the journal is for the auditor and the commander of the whole platform, as pages or as an export that names its hash", async () => {
  expect((await get("/journal", "chief@44")).statusCode).toBe(403);
  expect((await get("/journal?limit=1", "auditor@44")).json()).toMatchObject({ H: "sm3", items: [{ seq: 1 }], next: "1" });
  const lines = (await get("/journal", "commander@44")).body.trimEnd().split("\n").map((l) => JSON.parse(l));
  expect(lines.map((l) => l.seq ?? l.H)).toEqual(["sm3", 1, 2]);
  expect((await get("/journal/head", "auditor@44")).json()).toMatchObject({ seq: 2, hash: "ab" });
});

test("every answer carries the content policy and is not kept by a cache", async () => {
  for (const url of ["/api/v1/session", "/wall/nowhere", "/healthz"]) {
    const { headers } = await inject({ method: "GET", url });
    expect(headers["content-security-policy"]).toBe(CSP);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  }
});
