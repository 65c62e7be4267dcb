import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { WatchAnswer } from "../../model/wire/events.ts";
import type { CellFrame, RecordFrame } from "../../model/wire/frame.ts";
import { fold } from "../store/records.ts";
import { NO_RECORDS } from "../../model/view.ts";
import { Keeper, stoodStill, type Kept } from "./kept.ts";
import { openLink } from "./link.ts";
import type { WireListener } from "./wire.ts";

const NOW = Date.UTC(2026, 10, 28, 12);
const channel = { kind: "alerts", region: "44" } as const;
const records = (over: Partial<RecordFrame>): RecordFrame => ({ id: 1, epoch: 3, seq: 1, kind: "delta", tick: 1, at: NOW, simAt: NOW, applyAt: NOW, body: "records", records: [], ...over });
const drill = (over: Partial<SituationInfo["clock"]> = {}): SituationInfo => ({
  id: "storm", kind: "drill", title: { zh: "台风", en: "storm" }, banner: "演练", span: { from: 0, to: NOW }, feed: "storm:x", clock: { at: NOW, simAt: 1_000, speed: 60, paused: false, ...over },
});

describe("what a display keeps", () => {
  test("is a snapshot of all that its frames said, one after the other", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ isSnapshot: fc.boolean(), records: fc.array(fc.record({ id: fc.constantFrom("a", "b", "c"), record: fc.option(fc.nat(), { nil: null }) }), { maxLength: 4 }) }), { minLength: 1 }), (frames) => {
        const keeper = new Keeper();
        let shown = NO_RECORDS as ReturnType<typeof fold<unknown>>;
        for (const [i, f] of frames.entries()) {
          const frame = records({ seq: i + 1, kind: f.isSnapshot || i === 0 ? "snapshot" : "delta", records: f.records });
          keeper.take("live", channel, frame);
          shown = fold(shown, frame);
        }
        const [kept] = keeper.frames();
        expect(kept!.frame.kind).toBe("snapshot");
        expect(fold(NO_RECORDS, kept!.frame as RecordFrame).records).toEqual(shown.records);
      }),
    );
  });
  test("holds the last number of each place", () => {
    const keeper = new Keeper();
    const cell = { observedAt: NOW, state: null, tainted: false, quality: "observed", have: 1, of: 1 } as never as CellFrame["cells"][number];
    const head = records({});
    const slice = { kind: "slice", indicator: "x", region: "44", level: "city" } as const;
    keeper.take("live", slice, { ...head, kind: "snapshot", body: "cells", decimals: 0, cells: [{ ...cell, place: "4401", value: 1 }, { ...cell, place: "4403", value: 2 }] });
    keeper.take("live", slice, { ...head, seq: 2, body: "cells", decimals: 0, cells: [{ ...cell, place: "4403", value: null }] });
    expect((keeper.frames()[0]!.frame as CellFrame).cells.map(({ place, value }) => [place, value])).toEqual([["4401", 1], ["4403", null]]);
  });
  test("lets go what is no longer shown, and counts each change", () => {
    const keeper = new Keeper();
    keeper.take("live", channel, records({ kind: "snapshot" }));
    const before = keeper.changes;
    keeper.drop("live", channel);
    expect([keeper.frames(), keeper.changes > before]).toEqual([[], true]);
  });
  test("has the drill's clock stand where it was heard last, and leaves live's alone", () => {
    const live = { ...drill(), id: "live", kind: "live" } as SituationInfo;
    expect(stoodStill([drill(), live], NOW + 500, () => 31_000).map(({ clock }) => clock)).toEqual([{ at: NOW + 500, simAt: 31_000, speed: 60, paused: false, stands: true }, live.clock]);
    expect(stoodStill([drill({ paused: true })], NOW, () => 31_000)[0]!.clock, "what was paused is").toMatchObject({ speed: 60, paused: true });
  });
});

describe("a page that starts while nobody answers", () => {
  const kept: Kept = { heardAt: NOW - 60_000, situations: stoodStill([drill({ at: NOW - 60_000 })], NOW - 60_000, () => 1_000), frames: [{ situation: "storm", channel, frame: records({ kind: "snapshot", seq: 9 }) }] };
  function aPage(now = NOW) {
    const clock = new ManualClock(now);
    let wire: WireListener | undefined;
    let connected = false;
    const shown: string[] = [];
    const snapshot = records({ kind: "snapshot", epoch: 4, seq: 1 });
    const link = openLink({
      clock, kept, jitter: () => 0.5, decode: () => snapshot,
      open: (listener) => {
        wire = listener;
        return {
          get connected() {
            return connected;
          },
          watch: async (what): Promise<WatchAnswer> => ({ ok: true, channels: what.channels.map((c) => ({ id: 1, channel: c, epoch: 4, seq: 1, snapshot: new Uint8Array() })) }),
          unwatch: () => {}, time: async () => (page.isTimeless ? null : NOW), point: () => {}, close: () => {},
        };
      },
    });
    const page = {
      link, clock, shown, isTimeless: false,
      listen: (c: typeof channel | { kind: "tasks"; region: string } = channel) => link.watch("storm", c, { frame: (f) => shown.push(`${f.kind} ${f.epoch}/${f.seq}`), anew: () => shown.push("anew"), refused: (code) => shown.push(code) }),
      vain: () => wire!.down("connection refused"),
      async connect() {
        connected = true;
        wire!.up();
        for (let i = 0; i < 20; i++) await Promise.resolve();
        clock.advance(0);
        for (let i = 0; i < 20; i++) await Promise.resolve();
      },
    };
    return page;
  }

  test("waits for the first vain call, then shows what was kept, as cut off since it was heard", () => {
    const page = aPage();
    page.listen();
    page.clock.advance(100);
    expect(page.shown).toEqual([]);
    page.vain();
    expect(page.shown).toEqual(["snapshot 3/9"]);
    expect([page.link.state, page.link.silentMs, page.link.isAgeKnown]).toEqual(["down", 60_100, true]);
  });
  test("shows it to whoever comes later, and nothing to a channel of which nothing was kept", () => {
    const page = aPage();
    page.vain();
    page.listen();
    page.listen({ kind: "tasks", region: "44" });
    page.clock.advance(0);
    expect(page.shown).toEqual(["snapshot 3/9"]);
  });
  test("does not repeat it at each further vain call", () => {
    const page = aPage();
    page.listen();
    for (let i = 0; i < 5; i++) page.vain();
    expect(page.shown).toEqual(["snapshot 3/9"]);
  });
  test("leaves the drill's clock where it stood", () => {
    const page = aPage();
    page.vain();
    page.clock.advance(3_600_000);
    expect(page.link.simNow("storm")).toBe(1_000);
    expect(page.link.situations[0]!.clock, "which ran, and is not called paused").toMatchObject({ speed: 60, paused: false });
  });
  test("knows no age where the machine's clock is behind what was heard, and runs no time backwards", () => {
    const page = aPage(NOW - 86_400_000);
    page.vain();
    expect(page.link.isAgeKnown).toBe(false);
    expect(page.link.serverNow() - page.link.silentMs).toBe(kept.heardAt);
  });
  test("takes the server's word as soon as there is one", async () => {
    const page = aPage(NOW - 86_400_000);
    page.listen();
    page.vain();
    await page.connect();
    expect(page.shown).toEqual(["snapshot 3/9", "snapshot 4/1"]);
    expect([page.link.state, page.link.isAgeKnown]).toEqual(["live", true]);
    expect(Math.abs(page.link.serverNow() - NOW)).toBeLessThan(1_000);
  });
  test("once it was answered the picture of before never comes again, also when no time was ever told", async () => {
    const page = aPage();
    page.listen();
    page.isTimeless = true;
    await page.connect();
    page.vain();
    page.vain();
    expect(page.shown).not.toContain("snapshot 3/9");
  });
  test("a server that answers at once is not preceded by the picture of before", async () => {
    const page = aPage();
    page.listen();
    await page.connect();
    expect(page.shown).toEqual(["snapshot 4/1"]);
  });
});
