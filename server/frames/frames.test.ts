import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Channel } from "../../model/wire/channel.ts";
import type { SeriesPoint } from "../../model/sample.ts";
import { decode } from "../../model/wire/codec.ts";
import type { CellFrame, FrameCell, FrameRecord, RecordFrame } from "../../model/wire/frame.ts";
import { createFrames } from "./frames.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const stage: Indicator = {
  id: "water.stage", title: { zh: "水位", en: "Stage" }, definition: "河道水位", unit: "m", decimals: 2, leaf: "county", rollup: "max", cadenceMs: 300_000,
  worse: "higher", range: [-10, 50], class: "open", owner: "省水利厅", source: "测站", version: 1,
};
const cellAt = (place: string, value: number | null, observedAt: number | null): FrameCell => ({
  place, value, observedAt, state: observedAt === null ? "never" : null, tainted: false, quality: "good", have: observedAt === null ? 0 : 1, of: 1,
});

function house() {
  const clock = new ManualClock(START);
  const cells = new Map<string, FrameCell>([["440103", cellAt("440103", 1.25, START)], ["440104", cellAt("440104", null, null)]]);
  let records: FrameRecord[] = [];
  let id = 0;
  let broken = false;
  let past: SeriesPoint[] = [[START - 60_000, 1.1, "good"]];
  const frames = createFrames({
    situation: "live", clock, simNow: () => clock.now(), applyDelayMs: 100, nextId: () => ++id,
    indicator: () => stage, slice: () => [...cells.values()], cell: (_i, place) => cells.get(place), newest: (_i, place) => cells.get(place)?.observedAt ?? null,
    series: async () => {
      if (broken) throw new Error("The store does not answer.");
      return past;
    },
    isPartOf: (inner, place) => inner === place,
    records: () => records,
  });
  return { clock, cells, frames, setRecords: (r: FrameRecord[]) => (records = r), setBroken: (b: boolean) => (broken = b), setPast: (p: SeriesPoint[]) => (past = p) };
}
const slice: Channel = { kind: "slice", indicator: "water.stage", region: "4401", level: "county" };
const trend: Channel = { kind: "series", indicator: "water.stage", place: "440103", window: 120_000 };
const alerts: Channel = { kind: "alerts", region: "44" };
const NOTHING = new Set<Channel["kind"]>();

describe("frames", () => {
  test("a listener gets the whole slice first, missing counties as missing and never as zero", async () => {
    const { frames } = house();
    const snapshot = decode((await frames.open(slice)).snapshot) as CellFrame;
    expect(snapshot).toMatchObject({ kind: "snapshot", seq: 0, decimals: 2 });
    expect(snapshot.cells).toMatchObject([{ place: "440103", value: 1.25 }, { place: "440104", value: null, state: "never", have: 0, of: 1 }]);
  });

  test("then only what changed, numbered without a gap, to be shown at one stated instant", async () => {
    const { frames, cells, clock } = house();
    const { id, epoch } = await frames.open(slice);
    cells.set("440104", cellAt("440104", 2, START));
    const [first] = frames.compose([{ indicator: "water.stage", places: ["440104", "440105"] }], NOTHING, 7);
    const delta = decode(first!.bytes) as CellFrame;
    expect(delta).toMatchObject({ id, epoch, seq: 1, kind: "delta", tick: 7, applyAt: clock.now() + 100 });
    expect(delta.cells.map((c) => [c.place, c.value])).toEqual([["440104", 2]]);
    expect(frames.compose([{ indicator: "other", places: ["440104"] }], NOTHING, 8)).toEqual([]);
    expect(frames.heads()).toEqual({ [id]: 1 });
  });

  test("a picture that is to be set up unseen is told at once, since it is shown at an instant of its own; all else of a wall at one stated instant", async () => {
    const { frames, setRecords, clock } = house();
    const wall: Channel = { kind: "wall", wall: "main" };
    const tell = (record: unknown) => {
      setRecords([{ id: "main", record }]);
      return decode(frames.compose([], new Set<Channel["kind"]>(["wall"]), 1)[0]!.bytes).applyAt - clock.now();
    };
    setRecords([{ id: "main", record: { scene: "storm", strokes: 0, show: { picture: 1, since: START } } }]);
    await frames.open(wall);
    expect(tell({ scene: "overview", strokes: 0, show: { picture: 2, since: null, before: {} } })).toBe(0);
    expect(tell({ scene: "overview", strokes: 0, show: { picture: 2, since: START + 200, before: {} } })).toBe(100);
    expect(tell({ scene: "overview", strokes: 1, show: { picture: 2, since: START + 200 } })).toBe(100);
  });

  test("everybody who listens shares one stream, and the last to leave ends it", async () => {
    const { frames } = house();
    const a = await frames.open(slice);
    const b = await frames.open(slice);
    expect(b.id).toBe(a.id);
    frames.close(a.id);
    expect(frames.heads()).toEqual({ [a.id]: 0 });
    frames.close(a.id);
    expect(frames.heads()).toEqual({});
    expect(frames.compose([{ indicator: "water.stage", places: ["440103"] }], NOTHING, 1)).toEqual([]);
  });

  test("a late display's snapshot is true at the seq that it states", async () => {
    const { frames, cells } = house();
    const { id } = await frames.open(slice);
    cells.set("440103", cellAt("440103", 3, START));
    frames.compose([{ indicator: "water.stage", places: ["440103"] }], NOTHING, 2);
    const snapshot = decode(frames.snapshot(id)) as CellFrame;
    expect(snapshot.seq).toBe(1);
    expect(snapshot.cells[0]!.value).toBe(3);
  });

  test("an alert that changed is sent, one that did not is not, and one that is gone is said to be gone", async () => {
    const { frames, setRecords } = house();
    setRecords([{ id: "a", record: { state: "unacknowledged" } }, { id: "b", record: { state: "unacknowledged" } }]);
    await frames.open(alerts);
    setRecords([{ id: "a", record: { state: "acknowledged" } }]);
    const [frame] = frames.compose([], new Set(["alerts"] as const), 3);
    expect((decode(frame!.bytes) as RecordFrame).records).toEqual([{ id: "a", record: { state: "acknowledged" } }, { id: "b", record: null }]);
    expect(frames.compose([], new Set(["alerts"] as const), 4)).toEqual([]);
  });

  test("whoever comes between a change and its frame hears of it like all others, and when it is taken back before, hears of neither", async () => {
    const { frames, setRecords, cells } = house();
    const state = (word: string) => [{ id: "a", record: { state: word } }];
    setRecords(state("unacknowledged"));
    const [{ id }, { id: numbers }] = [await frames.open(alerts), await frames.open(slice)];
    setRecords(state("acknowledged"));
    cells.set("440103", cellAt("440103", 3, START));
    expect((decode(frames.snapshot(id)) as RecordFrame).records).toEqual(state("unacknowledged"));
    expect((decode(frames.snapshot(numbers)) as CellFrame).cells[0]!.value).toBe(1.25);
    setRecords(state("unacknowledged"));
    expect(frames.compose([], new Set(["alerts"] as const), 3)).toEqual([]);
    frames.compose([{ indicator: "water.stage", places: ["440103"] }], NOTHING, 4);
    expect((decode(frames.snapshot(numbers)) as CellFrame).cells[0]!.value).toBe(3);
  });

  test("whoever listens from whenever knows the same at the same seq, and all that stands once it is composed", async () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant("set" as const), id: fc.constantFrom("a", "b", "c"), to: fc.option(fc.integer({ min: 1, max: 3 })) }),
      fc.record({ do: fc.constant("compose" as const) }), fc.record({ do: fc.constant("join" as const) }),
    );
    await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const { frames, setRecords } = house();
      const stands = new Map<string, number>();
      const { id } = await frames.open(alerts);
      const listeners: { seq: number; knows: Map<string, unknown> }[] = [];
      const hears = (one: (typeof listeners)[number], bytes: Uint8Array): void => {
        const { seq, records } = decode(bytes) as RecordFrame;
        one.seq = seq;
        for (const { id: of, record } of records) if (record === null) one.knows.delete(of);
        else one.knows.set(of, record);
      };
      const compose = (): void => {
        for (const { bytes } of frames.compose([], new Set(["alerts"] as const), 1)) for (const one of listeners) hears(one, bytes);
      };
      const join = (): void => {
        const one = { seq: 0, knows: new Map<string, unknown>() };
        hears(one, frames.snapshot(id));
        listeners.push(one);
      };
      join();
      for (const one of acts) {
        if (one.do === "compose") compose();
        else if (one.do === "join") join();
        else {
          if (one.to === null) stands.delete(one.id);
          else stands.set(one.id, one.to);
          setRecords([...stands].map(([of, n]) => ({ id: of, record: { n } })));
        }
        for (const each of listeners) expect([each.seq, Object.fromEntries(each.knows)]).toEqual([listeners[0]!.seq, Object.fromEntries(listeners[0]!.knows)]);
      }
      compose();
      for (const { knows } of listeners) expect(Object.fromEntries(knows)).toEqual(Object.fromEntries([...stands].map(([of, n]) => [of, { n }])));
    }));
  });

  test("a trend drops the points that leave its window", async () => {
    const { frames, cells, clock } = house();
    const opened = await frames.open(trend);
    expect((decode(opened.snapshot) as RecordFrame).records).toHaveLength(1);
    clock.advance(90_000);
    cells.set("440103", cellAt("440103", 4, clock.now()));
    const [frame] = frames.compose([{ indicator: "water.stage", places: ["440103"] }], NOTHING, 5);
    expect((decode(frame!.bytes) as RecordFrame).records).toEqual([
      { id: String(START - 60_000), record: null },
      { id: String(START + 90_000), record: [START + 90_000, 4, "good"] },
    ]);
  });

  test("a trend that is watched for long stays as coarse as its history, keeps its extremes, and is the same for who listened all the time and who comes now", async () => {
    const { frames, cells, clock } = house();
    const year: Channel = { ...trend, window: 366 * 86_400_000 };
    const { id, snapshot } = await frames.open(year);
    const heard = new Map((decode(snapshot) as RecordFrame).records.map(({ id: at, record }) => [at, record]));
    let most = 0;
    for (let k = 0; k < 2_000; k++) {
      clock.advance(1_000);
      cells.set("440103", cellAt("440103", k === 100 ? 40 : k === 1_200 ? -9 : Math.sin(k), clock.now()));
      for (const frame of frames.compose([{ indicator: "water.stage", places: ["440103"] }], NOTHING, k))
        for (const { id: at, record } of (decode(frame.bytes) as RecordFrame).records) if (record === null) heard.delete(at); else heard.set(at, record);
      most = Math.max(most, heard.size);
    }
    expect(most).toBeLessThanOrEqual(960);
    const values = [...heard.values()].map((record) => (record as SeriesPoint)[1]);
    expect([Math.max(...values.map(Number)), Math.min(...values.map(Number))]).toEqual([40, -9]);
    expect(new Map((decode(frames.snapshot(id)) as RecordFrame).records.map(({ id: at, record }) => [at, record]))).toEqual(new Map([...heard].sort(([a], [b]) => Number(a) - Number(b))));
  });

  test("a trend takes a late sample and a correction of the past; who listened before and who comes now agree", async () => {
    const { frames, cells, clock, setPast, setBroken } = house();
    const { id } = await frames.open(trend);
    const tick = async (places: string[] = []) => {
      const sent = frames.compose([{ indicator: "water.stage", places }], NOTHING, 9).map((f) => (decode(f.bytes) as RecordFrame).records);
      await Promise.resolve();
      await new Promise((done) => setImmediate(done));
      return sent;
    };
    cells.set("440103", cellAt("440103", 1.25, START));
    await tick(["440103"]);
    setPast([[START - 60_000, 7, "revised"], [START - 30_000, 9, "good"], [START, 1.25, "good"]]);
    frames.amend([{ indicator: "water.stage", place: "440104" }, { indicator: "other", place: "440103" }]);
    expect([await tick(), await tick()]).toEqual([[], []]);
    frames.amend([{ indicator: "water.stage", place: "440103" }]);
    // While the store does not answer the trend stands as it was, and is read again.
    setBroken(true);
    expect(await tick()).toEqual([]);
    setBroken(false);
    expect(await tick()).toEqual([]);
    expect(await tick()).toEqual([[{ id: String(START - 60_000), record: [START - 60_000, 7, "revised"] }, { id: String(START - 30_000), record: [START - 30_000, 9, "good"] }]]);
    expect((decode(frames.snapshot(id)) as RecordFrame).records.map((r) => r.record)).toEqual([[START - 60_000, 7, "revised"], [START - 30_000, 9, "good"], [START, 1.25, "good"]]);
    // What left the history is gone for those who had it; what came in meanwhile is not lost.
    frames.amend([{ indicator: "water.stage", place: "440103" }]);
    setPast([[START - 30_000, 9, "good"]]);
    await tick();
    clock.advance(10_000);
    cells.set("440103", cellAt("440103", 2, clock.now()));
    expect(await tick(["440103"])).toEqual([[
      { id: String(START - 60_000), record: null }, { id: String(START), record: null }, { id: String(START + 10_000), record: [START + 10_000, 2, "good"] },
    ]]);
  });

  test("what was sent while the past was read stands when it has been read", async () => {
    const { frames, cells, clock, setPast } = house();
    const { id } = await frames.open(trend);
    setPast([[START - 90_000, 3, "modelled"], [START - 60_000, 1.1, "good"]]);
    frames.amend([{ indicator: "water.stage", place: "440103" }]);
    frames.compose([], NOTHING, 1);
    clock.advance(10_000);
    cells.set("440103", cellAt("440103", 2, clock.now()));
    // Its reading is under way: this tick sends a point that the reading will not know.
    frames.compose([{ indicator: "water.stage", places: ["440103"] }], NOTHING, 2);
    await new Promise((done) => setTimeout(done));
    frames.compose([], NOTHING, 3);
    expect((decode(frames.snapshot(id)) as RecordFrame).records.map(({ id: at }) => Number(at) - START)).toEqual([-90_000, -60_000, 10_000]);
  });

  test("a trend that could not be read is read anew by whoever asks next", async () => {
    const { frames, setBroken } = house();
    setBroken(true);
    await Promise.all([1, 2].map(() => expect(frames.open(trend)).rejects.toThrow("does not answer")));
    expect(frames.heads()).toEqual({});
    setBroken(false);
    expect((decode((await frames.open(trend)).snapshot) as RecordFrame).records).toHaveLength(1);
  });

  test("a stream that cannot be read after a seek ends, and the others begin anew", async () => {
    const { frames, setBroken } = house();
    const { id } = await frames.open(slice);
    const lost = await frames.open(trend);
    setBroken(true);
    const sent: number[] = [];
    frames.onFrames((some) => sent.push(...some.map((f) => f.id)));
    await frames.newEpoch();
    expect(sent).toEqual([id]);
    expect(frames.heads()).toEqual({ [id]: 0 });
    setBroken(false);
    expect((await frames.open(trend)).id).not.toBe(lost.id);
  });

  test("after a seek every stream begins anew under another epoch", async () => {
    const { frames } = house();
    const { id, epoch } = await frames.open(slice);
    const sent: Uint8Array[] = [];
    frames.onFrames((some) => sent.push(...some.map((f) => f.bytes)));
    await frames.newEpoch();
    expect(sent).toHaveLength(1);
    const snapshot = decode(sent[0]!);
    expect(snapshot).toMatchObject({ id, seq: 0, kind: "snapshot" });
    expect(snapshot.epoch).toBeGreaterThan(epoch);
  });
});
