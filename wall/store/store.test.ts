import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Channel } from "../../model/wire/channel.ts";
import type { CellFrame, Frame, FrameCell, RecordFrame } from "../../model/wire/frame.ts";
import { createStore, LINGER_BELOW, LINGER_MS, type Store } from "./store.ts";

const stage: Extract<Channel, { kind: "slice" }> = { kind: "slice", indicator: "water.stage", region: "4401", level: "county" };
const tasks = { kind: "tasks", region: "44" } as const;
const cell = (place: string, over: Partial<FrameCell> = {}): FrameCell => ({
  place, value: 1, observedAt: 0, state: null, tainted: false, quality: "good", have: 1, of: 1, ...over,
});
const cells = (over: Partial<CellFrame>): CellFrame => ({
  id: 1, epoch: 1, seq: 1, kind: "snapshot", tick: 1, at: 0, simAt: 0, applyAt: 0, body: "cells", decimals: 1, cells: [], ...over,
});
const records = (over: Partial<RecordFrame>): RecordFrame => ({
  id: 1, epoch: 1, seq: 1, kind: "snapshot", tick: 1, at: 0, simAt: 0, applyAt: 0, body: "records", records: [], ...over,
});

describe("the store", () => {
  let clock: ManualClock;
  let store: Store;
  let state: "live" | "stale" | "down";
  let stateListeners: Set<() => void>;
  let watched: { channel: Channel; frame(f: Frame): void; anew(): void; refused(code: string): void }[];
  const place = (id: string) => store.slice("live", stage).cells.get(id);

  beforeEach(() => {
    clock = new ManualClock(0);
    state = "live";
    stateListeners = new Set();
    watched = [];
    store = createStore({
      clock,
      ageing: (id) => (id === "water.stage" ? { cadenceMs: 10_000, leaf: "county" } : undefined),
      source: {
        get state() {
          return state;
        },
        onState: (l) => {
          stateListeners.add(l);
          return () => void stateListeners.delete(l);
        },
        simNow: () => clock.monotonic(),
        watch(_situation, channel, listener) {
          const entry = { channel, ...listener };
          watched.push(entry);
          return () => void (watched = watched.filter((w) => w !== entry));
        },
      },
    });
  });

  test("watches a channel once, however many panels read it", () => {
    store.subscribe("live", stage, () => {});
    store.subscribe("live", stage, () => {});
    expect(watched).toHaveLength(1);
  });

  test("a panel that has left is let go while its channel still lingers", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const panel = (() => {
      const listener = () => {};
      store.subscribe("live", stage, listener)();
      return new WeakRef(listener);
    })();
    // What has just been made is held until its task is over.
    await new Promise((done) => setTimeout(done));
    collect();
    expect([panel.deref(), watched.length]).toEqual([undefined, 1]);
  });

  test("a number of an indicator that the dictionary does not know is never shown as fresh", () => {
    const strange = { ...stage, indicator: "nobody.knows" } as const;
    store.subscribe("live", strange, () => {});
    watched[0]!.frame(cells({ cells: [cell("440103")] }));
    expect(store.slice("live", strange).cells.get("440103")?.state).toBe("stale");
  });

  test("a number grows old on screen although no frame arrives, and the panel is told once per change", () => {
    let told = 0;
    store.subscribe("live", stage, () => told++);
    watched[0]!.frame(cells({ cells: [cell("440103")] }));
    expect(place("440103")?.state).toBe("fresh");
    told = 0;
    clock.advance(16_000);
    expect(place("440103")?.state).toBe("ageing");
    clock.advance(16_000);
    expect(place("440103")?.state).toBe("stale");
    expect(told).toBe(2);
  });

  test("nothing looks fresh while the server is silent, and all is as it was when it speaks again", () => {
    store.subscribe("live", stage, () => {});
    watched[0]!.frame(cells({ cells: [cell("440103")] }));
    state = "stale";
    for (const l of stateListeners) l();
    expect(place("440103")?.state).toBe("stale");
    expect(place("440103")?.value).toBe(1);
    state = "live";
    for (const l of stateListeners) l();
    expect(place("440103")?.state).toBe("fresh");
  });

  test("zero is a number and never is not zero", () => {
    store.subscribe("live", stage, () => {});
    watched[0]!.frame(cells({ cells: [cell("a", { value: 0 }), cell("b", { value: null, observedAt: null, state: "never", have: 0 })] }));
    expect(place("a")).toMatchObject({ value: 0, state: "fresh" });
    expect(place("b")).toMatchObject({ value: null, state: "never", coverage: { have: 0, of: 1, level: "county" } });
  });

  test("a roll-up with a child that is not fresh never looks plain fresh", () => {
    store.subscribe("live", stage, () => {});
    watched[0]!.frame(cells({ cells: [cell("a", { tainted: true })] }));
    expect(place("a")?.state).toBe("ageing");
  });

  test("a delta changes only what it names, and each number keeps the tick of its own last change", () => {
    store.subscribe("live", stage, () => {});
    watched[0]!.frame(cells({ tick: 5, cells: [cell("a"), cell("b")] }));
    watched[0]!.frame(cells({ kind: "delta", seq: 2, tick: 6, cells: [cell("b", { value: 2 })] }));
    watched[0]!.frame(cells({ epoch: 2, tick: 9, cells: [cell("a"), cell("b", { value: 2 })] }));
    expect(place("a")).toMatchObject({ value: 1, tick: 5 });
    expect(place("b")).toMatchObject({ value: 2, tick: 6 });
    expect(store.slice("live", stage).tick).toBe(9);
  });

  test("a snapshot forgets the places that are gone", () => {
    store.subscribe("live", stage, () => {});
    watched[0]!.frame(cells({ cells: [cell("a"), cell("b")] }));
    watched[0]!.frame(cells({ epoch: 2, cells: [cell("b")] }));
    expect([...store.slice("live", stage).cells.keys()]).toEqual(["b"]);
  });

  test("records are added, replaced and removed", () => {
    store.subscribe("live", tasks, () => {});
    watched[0]!.frame(records({ records: [{ id: "t1", record: { s: 1 } }, { id: "t2", record: { s: 1 } }] }));
    watched[0]!.frame(records({ kind: "delta", seq: 2, records: [{ id: "t1", record: { s: 2 } }, { id: "t2", record: null }] }));
    expect([...store.records("live", tasks).records]).toEqual([["t1", { s: 2 }]]);
  });

  test("a series is in order and as long as its window", () => {
    const series = { kind: "series", indicator: "water.stage", place: "a", window: 10_000 } as const;
    store.subscribe("live", series, () => {});
    watched[0]!.frame(records({ simAt: 12_000, records: [{ id: "5000", record: [5000, 2, "good"] }, { id: "1000", record: [1000, 9, "good"] }] }));
    watched[0]!.frame(records({ kind: "delta", seq: 2, simAt: 12_000, records: [{ id: "3000", record: [3000, null, "good"] }] }));
    expect(store.series("live", series).points).toEqual([[3000, null, "good"], [5000, 2, "good"]]);
  });

  test("of a world that has ended nothing is shown while the new one is awaited", () => {
    const series = { kind: "series", indicator: "water.stage", place: "a", window: 10_000 } as const;
    let heard = 0;
    store.subscribe("live", stage, () => heard++);
    store.subscribe("live", series, () => heard++);
    watched[0]!.frame(cells({ kind: "snapshot", cells: [cell("a", { value: 2 })] }));
    watched[1]!.frame({ ...records({ kind: "snapshot" }), records: [{ id: "5", record: [5, 1, "good"] }] });
    heard = 0;
    for (const each of watched) each.anew();
    expect(store.slice("live", stage)).toMatchObject({ status: "loading", cells: new Map() });
    expect(store.series("live", series)).toMatchObject({ status: "loading", points: [] });
    expect(heard).toBe(2);
  });
  test("says why a channel was refused", () => {
    store.subscribe("live", stage, () => {});
    watched[0]!.refused("not_found");
    expect(store.slice("live", stage)).toMatchObject({ status: "refused", code: "not_found" });
  });

  test("where the server gives no more channels those that only linger make room at once, and what somebody reads stays", () => {
    const other = { ...stage, region: "4402" } as const;
    store.subscribe("live", { ...stage, region: "4403" }, () => {})();
    store.subscribe("live", other, () => {});
    store.subscribe("live", stage, () => {});
    expect(watched).toHaveLength(3);
    watched.at(-1)!.refused("too_many");
    expect(watched.map(({ channel }) => (channel as typeof stage).region)).toEqual(["4402", stage.region]);
    clock.advance(2 * LINGER_MS);
    expect(watched).toHaveLength(2);
  });
  test("pictures that were set up and left never bring a page to the server's limit: what was left first makes room", () => {
    const region = (n: number) => ({ ...stage, region: String(440_000 + n) }) as const;
    store.subscribe("live", region(0), () => {});
    for (let n = 1; n < LINGER_BELOW; n++) store.subscribe("live", region(n), () => {})();
    expect(watched).toHaveLength(LINGER_BELOW);
    store.subscribe("live", region(1), () => {})();
    store.subscribe("live", region(500), () => {});
    expect(watched.map(({ channel }) => (channel as typeof stage).region)).toEqual([0, 1, ...Array.from({ length: LINGER_BELOW - 3 }, (_, n) => n + 3), 500].map((n) => region(n).region));
  });
  test("what is read is asked for however much of it there is", () => {
    for (let n = 0; n < LINGER_BELOW + 30; n++) store.subscribe("live", { ...stage, region: String(440_000 + n) }, () => {});
    expect(watched).toHaveLength(LINGER_BELOW + 30);
  });
  test("nothing listens after the panel has gone: the channel lingers for the way back, then ends", () => {
    const stop = store.subscribe("live", stage, () => {});
    stop();
    stop();
    clock.advance(LINGER_MS - 1);
    expect(watched).toHaveLength(1);
    clock.advance(1);
    expect(watched).toHaveLength(0);
    const again = store.subscribe("live", stage, () => {});
    expect(store.slice("live", stage).status).toBe("loading");
    again();
    store.subscribe("live", stage, () => {});
    clock.advance(LINGER_MS * 2);
    expect(watched).toHaveLength(1);
    store.close();
    expect(watched).toHaveLength(0);
    expect(stateListeners.size).toBe(0);
  });
});
