import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { type SituationInfo } from "../../model/situation.ts";
import { channelKey, type Watch } from "../../model/wire/channel.ts";
import type { WatchAnswer } from "../../model/wire/events.ts";
import type { RecordFrame } from "../../model/wire/frame.ts";
import { openLink, type Link, type LinkState } from "./link.ts";
import type { WireListener } from "./wire.ts";

const channel = { kind: "alerts", region: "44" } as const;
const frame = (over: Partial<RecordFrame>): RecordFrame => ({
  id: 1, epoch: 1, seq: 1, kind: "delta", tick: 1, at: 0, simAt: 0, applyAt: 0, body: "records", records: [], ...over,
});
const bytes = (f: RecordFrame) => new TextEncoder().encode(JSON.stringify(f));
const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

describe("the link", () => {
  let clock: ManualClock;
  let listener: WireListener;
  let connected: boolean;
  let watches: Watch[];
  let unwatched: number[];
  let head: { epoch: number; seq: number };
  let pointed: unknown[];
  let answers: boolean;
  let number: number;
  let failing: boolean;
  let refusal: string | undefined;
  let link: Link;
  let shown: string[];
  let refused: string[];

  beforeEach(() => {
    clock = new ManualClock(1_000_000);
    connected = false;
    watches = [];
    unwatched = [];
    head = { epoch: 1, seq: 7 };
    answers = true;
    pointed = [];
    number = 1;
    failing = false;
    refusal = undefined;
    shown = [];
    refused = [];
    link = openLink({
      clock,
      jitter: () => 0.5,
      decode: (b) => JSON.parse(new TextDecoder().decode(b)) as RecordFrame,
      open: (l) => {
        listener = l;
        return {
          get connected() {
            return connected;
          },
          watch: async (what): Promise<WatchAnswer | null> => {
            watches.push(what);
            if (!answers) return null;
            if (failing) return { ok: false, code: "failed", channels: [] };
            const code = refusal;
            if (code !== undefined) return { ok: true, channels: what.channels.map((c) => ({ channel: c, code })) };
            return {
              ok: true,
              channels: what.channels.map((c) =>
                c.kind === "tasks" ? { channel: c, code: "not_found" } : { id: number, channel: c, ...head, snapshot: bytes(frame({ ...head, kind: "snapshot" })) },
              ),
            };
          },
          unwatch: (ids) => void unwatched.push(...ids),
          time: async () => clock.monotonic() + 5_000_000,
          point: (at) => void pointed.push(at),
          close: () => {},
        };
      },
    });
  });
  const connect = async () => {
    connected = true;
    listener.up();
    await settle();
    clock.advance(0);
    await settle();
  };
  const listen = () =>
    link.watch("live", channel, { frame: (f) => shown.push(`${f.kind} ${f.epoch}/${f.seq}`), anew: () => shown.push("anew"), refused: (code) => refused.push(code) });
  const arrive = (over: Partial<RecordFrame>) => listener.frame(bytes(frame(over)));
  const beat = (heads: Record<string, number> = {}) => listener.beat({ at: 0, heads, situations: [] });

  test("asks for a snapshot of every channel when the wire comes up", async () => {
    listen();
    await connect();
    expect(watches).toEqual([{ situation: "live", channels: [channel] }]);
    expect(shown).toEqual(["snapshot 1/7"]);
    expect(link.state).toBe("live");
  });

  test("shows a frame at the instant that the server named, and a late one at once", async () => {
    listen();
    await connect();
    arrive({ seq: 8, applyAt: link.serverNow() + 300 });
    expect(shown).toEqual(["snapshot 1/7"]);
    clock.advance(299);
    expect(shown).toHaveLength(1);
    clock.advance(1);
    expect(shown).toEqual(["snapshot 1/7", "delta 1/8"]);
    arrive({ seq: 9, applyAt: link.serverNow() - 50 });
    expect(shown.at(-1)).toBe("delta 1/9");
  });

  test("asks again when a frame is missing, and shows no frame over the gap", async () => {
    listen();
    await connect();
    head = { epoch: 1, seq: 10 };
    arrive({ seq: 9 });
    clock.advance(0);
    await settle();
    expect(watches).toHaveLength(2);
    expect(shown).toEqual(["snapshot 1/7", "snapshot 1/10"]);
    arrive({ seq: 11 });
    expect(shown.at(-1)).toBe("delta 1/11");
  });

  test("asks again when two beats in a row are ahead of what arrived", async () => {
    listen();
    await connect();
    beat({ 1: 8 });
    expect(watches).toHaveLength(1);
    beat({ 1: 8 });
    clock.advance(0);
    expect(watches).toHaveLength(2);
  });

  test("asks again when the server no longer has the stream, and lets the old one go", async () => {
    listen();
    await connect();
    number = 2;
    beat();
    beat();
    clock.advance(0);
    await settle();
    expect(unwatched).toEqual([1]);
    arrive({ id: 2, seq: 8 });
    expect(shown).toEqual(["snapshot 1/7", "snapshot 1/7", "delta 1/8"]);
  });

  test("asks all again after a reconnect and forgets what it had", async () => {
    listen();
    await connect();
    connected = false;
    listener.down("transport close");
    expect(link.state).toBe("down");
    head = { epoch: 2, seq: 1 };
    await connect();
    expect(shown).toEqual(["snapshot 1/7", "snapshot 2/1"]);
  });

  test("the first frame of a new world brings its clock, and what other channels still show of the old one goes", async () => {
    const drill: SituationInfo = { id: "storm", kind: "drill", banner: "", title: { zh: "", en: "" }, clock: { at: link.serverNow(), simAt: 9_000, speed: 60, paused: true }, span: null, feed: "storm:201522" };
    const told: number[] = [];
    const seen = (name: string) => ({ frame: (f: { epoch: number }) => shown.push(`${name} ${f.epoch}`), anew: () => shown.push(`${name} anew`), refused: () => {} });
    link.watch("storm", channel, seen("alerts"));
    await connect();
    number = 2;
    link.watch("storm", { kind: "incidents", region: "44" }, seen("incidents"));
    clock.advance(0);
    await settle();
    listener.beat({ at: 0, heads: {}, situations: [drill] });
    link.onSituations(() => told.push(link.simNow("storm")));
    shown.length = 0;
    listener.frame(bytes(frame({ id: 2, epoch: 2, seq: 0, kind: "snapshot", at: link.serverNow(), simAt: 4_000 })));
    expect(shown).toEqual(["alerts anew", "incidents 2"]);
    expect([told, link.simNow("storm")]).toEqual([[4_000], 4_000]);
  });

  test("knows how the house is from each beat, and nothing of it while nobody is heard", async () => {
    const told: unknown[] = [];
    await connect();
    expect(link.house).toBeNull();
    const stop = link.onHouse(() => told.push(link.house));
    const house = { store: "readOnly", since: 7 } as const;
    listener.beat({ at: 0, heads: {}, situations: [], house });
    listener.down("");
    expect([told, link.house]).toEqual([[house], null]);
    stop();
    await connect();
    listener.beat({ at: 0, heads: {}, situations: [], house });
    expect(told.length).toBe(1);
  });

  test("says stale within five seconds of the last sign of life, and live at the next", async () => {
    const said: LinkState[] = [];
    link.onState((s) => said.push(s));
    await connect();
    beat();
    clock.advance(5_000);
    expect(link.state).toBe("stale");
    expect(link.silentMs).toBe(5_000);
    beat();
    expect(said).toEqual(["live", "stale", "live"]);
  });

  test("is not fooled by a machine whose clock is set", async () => {
    await connect();
    beat();
    clock.step(3_600_000);
    clock.advance(1_000);
    expect(link.state).toBe("live");
  });

  test("hands on why a channel is refused", async () => {
    link.watch("live", { kind: "tasks", region: "44" }, { frame: () => {}, anew: () => {}, refused: (code) => refused.push(code) });
    await connect();
    expect(refused).toEqual(["not_found"]);
  });

  test.each(["failed", "too_many"])("asks again for a channel that was refused as %s, until it is given", async (code) => {
    refusal = code;
    listen();
    await connect();
    expect(refused).toEqual([code]);
    refusal = undefined;
    clock.advance(6_000);
    await settle();
    clock.advance(0);
    await settle();
    expect(shown).toEqual(["snapshot 1/7"]);
    arrive({ seq: 8 });
    expect(shown.at(-1)).toBe("delta 1/8");
  });

  test("asks again when the whole answer was a failure", async () => {
    failing = true;
    listen();
    await connect();
    expect(refused).toEqual(["failed"]);
    failing = false;
    clock.advance(6_000);
    await settle();
    clock.advance(0);
    await settle();
    expect(shown).toEqual(["snapshot 1/7"]);
  });

  test.each(["not_found", "no_right", "bad_request"])("does not ask again for a channel that was refused as %s", async (code) => {
    refusal = code;
    listen();
    await connect();
    clock.advance(60_000);
    await settle();
    expect(watches).toHaveLength(1);
    expect(refused).toEqual([code]);
  });

  test("tries again, spread in time, when the server does not answer a watch", async () => {
    listen();
    answers = false;
    await connect();
    expect(watches).toHaveLength(1);
    answers = true;
    clock.advance(1_500);
    await settle();
    clock.advance(0);
    await settle();
    expect(shown).toEqual(["snapshot 1/7"]);
  });

  test("hears nothing more after it has let go", async () => {
    const stop = listen();
    await connect();
    stop();
    expect(unwatched).toEqual([1]);
    arrive({ seq: 8 });
    expect(shown).toEqual(["snapshot 1/7"]);
    expect(channelKey("live", channel)).toBe("live|alerts|44");
  });

  test("a world that has been stopped is refused to whoever looks at it, once", async () => {
    listen();
    await connect();
    const live: SituationInfo = { id: "live", kind: "live", banner: "", title: { zh: "", en: "" }, clock: { at: 0, simAt: 0, speed: 1, paused: false }, span: null, feed: "" };
    const told = (...situations: SituationInfo[]) => listener.beat({ at: 0, heads: {}, situations });
    told({ ...live, id: "storm" }, live);
    expect(refused).toEqual([]);
    told({ ...live, id: "storm" });
    told({ ...live, id: "storm" });
    expect(refused).toEqual(["ended"]);
    expect(unwatched).toEqual([1]);
  });

  test("runs a situation's clock at its own speed", async () => {
    await connect();
    const at = link.serverNow();
    listener.beat({
      at, heads: {},
      situations: [{ id: "storm", kind: "drill", banner: "演练", title: { zh: "", en: "" }, clock: { at, simAt: 1_000, speed: 60, paused: false }, span: null, feed: "" }],
    });
    clock.advance(1_000);
    expect(link.simNow("storm")).toBe(61_000);
  });

  test("a hand that points is told to the server, and heard by whoever listens until they stop", () => {
    const heard: unknown[] = [];
    const stop = link.onPointer((at) => heard.push(at));
    const at = { wall: "main", x: 110.4, y: 21.2 };
    link.point(at);
    listener.pointed(at);
    stop();
    listener.pointed(at);
    expect([pointed, heard]).toEqual([[at], [at]]);
  });
});
