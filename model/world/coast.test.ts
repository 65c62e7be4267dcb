import { expect, test } from "vitest";
import { isByTheSea, seaWindShare } from "./coast.ts";

const [XUWEN, ZHANJIANG, YANGJIANG, SHENZHEN, SHANTOU, GUANGZHOU, YUNFU, SHAOGUAN, MEIZHOU] = [
  [110.17, 20.33], [110.36, 21.27], [111.97, 21.85], [114.1, 22.55], [116.7, 23.35], [113.26, 23.13], [112.04, 22.92], [113.6, 24.8], [116.1, 24.3],
] as const;

test("boats and the sea are of the counties on the coast alone", () => {
  expect([XUWEN, ZHANJIANG, YANGJIANG, SHENZHEN, SHANTOU].map(isByTheSea)).toEqual([true, true, true, true, true]);
  expect([GUANGZHOU, YUNFU, SHAOGUAN, MEIZHOU].map(isByTheSea)).toEqual([false, false, false, false]);
});

test("a storm's wind comes whole to the coast, less and less beyond, and half of it behind the hills", () => {
  expect([XUWEN, ZHANJIANG, YANGJIANG].map(seaWindShare)).toEqual([1, 1, 1]);
  expect(seaWindShare(GUANGZHOU)).toBeLessThan(0.8);
  expect(seaWindShare(YUNFU)).toBeLessThan(seaWindShare(GUANGZHOU));
  expect(seaWindShare(SHAOGUAN)).toBe(0.55);
});
