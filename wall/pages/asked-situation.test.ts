import { expect, test } from "vitest";
import { askedSituation } from "./asked-situation.ts";

test("an address without a situation, or with an empty one, asks for none", () => {
  expect(["", "?theme=ember", "?situation=", "?situation=&region=44"].map(askedSituation)).toEqual([null, null, null, null]);
  expect(askedSituation("?region=44&situation=storm")).toBe("storm");
});
