import { expect, test } from "vitest";
import { urgedSince } from "./urged.ts";

const after = (...kinds: readonly string[]) => urgedSince(kinds.map((kind) => ({ kind: `task.${kind}` })));

test("an order that nobody urges is not urged", () => expect(after("dispatch", "delivered", "seen")).toBe(0));
test("each reminder counts until the unit tells something", () => {
  expect(after("dispatch", "remind", "remind", "supervise")).toBe(3);
  expect(after("dispatch", "remind", "accept")).toBe(0);
  expect(after("dispatch", "remind", "accept", "remind")).toBe(1);
});
test("that the order was delivered or seen, and a note beside the way, answers nothing", () => expect(after("dispatch", "remind", "delivered", "seen", "note")).toBe(1));
