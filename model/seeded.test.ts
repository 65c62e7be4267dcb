import { expect, test } from "vitest";
import { seeded, seedOf } from "./seeded.ts";

const first = (...names: (string | number)[]): number[] => {
  const random = seeded(seedOf(...names));
  return [random(), random(), random()];
};

test("chance is the same for the same names, and another for others", () => {
  expect(first("water", "440103", 1_000)).toEqual(first("water", "440103", 1_000));
  const others = [first("water", "440103", 2_000), first("water", "440104", 1_000), first("health", "440103", 1_000), first("water4", "40103", 1_000)];
  for (const other of others) expect(other).not.toEqual(first("water", "440103", 1_000));
});

test("a seed does not change from one build to the next", () => {
  expect([seedOf("水利", 7), seedOf()]).toEqual([3_959_856_309, 0x811c9dc5]);
});
