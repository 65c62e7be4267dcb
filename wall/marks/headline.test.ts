import { describe, expect, test } from "vitest";
import { BANNER_U } from "../../themes/scale.ts";
import { kinds, size } from "../../tests/fixtures/marks.ts";
import { textBox } from "./words.ts";
import * as headline from "./headline.ts";

describe("the headline", () => {
  test("a headline that stands still recedes, and leaves since when to the plaque below; read aloud it says so before anything else", () => {
    const data: headline.HeadlineData = { clauses: [[{ text: "10级风圈内 3 县" }]], second: [{ text: "最要紧：" }, { text: "湛江指令超时", strong: true }], stands: "画面停在 14:31" };
    const [first, second] = kinds(headline.marks(data, size(76, 5)), "text");
    expect([first!.ink, second!.text, second!.ink]).toEqual(["t3", "最要紧：", "t2"]);
    expect(second!.tail!.map(({ text, ink, weight }) => [text, ink, weight])).toEqual([["湛江指令超时", "t2", 400]]);
    expect(headline.sentence(data)).toMatch(/^画面停在 14:31：10级风圈内 3 县/);
  });
  test("the sentence keeps as clear of the upper edge of the glass as the banner's block, and its second line of what stands below", () => {
    const [first, second] = kinds(headline.marks({ clauses: [[{ text: "10级风圈内 3 县" }]], second: [{ text: "最要紧：湛江 9 处达台风橙色标准", counts: true }] }, size(76, 5)), "text");
    const { u } = size(76, 5);
    expect(first!.y - 0.86 * first!.sizePx).toBeGreaterThanOrEqual(BANNER_U.top * u - 0.01);
    const below = textBox(second!, {});
    expect(below.y + below.height).toBeLessThanOrEqual(5 * u + 0.01);
  });
  test("the headline drops clauses from its end before it would leave its room, and never shrinks", () => {
    const data: headline.HeadlineData = { clauses: [[{ text: "彩虹在湛江坡头登陆" }], [{ text: "约 18 时" }, { text: "外推", notActual: true }, { text: "10级风到茂名" }]] };
    const [wide] = kinds(headline.marks(data, size(76, 5)), "text");
    const [narrow] = kinds(headline.marks(data, size(44, 5)), "text");
    expect(wide!.tail).toHaveLength(3);
    // A clause goes as a whole: 约 18 时 without what happens then would say nothing.
    expect(narrow!.tail).toEqual([]);
    expect(narrow!.sizePx).toBe(wide!.sizePx);
    expect(wide!.tail![1]!.ink).toBe("w1");
  });
  test("of the one clause that is left when it happens goes before what happens, and no word of what was not observed loses its mark", () => {
    const ahead: headline.Clause = [{ text: "湛江雷州" }, { text: "4日约 15 时", givesWay: true }, { text: "外推", notActual: true }, { text: "10级风到客路镇" }];
    const said = (clause: headline.Clause, widthU: number) => kinds(headline.marks({ clauses: [clause] }, size(widthU, 5)), "text").flatMap(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)]);
    expect(said(ahead, 90)).toEqual(["湛江雷州", "4日约 15 时", "外推", "10级风到客路镇"]);
    for (let widthU = 90; widthU >= headline.spec.minU[0]; widthU--) {
      const told = said(ahead, widthU);
      expect(told).toContain("外推");
      expect(told.at(-1), `${widthU} u`).toMatch(/^10级风/);
    }
    expect(said(ahead, 45)).toEqual(["湛江雷州", "外推", "10级风到客路镇"]);
    expect(said([{ text: "48 小时内无县进入风圈，各地仍须按照预案值守并继续关注" }, { text: "外推", notActual: true }], 42).at(-1)).toBe("外推");
  });
  test("a number that has no room goes with what it is of, and is never cut", () => {
    const truth = { indicator: "a" } as never;
    const clause: headline.Clause = [{ text: "3月1日" }, { text: "新增确诊" }, { text: "1,218\u2009例", follows: true, truth }, { text: "新增出院" }, { text: "2,218\u2009例", follows: true, truth }];
    for (let widthU = 80; widthU >= 20; widthU -= 2) {
      const told = kinds(headline.marks({ clauses: [clause] }, size(widthU, 5)), "text").flatMap(({ text, tail = [] }) => [text, ...tail.map((run) => run.text)]).join(" ");
      expect(told, `${widthU} u`).toMatch(/^3月1日( 新增确诊 1,218\u2009例( 新增出院 2,218\u2009例)?)?$/);
    }
  });
});

describe("a response that no banner says", () => {
  const data: headline.HeadlineData = { clauses: [[{ text: "广州 1 处达红色标准" }], [{ text: "共 41 项未确认" }]], second: [{ text: "在办事件 17 起" }], response: { level: 1, head: "I 级响应", name: "防风" } };
  test.each([42, 76])("stands in a block at the left of %s u, filled and in words, and the sentence clear of it", (widthU) => {
    const marks = headline.marks(data, size(widthU, 5));
    const [rect] = kinds(marks, "rect");
    expect(rect).toMatchObject({ x: 0, fill: "red.fill" });
    const [level, kind, ...lines] = kinds(marks, "text");
    expect([level!.text, kind!.text]).toEqual(["I 级响应", "防风"]);
    for (const box of lines.map((line) => textBox(line, {}))) expect([box.x >= rect!.width + 24, box.x + box.width <= widthU * 24 + 0.5]).toEqual([true, true]);
  });
  test("of an exercise fills nothing, and its kind stands under the sentence", () => {
    const marks = headline.marks({ ...data, response: { ...data.response!, exercise: "演练" } }, size(76, 5));
    expect(kinds(marks, "rect")).toMatchObject([{ fill: "bg", stroke: "red.line", dash: expect.anything() }]);
    expect(kinds(marks, "text").find(({ id }) => id === "headline-second")!.text).toBe("防风　");
  });
  test("says the mode in its block, of an exercise too; then several kinds stand under the sentence", () => {
    const blockOf = (more: object) => kinds(headline.marks({ ...data, response: { ...data.response!, mode: "战时", ...more } }, size(76, 5)), "text").filter(({ id }) => id?.startsWith("response-tag")).map(({ text }) => text);
    expect([blockOf({}), blockOf({ exercise: "演练" }), blockOf({ name: "防风 I 级　防汛 II 级" })]).toEqual([["I 级响应", "战时　防风"], ["I 级响应", "演练　战时"], ["I 级响应", "战时"]]);
    expect(headline.sentence({ ...data, response: { ...data.response!, mode: "战时", exercise: "演练" } })).toMatch(/^演练 战时 I 级响应（防风），/);
  });
  test("says in its block that numbers are computed, and the mode below where it has no room there; without a response both stand below", () => {
    const simulated = "演练含模拟数据";
    const told = kinds(headline.marks({ ...data, response: { ...data.response!, mode: "战时", exercise: "演练", simulated } }, size(76, 5)), "text");
    expect(told.filter(({ id }) => id?.startsWith("response-tag")).map(({ text }) => text)).toEqual(["I 级响应", simulated]);
    const below = told.find(({ id }) => id === "headline-second")!;
    expect([below.text, below.tail![0]!.text]).toEqual(["战时　", "防风　"]);
    const { response: _, ...calm } = data;
    const alone = kinds(headline.marks({ ...calm, second: [{ text: `${simulated}　`, strong: true, notActual: true }, { text: "平时　", strong: true }, ...calm.second!] }, size(76, 5)), "text").find(({ id }) => id === "headline-second")!;
    expect([alone, alone.tail![0]]).toMatchObject([{ text: `${simulated}　`, ink: "w1" }, { text: "平时　", ink: "t1" }]);
  });
  test("counts its least grave kinds before anything urgent goes", () => {
    const urgent = "最要紧：湛江等 9 处达台风橙色标准 · 共 89 项未确认";
    const response = { ...data.response!, mode: "战时", name: "防风 I 级　防汛 II 级　地质灾害 III 级　综合 IV 级", briefs: ["防风 I 级　防汛 II 级　地质灾害 III 级　另 1 种", "防风 I 级　防汛 II 级　另 2 种", "防风 I 级　另 3 种"] };
    const second = (widthU: number): string => {
      const mark = kinds(headline.marks({ ...data, second: [{ text: "台风“彩虹”（1522）　", givesWay: true }, { text: "最要紧：" }, { text: urgent.slice(4), strong: true }], response }, size(widthU, 5)), "text").find(({ id }) => id === "headline-second")!;
      return [mark.text, ...(mark.tail ?? []).map(({ text }) => text)].join("");
    };
    const widths = Array.from({ length: 150 }, (_, i) => 110 - i / 2);
    expect([...new Set(widths.map(second).filter((said) => said.endsWith(urgent)))]).toEqual([`${response.name}　台风“彩虹”（1522）　${urgent}`, ...[response.name, ...response.briefs].map((kinds) => `${kinds}　${urgent}`)]);
    const whole = widths.map((widthU) => second(widthU).endsWith(urgent));
    const lost = whole.indexOf(false);
    expect(second(widths[lost - 1]!), "the fewest kinds while all that is urgent stands").toMatch(/^防风 I 级　另 3 种　最要紧/);
    expect(second(widths[lost]!)).toBe("防风 I 级　另 3 种　最要紧：湛江等 9 处达台风橙色标准");
  });
  test("leaves a short sentence in the middle and moves a long one to the right", () => {
    const middle = (text: string): number => {
      const box = textBox(kinds(headline.marks({ ...data, clauses: [[{ text }]] }, size(76, 5)), "text").find(({ id }) => id === "headline")!, {});
      return (box.x + box.width / 2) / 24;
    };
    expect(middle("无未消告警")).toBeCloseTo(38);
    expect(middle("广州等 180 处达黄色默认阈值共一百八十项未确认")).toBeGreaterThan(42);
  });
});

describe("under the headline", () => {
  test("facts give way to what is urgent, the last first", () => {
    const data: headline.HeadlineData = { clauses: [[{ text: "一句话" }]], second: [...["台风“彩虹”（1522）", "14级 44 m/s", "距湛江徐闻 104 km"].map((text) => ({ text: `${text}　`, givesWay: true })), { text: "最要紧：湛江市三防办指令超时 · 共 89 项未确认", strong: true }] };
    const second = (widthU: number) => {
      const mark = kinds(headline.marks(data, size(widthU, 5)), "text").find((m) => m.id === "headline-second")!;
      return [mark.text, ...(mark.tail ?? []).map((run) => run.text)].map((text) => text.trim());
    };
    expect(second(76)).toHaveLength(4);
    // No item is half said.
    expect(second(24)).toEqual(["最要紧：湛江市三防办指令超时"]);
    expect(second(48)).toEqual(["台风“彩虹”（1522）", "14级 44 m/s", "最要紧：湛江市三防办指令超时 · 共 89 项未确认"]);
  });
});
