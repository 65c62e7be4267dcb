import { expect, test } from "vitest";
import { cameBack } from "./ping-pong.ts";

const through = (...regions: string[]) => regions.slice(1).map((to, i) => ({ from: regions[i]!, to }));

test("what is handed on and comes back is named by who has it again", () => {
  expect(cameBack(through("A", "B", "A"))).toBe("A");
  expect(cameBack(through("A", "B", "C", "A"))).toBe("A");
  expect(cameBack(through("A", "B", "C", "B"))).toBe("B");
});
test("what goes on and on to others has not come back", () => {
  expect(cameBack([])).toBeNull();
  expect(cameBack(through("A", "B", "C", "D"))).toBeNull();
});
test("a county's that is handed to its city has come back, when counties lie in cities", () => {
  const holds = (region: string, before: string) => before.startsWith(region);
  expect(cameBack(through("4401/03", "4408", "4401"), holds)).toBe("4401");
  expect(cameBack(through("4401", "4408", "4401/03"), holds)).toBeNull();
});
