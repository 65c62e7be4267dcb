import { describe, expect, test } from "vitest";
import { kinds, size } from "../../tests/fixtures/marks.ts";
import * as sources from "./sources.ts";
import type { Mark } from "./mark.ts";

describe("the sources one by one", () => {
  const source = (title: string, state: sources.SourcesData["sources"][number]["state"], when = "14:00"): sources.SourcesData["sources"][number] => ({ id: title, title, state, coverage: "", when });
  const data: sources.SourcesData = {
    title: "数据可信",
    states: [{ state: "fresh", word: "按时", count: 2, figure: { text: "2" } }, { state: "down", word: "中断", count: 1, figure: { text: "1" } }, { state: "never", word: "从未上报", count: 1, figure: { text: "1" } }],
    awaited: "", allOnTime: "", ended: [], sources: [source("水位", "down", "12:00"), source("停电", "never"), source("雨量", "fresh"), source("风", "fresh")], more: (n) => `另 ${n} 路`, never: "从未上报：", inAll: (n) => `等 ${n} 路`,
  };
  const words = (marks: readonly Mark[]): string[] => kinds(marks, "text").map((m) => [m, ...(m.tail ?? [])].map(({ text }) => text).join(""));
  test("each stands by name with its time, the worst first, and what never reported in the closing line", () => {
    expect(words(sources.marks(data, size(37, 15)))).toEqual(["按时2", "中断1", "从未上报1", "水位", "12:00", "雨量", "14:00", "风", "14:00", "从未上报：停电"]);
  });
  test("a topic whose code was ended has the first row, and is no source that is counted", () => {
    const ended = [{ id: "pack:water", title: "水利 专题代码超时已停用", state: "down" as const, coverage: "", when: "14:31" }];
    expect(words(sources.marks({ ...data, ended }, size(37, 17)))).toEqual(["按时2", "中断1", "从未上报1", "水利 专题代码超时已停用", "14:31", "水位", "12:00", "雨量", "14:00", "风", "14:00", "从未上报：停电"]);
  });
  test("the bar has a part for each state as wide as its count, hollow for what never came", () => {
    const parts = kinds(sources.marks(data, size(40, 15)), "rect");
    expect(parts.map((part) => Math.round(part.x / 24))).toEqual([0, 20, 30]);
    expect(parts.map(({ fill, stroke }) => fill ?? stroke)).toEqual(["c3", "t1", "hair2"]);
    expect(parts[2]!.fill).toBeUndefined();
  });
  test("what has no row is counted before those that never reported", () => {
    expect(words(sources.marks(data, size(37, 7.4))).at(-1)).toBe("另 2 路从未上报：停电");
  });
  test("it says aloud what the two lines of trust say", () => {
    expect(sources.sentence(data)).toBe("数据可信：4 路中 2 路按时；水位中断、停电从未上报。");
  });
});
