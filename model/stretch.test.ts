import fc from "fast-check";
import { expect, test } from "vitest";
import { holds, united, within, without, type Stretch } from "./stretch.ts";

const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined })).map(([from, long]): Stretch => (long === undefined ? { from } : { from, to: from + long })), { maxLength: 6 });
/** By the halves between whole hours, where no stretch begins or ends. */
const hours = Array.from({ length: 70 }, (_, i) => i + 0.5);
const told = (all: readonly Stretch[]): boolean[] => hours.map((at) => holds(all, at));

test("stretches that are united hold the same time, apart from each other and in order", () => {
  fc.assert(fc.property(some, (all) => {
    const one = united(all);
    expect(told(one)).toEqual(told(all));
    expect(one.every(({ from }, i) => i === 0 || from > (one[i - 1]!.to ?? Infinity))).toBe(true);
  }));
});
test("what of a stretch lies in others, and what does not, are together the stretch", () => {
  fc.assert(fc.property(some, some, (ones, others) => {
    for (const one of ones) {
      const [inside, outside] = [within(one, united(others)), without(one, others)];
      expect(told(inside)).toEqual(hours.map((at) => holds([one], at) && holds(others, at)));
      expect(told(outside)).toEqual(hours.map((at) => holds([one], at) && !holds(others, at)));
    }
  }));
});
test("what goes on has no end", () => {
  expect([united([{ from: 1 }, { from: 3, to: 5 }]), within({ from: 1 }, [{ from: 2 }]), without({ from: 1 }, [{ from: 4 }])]).toEqual([[{ from: 1 }], [{ from: 2 }], [{ from: 1, to: 4 }]]);
});
