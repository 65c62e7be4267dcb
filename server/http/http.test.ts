import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { aTask, anAlert, anIncident, smallHouse } from "../../tests/fixtures/small-house.ts";
import { JPEG_HEAD, PNG_HEAD } from "../../tests/fixtures/pictures.ts";
import { createHttp } from "./index.ts";
import { CSP } from "./headers.ts";

const house = smallHouse();
let app: FastifyInstance;
beforeAll(async () => {
  app = await createHttp(house.needs);
});
afterAll(() => app.close());
beforeEach(() => {
  for (const list of [house.alerts, house.incidents, house.tasks, house.executed, house.taken, house.problems]) list.length = 0;
});

const get = (url: string, account?: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "GET", url: url.startsWith("/api") || !url.startsWith("/") ? url : `/api/v1${url}`, headers: { ...(account ? house.as(account) : {}), ...headers } });
const send = (url: string, account: string | undefined, payload: unknown, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: `/api/v1${url}`, headers: { "content-type": "application/json", ...(account ? house.as(account) : {}), ...headers }, payload: typeof payload === "string" ? payload : JSON.stringify(payload) });
const command = (kind: string, data: unknown, more = {}) => ({ id: "command-1", kind, data, ...more });

test("without a session every read says so and says how to sign in", async () => {
  for (const url of ["/regions/44", "/topics", "/alerts", "/journal", "/session", "/quarantine", "/walls"]) {
    const answer = await get(url);
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, "no_session"]);
  }
});

test("a region outside the caller's subtree answers exactly as one that does not exist", async () => {
  const outside = await get("/regions/4401", "officer@4408");
  const nowhere = await get("/regions/4499", "officer@4408");
  expect(outside.statusCode).toBe(404);
  expect(nowhere.statusCode).toBe(404);
  expect(outside.body.replaceAll("4401", "X")).toBe(nowhere.body.replaceAll("4499", "X"));
  expect((await get("/regions/44", "officer@4408")).statusCode).toBe(404);
});

test("a region names its level, its path without itself, and its children with what may be drilled", async () => {
  const { statusCode, body } = await get("/regions/440882", "officer@4408");
  expect(statusCode).toBe(200);
  expect(JSON.parse(body)).toEqual({
    code: "440882", name: "雷州市", nameEn: "", level: "county", parent: "4408", path: ["44", "4408"],
    children: [
      { code: "440882115", name: "乌石镇", nameEn: "", level: "town", childCount: 1 },
      { code: "440882450", name: "奋勇高新区", nameEn: "", level: "town", childCount: 0, special: true },
    ],
  });
  const dongguan = (await get("/regions/4419", "chief@44")).json();
  expect(dongguan.children).toEqual([expect.objectContaining({ code: "441900", passThrough: true })]);
});

test("a search finds regions by part of their name, in the caller's subtree only, page by page", async () => {
  expect((await get(`/regions?q=${encodeURIComponent("乌石")}`, "officer@4408")).json().items.map((r: { code: string }) => r.code)).toEqual(["440882115", "440882115212"]);
  expect((await get(`/regions?q=${encodeURIComponent("荔湾")}`, "officer@4408")).json().items).toEqual([]);
  const first = (await get("/regions?level=city&limit=2", "chief@44")).json();
  expect(first.items.map((r: { code: string }) => r.code)).toEqual(["4401", "4408"]);
  const second = (await get(`/regions?level=city&limit=2&after=${first.next}`, "chief@44")).json();
  expect(second.items.map((r: { code: string }) => r.code)).toEqual(["4419"]);
  expect(second.next).toBeUndefined();
});

test("a misspelt or impossible parameter is named, never ignored", async () => {
  expect((await get("/alerts?sevrity=1", "chief@44")).json()).toMatchObject({ code: "bad_request" });
  expect((await get("/alerts?severity=9", "chief@44")).json()).toMatchObject({ code: "bad_request", message: expect.stringContaining('severity is "9"') });
  expect((await get("/series?indicator=stage&place=4408&from=2026-02-30T00:00:00Z", "chief@44")).json()).toMatchObject({ code: "bad_time" });
  expect((await get("/regions?limit=0", "chief@44")).json()).toMatchObject({ code: "bad_request" });
});

test("a filter by a name that nobody declared is refused with what there is, and does not answer with nothing", async () => {
  for (const [url, parameter, words] of [
    ["/incidents?type=zzz", "type", 'type is "zzz"; expected flood'],
    ["/plans?type=zzz", "type", 'type is "zzz"; expected flood'],
    ["/units?kind=zzz", "kind", 'kind is "zzz"; expected rescue.'],
    ["/incidents?state=zzz", "state", 'state is "zzz"; expected detected'],
    ["/tasks?state=zzz", "state", 'state is "zzz"; expected dispatched'],
    ["/responses?state=zzz", "state", 'state is "zzz"; expected inForce, pending.'],
    ["/warnings?inForce=zzz", "inForce", 'inForce is "zzz"; expected true, false.'],
    ["/alerts?state=zzz", "state", 'state is "zzz"; expected '],
    ["/sites?kind=zzz", "kind", 'kind is "zzz"; expected '],
    ["/regions?level=zzz", "level", 'level is "zzz"; expected province'],
  ] as const) {
    const answer = await get(url, "chief@44");
    expect([url, answer.statusCode, answer.json()]).toEqual([url, 400, expect.objectContaining({ code: "bad_request", message: expect.stringContaining(words), details: { parameter } })]);
  }
  house.incidents.push(anIncident("440882"));
  expect((await get("/incidents?type=flood", "chief@44")).json().items).toHaveLength(1);
  expect((await get("/units?kind=rescue&region=440882", "chief@44")).json().items).toHaveLength(1);
});

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

test("every read looks at the situation that it is asked for, and samples go into no other than live", async () => {
  for (const path of ["/topics", "/topics/water", "/indicators/stage", "/sites", "/regions", "/regions/44", "/units", "/plans", "/alerts", "/alerts/load", "/alert-groups", "/warnings", "/responses", "/incidents", "/tasks", "/situations", "/situations/live", "/feeds", "/walls", "/walls/main", "/quarantine", "/search", "/slice", "/series", "/lineage"]) {
    const answer = await get(`${path}?situation=zzz`, "chief@44");
    expect([path, answer.statusCode, answer.json()]).toEqual([path, 404, { code: "not_found", message: 'There is no situation "zzz" within your region. Check the situation\'s id.' }]);
  }
  expect((await get("/topics?situation=live", "chief@44")).statusCode).toBe(200);
  const refused = await send("/samples?situation=storm", "source@44", { samples: [] });
  expect([refused.statusCode, refused.json()]).toEqual([400, { code: "bad_request", message: 'situation is "storm"; expected live.', details: { parameter: "situation" } }]);
  expect((await send("/samples?situation=live", "source@44", { samples: [] })).statusCode).toBe(202);
});

test("a level above its region and a span that ends before it begins are refused, not answered with nothing", async () => {
  for (const [url, words] of [
    ["/slice?indicator=stage&region=440882&level=city", 'level is "city", which stands above "440882", a county; expected county, town, village, site.'],
    ["/series?indicator=stage&place=440882&from=2026-11-22T08:00:01%2B08:00&to=2026-11-22T08:00:00%2B08:00", "from is \"2026-11-22T08:00:01+08:00\", which is later than to"],
  ] as const) {
    const answer = await get(url, "officer@4408");
    expect([answer.statusCode, answer.json()]).toEqual([400, expect.objectContaining({ code: "bad_request", message: expect.stringContaining(words) })]);
  }
  expect((await get("/slice?indicator=stage&region=440882&level=county", "officer@4408")).statusCode).toBe(200);
  // What lies ahead of the clock is asked for honestly, and nothing is known of it.
  expect((await get("/series?indicator=stage&place=440882&from=2030-01-01T00:00:00%2B08:00&to=2031-01-01T00:00:00%2B08:00", "officer@4408")).statusCode).toBe(200);
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

test("broken JSON, another type, too much and unknown fields are each refused by name", async () => {
  expect((await send("/commands", "chief@44", "{")).json().code).toBe("bad_json");
  expect((await send("/commands", "chief@44", '{"__proto__":{"x":1}}')).json().code).toBe("bad_json");
  const twice = await send("/commands", "chief@44", '{"id":"a","kind":"wall.back","data":{"wall":"main","w\\u0061ll":"live"}}');
  expect([twice.statusCode, twice.json()]).toEqual([400, { code: "bad_request", message: 'The body names "wall" twice in data; which was meant cannot be known. Send it once.' }]);
  const text = await send("/commands", "chief@44", "{}", { "content-type": "text/plain" });
  expect([text.statusCode, text.json().code]).toEqual([415, "unsupported_type"]);
  const large = await send("/commands", "chief@44", JSON.stringify({ x: "y".repeat(300_000) }));
  expect([large.statusCode, large.json().code]).toEqual([413, "too_large"]);
  expect((await send("/commands", "chief@44", command("incident.verify", { incident: "i", note: "n", extra: 1 }))).json().code).toBe("bad_request");
  expect((await send("/commands", "chief@44", { ...command("incident.verify", { incident: "i", note: "n" }), extra: 1 })).json().code).toBe("bad_request");
  expect((await send("/commands", "chief@44", command("incident.explode", {}))).json().code).toBe("bad_request");
});

test("nothing is coerced: a grade that is a word and a flag that is a number are refused", async () => {
  house.incidents.push(anIncident("440882"));
  expect((await send("/commands", "chief@44", command("incident.grade", { incident: "inc-440882", grade: "3", reason: "r" }))).json().code).toBe("bad_request");
  expect((await send("/commands", "chief@44", command("task.check", { task: "t", passed: 1, text: "" }))).json().code).toBe("bad_request");
  expect(house.executed).toEqual([]);
});

test("a command reaches its ledger only with the right, and only for what the caller may see", async () => {
  house.incidents.push(anIncident("4401"), anIncident("440882"));
  const verify = (incident: string) => command("incident.verify", { incident, note: "已电话核实" });
  expect((await send("/commands", "unit@440882", verify("inc-440882"))).statusCode).toBe(403);
  expect((await send("/commands", "device@main", command("wall.back", { wall: "main" }))).statusCode).toBe(403);
  expect((await send("/commands", "officer@4408", verify("inc-4401"))).statusCode).toBe(404);
  expect((await send("/commands", "officer@4408", verify("inc-440882"))).statusCode).toBe(200);
  expect((await send("/commands", "officer@4408", command("incident.report", { type: "flood", region: "4401", title: "t" }))).statusCode).toBe(404);
  expect((await send("/commands", "chief@4408", command("task.dispatch", { incident: "inc-440882", unit: "4401:rescue", text: "t", deadline: "2026-11-22T10:00:00+08:00" }))).statusCode).toBe(404);
  expect(house.executed.map((e) => [e.actor.account, e.envelope.kind])).toEqual([["officer@4408", "incident.verify"]]);
});

test("a deadline that is no time is refused before the ledger", async () => {
  house.incidents.push(anIncident("440882"));
  const answer = await send("/commands", "chief@4408", command("task.dispatch", { incident: "inc-440882", unit: "440882:rescue", text: "t", deadline: "2026-02-30T10:00:00+08:00" }));
  expect(answer.json()).toMatchObject({ code: "bad_time", message: expect.stringContaining("deadline") });
});

test("another site's request is refused before the handler, with or without a readable body", async () => {
  const foreign: Record<string, string>[] = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, { origin: "null" }, { origin: "https://evil.example", "content-type": "text/plain" }];
  for (const headers of foreign) {
    const answer = await send("/commands", "chief@44", "{}", headers);
    expect([headers, answer.statusCode, answer.json().code]).toEqual([headers, 403, "bad_origin"]);
  }
  const own = await send("/session", undefined, { account: "chief@44", password: "wrong" }, { origin: "http://localhost:80", host: "localhost:80" });
  expect(own.statusCode).toBe(401);
});

test("a login gives a cookie that scripts cannot read and other sites cannot send, new each time", async () => {
  const sign = (cookie?: string) => send("/session", undefined, { account: "officer@4408", password: "guanlan-demo" }, cookie ? { cookie } : {});
  const first = await sign();
  expect(first.json()).toMatchObject({ account: "officer@4408", role: "officer", region: "4408", rights: expect.arrayContaining(["read", "verify"]) });
  const cookie = String(first.headers["set-cookie"]);
  expect(cookie).toMatch(/^guanlan=[0-9a-f]{64}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  const pair = cookie.split(";")[0]!;
  expect((await get("/session", undefined, { cookie: pair })).json()).toMatchObject({ account: "officer@4408" });
  const second = await sign(pair);
  expect(String(second.headers["set-cookie"]).split(";")[0]).not.toBe(pair);
  expect((await get("/session", undefined, { cookie: pair })).statusCode).toBe(401);
});

test("a session ends when it is deleted, and the store never holds its secret", async () => {
  const login = await send("/session", undefined, { account: "chief@44", password: "guanlan-demo" });
  const pair = String(login.headers["set-cookie"]).split(";")[0]!;
  expect([...house.rows.keys()].join()).not.toContain(pair.split("=")[1]!);
  expect((await app.inject({ method: "DELETE", url: "/api/v1/session", headers: { cookie: pair } })).statusCode).toBe(200);
  expect((await get("/session", undefined, { cookie: pair })).statusCode).toBe(401);
});

test("five wrong passwords lock the account for 15 minutes, the right one included", async () => {
  const login = (password: string) => send("/session", undefined, { account: "officer@440882", password });
  for (let i = 0; i < 5; i++) expect((await login("wrong")).statusCode).toBe(401);
  const locked = await login("guanlan-demo");
  expect([locked.statusCode, locked.json().code, Number(locked.headers["retry-after"])]).toEqual([429, "locked", 900]);
  house.clock.advance(15 * 60_000);
  expect((await login("guanlan-demo")).statusCode).toBe(200);
});

test("the demo lists its accounts, one of each role, and a branch from city to village", async () => {
  const items = (await get("/session/demo")).json().items as { account: string; role: string; token: string }[];
  expect(new Set(items.map((i) => i.role)).size).toBe(11);
  expect(items.map((i) => i.account)).toEqual(expect.arrayContaining(["commander@44", "officer@4408", "officer@440882", "officer@440882115", "unit@440882115212"]));
  expect((await get("/session", undefined, { authorization: `Bearer ${items[0]!.token}` })).json()).toMatchObject({ account: items[0]!.account });
});

test("samples are for sources; they come as JSON or as a stream, and ?durable=1 is passed on", async () => {
  expect((await send("/samples", "chief@44", { samples: [] })).statusCode).toBe(403);
  const json = await send("/samples?durable=1", "source@44", { samples: [{ value: null }] });
  expect([json.statusCode, json.json()]).toEqual([202, { received: 1, accepted: 1, duplicates: 0, rejected: 0, quarantined: 0, problems: [] }]);
  expect(house.taken).toEqual([{ items: [{ value: null }], durable: true }]);
  expect((await send("/samples", "source@44", { samples: {}, more: 1 })).json().code).toBe("bad_request");
  const long = await send("/samples", "source@44", `{"indicator":"${"x".repeat(100)}"}\n`.repeat(4_000), { "content-type": "application/x-ndjson" });
  expect(long.json()).toMatchObject({ received: 4_000 });
});

test("the journal is for the auditor and the commander of the whole platform, as pages or as an export that names its hash", async () => {
  expect((await get("/journal", "chief@44")).statusCode).toBe(403);
  expect((await get("/journal?limit=1", "auditor@44")).json()).toMatchObject({ H: "sm3", items: [{ seq: 1 }], next: "1" });
  const lines = (await get("/journal", "commander@44")).body.trimEnd().split("\n").map((l) => JSON.parse(l));
  expect(lines.map((l) => l.seq ?? l.H)).toEqual(["sm3", 1, 2]);
  expect((await get("/journal/head", "auditor@44")).json()).toMatchObject({ seq: 2, hash: "ab" });
});

test("a quarantined sample about an unknown place is shown only to who may read the whole chain", async () => {
  expect((await get("/quarantine", "officer@4408")).json().items).toHaveLength(1);
  expect((await get("/quarantine", "commander@44")).json().items).toHaveLength(2);
});

test("who reads the quarantine page by page misses nothing and reads nothing twice while older items fall away", async () => {
  const kept = [1, 2, 3, 4].map((n) => ({ n, place: "440882", source: "s" }));
  Object.assign(house.needs.samples, { quarantine: () => kept });
  const first = (await get("/quarantine?limit=2", "officer@4408")).json();
  expect([first.items.map((q: { n: number }) => q.n), first.next]).toEqual([[1, 2], "2"]);
  kept.splice(0, 3);
  kept.push({ n: 5, place: "440882", source: "s" });
  const second = (await get(`/quarantine?limit=2&after=${first.next}`, "officer@4408")).json();
  expect([second.items.map((q: { n: number }) => q.n), second.next]).toEqual([[4, 5], undefined]);
});

test("of two who bring the same picture at once both are written down", async () => {
  const payload = Buffer.concat([PNG_HEAD, Buffer.alloc(100, 9)]);
  const upload = (as: string) => app.inject({ method: "POST", url: "/api/v1/files", headers: { "content-type": "image/png", ...house.as(as) }, payload });
  const who = ["unit@440882115212", "unit@4408"];
  const answers = await Promise.all(who.map(upload));
  expect(answers.map((a) => a.statusCode)).toEqual([201, 201]);
  const { file } = answers[0]!.json() as { file: string };
  const { by } = JSON.parse(readFileSync(join(house.needs.house.dataDir, "files", `${file}.json`), "utf8")) as { by: { account: string }[] };
  expect(by.map((b) => b.account).sort()).toEqual(who.sort());
});

test("a picture is told by its bytes, kept under its hash, and seen only upwards", async () => {
  const png = Buffer.concat([PNG_HEAD, Buffer.alloc(100, 1)]);
  const upload = (payload: Buffer, type = "image/png") => app.inject({ method: "POST", url: "/api/v1/files", headers: { "content-type": type, ...house.as("unit@440882115212") }, payload });
  const kept = await upload(png);
  expect(kept.statusCode).toBe(201);
  const { file } = kept.json();
  expect(file).toMatch(/^[0-9a-f]{64}$/);
  expect((await upload(Buffer.from("<svg onload=alert(1)>"))).json().code).toBe("unsupported_type");
  expect((await upload(Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024 + 20_000)]))).statusCode).toBe(413);
  const seen = await get(`/files/${file}`, "officer@440882");
  expect([seen.statusCode, seen.headers["content-type"], seen.rawPayload.equals(png)]).toEqual([200, "image/png", true]);
  expect((await get(`/files/${file}`, "unit@4408")).statusCode).toBe(200);
  expect((await get("/files/..%2f..%2fetc%2fpasswd", "officer@440882")).statusCode).toBe(404);
});

test("a picture may also come in a form", async () => {
  const form = new FormData();
  form.set("file", new Blob([JPEG_HEAD]), "photo.jpg");
  const body = new Response(form);
  const answer = await app.inject({ method: "POST", url: "/api/v1/files", headers: { "content-type": body.headers.get("content-type")!, ...house.as("unit@440882115212") }, payload: Buffer.from(await body.arrayBuffer()) });
  expect(answer.statusCode).toBe(201);
});

test("every answer carries the content policy and is not kept by a cache", async () => {
  for (const url of ["/api/v1/session", "/wall/nowhere", "/healthz"]) {
    const { headers } = await app.inject({ method: "GET", url });
    expect(headers["content-security-policy"]).toBe(CSP);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  }
});

test("health, readiness, figures and the description of the calls are where tools look for them", async () => {
  expect((await app.inject("/healthz")).json()).toEqual({ ok: true, store: { state: "writes", since: "1970-01-01T08:00:00.000+08:00", owed: 0 }, journal: { state: "verified" }, snapshot: null, backup: null, drill: null });
  expect((await app.inject("/readyz")).json()).toEqual({ ready: true, reasons: [] });
  const figures = await app.inject({ url: "/metrics", headers: { host: "localhost:8720" } });
  expect(figures.body).toMatch(/guanlan_sockets 3/);
  expect(figures.body).toMatch(/guanlan_samples_total\{outcome="accepted"\}/);
  expect((await app.inject({ url: "/metrics", headers: { host: "localhost", "x-forwarded-for": "10.0.0.1" } })).statusCode).toBe(401);
  const described = (await get("/openapi.json")).json();
  expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(["/api/v1/commands", "/api/v1/samples", "/api/v1/regions/{code}", "/api/v1/slice"]));
});

test("a pack whose code was ended is told with its health and in the figures, and the house is ready all the same", async () => {
  house.packStates.push({ topic: "water", state: "ended", fault: "overrun", since: Date.UTC(2026, 10, 22, 6, 31) }, { topic: "health", state: "running", fault: null, since: 0 });
  expect((await app.inject("/healthz")).json()).toMatchObject({ ok: true, packs: [expect.stringMatching(/ 专题代码超时已停用（14:31）$/)] });
  expect((await app.inject("/readyz")).json()).toEqual({ ready: true, reasons: [] });
  const { body } = await app.inject({ url: "/metrics", headers: { host: "localhost:8720" } });
  expect(body).toMatch(/guanlan_pack_running\{topic="water"\} 0\nguanlan_pack_running\{topic="health"\} 1\n/);
  house.packStates.length = 0;
});

test("no call fails for a reason of its own", () => {
  expect(house.problems).toEqual([]);
});
