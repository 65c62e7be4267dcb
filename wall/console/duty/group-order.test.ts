import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlertGroup } from "../../../model/alert-group.ts";
import type { Severity } from "../../../model/words.ts";
import { groupsInOrder, openIn, reachedBy, standingOf, STANDINGS } from "./group-order.ts";

const NONE = { unacknowledged: 0, acknowledged: 0, returned: 0, shelved: 0, suppressed: 0, outOfService: 0, closed: 0 };
const group = (id: string, counts: Partial<AlertGroup["counts"]>, gravest: Severity | null = 3) => ({ id, counts: { ...NONE, ...counts }, gravest });

test("what asks comes first, then the gravest, then the largest; what is covered altogether comes last", () => {
  const order = groupsInOrder([group("shelved", { shelved: 9 }, null), group("seen", { acknowledged: 5 }, 1), group("small", { unacknowledged: 1 }), group("large", { unacknowledged: 30 }), group("grave", { unacknowledged: 1 }, 2), group("back", { returned: 2 }, 1)]);
  expect(order.map(({ id }) => id)).toEqual(["grave", "large", "small", "back", "seen", "shelved"]);
});
test("[I10] what stands in the strip is what stands in the groups, and what is closed is not open", () => {
  const counts = fc.record(Object.fromEntries([...STANDINGS, "closed"].map((state) => [state, fc.nat(50)])) as Record<keyof AlertGroup["counts"], fc.Arbitrary<number>>);
  fc.assert(fc.property(fc.array(counts), (all) => {
    const groups = all.map((each) => ({ counts: each }));
    expect(Object.values(standingOf(groups)).reduce((a, b) => a + b, 0)).toBe(groups.reduce((sum, each) => sum + openIn(each), 0));
  }));
});
test("acknowledging a group reaches nothing red, and says when it knows only how many at most", () => {
  expect(reachedBy({ counts: { ...NONE, unacknowledged: 10 }, critical: ["a", "b"], bySeverity: { 1: 2, 2: 3, 3: 5, 4: 0 } })).toEqual({ most: 8, isExact: true });
  // One of the red ones has returned, and nobody has seen it.
  expect(reachedBy({ counts: { ...NONE, unacknowledged: 4, returned: 1 }, critical: [], bySeverity: { 1: 1, 2: 0, 3: 4, 4: 0 } })).toEqual({ most: 4, isExact: false });
  expect(reachedBy({ counts: { ...NONE, unacknowledged: 2 }, critical: ["a", "b"], bySeverity: { 1: 2, 2: 0, 3: 0, 4: 0 } })).toEqual({ most: 0, isExact: true });
});
