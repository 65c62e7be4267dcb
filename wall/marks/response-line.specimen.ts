import type { ResponseLineData } from "./response-line.ts";

const LEVELS = [1, 2, 3, 4] as const;
const of = (level: (typeof LEVELS)[number]): ResponseLineData => ({ mode: "平时", response: { level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风" } });

export const specimen: ResponseLineData = of(3);
/** Each level in force and as an exercise, a world without one, several kinds at once, and the mode alone. */
export const variants: readonly ResponseLineData[] = [...LEVELS.map(of), ...LEVELS.map((level) => ({ ...of(level), world: "演练" })), { ...of(1), world: "演练", mode: "战时" }, { mode: "平时", world: "演练" }, { mode: "战时", world: "此态势不在运行" }, { mode: "战时", response: { ...of(2).response!, name: "防风 II 级　防汛 IV 级" } }, { mode: "平时" }, { mode: "战时" }, { mode: "平时", world: "演练", unknown: "响应正在取数" }, ...LEVELS.map((level) => ({ ...of(level), world: "演练含模拟数据" })), { mode: "平时", world: "演练含模拟数据", unknown: "响应正在取数" }];
