import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { ROLES } from "../../model/account.ts";
import { formatTime } from "../../model/time.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

test("the demo has one account of each role at least, and officers at a city, a county and a town, and a unit at a village", async () => {
  const accounts = await api.demo();
  expect(new Set(accounts.map((a) => a.role))).toEqual(new Set(ROLES));
  const levels = async (role: string) => new Set(await Promise.all(accounts.filter((a) => a.role === role).map(async (a) => (await api.get(`/regions/${a.region}`, "commander@44")).body.level)));
  expect(await levels("officer")).toEqual(new Set(["province", "city", "county", "town"]));
  expect(await levels("unit")).toContain("village");
  for (const a of accounts.filter((x) => x.role === "unit")) expect(a.unit).toMatch(new RegExp(`^${a.region}:`));
});

test("every account of the demo signs in with its password and learns who it is", async () => {
  for (const { account, role, region } of await api.demo()) {
    const cookie = await api.signIn(account);
    expect((await api.ask("GET", "/session", { headers: { cookie } })).body).toMatchObject({ account, role, region, rights: expect.any(Array) });
  }
});

test("only who may read reads: sources, peers, the administrators of system and security and the auditor do not", async () => {
  for (const account of ["source@44", "peer@4408", "sysAdmin@44", "secAdmin@44", "auditor@44"]) expect([account, (await api.get("/alerts", account)).status]).toEqual([account, 403]);
  for (const account of ["commander@44", "officer@4408", "unit@440882115212", "topicAdmin@44", "device@main"]) expect([account, (await api.get("/alerts", account)).status]).toEqual([account, 200]);
});

test("whom an alert can be given to is told to who acknowledges: its own posts first, then those above, then those below, and each of them is taken", async () => {
  expect(await api.post("/samples", { samples: [{ indicator: "emg.death.safety", place: "440882", observedAt: formatTime(Date.now()), value: 12 }] }, "source@44")).toMatchObject({ body: { accepted: 1 } });
  const [alert] = await until(async () => (await api.get("/alerts?severity=1", "officer@440882")).body.items as { id: string }[], ({ length }) => length > 0);
  const { items } = (await api.get(`/alerts/${alert!.id}/posts`, "officer@440882")).body as { items: { account: string; role: string; region: string }[] };
  expect(items.map(({ account }) => account)).toEqual(["chief@440882", "officer@440882", "chief@4408", "officer@4408", "commander@44", "chief@44", "officer@44", "chief@440882115", "officer@440882115"]);
  expect(items[0]).toEqual({ account: "chief@440882", role: "chief", region: "440882" });
  for (const { account: to } of items) expect([to, (await api.command("officer@44", "alert.assign", { alert: alert!.id, to })).status]).toEqual([to, 200]);
  expect((await api.get(`/alerts/${alert!.id}/posts`, "unit@440882")).status).toBe(403);
  expect((await api.get("/alerts/none/posts", "officer@440882")).status).toBe(404);
});

test("the whole chain is for the auditor and the commander of the whole platform", async () => {
  for (const [account, status] of [["auditor@44", 200], ["commander@44", 200], ["chief@44", 403], ["officer@4408", 403], ["device@main", 403], ["sysAdmin@44", 403]] as const)
    expect([account, (await api.get("/journal", account)).status]).toEqual([account, status]);
});

test("whatever an officer asks about another city is answered word for word like what does not exist", async () => {
  const pairs = [["/regions/4401", "/regions/4499"], ["/slice?indicator=met.storm.distance&region=4401", "/slice?indicator=met.storm.distance&region=4499"], ["/boundaries/county?parent=4401", "/boundaries/county?parent=4499"], ["/alerts?region=4401", "/alerts?region=4499"], ["/units?region=4401", "/units?region=4499"], ["/series?indicator=met.storm.distance&place=4401", "/series?indicator=met.storm.distance&place=4499"], ["/lineage?indicator=met.storm.distance&place=4401", "/lineage?indicator=met.storm.distance&place=4499"], ["/sites?region=4401", "/sites?region=4499"]];
  for (const [outside, nowhere] of pairs) {
    const [a, b] = [await api.get(outside!, "officer@4408"), await api.get(nowhere!, "officer@4408")];
    expect([outside, a.status, b.status]).toEqual([outside, 404, 404]);
    expect(a.text.replaceAll("4401", "X")).toBe(b.text.replaceAll("4499", "X"));
  }
});

test("an incident of one county is not there for another, nor are commands about it", async () => {
  const { incident } = (await api.command("officer@440882", "incident.report", { type: "water.flash.flood", region: "440882", title: "【模拟】雷州积水" })).body.result;
  expect((await api.get(`/incidents/${incident}`, "officer@4408")).status).toBe(200);
  expect((await api.get(`/incidents/${incident}`, "officer@440882115")).status).toBe(404);
  expect((await api.get("/incidents", "officer@440882115")).body.items).toEqual([]);
  expect((await api.command("officer@440882115", "incident.verify", { incident, note: "核实" })).status).toBe(404);
  expect((await api.command("unit@440882", "incident.verify", { incident, note: "核实" })).status).toBe(403);
});

test("a report, a focus and an order cannot name a place or a unit outside the caller's subtree", async () => {
  expect((await api.command("officer@4408", "incident.report", { type: "water.flash.flood", region: "4401", title: "【模拟】" })).status).toBe(404);
    expect((await api.command("device@main", "wall.focus", { wall: "main", region: "44" })).status).toBe(403);
});

test("the province's wall is not there for a city: neither to read nor to direct, nor in its socket", async () => {
  expect((await api.get("/walls", "officer@4408")).body.items).toEqual([]);
  for (const account of ["officer@4408", "chief@4408", "officer@440882"]) {
    expect([account, (await api.get("/walls/main", account)).status]).toEqual([account, 404]);
    for (const [kind, data] of [["wall.focus", { region: account.split("@")[1] }], ["wall.scene", { scene: "overview" }], ["wall.back", {}]] as const) {
      const { status, body } = await api.command(account, kind, { wall: "main", ...data });
      expect([account, kind, status, body.code]).toEqual([account, kind, 404, "not_found"]);
    }
  }
  expect((await api.command("officer@44", "wall.focus", { wall: "main", situation: "storm", region: "4408" })).status).toBe(200);
  expect((await api.command("officer@44", "wall.back", { wall: "main" })).status).toBe(200);
});

test("a unit has its own tasks, and no other's", async () => {
  const { incident } = (await api.command("officer@440882", "incident.report", { type: "water.flash.flood", region: "440882", title: "【模拟】" })).body.result;
  await api.command("officer@440882", "incident.verify", { incident, note: "已核实" });
  await api.command("officer@440882", "incident.grade", { incident, grade: 4, reason: "一般" });
  const deadline = formatTime(Date.now() + 86_400_000);
  const order = async (unit: string) => (await api.command("officer@440882", "task.dispatch", { incident, unit, text: "前往处置", deadline })).body;
  const mine = (await order("440882:flood")).result.task;
  const other = (await order("440882:fire")).result.task;
  expect((await api.get("/tasks", "unit@440882")).body.items.map((t: { id: string }) => t.id)).toEqual([mine]);
  expect((await api.get(`/tasks/${other}`, "unit@440882")).status).toBe(404);
  expect((await api.command("unit@440882", "task.accept", { task: other })).status).toBe(404);
  expect((await api.command("unit@440882", "task.accept", { task: mine })).status).toBe(200);
  expect((await api.get(`/tasks/${mine}`, "officer@4408")).body).toMatchObject({ state: "accepted", unit: "440882:flood", receipts: expect.arrayContaining([expect.objectContaining({ kind: "task.accept" })]) });
});

test("a display reads its wall, nothing sensitive, and another wall only when paired with it", async () => {
  expect((await api.get("/walls", "device@main")).body.items.map((w: { id: string }) => w.id)).toEqual(["main"]);
  expect((await api.get("/walls/live", "device@main")).status).toBe(404);
  expect((await api.get("/indicators/emg.death.safety", "device@main")).status).toBe(404);
  expect((await api.get("/indicators/emg.death.safety", "officer@4408")).status).toBe(200);
  expect((await api.get("/topics", "device@main")).text).not.toContain('"class":"sensitive"');
  expect((await api.get("/sites?limit=1000", "device@main")).text).not.toContain('"class":"sensitive"');
});

test("a fresh browser on this machine that opens a wall can read it at once; one that is signed in stays who it is", async () => {
  const fresh = await api.get("//wall/main");
  const cookie = fresh.headers.get("set-cookie")!.split(";")[0]!;
  expect((await api.ask("GET", "/walls/main", { headers: { cookie } })).status).toBe(200);
  const person = await api.signIn("officer@4408");
  expect((await api.ask("GET", "//wall/main", { headers: { cookie: person } })).headers.get("set-cookie")).toBeNull();
});

test("a session survives kill -9, and is gone after it is ended", async () => {
  const own = await startServer({ env: RECORD_ALONE });
  onTestFinished(() => own.stop());
  const caller = callerOf(own);
  const cookie = await caller.signIn("chief@44");
  await own.kill();
  const again = await startServer({ env: RECORD_ALONE, dataDir: own.dataDir });
  onTestFinished(() => again.stop());
  const after = callerOf(again);
  expect((await after.ask("GET", "/session", { headers: { cookie } })).body).toMatchObject({ account: "chief@44" });
  expect((await after.ask("DELETE", "/session", { headers: { cookie } })).status).toBe(200);
  expect((await after.ask("GET", "/session", { headers: { cookie } })).status).toBe(401);
}, RESTARTS_MS);

test("five wrong passwords lock a name, whether it exists or not, and both read the same", async () => {
  const tries = async (account: string) => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await api.post("/session", { account, password: "wrong" }));
    return answers.map((a) => [a.status, a.text.replaceAll(account, "X")]);
  };
  const known = await tries("topicAdmin@44");
  expect(known.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await tries("nobody@44")).toEqual(known);
});

test("production refuses to start as a demo, and says everything that is missing", async () => {
  const refused = await startServer({ env: { PROFILE: "production", HOST: "0.0.0.0" } }).then(() => "started", (error: Error) => error.message);
  for (const words of ["ACCOUNTS", "SECRET", "TLS", "审图号"]) expect(refused).toContain(words);
}, RESTARTS_MS);
