import type { HeadlineData } from "./headline.ts";

export const specimen: HeadlineData = {
  clauses: [[{ text: "10级风圈内 12 县" }], [{ text: "明日约 15 时" }, { text: "外推", notActual: true }, { text: "7级风到湛江经济技术开发区" }]],
  second: [
    ...["强台风“彩虹”（1522）", "14级 44 m/s", "距湛江徐闻 104 km"].map((text, i) => ({ text: `${text}　`, givesWay: true, counts: i > 0 })),
    { text: "最要紧：" }, { text: "湛江经济技术开发区三防办 2 条指令超时 · 茂名 9 处达台风橙色标准 · 共 1,204 项未确认", strong: true },
  ],
  badge: { severity: 2, issued: false },
};
/** In peace; nothing known yet. */
export const variants: readonly HeadlineData[] = [
  { clauses: [[{ text: "无未消告警" }], [{ text: "所列 27 项指标中 6 项有数据" }]], second: [{ text: "在办事件 17 起　未办结指令 48 条" }, { text: "　超时 3 条", strong: true }], align: "start" },
  ...([1, 2, 3, 4] as const).map((level): HeadlineData => ({
    clauses: [[{ text: "广州 1 处达红色标准" }], [{ text: "共 41 项未确认" }]], second: [{ text: "在办事件 17 起　未办结指令 48 条" }], align: "start",
    response: { level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风" },
  })),
  ...([1, 2, 3, 4] as const).map((level): HeadlineData => ({ ...specimen, response: { level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风", exercise: "演练" } })),
  ...([1, 4] as const).map((level): HeadlineData => ({ ...specimen, response: { level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风", exercise: "演练", simulated: "演练含模拟数据", mode: "战时" } })),
  { ...specimen, second: [{ text: "演练含模拟数据　", strong: true, notActual: true }, { text: "平时　", strong: true }, ...specimen.second!] },
  // Sent to a county and to a moment of yesterday.
  { ...specimen, clauses: [[{ text: "清远连南" }, ...specimen.clauses[0]!], ...specimen.clauses.slice(1)], second: [{ text: "所看时刻 21日 13:20，各数仍为 16:10　", strong: true }, ...specimen.second!] },
  { clauses: [[{ text: "··" }]] },
];
