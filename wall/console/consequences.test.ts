import { describe, expect, test } from "vitest";
import { legalOnIncident } from "../../model/incident.ts";
import { ofClosing, ofResponding, ofStopping, ofWithdrawing } from "./consequences.ts";

describe("what a dangerous act comes to is said before it", () => {
  test("an order that nobody has accepted costs less than one that is being carried out, and neither comes back", () => {
    expect(ofWithdrawing({ state: "dispatched" }, "雷州市防汛队")).toEqual({ count: "1 项任务 · 雷州市防汛队", cost: "单位尚未接令", back: "不能恢复；要再派须另下任务" });
    expect(ofWithdrawing({ state: "onScene" }, "雷州市防汛队").cost).toBe("单位已接令在办");
  });
  test("closing counts the orders that are settled and those that are not, and promises no reopening that there is not", () => {
    expect(ofClosing([]).count).toBe("没有下发过任务");
    expect(ofClosing([{ state: "closed" }, { state: "withdrawn" }]).count).toBe("2 项任务已了结");
    expect(ofClosing([{ state: "closed" }, { state: "handling" }]).count).toBe("1 项任务已了结，1 项在办");
    expect(ofClosing([]).back).toBe(legalOnIncident("closed").includes("incident.reopen") ? "7 日内可重开" : "关闭后不能重开");
  });
  test("the end of a drill counts what ends with it; a replay leaves live as it is", () => {
    expect(ofStopping({ kind: "drill" }, 12, [{ state: "handling" }, { state: "closed" }])).toMatchObject({ count: "研判 12 条 · 在办事件 1 件", back: "不能恢复；日志留存，可从头另开" });
    expect(ofStopping({ kind: "replay" }, 0, []).back).toBe("实况不受影响，可另开回放");
  });
  test("a response counts the regions below, and says how it is ended", () => {
    expect(ofResponding(null, 2, "广东省", { n: 21, level: "city" })).toEqual({ count: "广东省及 21 个市", cost: "各级按预案启动值守和行动，大屏全部换标", back: "只能逐级降，每级写明理由" });
    expect(ofResponding(4, null, "乌石镇", undefined)).toEqual({ count: "乌石镇及所有下级区域", cost: "各级按预案减少值守和行动", back: "可随时再升" });
  });
});
