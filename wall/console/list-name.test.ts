import { expect, test } from "vitest";
import { listName } from "./list-name.ts";

const villages = ["440882115212", "440882115201"].map((code) => ({ code, level: "village" as const }));

test("at a town its villages are the next level; at one of them they are those of the same town", () => {
  expect(listName(villages, "")).toBe("下一级");
  expect(listName(villages, "440882115212")).toBe("同镇各村");
});
test("another place without a level below stands among its like", () => {
  expect(listName([{ code: "4419", level: "city" }], "4419")).toBe("同级各处");
});
test("over an empty list stands no name", () => {
  expect(listName([], "440882115212")).toBe("");
});
