import { HOUR } from "../../model/time.ts";
import { marks, type SpineData } from "./spine.ts";
import { after, before, NOW } from "./specimen-figures.ts";
import type { Mark, Size } from "./mark.ts";

export const specimen: SpineData = {
  from: before(15), to: after(27), now: NOW, levelsWord: (n) => `等 ${n} 档`, title: "全省网格事件上报 件",
  marks: [
    ...Array.from({ length: 8 }, (_, i) => ({ id: `fix-${i}`, at: before(14 - 6 * i), label: i === 1 ? "升为强热带风暴" : "定位", weight: i === 1 ? 3 : 0 })),
    { id: "found", at: before(6), label: "徐闻研判", severity: 2, issued: false, weight: 4 },
    { id: "warned", at: before(3), label: "14 处研判", severity: 1, issued: true, weight: 5 },
    { id: "order", at: before(1), label: "令 湛江经济技术开发区三防办", weight: 4 },
    { id: "ten", at: after(3), label: "10级风到茂名电白", notActual: true, weight: 5 },
    { id: "ends", at: after(24), label: "演练记录止", weight: 2 },
  ],
  phases: [
    { from: before(40), to: before(8), label: "", severity: 4, issued: false }, { from: before(8), to: before(6), label: "", severity: 3, issued: false },
    { from: before(6), to: before(3), label: "", severity: 2, issued: true }, { from: before(3), to: NOW, label: "", severity: 1, issued: true },
    { from: after(2), to: after(9), label: "10级风先后到 14 县", notActual: true },
  ],
  series: Array.from({ length: 60 }, (_, i) => [before(15 - i / 4), i % 17 === 0 ? null : 400 + 300 * Math.sin(i / 5)] as const),
};
/** A scene says in hours around now which stretch of the line stands in a place. */
export function drawn(size: Size, config: Readonly<Record<string, unknown>>): readonly (readonly Mark[])[] {
  const [from, to] = [Number(config.fromH ?? -15), Number(config.toH ?? 27)];
  const { title: _, ...untitled } = specimen;
  const part = { ...(Number(config.part ?? 0) === 0 ? { ...specimen, first: true } : untitled), from: NOW + from * HOUR, to: NOW + to * HOUR };
  const words = { at: before(9), words: "所看时刻 21日 13:20" };
  return [part, { ...part, looked: words }, { ...part, looked: { ...words, beyond: "before" as const } }].map((data) => marks(data, size));
}
