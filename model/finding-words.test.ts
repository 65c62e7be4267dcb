import { describe, expect, test } from "vitest";
import { findingWords } from "./finding-words.ts";
import type { When } from "./rule.ts";

const words = (title: string, unit: string, when: When): string => findingWords({ when }, { title: { zh: title }, unit });
describe("a finding", () => {
  test("says what was measured, which way it is wrong and past which limit", () => {
    expect(words("停航航线数", "条", { op: ">=", value: 10 })).toBe("停航航线数达10条");
    expect(words("旋转备用率", "%", { op: "<", value: 5 })).toBe("旋转备用率低于5%");
    expect(words("停电用户数", "户", { op: ">=", value: 100_000 })).toBe("停电用户数达100,000户");
    expect(words("跨海桥阵风", "m/s", { op: ">=", value: 17.2 })).toBe("跨海桥阵风达17.2m/s");
    expect(words("水库水位距汛限", "m", { op: ">", value: 0 })).toBe("水库水位距汛限超过0m");
    expect(words("生效应急响应最高等级", "级", { op: "==", value: 2 })).toBe("生效应急响应最高等级为2级");
  });
  test("of a window, a silence or what is usual says the condition behind the indicator's name", () => {
    expect(words("渗流量", "L/s", { op: ">", value: 50, of: "growth", over: 86_400_000 })).toBe("渗流量 1 日增幅 > 50%");
    expect(words("水位", "m", { of: "absence", over: 600_000 })).toBe("水位 断报 10 分钟");
  });
  test("of a published standard names that standard", () => {
    expect(findingWords({ when: { op: ">=", value: 1 }, says: { zh: "达到台风橙色预警标准", en: "" } }, { title: { zh: "风圈" }, unit: "h" })).toBe("达到台风橙色预警标准");
  });
});
