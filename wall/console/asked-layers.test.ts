import { expect, test } from "vitest";
import { unknownIn } from "./asked-layers.ts";

const offered = { indicators: new Set(["met.rain.24h"]), points: new Set(["water", "kind:shelter", "village"]) };

test("an indicator and points of the address that are not there are named, each by itself", () => {
  expect(unknownIn({ indicator: "zzz", points: "" }, offered)).toEqual({ indicator: "zzz" });
  expect(unknownIn({ indicator: "met.rain.24h", points: "kind:zzz" }, offered)).toEqual({ points: "kind:zzz" });
  expect(unknownIn({ indicator: "z".repeat(300), points: "zzz" }, offered)).toEqual({ indicator: "z".repeat(40), points: "zzz" });
});
test("what is there, none at all, and nothing asked for are no mistake", () => {
  for (const asked of [{ indicator: "met.rain.24h", points: "water" }, { indicator: "", points: "none" }, { indicator: "", points: "" }]) expect(unknownIn(asked, offered)).toEqual({});
});
test("nothing is called unknown before what there is has come", () => {
  expect(unknownIn({ indicator: "zzz", points: "zzz" }, { indicators: undefined, points: undefined })).toEqual({});
});
