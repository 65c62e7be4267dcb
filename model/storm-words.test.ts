import { expect, test } from "vitest";
import { MUJIGAE } from "../tests/fixtures/mujigae.ts";
import { stormAt } from "./storm-track.ts";
import { compassZh, gradeZh, stormSentence } from "./storm-words.ts";
import { HOUR, parseTime } from "./time.ts";

test("directions are told in sixteen parts of the compass", () => {
  expect([0, 11, 45, 293, 315, 349, 359.9].map(compassZh)).toEqual(["北", "北", "东北", "西西北", "西北", "北", "北"]);
});

test("a grade that is not on record is not made up", () => {
  expect(gradeZh("STS")).toBe("强热带风暴");
  expect(gradeZh("")).toBe("级别未载");
});

test("at landfall the storm is told in one sentence with its time, source of position and circles", () => {
  const t = parseTime("2015-10-04T14:00:00+08:00")!;
  expect(stormSentence("彩虹", t, stormAt(MUJIGAE, t, t), true, t)).toBe(
    "10月4日14:00，台风“彩虹”（台风）中心位于21.3°N、110.4°E（最佳路径定位），最大风速43.7米/秒（10分钟平均），中心气压950百帕，近12小时以22公里/小时向西北方向移动，7级风圈半径278至444公里，10级风圈半径111公里。",
  );
});

test("between fixes the sentence says 外推, and a circle that is not stated is not told", () => {
  const t = MUJIGAE.fixes[0]!.at + HOUR;
  expect(stormSentence("彩虹", t, stormAt(MUJIGAE, t, t), true, MUJIGAE.fixes[0]!.at)).toBe(
    "10月1日03:00，台风“彩虹”（热带低压）中心位于12.6°N、126.4°E（外推），据2时定位，中心气压1008百帕，移向移速未知，未载7级风圈，未载10级风圈。",
  );
});

test("a storm that is not tracked is said to have no position", () => {
  expect(stormSentence("彩虹", parseTime("2015-10-06T08:00:00+08:00")!, null, true, null)).toBe("10月6日08:00，台风“彩虹”暂无定位。");
});
