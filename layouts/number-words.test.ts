import { expect, test } from "vitest";
import { isNumber } from "./number-words.ts";

test.each(["1,234", "≥ 40", "−3.2", "14:31", "21/21", "/1,757", "12.5 km", "222—333 km", "26.3°", "20.5°N", "8.71 万", "8.71\u2009万人", "3 时 50 分", "3\u2009时\u200950\u2009分", "16 级", "12 处 3 市", "118/122 县", "到达 1/1,757", "到达 1,749/1,757 镇街", "指令 12/14", "14:00　到达 118/122 县", "35%", "1.56 亿kW", "2010 普查", "5日 14:05", "14级 44 m/s", "12 μg/m³"])("%s is a number", (text) => {
  expect(isNumber(text)).toBe(true);
});
test.each(["", "应急值守", "6日", "14时", "5日14时", "10月4日", "2015年10月4日", "10级", "7级圈", "10级风到茂名电白", "共 48 项未确认", "另 48 条", "在办 3 起", "14 处研判", "24 小时雨量", "10级风先后到 14 县", "12:10 定位", "约 6日 14:05 到达", "I 级响应", "—", "··", "2015年10月4日 星期日"])("%s is none", (text) => {
  expect(isNumber(text)).toBe(false);
});
test("a long run is judged at once", () => {
  expect(isNumber(`${"1".repeat(50_000)}!`)).toBe(false);
  expect(isNumber(`${"1 时 ".repeat(20_000)}!`)).toBe(false);
});
