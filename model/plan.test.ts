import { expect, test } from "vitest";
import { plansFor, type Plan } from "./plan.ts";

const plan = (id: string, more: Partial<Plan> = {}): Plan => ({ id, title: { zh: id, en: id }, types: ["flood"], source: "试", orders: [], ...more });

test("of the plans for a type the one for the graver grade comes first, and one for graver incidents than this is not offered", () => {
  const plans = [plan("any"), plan("grave", { grade: 2 }), plan("other", { types: ["fire"] })];
  const ids = (grade?: 1 | 2 | 3 | 4) => plansFor(plans, "flood", grade).map(({ id }) => id);
  expect([ids(), ids(1), ids(2), ids(3)]).toEqual([["grave", "any"], ["grave", "any"], ["grave", "any"], ["any"]]);
});
