import type { ResponseTagData } from "./response-tag.ts";

const LEVELS = [1, 2, 3, 4] as const;
const of = (level: ResponseTagData["level"]): ResponseTagData => ({ level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风" });

export const specimen: ResponseTagData = of(3);
/** Each level in force and as an exercise, several kinds at once, and none. */
export const variants: readonly (ResponseTagData | null)[] = [...LEVELS.map(of), ...LEVELS.map((level) => ({ ...of(level), exercise: "演练" })), { ...of(2), name: "防风　防汛 IV 级" }, null];
