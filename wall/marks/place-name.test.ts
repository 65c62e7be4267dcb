import { expect, test } from "vitest";
import { placeName, villageName } from "./place-name.ts";

test("a village loses the words of its committee, and none by which it is known as a village", () => {
  expect(["明心路社区居委会", "明心路社区居民委员会", "石牌村委会", "大村村委会", "海旁村民委员会", "云山居民委员会", "云山居委会", "赤坎区"].map(villageName)).toEqual(["明心路社区", "明心路社区", "石牌村", "大村", "海旁村", "云山居委会", "云山居委会", "赤坎区"]);
});
test("a community is no district", () => {
  expect([placeName("明心路社区", "county"), placeName("荔湾区", "county")]).toEqual(["明心路社区", "荔湾"]);
});
