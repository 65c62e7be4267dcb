import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decode } from "../../model/wire/index.ts";
import type { Scene } from "../../model/scene.ts";
import type { WallState } from "../../model/wall.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { handover, MALFORMED, UNREAD } from "../fixtures/composed-scenes.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

const [HEAD, CHIEF, OFFICER, COMPOSER] = ["commander@44", "chief@44", "officer@44", "topicAdmin@44"];
let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: RECORD_ALONE });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const save = (scene: unknown, as = COMPOSER, more = {}) => api.command(as, "scene.save", { scene }, more);
const publish = (scene: string, version: number, as = CHIEF) => api.command(as, "scene.publish", { scene, version });
const drafts = async (as = COMPOSER): Promise<{ id: string; published: unknown }[]> => (await api.get("/scenes", as)).body.items;
/** What the displays of a wall are told now. */
async function wallRecord(wall: string): Promise<WallState> {
  const socket = await api.socket({ as: HEAD });
  try {
    const told = await socket.emitWithAck("watch", { situation: "live", channels: [{ kind: "wall", wall }] });
    const frame = decode(new Uint8Array(told.channels[0].snapshot));
    return (frame as unknown as { records: { record: WallState }[] }).records[0]!.record;
  } finally {
    socket.disconnect();
  }
}

describe("a scene that people compose", () => {
  test("is saved as a draft by who may, once every row of every room has read it, and no wall can be sent there", async () => {
    const before = Number((await api.get("/journal/head", HEAD)).body.seq);
    expect(await save(handover, COMPOSER, { id: "first-save" })).toMatchObject({ status: 200, body: { result: { scene: "handover", version: 1 } } });
    // The same command again is answered as it was, and saves nothing twice.
    expect(await save(handover, COMPOSER, { id: "first-save" })).toMatchObject({ status: 200, body: { result: { version: 1 } } });
    expect(await drafts()).toMatchObject([{ id: "handover@1", version: 1, region: "44", savedBy: COMPOSER, published: null, scene: handover }]);
    const entries: { kind: string; actor: string; body: object }[] = (await api.get(`/journal?after=${before}&limit=200`, HEAD)).body.items;
    expect(entries.filter(({ kind }) => kind.startsWith("scene."))).toMatchObject([{ kind: "scene.save", actor: COMPOSER, body: { scene: handover, version: 1 } }]);
    expect(await api.command(HEAD, "wall.scene", { wall: "main", scene: "handover" })).toMatchObject({ status: 404, body: { code: "not_found" } });
  });
  test("is published by another person, never by who saved it", async () => {
    expect(await publish("handover", 1, COMPOSER)).toMatchObject({ status: 403, body: { code: "no_right", message: expect.stringContaining("another person must publish it") } });
    expect(await publish("handover", 1, OFFICER)).toMatchObject({ status: 403, body: { code: "no_right" } });
    expect(await publish("handover", 7)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await publish("handover", 1, "chief@4408")).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await publish("handover", 1)).toMatchObject({ status: 200, body: { result: { scene: "handover", version: 1 } } });
    expect(await publish("handover", 1)).toMatchObject({ status: 409, body: { code: "illegal_transition", details: { state: "published" } } });
  });
  test("is raised on a wall by an officer, and the displays are told what it is with the picture", async () => {
    const wall = (await api.get("/walls/main", OFFICER)).body;
    expect([wall.scenes.includes("handover"), wall.published]).toEqual([true, [{ id: "handover", version: 1, title: handover.title }]]);
    expect(await api.command(OFFICER, "wall.scene", { wall: "main", scene: "handover" })).toMatchObject({ status: 200 });
    expect((await api.get("/walls/main", HEAD)).body.scene).toBe("handover@1");
    expect(await wallRecord("main")).toMatchObject({ scene: "handover@1", definitions: { "handover@1": handover } });
    expect((await until(() => api.get("//wall/main/text", HEAD), ({ text }) => text.includes("交接班"))).status).toBe(200);
    // It is found by its name by those whose walls it may stand on.
    const found = async (as: string) => (await api.get(`/search?q=${encodeURIComponent(handover.title.zh)}`, as)).body.items.filter(({ kind }: { kind: string }) => kind === "scene");
    expect(await found(OFFICER)).toMatchObject([{ id: "handover", title: handover.title }]);
    expect(await found("officer@4408")).toEqual([]);
    // Who sees no more than the product's own is told nothing more.
    expect((await wallRecord("live")).definitions).toBeUndefined();
  });
  test("is changed by a new version alone, and what stands on the glass stays", async () => {
    const changed: Scene = { ...handover, title: { zh: "夜间交接班", en: "Hand-over by night" } };
    expect(await save(changed, CHIEF)).toMatchObject({ status: 200, body: { result: { scene: "handover", version: 2 } } });
    expect(await publish("handover", 2, HEAD)).toMatchObject({ status: 200 });
    expect((await api.get("/walls/main", HEAD)).body.scene).toBe("handover@1");
    expect(await api.command(OFFICER, "wall.scene", { wall: "main", scene: "handover" })).toMatchObject({ status: 200 });
    expect(await wallRecord("main")).toMatchObject({ scene: "handover@2", definitions: { "handover@2": changed } });
  });
});

describe("what is refused, and nothing of it stored", () => {
  test.each(UNREAD)("%s, with every fault: wall, place, what was found, what was expected, how to mend it", async (_, over, says) => {
    const { status, body } = await save({ ...handover, ...over, id: "unread" });
    expect([status, body.code, body.details.state]).toEqual([409, "guard", "illegible"]);
    const told: Record<string, string>[] = body.details.faults;
    expect(told.map(({ wall, place, found, expected, mend }) => `wall "${wall}", ${place}: ${found}; ${expected}. ${mend}`).join("\n")).toMatch(says);
    expect(body.message).toContain("nothing was saved");
  });
  test.each(MALFORMED)("%s, by the name of the field", async (_, data, says) => {
    const { status, body } = await api.command(COMPOSER, "scene.save", data);
    expect([status, body.code, body.message]).toEqual([400, "bad_request", expect.stringMatching(says)]);
  });
  test("keys of prototypes", async () => {
    const body = (config: string): string => `{"id": "proto-${config.length}", "kind": "scene.save", "data": {"scene": ${JSON.stringify({ ...handover, id: "proto" }).replace('{"figures":"grid.event.report"}', config)}}}`;
    for (const config of ['{"__proto__": {"camera": "east"}}', '{"constructor": {"prototype": {"camera": "east"}}}', '{"toString": "x"}']) {
      const answer = await api.post("/commands", body(config), COMPOSER, { "content-type": "application/json" });
      expect([config, answer.status]).toEqual([config, 400]);
    }
  });
  test("a place that the composer does not see", async () => {
    const answer = await save({ ...handover, id: "elsewhere", action: [{ panel: "alerts", config: { region: "4401" } }] }, "chief@4408");
    expect(answer).toMatchObject({ status: 400, body: { code: "bad_request", message: expect.stringContaining("no such place in your region") } });
  });
  test("a region without a wall, in which nobody could have read it", async () => {
    const here = { ...handover, id: "city", focal: { panel: "map" } };
    expect(await save(here, "chief@4408")).toMatchObject({ status: 409, body: { code: "guard", details: { state: "no_wall" } } });
  });
  test("a scene of the product, and whoever may not compose", async () => {
    expect(await save({ ...handover, id: "storm" })).toMatchObject({ status: 409, body: { code: "guard", details: { state: "shipped" } } });
    for (const account of [OFFICER, HEAD]) expect(await save(handover, account)).toMatchObject({ status: 403, body: { code: "no_right" } });
    expect((await api.get("/scenes", OFFICER)).status).toBe(403);
  });
  test("all of it left no trace", async () => {
    expect((await drafts()).map(({ id }) => id)).toEqual(["handover@1", "handover@2"]);
  });
});

test("while a scene is read, the house answers", async () => {
  let answered = 0;
  let isRead = false;
  const reading = save({ ...handover, id: "beside" }).finally(() => (isRead = true));
  while (!isRead) {
    expect((await api.get("//healthz")).status).toBe(200);
    answered++;
  }
  expect((await reading).status).toBe(200);
  // On a thread of its own; in turn with everything else it would have held most of these up.
  expect(answered).toBeGreaterThan(20);
});
test("a scene is still there after a restart: drafts, versions, and what stands on the wall", async () => {
  expect(await save({ ...handover, id: "draft-only" })).toMatchObject({ status: 200 });
  const known = await drafts();
  const dataDir = server.dataDir;
  await server.stop();
  server = await startServer({ env: RECORD_ALONE, dataDir });
  api = callerOf(server);
  expect(await drafts()).toEqual(known);
  expect(await wallRecord("main")).toMatchObject({ scene: "handover@2", definitions: { "handover@2": { title: { zh: "夜间交接班" } } } });
  expect((await api.command(HEAD, "wall.scene", { wall: "main", scene: "draft-only" }, { id: "after-restart" })).status).toBe(404);
}, RESTARTS_MS);
