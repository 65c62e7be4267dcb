import { beforeEach, describe, expect, test } from "vitest";
import type { ReactiveController } from "lit";
import { ManualClock } from "../../model/clock.ts";
import type { Frame } from "../../model/wire/frame.ts";
import { createStore, LINGER_MS, type Store } from "../store/store.ts";
import { situationContext, storeContext } from "./contexts.ts";
import { Select } from "./select.ts";

/** As much of a Lit element as a controller sees: it answers context requests and counts its renders. */
class Host extends EventTarget {
  controllers: ReactiveController[] = [];
  asked = 0;
  readonly store: Store;
  situation = "live";
  constructor(store: Store) {
    super();
    this.store = store;
  }
  updateComplete = Promise.resolve(true);
  addController(c: ReactiveController) {
    this.controllers.push(c);
  }
  removeController() {}
  requestUpdate() {
    this.asked++;
  }
  override dispatchEvent(event: Event & { context?: unknown; callback?: (v: unknown) => void }) {
    if (event.context === storeContext) event.callback?.(this.store);
    if (event.context === situationContext) event.callback?.(this.situation);
    return true;
  }
  connect() {
    for (const c of this.controllers) c.hostConnected?.();
  }
  leave() {
    for (const c of this.controllers) c.hostDisconnected?.();
  }
  render() {
    for (const c of this.controllers) c.hostUpdate?.();
  }
}

describe("Select", () => {
  let clock: ManualClock;
  let watched: { key: string; frame(f: Frame): void }[];
  let host: Host;
  let region: string;
  let select: Select<number>;

  beforeEach(() => {
    clock = new ManualClock(0);
    watched = [];
    region = "4401";
    const store = createStore({
      clock,
      ageing: () => ({ cadenceMs: 60_000, leaf: "county" }),
      source: {
        state: "live",
        onState: () => () => {},
        simNow: () => 0,
        watch(situation, channel, listener) {
          const entry = { key: `${situation} ${channel.kind} ${"region" in channel ? channel.region : ""}`, ...listener };
          watched.push(entry);
          return () => void (watched = watched.filter((w) => w !== entry));
        },
      },
    });
    host = new Host(store);
    select = new Select(host as never, (s) => s.cells("x", region, "county").cells.size);
    host.connect();
    host.render();
  });

  test("listens to what the selector read, and asks for a render when it changes", () => {
    expect(watched.map((w) => w.key)).toEqual(["live slice 4401"]);
    const before = host.asked;
    watched[0]!.frame({
      id: 1, epoch: 1, seq: 1, kind: "snapshot", tick: 1, at: 0, simAt: 0, applyAt: 0, body: "cells", decimals: 0,
      cells: [{ place: "440103", value: 1, observedAt: 0, state: null, tainted: false, quality: "good", have: 1, of: 1 }],
    });
    expect(host.asked).toBe(before + 1);
    host.render();
    expect(select.value).toBe(1);
  });

  test("follows the host to another region and lets the first one go", () => {
    region = "4402";
    host.render();
    expect(watched).toHaveLength(2);
    clock.advance(LINGER_MS);
    expect(watched.map((w) => w.key)).toEqual(["live slice 4402"]);
  });

  test("nothing listens after the panel has gone", () => {
    host.leave();
    clock.advance(LINGER_MS);
    expect(watched).toEqual([]);
  });

  test("listens again when the panel is put back", () => {
    host.leave();
    clock.advance(LINGER_MS);
    host.connect();
    host.render();
    expect(watched).toHaveLength(1);
  });
});
