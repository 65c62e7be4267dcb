import type { ResponseTag, ResponseTagData } from "./response-tag.ts";

const LEVELS = [1, 2, 3, 4] as const;
const of = (level: ResponseTagData["level"]): ResponseTag & ResponseTagData => ({ mode: "平时", level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风" });

export const specimen: ResponseTag = of(3);
/** Each level in force and as an exercise, several kinds at once, and none: the mode alone. */
export const variants: readonly ResponseTag[] = [...LEVELS.map(of), ...LEVELS.map((level) => ({ ...of(level), exercise: "演练" })), { ...of(2), name: "防风 II 级　防汛 IV 级" }, { mode: "战时" }, { mode: "平时", unknown: "响应正在取数" }, { ...of(1), mode: "战时", exercise: "演练" }, ...LEVELS.map((level) => ({ ...of(level), exercise: "演练", simulated: "演练含模拟数据" })), { mode: "战时", simulated: "演练含模拟数据" }, { mode: "平时", simulated: "模拟数据", unknown: "响应正在取数" }];
