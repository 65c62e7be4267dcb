import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

const HEAD = "commander@44";
let server: RunningServer;
let api: Caller;
/** Villages are spelt out last. */
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
  await until(() => found("南充村民委员会"), (items) => items.length > 0);
});
afterAll(() => server?.stop());

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly title: { readonly zh: string };
  readonly path?: readonly string[];
}
const found = async (q: string, as = HEAD, more = ""): Promise<Found[]> => (await api.get(`/search?q=${encodeURIComponent(q)}${more}`, as)).body.items;
const ids = (items: readonly Found[]) => items.map(({ kind, id }) => `${kind} ${id}`);

test("a place is found by its name, its pinyin and its first letters, the higher first, with the way down to it", async () => {
  for (const typed of ["湛江", "zhanjiang", "zjs", "Zhanjiang"]) expect([typed, (await found(typed))[0]]).toEqual([typed, expect.objectContaining({ kind: "region", id: "4408" })]);
  const [leizhou] = await found("leizhoushi");
  expect(leizhou).toMatchObject({ id: "440882", title: { zh: "雷州市" }, path: ["44", "4408"], match: { zh: [0, 3] } });
});

test("what is measured, where it is, and what a wall can show are found as well", async () => {
  expect(ids(await found("停电用户"))).toContain("indicator ener.outage.users");
  expect(ids(await found("hdswjj"))).toContain("indicator water.river.level");
  expect(ids(await found("石角水文"))).toContain("site rg-shijiao");
  expect(ids(await found("全省治理态势"))).toContain("scene overview");
});

test("an incident is found as soon as it is reported, before places of its name", async () => {
  const { body } = await api.command(HEAD, "incident.report", { type: "water.river.warning", region: "440882", title: "南渡河雷州段超警", occurredAt: new Date().toISOString() });
  expect((await found("南渡河"))[0]).toMatchObject({ kind: "incident", id: body.result.incident, path: ["44", "4408", "440882"] });
});

test("nobody finds what they may not see: another's places, sensitive sites", async () => {
  await api.command(HEAD, "incident.report", { type: "water.river.warning", region: "440113", title: "沙湾水道番禺段超警", occurredAt: new Date().toISOString() });
  for (const elsewhere of ["番禺区", "沙湾水道番禺"]) {
    expect([elsewhere, (await found(elsewhere)).length]).not.toEqual([elsewhere, 0]);
    expect(ids(await found(elsewhere, "officer@4408"))).toEqual([]);
  }
  expect((await found("南渡河", "officer@4408")).length).toBeGreaterThan(0);
  expect((await found("示例核电厂", HEAD)).length).toBeGreaterThan(0);
  expect((await api.get("/search?q=湛江", "source@44")).status).toBe(403);
});

test("what was typed wrong is said, and nothing is found by nothing", async () => {
  expect(await found(" ")).toEqual([]);
  expect((await api.get("/search?q=", HEAD)).body).toMatchObject({ code: "bad_request" });
  expect((await api.get("/search?q=a&limit=0", HEAD)).body).toMatchObject({ code: "bad_request" });
  expect(await found("zj", HEAD, "&limit=3")).toHaveLength(3);
});
