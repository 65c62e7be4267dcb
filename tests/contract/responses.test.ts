import { afterAll, beforeAll, expect, test } from "vitest";
import { decode } from "../../model/wire/index.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const [HEAD, CHIEF] = ["commander@44", "chief@44"];
interface Told {
  readonly id: string;
  readonly state: string;
  readonly region: string;
  readonly level: number | null;
}
const responses = async (as = HEAD, query = ""): Promise<Told[]> => (await api.get(`/responses${query}`, as)).body.items;
const raise = (as: string, data: object, more = {}) => api.command(as, "response.raise", { reason: "台风逼近", kind: "typhoon", ...data }, more);
const lower = (as: string, data: object) => api.command(as, "response.lower", { reason: "风力减弱", kind: "typhoon", ...data });

test("III stands at once; II waits for another account, says who may confirm and until when, and only then stands", async () => {
  expect((await raise(HEAD, { region: "44", level: 3 })).body).toMatchObject({ seq: expect.any(Number), result: { response: expect.any(String), level: 3 } });
  const asked = await raise(HEAD, { region: "44", level: 2 }, { id: "to-two" });
  expect([asked.status, asked.body]).toEqual([202, { pending: "to-two", needs: { confirm: ["commander", "chief"], region: "44" }, expiresAt: expect.stringMatching(/\+08:00$/) }]);
  expect(await responses()).toMatchObject([{ state: "inForce", region: "44", level: 3, regionName: "广东省" }, { id: "to-two", state: "pending", from: 3, level: 2, by: HEAD, reason: "台风逼近" }]);
  expect((await responses(HEAD, "?state=pending")).map(({ id }) => id)).toEqual(["to-two"]);
  expect(await raise(HEAD, { region: "44", level: 1 })).toMatchObject({ status: 409, body: { code: "guard", details: { state: "pending", legal: ["confirm", "refuse"], command: "to-two" } } });

  // The same account on another session is still the same person; an officer has no say; another city sees nothing of it.
  const cookie = await api.signIn(HEAD);
  const itself = await api.ask("POST", "/commands", { body: { id: "itself", kind: "confirm", data: { command: "to-two" } }, headers: { cookie, origin: server.url } });
  expect([itself.status, itself.body.code]).toEqual([403, "no_right"]);
  expect(await api.command("officer@44", "confirm", { command: "to-two" })).toMatchObject({ status: 403, body: { code: "no_right" } });
  expect(await api.command("chief@4408", "confirm", { command: "to-two" })).toMatchObject({ status: 404, body: { code: "not_found" } });

  expect(await api.command(CHIEF, "confirm", { command: "to-two" }, { id: "agreed" })).toMatchObject({ status: 200, body: { seq: expect.any(Number), result: { command: "to-two", level: 2 } } });
  expect(await responses()).toMatchObject([{ state: "inForce", level: 2, by: HEAD, confirmedBy: CHIEF }]);
  for (const kind of ["confirm", "refuse"]) expect(await api.command(CHIEF, kind, { command: "to-two" })).toMatchObject({ status: 409, body: { code: "illegal_transition", details: { state: "confirmed", legal: [] } } });
  expect(await api.command(CHIEF, "confirm", { command: "never" })).toMatchObject({ status: 404 });
});

test("a level holds below its region, and is told there; what waits is told to those who may decide", async () => {
  expect(await responses("officer@4408")).toMatchObject([{ region: "44", level: 2 }]);
  expect((await api.get("/responses?region=4401", "officer@4408")).status).toBe(404);
  expect(await raise("chief@4408", { region: "4408", level: 4, kind: "flood" })).toMatchObject({ status: 200 });
  expect(await responses("officer@440882")).toMatchObject([{ region: "44" }, { region: "4408", level: 4 }]);
  expect((await responses(HEAD, "?region=4401")).map(({ region }) => region)).toEqual(["44"]);
  await raise(HEAD, { region: "4408", level: 1 }, { id: "to-one" });
  expect([(await responses("chief@4408", "?state=pending")).length, (await responses("unit@440882", "?state=pending")).length, (await responses("chief@440882", "?state=pending")).length]).toEqual([1, 0, 0]);
  expect(await api.command(HEAD, "refuse", { command: "to-one", reason: "误操作" })).toMatchObject({ status: 200, body: { result: { command: "to-one" } } });
  expect(await api.command("chief@4408", "confirm", { command: "to-one" })).toMatchObject({ status: 409, body: { details: { state: "refused" } } });
});

test("who may not, for whom, and what leads nowhere is refused in that order", async () => {
  const refusals = [
    [raise("officer@44", { region: "44", level: 4 }), 403, "no_right"],
    [raise("chief@4408", { region: "44", level: 4 }), 404, "not_found"],
    [raise("chief@4408", { region: "4401", level: 4 }), 404, "not_found"],
    [raise("chief@4408", { region: "4408", level: 3 }), 403, "no_right"],
    [raise(HEAD, { region: "44", level: 3 }), 409, "illegal_transition"],
    [lower(HEAD, { region: "44", level: null }), 409, "guard"],
    [lower(HEAD, { region: "4401", level: null }), 409, "illegal_transition"],
    [raise(HEAD, { region: "44", level: 5 }), 400, "bad_request"],
    [api.command(HEAD, "response.lower", { region: "44", level: 3, reason: " " }), 400, "bad_request"],
  ] as const;
  for (const [asked, status, code] of refusals) {
    const answer = await asked;
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  }
});

test("kill -9 while one waits: it still waits, the same id gets the same answer, and a second person can confirm it", { timeout: RESTARTS_MS }, async () => {
  const data = { region: "44", level: 3, reason: "风力减弱", kind: "typhoon" };
  const asked = await api.command(HEAD, "response.lower", data, { id: "leave-two" });
  expect(asked.status).toBe(202);
  await server.kill();
  server = await startServer({ env: RECORD_ALONE, dataDir: server.dataDir, port: server.port });
  api = callerOf(server);
  const again = await api.command(HEAD, "response.lower", data, { id: "leave-two" });
  expect([again.status, again.text]).toEqual([202, asked.text]);
  expect(await responses()).toMatchObject([{ level: 2 }, { region: "4408", level: 4 }, { id: "leave-two", state: "pending", from: 2, level: 3 }]);
  expect(await api.command(CHIEF, "confirm", { command: "leave-two" }, { id: "agreed-2" })).toMatchObject({ status: 200 });
  expect((await api.command(CHIEF, "confirm", { command: "leave-two" }, { id: "agreed-2" })).body).toMatchObject({ result: { command: "leave-two", level: 3 } });
  expect(await responses(HEAD, "?region=4401")).toMatchObject([{ level: 3, by: HEAD, confirmedBy: CHIEF }]);
  for (const level of [4, null]) expect((await lower(HEAD, { region: "44", level })).status).toBe(200);
  expect((await responses(HEAD, "?region=4401"))).toEqual([]);

  const chain = (await api.get("/journal?after=0&limit=1000", "auditor@44")).body.items as { kind: string; actor: string; region: string; body: { command?: string } }[];
  const ours = chain.filter(({ region, kind }) => region === "44" && /^(response|command)\.|^(confirm|refuse)$/.test(kind));
  expect(ours.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
    `response.raise ${HEAD}`, `command.pending ${HEAD}`, `confirm ${CHIEF}`, `response.raise ${HEAD}`, `command.pending ${HEAD}`, `confirm ${CHIEF}`, `response.lower ${HEAD}`, `response.lower ${HEAD}`, `response.lower ${HEAD}`,
  ]);
});

test("a drill has levels of its own", async () => {
  expect((await raise("commander@44", { region: "44", level: 4 }, { situation: "storm" })).status).toBe(200);
  expect(await responses(HEAD, "?situation=storm")).toMatchObject([{ region: "44", level: 4 }]);
  expect(await responses(HEAD, "?region=4401")).toEqual([]);
});

test("whoever watches hears of a level at once; a display hears of none that only waits", async () => {
  const watch = async (as: string) => {
    const socket = await api.socket({ as });
    const heard: { level: number | null; state: string }[] = [];
    const take = (bytes: Uint8Array) => {
      const frame = decode(bytes);
      if (frame.body === "records") for (const { record } of frame.records) if (record) heard.push(record as (typeof heard)[number]);
    };
    socket.on("frame", take);
    await new Promise<void>((done, failed) => socket.once("connect", done).once("connect_error", failed));
    const { channels } = (await socket.emitWithAck("watch", { channels: [{ kind: "responses", region: "44" }] })) as { channels: { snapshot: Uint8Array }[] };
    take(new Uint8Array(channels[0]!.snapshot));
    return { socket, heard };
  };
  const [person, display] = [await watch(CHIEF), await watch("device@main")];
  await raise(HEAD, { region: "44", level: 2 }, { id: "heard" });
  await until(async () => person.heard, (heard) => heard.some(({ state }) => state === "pending"));
  await api.command(CHIEF, "confirm", { command: "heard" });
  for (const { heard } of [person, display]) await until(async () => heard, (list) => list.some(({ state, level }) => state === "inForce" && level === 2));
  expect(display.heard.filter(({ state }) => state !== "inForce")).toEqual([]);
  for (const { socket } of [person, display]) socket.disconnect();
});
