import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { PNG_HEAD } from "../fixtures/pictures.ts";
import { RECORD_ALONE, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

test("alive, ready and figures are where tools look for them", async () => {
  expect((await api.get("//healthz")).status).toBe(200);
  expect((await api.get("//readyz")).body).toEqual({ ready: true, reasons: [] });
  const figures = (await api.get("//metrics")).text;
  for (const name of ["guanlan_sockets ", "guanlan_samples_total", "process_resident_memory_bytes", "nodejs_eventloop_lag_p99_seconds", "guanlan_frames_sent_total", "guanlan_queues_dropped_total"]) expect(figures).toContain(name);
});

test("what a page is made of goes out packed: a phone on a poor line fetches under a third of it", async () => {
  const page = await (await fetch(`${server.url}/field`)).text();
  const parts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
  expect(parts.length).toBeGreaterThan(5);
  let [sent, whole] = [0, 0];
  for (const part of parts) {
    const packed = await fetch(`${server.url}${part}`, { headers: { "accept-encoding": "br" } });
    expect([part, packed.headers.get("content-encoding")]).toEqual([part, "br"]);
    sent += Number(packed.headers.get("content-length"));
    whole += (await packed.arrayBuffer()).byteLength;
  }
  expect(sent).toBeLessThan(whole / 3);
});

test("every official region of the province is there, five levels deep, each with its path", async () => {
  const count = async (level: string) => {
    let n = 0;
    for (let after = ""; ; ) {
      const page = (await api.get(`/regions?level=${level}&limit=1000${after && `&after=${after}`}`, "chief@44")).body;
      n += page.items.length;
      if (page.next === undefined) return n;
      after = page.next;
    }
  };
  expect([await count("province"), await count("city"), await count("county"), await count("town")]).toEqual([1, 21, 124, 1757]);
  const village = (await api.get("/regions/440882115212", "chief@44")).body;
  expect(village).toMatchObject({ name: "乌石村村委会", level: "village", parent: "440882115", path: ["44", "4408", "440882", "440882115"], children: [] });
});

test("东莞 is drilled through a county that does not count, and special units say so", async () => {
  const dongguan = (await api.get("/regions/4419", "chief@44")).body;
  expect(dongguan.children).toEqual([expect.objectContaining({ level: "county", passThrough: true })]);
  expect((await api.get("/regions/440882", "chief@44")).body.children).toContainEqual(expect.objectContaining({ code: "440882450", special: true }));
});

test("a region is found by part of its name", async () => {
  const { items } = (await api.get(`/regions?q=${encodeURIComponent("乌石镇")}&level=town`, "chief@44")).body;
  expect(items.map((r: { code: string }) => r.code)).toContain("440882115");
});

test("boundaries carry their attribution and the want of an approval", async () => {
  for (const [level, parent, count] of [["city", "44", 21], ["county", "4408", 9]] as const) {
    const { body } = await api.get(`/boundaries/${level}?parent=${parent}`, "chief@44");
    expect(body).toMatchObject({ level, approval: null, attribution: expect.stringContaining("OpenStreetMap"), notice: expect.stringContaining("无审图号") });
    expect(body.topology.type).toBe("Topology");
    expect(body.topology.objects[body.object].geometries).toHaveLength(count);
  }
});

test("topics name their indicators, rules and incident types; an indicator its thresholds with their source", async () => {
  const { items } = (await api.get("/topics", "officer@44")).body;
  expect(items.map((t: { id: string }) => t.id)).toEqual(expect.arrayContaining(["meteorology", "water", "emergency-command", "health", "energy-security", "grassroots-governance"]));
  for (const topic of items) {
    expect(topic).toMatchObject({ no: expect.any(Number), title: { zh: expect.any(String), en: expect.any(String) }, lead: expect.any(String), plans: expect.any(Array) });
    for (const i of topic.indicators) expect(i).toMatchObject({ id: expect.any(String), decimals: expect.any(Number), leaf: expect.any(String), rollup: expect.any(String), cadence: expect.any(Number), class: expect.any(String) });
  }
  const river = (await api.get("/indicators/water.river.level", "officer@44")).body;
  expect(river).toMatchObject({ unit: "m", rollup: "max", definition: expect.any(String), owner: expect.any(String), source: expect.any(String), version: expect.any(Number), topic: "water" });
  expect(river.thresholds.length).toBeGreaterThan(0);
  for (const threshold of river.thresholds) expect(threshold.source).toBeTruthy();
});

test("sites are a list, or GeoJSON when asked for", async () => {
  const list = (await api.get("/sites?kind=grid-node&limit=2", "chief@44")).body;
  expect(list.items[0]).toMatchObject({ id: expect.any(String), kind: "grid-node", name: expect.any(String), region: expect.any(String), attributes: expect.any(Object) });
  const geo = await api.get("/sites?region=4401", "chief@44", { accept: "application/geo+json" });
  expect(geo.headers.get("content-type")).toContain("application/geo+json");
  expect(geo.body).toMatchObject({ type: "FeatureCollection" });
});

test("what a call does not know is named, and so is what it knows", async () => {
  const refused = async (path: string) => (await api.get(path, "chief@44")) as { status: number; body: { code: string; message: string; details: object } };
  expect(await refused("/slice?indicator=met.storm.distance&foo=1")).toMatchObject({ status: 400, body: { code: "bad_request", message: expect.stringMatching(/"foo".*indicator, region, level, asOf/), details: { parameter: "foo" } } });
  expect(await refused("/alerts?topic=zzz")).toMatchObject({ status: 400, body: { message: expect.stringMatching(/"zzz".*water.*platform/), details: { parameter: "topic" } } });
  expect(await refused("/sites?kind=zzz")).toMatchObject({ status: 400, body: { message: expect.stringMatching(/"zzz".*grid-node/), details: { parameter: "kind" } } });
  expect(await refused("/incidents?type=zzz")).toMatchObject({ status: 400, body: { code: "bad_request", message: expect.stringContaining('type is "zzz"; expected '), details: { parameter: "type" } } });
  expect(await refused("/units?kind=zzz")).toMatchObject({ status: 400, body: { message: expect.stringMatching(/"zzz".*flood.*fire/), details: { parameter: "kind" } } });
  for (const path of ["/units?kind=fire", "/alerts?topic=platform", "/alerts?topic=water", "/sites?kind=grid-node"]) expect((await refused(path)).status).toBe(200);
});

test("the live world and the storm drill stand side by side, each with its clock", async () => {
  const { items } = (await api.get("/situations", "chief@44")).body;
  expect(items[0]).toMatchObject({ id: "live", kind: "live", speed: 1, paused: false });
  expect(items.find((s: { id: string }) => s.id === "storm")).toMatchObject({ kind: "drill", banner: expect.stringContaining("演练"), simAt: expect.stringMatching(/^2015-10-0\d.*\+08:00$/) });
});

test("the walls are as the room has them: three displays on the storm, one on the live world", async () => {
  const { items } = (await api.get("/walls", "chief@44")).body;
  expect(items.find((w: { id: string }) => w.id === "main")).toMatchObject({ situation: "storm", focus: { situation: "storm", region: "44" }, mode: "routine", displays: [{ id: "main/1" }, { id: "main/2" }, { id: "main/3" }] });
  expect(items.find((w: { id: string }) => w.id === "live")).toMatchObject({ situation: "live", displays: [{ id: "live/1" }] });
});

test("the storm can be read by town: a number with its place, time, state, quality and coverage", async () => {
  const slice = await until(() => api.get("/slice?situation=storm&indicator=met.storm.distance&region=440882&level=town", "officer@440882"), (a) => a.body.cells?.some((c: { value: unknown }) => c.value !== null));
  expect(slice.body).toMatchObject({ situation: "storm", region: "440882", level: "town", tick: expect.any(Number) });
  for (const cell of slice.body.cells) {
    expect(cell).toMatchObject({ place: expect.stringMatching(/^440882/), state: expect.any(String), quality: expect.any(String), coverage: { have: expect.any(Number), of: expect.any(Number), level: "town" } });
    if (cell.value === null) expect(["never", "withheld", "down", "stale", "fresh", "ageing"]).toContain(cell.state);
  }
});

test("a number that nobody has reported is null and says never, not zero", async () => {
  const { body } = await api.get("/slice?indicator=grid.event.report&region=440882115&level=village", "officer@440882115");
  expect(body.cells.length).toBeGreaterThan(10);
  for (const cell of body.cells) expect(cell).toMatchObject({ value: null, observedAt: null, state: "never" });
});

test("what does not exist is a 404 with the same words for every kind of thing", async () => {
  for (const path of ["/regions/99", "/topics/none", "/indicators/none", "/alerts/none", "/incidents/none", "/tasks/none", "/walls/none", "/slice?situation=none&indicator=met.storm.distance", "/units?region=99", "/boundaries/city?parent=99"]) {
    const answer = await api.get(path, "chief@44");
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, "not_found"]);
  }
});

test("the description of the calls is generated and names each of them", async () => {
  const { body } = await api.get("/openapi.json");
  expect(body.openapi).toMatch(/^3\.1/);
  for (const path of ["session", "regions/{code}", "boundaries/{level}", "sites", "topics", "indicators/{id}", "slice", "series", "lineage", "alerts", "warnings", "incidents/{id}", "tasks", "units", "walls", "situations", "feeds", "journal", "quarantine", "samples", "commands", "files"])
    expect(Object.keys(body.paths)).toContain(`/api/v1/${path}`);
});

test("a command is answered when durable, the same again for the same id, and refused for another body", async () => {
  const id = "http-contract-1";
  const report = (title: string) => ({ id, kind: "incident.report", data: { type: "water.flash.flood", region: "440882115212", title } });
  const first = await api.post("/commands", report("【模拟】村口积水"), "unit@440882115212");
  expect(first.body).toMatchObject({ seq: expect.any(Number), at: expect.stringContaining("+08:00"), result: { incident: expect.any(String) } });
  expect((await api.post("/commands", report("【模拟】村口积水"), "unit@440882115212")).body).toEqual(first.body);
  const other = await api.post("/commands", report("另一个"), "unit@440882115212");
  expect([other.status, other.body.code]).toEqual([409, "id_reused"]);
  const stranger = await api.post("/commands", report("【模拟】村口积水"), "officer@440882115");
  expect([stranger.status, stranger.body.result]).toEqual([409, undefined]);
  const seen = (await api.get(`/incidents/${first.body.result.incident}`, "officer@4408")).body;
  expect(seen).toMatchObject({ state: "pending", region: "440882115212", alerts: [], tasks: [], timeline: [{ seq: first.body.seq, kind: "incident.report" }] });
});

test("a command past its notAfter is gone, and a move that is not legal says which are", async () => {
  const late = await api.command("officer@4408", "incident.report", { type: "water.flash.flood", region: "4408", title: "【模拟】晚" }, { notAfter: "2020-01-01T00:00:00+08:00" });
  expect([late.status, late.body.code]).toEqual([410, "too_late"]);
  const { incident } = (await api.command("officer@4408", "incident.report", { type: "water.flash.flood", region: "4408", title: "【模拟】早" })).body.result;
  const early = await api.command("officer@4408", "incident.close", { incident, text: "办结" });
  expect(early).toMatchObject({ status: 409, body: { code: "illegal_transition", details: { state: "pending", legal: ["incident.verify", "incident.reject", "incident.merge", "incident.update", "incident.transfer", "incident.escalate", "incident.cancel"] } } });
});

test("the journal is exported whole, with a first line that names its hash function", async () => {
  const lines = (await api.get("/journal", "auditor@44")).text.trimEnd().split("\n").map((line) => JSON.parse(line));
  expect(lines[0]).toEqual({ H: "sm3", situation: "live" });
  expect(lines.slice(1).map((e) => e.seq)).toEqual(lines.slice(1).map((_, i) => i + 1));
  const page = (await api.get("/journal?limit=1", "commander@44")).body;
  expect(page.items).toHaveLength(1);
  expect(page.next).toBe("1");
  expect((await api.get("/journal/head", "auditor@44")).body).toMatchObject({ seq: lines.length - 1, hash: lines.at(-1).hash });
});

test("a picture goes up from the village and is seen by its county", async () => {
  const png = Buffer.concat([PNG_HEAD, Buffer.alloc(64, 7)]);
  const kept = await api.post("/files", png, "unit@440882115212", { "content-type": "image/png" });
  expect(kept.status).toBe(201);
  expect((await api.get(`/files/${kept.body.file}`, "officer@440882")).headers.get("content-type")).toBe("image/png");
  expect((await api.get(`/files/${kept.body.file}`, "source@44")).status).toBe(403);
});

test("a stretch of live's past is replayed: it shows what was known, takes no command, and its journal is live's up to its clock", async () => {
  const from = new Date(Date.now() - 60_000).toISOString();
  const { incident } = (await api.command("officer@440882", "incident.report", { type: "water.flash.flood", region: "440882115", title: "【模拟】山洪 回放" })).body.result;
  const head = (await api.get("/journal/head", "auditor@44")).body;
  const to = new Date().toISOString();
  // What follows stands after that instant, not in its millisecond.
  await new Promise((done) => setTimeout(done, 2));
  const { situation } = (await api.command("commander@44", "situation.start", { kind: "replay", from, to, speed: 1 })).body.result;
  expect((await api.get("/situations", "commander@44")).body.items).toContainEqual(expect.objectContaining({ id: situation, kind: "replay", speed: 1, banner: expect.stringMatching(/^回放 · 实况 /) }));
  expect((await api.get(`/incidents/${incident}?situation=${situation}`, "commander@44")).status).toBe(404);
  expect((await api.command("commander@44", "situation.seek", { situation, to })).status).toBe(200);
  expect((await api.get(`/incidents/${incident}?situation=${situation}`, "commander@44")).body).toMatchObject({ id: incident, state: "pending" });
  // The house itself may have written between the head and the clock: such entries belong to the replay, later ones do not.
  const after = async (seq: number, of: string) => (await api.get(`/journal?after=${seq}&situation=${of}`, "auditor@44", { accept: "application/json" })).body.items as { seq: number; hash: string; at: string }[];
  const [last, ...since] = await after(head.seq - 1, situation);
  expect([last!.seq, last!.hash]).toEqual([head.seq, head.hash]);
  const replayed = (await api.get(`/journal/head?situation=${situation}`, "auditor@44")).body;
  expect(replayed).toEqual({ ...head, seq: head.seq + since.length, hash: (since.at(-1) ?? last!).hash });
  for (const entry of since) expect(Date.parse(entry.at)).toBeLessThanOrEqual(Date.parse(to));
  expect(Date.parse((await after(replayed.seq, "live"))[0]!.at)).toBeGreaterThan(Date.parse(to));
  const refused = await api.command("officer@440882", "incident.verify", { incident, note: "核实" }, { situation });
  expect([refused.status, refused.body.code, refused.body.details]).toEqual([409, "read_only", { state: "replay", legal: [] }]);
  expect((await api.command("commander@44", "situation.start", { kind: "replay", from: to, to: from })).body.code).toBe("bad_time");
  expect((await api.command("commander@44", "situation.stop", { situation })).status).toBe(200);
  expect((await api.get(`/slice?situation=${situation}&indicator=ener.outage.users`, "commander@44")).status).toBe(404);
});

test("a wall takes the scenes that stand in its room; any other is refused with those", async () => {
  for (const scene of ["three-bays", "nonsense"]) {
    const refused = await api.command("commander@44", "wall.scene", { wall: "main", scene });
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([404, "not_found", { scenes: ["storm", "emergency", "energy", "epidemic", "health", "meteorology", "overview", "transport", "water"] }]);
    expect(refused.body.message).toBe(`There is no scene "${scene}" that wall "main" can show. It can show: storm, emergency, energy, epidemic, health, meteorology, overview, transport, water.`);
  }
  expect((await api.command("commander@44", "wall.scene", { wall: "main", scene: "storm" })).status).toBe(200);
  expect((await api.get("/walls/main", "chief@44")).body.scene).toBe("storm");
});
