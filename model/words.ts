/** A text in Simplified Chinese, with English second. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** 1 red, 2 orange, 3 yellow, 4 blue: 1 is gravest in all three scales. */
export type Severity = 1 | 2 | 3 | 4;
/** Incident grade: 1 特别重大, 2 重大, 3 较大, 4 一般. */
export type Grade = 1 | 2 | 3 | 4;

export const SEVERITY_WORDS: Readonly<Record<Severity, Words & { readonly char: string; readonly letter: string }>> = {
  1: { zh: "红色", en: "red", char: "红", letter: "R" },
  2: { zh: "橙色", en: "orange", char: "橙", letter: "O" },
  3: { zh: "黄色", en: "yellow", char: "黄", letter: "Y" },
  4: { zh: "蓝色", en: "blue", char: "蓝", letter: "B" },
};
export const GRADE_WORDS: Readonly<Record<Grade, Words>> = {
  1: { zh: "特别重大", en: "extremely serious" },
  2: { zh: "重大", en: "serious" },
  3: { zh: "较大", en: "major" },
  4: { zh: "一般", en: "ordinary" },
};
/** 较大以上: what the state council's order has reported upwards, and whose number is watched. */
export const isMajor = (grade: Grade | undefined): boolean => grade !== undefined && grade <= 3;

/** Who may see it: a display never gets `sensitive`. */
export type Class = "open" | "internal" | "sensitive";
