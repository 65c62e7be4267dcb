import { hourText } from "./moments.ts";
import type { Lang } from "./numerals.ts";
import type { StormNow } from "./storm.ts";
import { chinaTime, clockText } from "./time.ts";

/** Grades as the Japan Meteorological Agency gives them (10-minute mean wind). */
const GRADE_ZH: Readonly<Record<string, string>> = {
  TD: "热带低压", TS: "热带风暴", STS: "强热带风暴", TY: "台风", ET: "温带气旋",
};
const GRADE_EN: Readonly<Record<string, string>> = {
  TD: "tropical depression", TS: "tropical storm", STS: "severe tropical storm", TY: "typhoon", ET: "extratropical cyclone",
};
const COMPASS_ZH = [
  "北", "北东北", "东北", "东东北", "东", "东东南", "东南", "南东南",
  "南", "南西南", "西南", "西西南", "西", "西西北", "西北", "北西北",
] as const;

/** The grade in Chinese, or 级别未载 when the record has none. */
export const gradeZh = (grade: string): string => GRADE_ZH[grade] ?? (grade || "级别未载");
/** The grade in a reader's language. */
export const gradeIn = (grade: string, lang: Lang): string => (lang === "zh" ? gradeZh(grade) : (GRADE_EN[grade] ?? (grade || "grade not stated")));
/** One of 16 directions for degrees clockwise from north. */
export const compassZh = (degrees: number): string => COMPASS_ZH[Math.round((((degrees % 360) + 360) % 360) / 22.5) % 16]!;

const QUALITY_ZH: Readonly<Record<StormNow["quality"], string>> = { good: "最佳路径定位", interpolated: "插值", extrapolated: "外推" };

/**
 * A storm in one Chinese sentence, with its time and what its position is worth.
 * @param fixAt when the fix was made that its strength and its circles are of; null = none is known
 */
export function stormSentence(nameZh: string, at: number, now: StormNow | null, hasRadii: boolean, fixAt: number | null): string {
  const t = chinaTime(at);
  const when = `${t.month}月${t.day}日${clockText(at)}`;
  if (!now) return `${when}，台风“${nameZh}”暂无定位。`;
  const facts = [
    `台风“${nameZh}”（${gradeZh(now.grade)}）中心位于${Math.abs(now.lat).toFixed(1)}°${now.lat < 0 ? "S" : "N"}、${Math.abs(now.lon).toFixed(1)}°${now.lon < 0 ? "W" : "E"}（${QUALITY_ZH[now.quality]}）`,
    ...(fixAt === null || fixAt === at ? [] : [`据${hourText(fixAt, at)}定位`]),
    ...(now.windMs === null ? [] : [`最大风速${now.windMs.toFixed(1)}米/秒（10分钟平均）`]),
    ...(now.pressureHpa === null ? [] : [`中心气压${now.pressureHpa}百帕`]),
    now.heading === null || now.speedKmh === null ? "移向移速未知" : `近12小时以${Math.round(now.speedKmh)}公里/小时向${compassZh(now.heading)}方向移动`,
    ...(hasRadii ? [circleWords("7级", now.r30), circleWords("10级", now.r50)] : ["该记录不含风圈半径"]),
  ];
  return `${when}，${facts.join("，")}。`;
}

function circleWords(name: string, radii: StormNow["r30"]): string {
  if (!radii) return `未载${name}风圈`;
  return radii.longKm === radii.shortKm ? `${name}风圈半径${radii.longKm}公里` : `${name}风圈半径${radii.shortKm}至${radii.longKm}公里`;
}
