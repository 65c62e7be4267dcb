import { describe, expect, test } from "vitest";
import { HOUR } from "../../model/time.ts";
import { kinds, now, size } from "../../tests/fixtures/marks.ts";
import * as ledger from "./ledger.ts";
import { meets } from "./labels.ts";
import type { Mark } from "./mark.ts";
import type { Trace } from "./spark.ts";
import { textBox } from "./words.ts";

describe("the ledger of topics", () => {
  const never = (i: number): ledger.LedgerRow["figure"]["truth"] => ({ indicator: `i${i}`, place: "44", value: null, observedAt: null, state: "never", quality: "good", coverage: { have: 0, of: 1, level: "county" }, tick: 1 });
  const trace: Trace = { points: [[now - 3 * HOUR, 1, false], [now - 2 * HOUR, 3, false], [now - HOUR, null, false], [now, 2, false]], from: now - 24 * HOUR, to: now, gapMs: 1.5 * HOUR };
  const topics = ["水利", "气象服务", "卫生健康", "能源保障", "应急指挥", "基层社会治理"];
  const indicators = ["江河水位", "雨量", "发热门诊就诊人次", "全社会用电负荷", "在办突发事件", "网格事件上报"];
  const row = (i: number, silent: boolean): ledger.LedgerRow => ({
    topic: `t${i}`, title: topics[i]!, indicator: indicators[i]!, figure: silent ? { text: "从未上报", isNumber: false, truth: never(i)! } : { text: `${i}2.5`, unit: "mm" },
    ...(!silent && { asOf: { state: "fresh", at: "14:00", coverage: i === 1 ? "118/122 县" : "" }, trace }),
  });
  const of = (rows: readonly ledger.LedgerRow[]): ledger.LedgerData => ({ rows, more: (n) => `另 ${n} 个专题`, never: "从未上报：", inAll: (n) => `等 ${n} 项指标` });
  const three = of([row(0, true), row(1, false), row(2, false)]);
  const six = of(topics.map((_, i) => row(i, i % 2 === 0)));
  const lines = (marks: readonly Mark[]): string[] => kinds(marks, "text").filter((m) => m.id?.startsWith("closing-")).map((m) => [m, ...(m.tail ?? [])].map(({ text }) => text).join(""));
  const titles = (marks: readonly Mark[]) => kinds(marks, "text").filter((m) => m.id?.endsWith(".title"));

  test("numbers stand in one column, each with its time and its day; one that never came has neither", () => {
    const marks = ledger.marks(three, size(37, 16));
    const words = kinds(marks, "text");
    expect(new Set(words.filter((m) => m.id!.endsWith(".value")).map((m) => m.x))).toHaveLength(1);
    expect(words.filter((m) => m.id!.endsWith(".at")).map((m) => m.id)).toEqual(["t1.at", "t2.at"]);
    expect(kinds(marks, "line").filter((m) => m.stroke === "obs")).toHaveLength(2);
    const boxes = words.map((m) => textBox(m, {}));
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b)).toBe(false)));
  });
  test("where it is wide the topics keep their order in two columns, down the first and then the second", () => {
    const at = titles(ledger.marks(six, size(76, 10.8)));
    expect(at.map((m) => m.text)).toEqual(topics);
    expect(at.map((m) => m.x)).toEqual([0, 0, 0, 39 * 24, 39 * 24, 39 * 24]);
    expect(at[0]!.y).toBe(at[3]!.y);
  });
  test("rows grow with the room, never beyond the ledger's row", () => {
    const [a, b] = titles(ledger.marks(three, size(37, 30)));
    expect(b!.y - a!.y).toBeCloseTo(3.6 * 24);
  });
  test("in a narrow column those that report come first, without their day, and those that never did are gathered in one line", () => {
    const marks = ledger.marks(six, size(28, 9.1));
    expect(titles(marks).map((m) => m.text)).toEqual(["气象服务", "能源保障", "基层社会治理"]);
    expect(lines(marks)).toEqual(["从未上报：江河水位 · 发热门诊就诊人次等 3 项指标"]);
    expect(kinds(marks, "line").filter((m) => m.stroke === "obs")).toEqual([]);
    const runs = kinds(marks, "text").flatMap((m) => [m, ...(m.tail ?? [])]);
    expect(runs.flatMap(({ text, truth }) => (truth?.state === "never" ? [[text, truth.indicator]] : []))).toEqual([["江河水位", "i0"], ["发热门诊就诊人次", "i2"], ["", "i4"]]);
  });
  test("where nothing ever came the line has the room of the rows, and breaks between names", () => {
    expect(lines(ledger.marks(of(topics.map((_, i) => row(i, true))), size(28, 9.1)))).toEqual(["从未上报：江河水位 · 雨量 · 发热门诊就诊人次", "全社会用电负荷 · 在办突发事件 · 网格事件上报"]);
  });
  test("in a narrow column the topic that the wall was sent to has the first row, whether it ever reported or not", () => {
    const sentTo = (i: number) => ledger.marks({ ...six, rows: six.rows.map((r, n) => ({ ...r, ...(n === i && { looked: true }) })) }, size(28, 12));
    for (const i of topics.keys()) {
      const [first, ...others] = titles(sentTo(i));
      expect([first!.text, first!.box?.fill], topics[i]!).toEqual([topics[i], "focus"]);
      expect(others.map(({ text }) => text)).not.toContain(topics[i]);
      expect(others.every(({ y }) => y > first!.y)).toBe(true);
      expect(lines(sentTo(i)).join("")).not.toContain(indicators[i]);
    }
    expect(kinds(sentTo(0), "text").find(({ id }) => id === "t0.value")!.text).toBe("从未上报");
  });
  test("reporting topics without a row are counted, and of the silent those without room too", () => {
    const five = of([...topics.slice(0, 5).map((_, i) => row(i, false)), row(5, true)]);
    expect(lines(ledger.marks(five, size(28, 9.1)))).toEqual(["另 2 个专题从未上报：网格事件上报"]);
    const many = ledger.marks(of([...topics.slice(0, 3).map((_, i) => row(i, false)), ...Array.from({ length: 9 }, (_, i) => ({ ...row(5, true), topic: `n${i}` }))]), size(28, 9.1));
    expect(lines(many)).toEqual(["从未上报：网格事件上报 · 网格事件上报等 9 项指标"]);
    expect(kinds(many, "text").flatMap((m) => m.tail ?? []).filter(({ truth }) => truth?.state === "never"), "each is found there").toHaveLength(9);
  });
  test("a name that is as long as the line stands whole on a line of its own", () => {
    const long = { ...row(5, true), indicator: "今日网格事件上报数（含转办、督办和联办）" };
    expect(lines(ledger.marks(of([row(0, false), long]), size(28, 9.1)))).toEqual(["从未上报：", long.indicator]);
  });
  test("the topic that the wall was sent to stands in an inverse block, and no other does", () => {
    const marks = ledger.marks({ ...three, rows: three.rows.map((r, i) => ({ ...r, ...(i === 1 && { looked: true }) })) }, size(60, 12));
    expect(titles(marks).map(({ ink, box }) => [ink, box?.fill])).toEqual([["t1", undefined], ["bg", "focus"], ["t1", undefined]]);
  });
  test("what is awaited is not said never to have been reported", () => {
    const marks = ledger.marks(of([{ topic: "a", title: "水利", indicator: "水位", figure: { text: "··", isNumber: false } }]), size(28, 9.1));
    expect([titles(marks).length, lines(marks)]).toEqual([1, []]);
  });
  test("the sentence gives each number with its time and coverage", () => {
    expect(ledger.sentence({ ...three, rows: three.rows.slice(0, 2) })).toBe("水利：江河水位 从未上报；气象服务：雨量 12.5mm（14:00，118/122 县）。");
  });
});
