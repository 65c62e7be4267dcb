import { describe, expect, test } from "vitest";
import { kinds, size, texts } from "../../tests/fixtures/marks.ts";
import * as trust from "./trust.ts";
import { textBox } from "./words.ts";

describe("what can be believed", () => {
  const source = (n: number, state: trust.TrustSource["state"]): trust.TrustSource => ({ id: `s${n}`, title: `第 ${n} 路`, state, coverage: n === 0 ? "到达 118/122 县" : "", when: "14:00" });
  const data: trust.TrustData = {
    states: [{ state: "fresh", word: "按时", count: 3, figure: { text: "3" } }, { state: "down", word: "中断", count: 1, figure: { text: "1" } }, { state: "stale", word: "陈旧", count: 0, figure: { text: "0" } }],
    title: "数据可信", note: "4 路", awaited: "", allOnTime: "全部按时　最旧 第 1 路 14:00",
    ended: [], sources: [source(0, "down"), source(1, "fresh"), source(2, "fresh"), source(3, "fresh")], more: (n) => `另 ${n} 路`,
  };
  test("a state that nothing stands in recedes, and only what is not on time is named", () => {
    const marks = kinds(trust.marks(data, size(40, 5)), "text");
    expect(marks.filter((m) => m.id?.startsWith("state-")).map((m) => [m.text, m.ink])).toEqual([["按时", "t1"], ["中断", "t1"], ["陈旧", "t3"]]);
    expect(marks.filter((m) => m.id?.startsWith("source-")).map((m) => m.text)).toEqual(["第 0 路"]);
    expect(trust.sentence(data)).toBe("数据可信：4 路中 3 路按时；第 0 路中断。");
  });
  test("names are never cut: those without room are counted", () => {
    const many = { ...data, sources: Array.from({ length: 9 }, (_, n) => source(n, "stale")) };
    const marks = kinds(trust.marks(many, size(40, 5)), "text");
    const named = marks.filter((m) => m.id?.startsWith("source-")).length;
    expect(marks.at(-1)!.text).toBe(`另 ${9 - named} 路`);
    for (const mark of marks) expect(textBox(mark, {}).x + textBox(mark, {}).width).toBeLessThanOrEqual(40 * 24);
  });
  test("where room is scarce the number of sources goes unsaid first, then the title, and no state before them", () => {
    const said = (widthU: number) => kinds(trust.marks(data, size(widthU, 5)), "text").filter((m) => m.id === "title" || m.id?.startsWith("state-")).map((m) => [m.text, (m.tail ?? []).map(({ text }) => text).join("")].join(" ").trim());
    expect(said(40)[0]).toBe("数据可信 4 路");
    expect(said(22)).toEqual(["数据可信", "按时 3", "中断 1", "陈旧 0"]);
    expect(said(17)).toEqual(["按时 3", "中断 1", "陈旧 0"]);
  });
  test("of the worst that has no room the time stays and the name loses its middle", () => {
    const long = { ...data, sources: [{ ...source(0, "down"), title: "应急指挥 专题代码返回无效数据已停用", when: "昨日 14:31" }] };
    const [named] = kinds(trust.marks(long, size(24, 5)), "text").filter((m) => m.id?.startsWith("source-"));
    expect(named!.text).toMatch(/^应急指挥.*….*停用$/);
    expect(named!.tail!.map(({ text }) => text)).toEqual(["昨日 14:31"]);
  });
  test("what has not come yet is said to be awaited, not to have never been reported, and nothing is called on time before it came", () => {
    const coming = { ...data, awaited: "正在取数 2 路" };
    expect(texts(trust.marks({ ...coming, sources: [source(1, "fresh")] }, size(40, 5)))).not.toContain(data.allOnTime);
    const marks = kinds(trust.marks(coming, size(40, 5)), "text");
    expect(marks.filter((m) => m.id === "awaited" || m.id?.startsWith("source-")).map((m) => m.text)).toEqual(["正在取数 2 路", "第 0 路"]);
    expect(trust.sentence({ ...coming, sources: [] })).toBe("数据可信：正在取数 2 路。");
  });
  test("a topic whose code was ended is named before all sources that are late, and nothing is all on time beside it", () => {
    const ended = [{ id: "pack:water", title: "水利 专题代码超时已停用", state: "down" as const, coverage: "", when: "14:31" }];
    expect(kinds(trust.marks({ ...data, ended }, size(80, 5)), "text").filter((m) => m.id?.startsWith("source-")).map((m) => m.id)).toEqual(["source-pack:water", "source-s0"]);
    expect(texts(trust.marks({ ...data, ended, sources: [source(1, "fresh")] }, size(40, 5)))).not.toContain(data.allOnTime);
  });
  test("when all are on time the line says so", () => {
    expect(texts(trust.marks({ ...data, sources: [source(1, "fresh")] }, size(40, 5)))).toContain("全部按时　最旧 第 1 路 14:00");
  });
});
