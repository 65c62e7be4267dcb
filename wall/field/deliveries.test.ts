import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { TaskRecord } from "../../model/records.ts";
import type { Queue } from "../kit/queue.ts";
import { Deliveries, SPREAD_MS } from "./deliveries.ts";

const order = (id: string, more: Partial<TaskRecord> = {}) => ({ id, state: "dispatched", ladder: { sent: "x" }, ...more }) as TaskRecord;

describe("an order that comes to the phone", () => {
  let clock: ManualClock;
  let noted: string[];
  let orders: TaskRecord[];
  let open: string | null;
  let share: number;
  let deliveries: Deliveries;
  beforeEach(() => {
    clock = new ManualClock(0);
    [noted, orders, open, share] = [[], [], null, 0.5];
    const queue = { note: async (situation: string, kind: string, { task }: { task: string }) => void noted.push(`${situation} ${kind} ${task}`) } as unknown as Queue;
    deliveries = new Deliveries({ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) }, () => ({ queue, clock, situation: "live", orders, open }), () => share);
  });

  test("is told as delivered once, some time within five seconds", () => {
    orders = [order("t1")];
    deliveries.hostUpdated();
    deliveries.hostUpdated();
    clock.advance(SPREAD_MS / 2 - 1);
    expect(noted).toEqual([]);
    clock.advance(SPREAD_MS);
    deliveries.hostUpdated();
    clock.advance(SPREAD_MS);
    expect(noted).toEqual(["live task.delivered t1"]);
  });
  test("is told as seen once it is opened", () => {
    orders = [order("t1", { ladder: { sent: "x", delivered: "y" } }), order("t2", { ladder: { sent: "x", delivered: "y" } })];
    deliveries.hostUpdated();
    open = "t2";
    deliveries.hostUpdated();
    clock.advance(SPREAD_MS);
    expect(noted).toEqual(["live task.seen t2"]);
  });
  test("is told of nothing that is known, nor once its unit has gone further", () => {
    orders = [order("t1", { ladder: { sent: "x", seen: "y" } }), order("t2", { state: "accepted" })];
    open = "t2";
    deliveries.hostUpdated();
    clock.advance(SPREAD_MS);
    expect(noted).toEqual([]);
  });
  test("tells nothing more once the page has gone", () => {
    orders = [order("t1")];
    deliveries.hostUpdated();
    deliveries.hostDisconnected();
    clock.advance(SPREAD_MS);
    expect(noted).toEqual([]);
  });
});
