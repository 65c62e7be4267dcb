import { expect, test } from "vitest";
import { ManualClock } from "../model/clock.ts";
import { createPipeline, type Changed, type Rooms } from "./pipeline.ts";

/** Rooms in which nothing happens but what a test says; `order` tells who was called. */
function rooms(order: string[], said: Partial<Rooms> = {}): Rooms {
  return {
    clock: new ManualClock(0),
    log: { info: () => {}, warn: () => {}, error: (words) => order.push(words) },
    simNow: () => 0,
    turns: () => () => undefined,
    series: { append: () => ({ changed: [], late: [], duplicates: 0 }) },
    history: { note: () => {}, noteChanged: () => {} },
    rollup: { settle: () => [] },
    rules: { evaluate: () => [], isUrgent: () => false, recall: async () => {} },
    alerts: { consider: () => [] },
    ledger: { note: async () => [] },
    frames: {
      compose(_changed, touched) {
        order.push(`compose ${[...touched].join(" ")}`);
        return [];
      },
      send: () => {},
      anew: async () => void order.push("anew"),
    },
    ...said,
  };
}

test("what many entries of one commit have touched is composed once, and at once", async () => {
  const order: string[] = [];
  const pipeline = createPipeline(rooms(order));
  for (let n = 0; n < 50; n++) {
    pipeline.touch("alerts");
    pipeline.hurry();
  }
  await Promise.resolve();
  expect(order).toEqual(["compose alerts"]);
  pipeline.touch("tasks");
  pipeline.hurry();
  await Promise.resolve();
  expect(order).toEqual(["compose alerts", "compose tasks"]);
});

test("what could not be composed is told with the next frame, with what has changed since", async () => {
  const told: string[] = [];
  let isBroken = true;
  const settled: Changed[][] = [[{ indicator: "stage", places: ["440103"] }], [{ indicator: "stage", places: ["440104"] }]];
  const pipeline = createPipeline(
    rooms([], {
      rollup: { settle: () => settled.shift() ?? [] },
      frames: {
        compose(changed, touched) {
          if (isBroken) throw new Error("A channel could not be read.");
          told.push(`${changed.map(({ indicator, places }) => `${indicator} ${[...places].toSorted().join(" ")}`).join()} ${[...touched].join(" ")}`);
          return [];
        },
        send: () => {},
        anew: async () => {},
      },
    }),
  );
  pipeline.touch("alerts");
  await expect(pipeline.tick()).rejects.toThrow(/could not be read/);
  isBroken = false;
  await pipeline.tick();
  await pipeline.tick();
  expect(told).toEqual(["stage 440103 440104 alerts", " "]);
});

test("others are served between the judging of two indicators, and a tick composes when all are judged", async () => {
  const order: string[] = [];
  const changed: Changed[] = ["a", "b"].map((indicator) => ({ indicator, places: ["44"] }));
  const pipeline = createPipeline(
    rooms(order, {
      turns: () => () => void order.push("others"),
      rollup: { settle: () => changed },
      rules: {
        *evaluate(all) {
          for (const { indicator } of all) {
            order.push(`judge ${indicator}`);
            yield [];
          }
        },
        isUrgent: () => false,
        recall: async () => {},
      },
    }),
  );
  await pipeline.tick();
  expect(order).toEqual(["others", "others", "judge a", "others", "judge b", "others", "compose "]);
});
