import { expect, test } from "vitest";
import { takeAll } from "./steps.ts";

test("a step that fails stops none of those after it, and every failure is told at the end", async () => {
  const taken: string[] = [];
  const step = (name: string, fails = false) => async () => {
    taken.push(name);
    if (fails) throw new Error(`${name} failed`);
  };
  await expect(takeAll([step("numbers", true), step("clock"), step("heads", true), step("store")])).rejects.toThrow(/numbers failed.*heads failed/);
  expect(taken).toEqual(["numbers", "clock", "heads", "store"]);
  await expect(takeAll([step("numbers")])).resolves.toBeUndefined();
});
