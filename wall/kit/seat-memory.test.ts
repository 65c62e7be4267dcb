import { expect, test } from "vitest";
import { NEW_SEAT } from "../../model/interruption.ts";
import { keep, recall } from "./seat-memory.ts";

const storage = () => {
  const rows = new Map<string, string>();
  return { rows, getItem: (key: string) => rows.get(key) ?? null, setItem: (key: string, value: string) => void rows.set(key, value) };
};
test("over a reload a seat has been called as often as before, in each situation by itself", () => {
  const kept = storage();
  const memory = { heard: { g: 5, a: 0.5 }, interruptedAt: [1, 2], toldAt: [1], flood: true };
  keep(kept, "live", memory);
  expect(recall(kept, "live")).toEqual(memory);
  expect(recall(kept, "drill")).toEqual(NEW_SEAT);
});
test("what cannot be read is a new seat, and a storage that is full stops nothing", () => {
  for (const written of ["", "null", "[1,2]", '{"heard":{"g":"5"},"interruptedAt":[],"toldAt":[]}']) expect(recall({ getItem: () => written }, "live"), written).toEqual(NEW_SEAT);
  keep({ setItem: () => { throw new Error("QuotaExceededError"); } }, "live", NEW_SEAT);
});
