import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";
import { anIncident } from "../../tests/fixtures/small-house.ts";

const { get, house, send } = httpDesk();

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
