import { describe, expect, test } from "vitest";
import type { Mark, RectMark, Size, TextMark } from "./mark.ts";
import { seeded } from "../../model/seeded.ts";
import { CALL_STATES } from "./call-state.ts";
import { fitCells, marks, sentence, type CallRow } from "./call-matrix.ts";
import { specimen, variants } from "./call-matrix.specimen.ts";

const u = 24;
const room = (w: number, h: number): Size => ({ width: w * u, height: h * u, u });
const texts = (all: readonly Mark[]): TextMark[] => all.filter((m): m is TextMark => m.kind === "text");
const behind = (all: readonly Mark[], { x, y }: TextMark): RectMark | undefined => all.find((m): m is RectMark => m.kind === "rect" && x >= m.x && x <= m.x + m.width && y >= m.y && y <= m.y + m.height);
const cellOf = (all: readonly Mark[], id: string) => {
  const word = texts(all).find(({ data }) => data?.call === id)!;
  const box = behind(all, word);
  return { ink: word.ink, fill: box?.fill, stroke: box?.stroke, isDashed: box?.dash !== undefined, texture: box?.texture };
};

describe("the matrix of those who are called", () => {
  test("each state looks like no other, without a colour of severity", () => {
    const all = marks(specimen, room(76, 52));
    const looks = new Map(specimen.rows.flatMap(({ cells }) => cells.map(({ id, state }) => [state, cellOf(all, id)] as const)));
    expect(Object.fromEntries(looks)).toEqual({
      answered: { ink: "t3", fill: "land", stroke: undefined, isDashed: false, texture: undefined },
      waiting: { ink: "t1", fill: undefined, stroke: "t1", isDashed: false, texture: undefined },
      overdue: { ink: "bg", fill: "t1", stroke: undefined, isDashed: false, texture: undefined },
      cut: { ink: "t2", fill: undefined, stroke: "t1", isDashed: true, texture: undefined },
      unreported: { ink: "t1", fill: "hair2", stroke: "hair2", isDashed: false, texture: "cross" },
      calm: { ink: "t3", fill: undefined, stroke: undefined, isDashed: false, texture: undefined },
    });
  });
  test("every county of the province stands by name where there is room, and each level is told once, by a hollow badge", () => {
    const all = marks(specimen, room(76, 52));
    expect(texts(all).filter(({ data }) => data?.call && !data.call.startsWith("key-"))).toHaveLength(specimen.rows.reduce((sum, { cells }) => sum + cells.length, 0));
    expect(all.flatMap((m) => (m.kind === "badge" ? [[m.severity, m.look]] : []))).toEqual([[1, "hollow"], [2, "hollow"], [3, "hollow"], [4, "hollow"]]);
  });
  test("in a low room what is late stands open or is counted in an inverse line, and what is done is counted last", () => {
    const all = marks(specimen, room(48, 11.4));
    const lines = texts(all).filter(({ id }) => id?.startsWith("folded-"));
    expect(lines.map(({ id, ink }) => [id, ink])).toEqual([["folded-overdue", "bg"], ["folded-open", "t1"], ["folded-quiet", "t3"]]);
    expect(behind(all, lines[0]!)?.fill).toBe("t1");
    const one = marks(variants[0]!, room(48, 11.4));
    expect(texts(one).find(({ text }) => text === "阳东")?.data).toEqual({ call: "1-1", state: "overdue" });
    expect(texts(one).some(({ id }) => id === "folded-overdue")).toBe(false);
  });
  test("in a narrow row what is late keeps its place before all that is not, and what has none is counted as what it is", () => {
    const random = seeded(23);
    for (let i = 0; i < 800; i++) {
      const cells = Array.from({ length: 1 + Math.floor(random() * 11) }, (_, n) => ({ id: String(n), name: "徐闻", state: CALL_STATES[Math.floor(random() * CALL_STATES.length)]! }));
      const most = Math.floor(random() * 12);
      const shown = fitCells({ id: "r", name: "湛江", state: "calm", late: 0, cells, towns: { have: "", of: "" } } satisfies CallRow, most, (n) => `另 ${n}`, (all) => all.length);
      const rest = shown.find(({ id }) => id === "r.rest");
      const gone = cells.filter(({ id }) => !shown.some((one) => one.id === id));
      expect(rest?.name ?? "另 0").toBe(`另 ${gone.length}`);
      if (gone.some(({ state }) => state === "overdue")) {
        expect(rest!.state).toBe("overdue");
        expect(shown.every(({ state }) => state === "overdue")).toBe(true);
      }
    }
  });
  test("where nobody is called the names recede and one sentence says so", () => {
    const calm = variants.at(-1)!;
    expect(sentence(calm)).toBe("叫应：无县达到级别，无须叫应（14:10 核）。");
    expect(new Set(texts(marks(calm, room(76, 52))).filter(({ data }) => data?.call).map(({ ink }) => ink))).toEqual(new Set(["t3"]));
  });
});
