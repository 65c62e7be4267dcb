import { describe, expect, test } from "vitest";
import type { AlertState } from "../../model/alert.ts";
import { alertLines, type Standard } from "./alert-lines.ts";
import * as alerts from "./alerts.ts";
import * as incidents from "./incidents.ts";
import { meets } from "./labels.ts";
import type { BadgeMark, Mark, Run, Size, TextMark } from "./mark.ts";
import * as orders from "./orders.ts";
import type { Figure } from "./panel-text.ts";
import { textBox } from "./words.ts";

const u = 24;
const room = (wu: number, hu: number): Size => ({ width: wu * u, height: hu * u, u });
const words = (marks: readonly Mark[]): TextMark[] => marks.filter((m): m is TextMark => m.kind === "text");
const runs = (marks: readonly Mark[]): Run[] => words(marks).flatMap((m) => [m, ...(m.tail ?? [])]);
const texts = (marks: readonly Mark[]): string[] => runs(marks).map((run) => run.text);
/** What carries a hook, as `alert a1 unacknowledged`. */
const hooks = (marks: readonly Mark[]): string[] => runs(marks).flatMap(({ data }) => (data ? [`${Object.entries(data).map(([name, value]) => (name === "state" ? value : `${name} ${value}`)).join(" ")}`] : []));
function standApart(marks: readonly Mark[], size: Size): void {
  const boxes = words(marks).map((m) => ({ ...textBox(m, {}), text: m.text }));
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(meets(a, b, -0.06 * u), `${a.text} meets ${b.text}`).toBe(false)));
  for (const box of boxes) {
    expect(box.x, box.text).toBeGreaterThanOrEqual(-0.5);
    expect(box.x + box.width, box.text).toBeLessThanOrEqual(size.width + 0.5);
    expect(box.y + box.height, box.text).toBeLessThanOrEqual(size.height + 0.5);
  }
}
const figure = (id: string, value: number): Figure => ({ text: String(value), truth: { indicator: id, place: "44", value, observedAt: 0, state: "fresh", quality: "good", coverage: { have: 1, of: 1, level: "site" }, tick: 1 } });
const more = (n: number): string => `另 ${n} 条`;

const met = (id: string, severity: 1 | 2 | 3 | 4, says: string, cities: Readonly<Record<string, number>>, over: Partial<Standard> = {}): Standard => ({
  id, severity, says, tag: "", holds: true, count: `${Object.values(cities).reduce((a, b) => a + b)} 处 ${Object.keys(cities).length} 市`, standing: { text: "未确认 3", tone: "strong" },
  cities: Object.entries(cities).map(([name, n]) => ({ name, places: Array.from({ length: n }, (_, i) => ({ alert: `${id}-${name}${i}`, state: "unacknowledged" as AlertState, name: "徐闻" })) })), ...over,
});
const storm = [met("o", 2, "台风橙色标准", { 湛江: 9, 茂名: 5 }), met("b", 4, "台风蓝色标准", { 佛山: 5, 广州: 11 })];

describe("which lines the alerts get", () => {
  const kinds = (heightU: number) => alertLines(storm, { height: heightU * u, headPx: 2 * u, linePx: 1.6 * u, placesPx: 20 * 1.2 * u, citiesPx: 24 * 1.2 * u, typePx: 1.2 * u, figurePx: 1.5 * u, restOf: () => [], isToldInOne: () => true }, {}).map((line) => line.kind);

  test("with room for all, every place is named under its city, the graver standard first", () => {
    expect(kinds(30)).toEqual(["head", "places", "places", "places", "head", "places", "places", "places"]);
  });
  test("with less room the milder standard says cities and counts, the graver keeps its names", () => {
    expect(kinds(10.5)).toEqual(["head", "places", "places", "places", "head", "cities"]);
    expect(kinds(12.1)).toEqual(["head", "places", "places", "places", "head", "places", "cities"]);
    expect(kinds(7.5)).toEqual(["head", "cities", "head", "cities"]);
    expect(kinds(4)).toEqual(["head", "head"]);
  });
  test("what finds no room at all is counted", () => {
    expect(alertLines(storm, { height: 3.7 * u, headPx: 2 * u, linePx: 1.6 * u, placesPx: 500, citiesPx: 600, typePx: 28, figurePx: 36, restOf: () => [], isToldInOne: () => true }, {})).toMatchObject([{ kind: "head" }, { kind: "more", count: 16 }]);
  });
});

describe("the alerts", () => {
  const data = (standards: readonly Standard[], counts = [0, 14, 0, 16]): alerts.AlertsData => ({
    levels: counts.map((count, i) => ({ severity: (i + 1) as 1 | 2 | 3 | 4, count, figure: figure(`alerts.open.${i + 1}`, count) })), standards, none: "无未消告警（12:15 核）", more,
  });
  test("every alert that is counted is found once, by name, in its standard's line, or in the line that counts the rest", () => {
    const alone = met("one", 1, "山洪灾害气象预警标准", { 湛江经济技术开发区: 1 }, { one: { place: "湛江 湛江经济技术开发区", value: "12.1", unit: "μg/m³" } });
    const many = [alone, ...storm, met("r", 4, "台风蓝色标准", { 广州: 11 }, { holds: false, standing: { text: "已回落", tone: "quiet" } })];
    const all = many.flatMap(({ cities }) => cities.flatMap(({ places }) => places.map((p) => `alert ${p.alert} ${p.state}`))).sort();
    for (const h of [5.8, 5.9, 8, 9.5, 12, 16, 20, 29, 45]) for (const w of [28, 37, 60]) expect(hooks(alerts.marks(data(many), room(w, h))).sort(), `${w} × ${h}`).toEqual(all);
  });
  test("every place that is named carries its alert once, and no name runs into another", () => {
    for (const [w, h] of [[37, 29], [37, 12], [28, 6], [28, 5.81]] as const) {
      const marks = alerts.marks(data(storm), room(w, h));
      standApart(marks, room(w, h));
      expect(new Set(hooks(marks)).size).toBe(hooks(marks).length);
    }
    expect(hooks(alerts.marks(data(storm), room(37, 29)))).toHaveLength(30);
    expect(hooks(alerts.marks(data(storm), room(37, 29)))[0]).toBe("alert o-湛江0 unacknowledged");
  });
  test("what is met is never cut before it is said: its limit goes for the number beside it, else it has a line of its own and fewer standards stand", () => {
    const measured = { at: "14:00", tag: "模", value: "21.6", unit: "m/s" };
    const all = [
      met("gust", 2, "跨海桥阵风达20.8m/s", { 广州: 1 }, { standing: { text: "未确认 1", tone: "strong" }, one: { place: "广州 南沙大桥", ...measured } }),
      met("air", 2, "停航航线数达10条", { 全省: 1 }, { standing: { text: "未确认 1", tone: "strong" }, one: { place: "所在广东省", ...measured, at: "3日 16:03" } }), ...storm,
    ];
    const texts = (w: number, h: number) => {
      const marks = alerts.marks(data(all), room(w, h));
      standApart(marks, room(w, h));
      return runs(marks).map(({ text }) => text).filter(Boolean);
    };
    for (const w of [28, 30, 33, 37, 60]) for (const h of [8, 10.2, 12, 16]) {
      const said = texts(w, h);
      expect(said.filter((text) => text.includes("…")), `${w} × ${h}`).toEqual([]);
      expect(said.some((text, i) => `${text}${said.slice(i + 1).find((next) => next.startsWith("风")) ?? ""}`.startsWith("跨海桥阵风")), `${w} × ${h}`).toBe(true);
    }
    expect(texts(37, 6.5)).toEqual(expect.arrayContaining(["广州 南沙大桥", "跨海桥阵风"]));
    // Low and narrow: the place has the line below, and the second standard none.
    expect(texts(28, 10.2)).toEqual(expect.arrayContaining(["广州 南沙大桥", expect.stringMatching(/^另 \d+ 条$/)]));
  });
  test("what machines found is hollow; a level without any stays, grey, with its 0", () => {
    const tally = alerts.marks(data(storm), room(37, 29)).filter((m): m is BadgeMark => m.kind === "badge").slice(0, 4);
    expect(tally.map((m) => m.look)).toEqual(["none", "hollow", "none", "hollow"]);
    const counts = words(alerts.marks(data(storm), room(37, 29))).filter((m) => m.id?.startsWith("count-"));
    expect(counts.map((m) => [m.text, m.ink, m.truth?.indicator])).toEqual([["0", "t3", "alerts.open.1"], ["14", "t1", "alerts.open.2"], ["0", "t3", "alerts.open.3"], ["16", "t1", "alerts.open.4"]]);
  });
  test("a standard met in one place says where, and what was measured", () => {
    const one = met("l", 2, "医疗用血库存天数", { 湛江: 1 }, { tag: "默认阈值", one: { place: "湛江", value: "2.1", unit: "天" }, standing: { text: "超 4 分", tone: "pressing" } });
    const marks = alerts.marks(data([one]), room(37, 12));
    expect(hooks(marks)).toEqual(["alert l-湛江0 unacknowledged"]);
    expect(texts(marks)).toEqual(expect.arrayContaining(["湛江", "医疗用血库存天数", "默认阈值", "2.1", "超 4 分"]));
    expect(runs(marks).find((run) => run.text === "超 4 分")).toMatchObject({ ink: "bg", box: { fill: "t1" } });
    standApart(marks, room(37, 12));
  });
  test("of a standard met in one place whose value is not told, place and standing are", () => {
    const one = met("l", 4, "台风蓝色标准", { 深圳: 1 }, { holds: false, one: { place: "深圳 坪山" }, standing: { text: "已回落", tone: "quiet" } });
    const marks = alerts.marks(data([one]), room(37, 12));
    expect(runs(marks).map(({ text }) => text).slice(4).filter(Boolean)).toEqual(["深圳 坪山", "台风蓝色标准", "已回落"]);
    expect(alerts.sentence(data([one]))).toContain("最要紧：深圳 坪山，台风蓝色标准，已回落。");
    standApart(marks, room(37, 12));
  });
  describe("long words and names", () => {
    const says = "渔船未全部回港，是否已过截止时刻须核实";
    const boats = met("f", 2, says, { 湛江: 1 }, { tag: "默认阈值", one: { place: "湛江 湛江经济技术开发区", value: "12", unit: "艘" } });
    const wide = met("w", 4, "台风蓝色标准", { 佛山: 51, 广州: 1204 });
    test("words without room in their line go on in the next one, whole", () => {
      for (const w of [28, 37]) {
        const marks = alerts.marks(data([boats, wide]), room(w, 29));
        const [begun, rest] = words(marks).flatMap((m) => [m, ...(m.tail ?? [])]).filter(({ text }) => text !== "" && says.includes(text));
        expect(`${begun!.text}${rest!.text}`, `${w} u`).toBe(says);
        expect(texts(marks).join("")).not.toContain("…");
        expect(texts(marks)).toContain("湛江 湛江经济技术开发区");
        standApart(marks, room(w, 29));
      }
    });
    test("what stands in brackets goes on in the next line in one piece", () => {
      const level = met("l", 3, "洪水黄色标准（警戒水位）", { 肇庆: 1 }, { one: { place: "肇庆 高要", value: "0.12", unit: "m" } });
      const said = [26, 28, 30, 33, 37].map((w) => runs(alerts.marks(data([level, wide]), room(w, 29))).map(({ text }) => text).filter((text) => text !== "" && "洪水黄色标准（警戒水位）".includes(text)));
      expect(said).toContainEqual(["洪水黄色标准", "（警戒水位）"]);
      for (const part of said.flat()) expect(part.includes("（"), part).toBe(part.includes("）"));
    });
    test("a danger in a village loses no word that says what it is, and the village not its city, in the narrowest line", () => {
      const flood = met("v", 2, "有村处于山洪转移预警，是否立即转移须核实", { 广州: 1 }, { briefly: "山洪转移预警", one: { place: "广州荔湾 明心路社区", nearby: "广州 明心路社区", value: "1", unit: "个" } });
      for (const w of [28, 33, 37, 60]) {
        const marks = alerts.marks(data([flood]), room(w, 5));
        const said = runs(marks).map(({ text }) => text);
        expect(said.join(" "), `${w} u`).toMatch(/广州(荔湾)? 明心路社区 (山洪转移预警|有村处于山洪转移预警，是否立即转移须核实)/);
        expect(said.join(""), `${w} u`).not.toContain("…");
        expect(hooks(marks)).toEqual(["alert v-广州0 unacknowledged"]);
        standApart(marks, room(w, 5));
      }
    });
    test("what another standard counts takes no room from them", () => {
      const short = met("k", 3, "接近警戒水位（提前量为默认值）", { 湛江: 1 }, { one: { place: "湛江 徐闻", value: "1", unit: "m" } });
      const first = (all: readonly Standard[]) => words(alerts.marks(data(all), room(37, 29))).find((m) => m.text === "湛江 徐闻")!.tail!.at(-1)!.text;
      expect(first([short, wide])).toBe(first([short]));
    });
    test("where no line is left, the city goes before the name is cut, and the name's middle before its end", () => {
      const low = (place: string) => words(alerts.marks(data([{ ...boats, one: { place, value: "12", unit: "艘" } }]), room(28, 5))).find((m) => m.data?.alert)!.text;
      expect(low("湛江 徐闻")).toBe("湛江 徐闻");
      expect(low("湛江 湛江经济技术开发区")).toBe("湛江经济技术开发区");
      expect(low("湛江 湖光岩风景名胜区管理委员会居民委员会")).toMatch(/^湖光.+….+委员会$/);
    });
  });
  test("a place that somebody has recedes, and what returned to normal tells only its count in grey", () => {
    const [first] = storm;
    const taken = { ...first!, cities: [{ name: "湛江", places: [{ alert: "x", state: "acknowledged" as const, name: "雷州" }, { alert: "y", state: "unacknowledged" as const, name: "徐闻" }] }] };
    const marks = alerts.marks(data([taken, met("r", 4, "台风蓝色标准", { 广州: 11 }, { holds: false, standing: { text: "已回落", tone: "quiet" } })]), room(37, 29));
    expect(runs(marks).filter((run) => run.data && run.text !== "").map((run) => [run.text, run.ink])).toEqual([["雷州", "t3"], ["徐闻", "t1"]]);
    expect(runs(marks).find((run) => run.text === "台风蓝色标准")?.ink).toBe("t3");
    expect(marks.filter((m): m is BadgeMark => m.kind === "badge").at(-1)?.look).toBe("none");
  });
  test("the last value of a lost source recedes, while its place stands as before", () => {
    const inks = (lost: boolean) => {
      const one = met("a", 2, "暴雨橙色标准", { 湛江: 1 }, { one: { place: "湛江 徐闻", value: "50.0", unit: "mm" }, standing: { text: "未确认 1", tone: "strong", ...(lost && { lost: "源中断" }) } });
      return runs(alerts.marks(data([one]), room(60, 12))).filter(({ text }) => ["50.0", "湛江 徐闻"].includes(text)).map(({ text, ink }) => `${text} ${ink}`).sort();
    };
    expect([inks(false), inks(true)]).toEqual([["50.0 t1", "湛江 徐闻 t1"], ["50.0 t3", "湛江 徐闻 t1"]]);
  });
  test("a lost source hides nobody: it stands before what needs a hand, and takes room from no other line", () => {
    for (const w of [28, 37]) {
      const marks = (lost: boolean) => alerts.marks(data([met("a", 2, "台风橙色标准", { 湛江: 9, 茂名: 5 }, { standing: { text: "未确认 3", tone: "strong", ...(lost && { lost: "源中断" }) } }), storm[0]!]), room(w, 29));
      expect(texts(marks(true)).join(" "), `${w} u`).toContain("未确认 3");
      expect(texts(marks(true)), `${w} u`).toContain("源中断");
      standApart(marks(true), room(w, 29));
      const second = (lost: boolean) => marks(lost).filter((m): m is TextMark => m.kind === "text" && m.id!.startsWith(storm[0]!.id)).map(({ text, x }) => [text, x]);
      expect(second(true)).toEqual(second(false));
    }
    expect(alerts.sentence(data([met("a", 2, "台风橙色标准", { 湛江: 9 }, { standing: { text: "未确认 3", tone: "strong", lost: "源中断" } })]))).toContain("，源中断，未确认 3。");
  });
  test("standards without a line are counted by their alerts", () => {
    expect(texts(alerts.marks(data(storm), room(28, 5.8)))).toContain("另 16 条");
  });
  test("what has returned is counted above the panel, and not once more at its foot; it is found there all the same", () => {
    const over = met("over", 4, "台风蓝色标准", { 广州: 7 }, { holds: false, standing: { text: "已回落", tone: "quiet" } });
    const foot = (standards: readonly Standard[]) => texts(alerts.marks(data(standards), room(28, 5.8))).filter((text) => text.startsWith("另"));
    expect(foot([storm[0]!, over, storm[1]!])).toEqual(["另 16 条"]);
    expect(foot([storm[0]!, over])).toEqual([]);
    expect(runs(alerts.marks(data([storm[0]!, over, storm[1]!]), room(28, 5.8))).filter(({ data: hook }) => hook?.alert?.startsWith("over"))).toHaveLength(7);
  });
  test("the sentence counts each level and names what needs somebody first", () => {
    expect(alerts.sentence(data(storm))).toBe("系统研判（未发布）：红 0、橙 14、黄 0、蓝 16；最要紧：台风橙色标准 14 处 2 市（湛江、茂名），未确认 3。");
  });
  test("that there is none is said, under four empty counts", () => {
    const marks = alerts.marks(data([], [0, 0, 0, 0]), room(28, 6));
    expect(texts(marks)).toEqual(["0", "0", "0", "0", "无未消告警（12:15 核）"]);
    standApart(marks, room(28, 6));
    expect(alerts.sentence(data([], [0, 0, 0, 0]))).toBe("系统研判（未发布）：红 0、橙 0、黄 0、蓝 0；无未消告警（12:15 核）。");
  });
});

describe("the orders", () => {
  const STEPS = ["发", "收", "到", "办", "核"];
  const order = (id: string, come: number, over: Partial<orders.OrderRow> = {}): orders.OrderRow => ({
    id, state: "dispatched", text: "坡头、麻章立即组织沿海低洼地带人员转移，16:00 前清零，逐村核对并上报", unit: "雷州市三防办", isAwaited: true, isOpen: true,
    due: { text: "余 1 时 28 分", isPressing: false }, receipts: STEPS.map((word, i) => ({ word, at: i < come ? "19:44" : null })), ...over,
  });
  const rows = [
    order("late", 1, { due: { text: "超时 36 分", isPressing: true } }),
    order("hard", 3, { state: "onScene", difficulty: "有困难" }),
    order("done", 5, { state: "closed", text: "排险", isAwaited: false, isOpen: false, due: { text: "已办结", isPressing: false }, difficulty: "有困难" }),
  ];
  const tall = room(37, 13.2);

  test("each order carries its task once, in the order given, and no word runs into another", () => {
    for (const size of [tall, room(28, 9), room(28, 2.33), room(37, 4.6)]) {
      const marks = orders.marks({ rows, more }, size);
      standApart(marks, size);
      expect(hooks(marks).length).toBe(new Set(hooks(marks)).size);
    }
    expect(hooks(orders.marks({ rows, more }, tall))).toEqual(["task late dispatched", "task hard onScene", "task done closed"]);
  });
  test("what is over time is an inverse block, what is done recedes", () => {
    const marks = orders.marks({ rows, more }, tall);
    expect(runs(marks).find((run) => run.text === "超时 36 分")).toMatchObject({ ink: "bg", box: { fill: "t1" } });
    expect(runs(marks).find((run) => run.text === "有困难")).toMatchObject({ ink: "bg", box: { fill: "t1" } });
    expect(runs(marks).find((run) => run.text === "排险")).toMatchObject({ ink: "t3", weight: 400 });
    expect(runs(marks).find((run) => run.text === "已办结")).toMatchObject({ ink: "t3", weight: 400 });
    // Nobody is called to a difficulty of what is over.
    const troubles = runs(marks).filter((run) => run.text === "有困难");
    expect(troubles.map(({ ink, box }) => [ink, box !== undefined])).toEqual([["bg", true], ["t3", false]]);
  });
  test("rows never shrink to fit: each order has its height, its line keeps off the next one's words, and the others are counted", () => {
    const eight = Array.from({ length: 8 }, (_, i) => order(`t${i}`, 1, i % 2 ? { text: "清除倒伏树木" } : {}));
    for (let height = 5.7; height < 30; height += 0.7) {
      const size = room(37, height);
      const marks = orders.marks({ rows: eight, more }, size);
      const lines = marks.flatMap((m) => (m.kind === "line" ? [m.points[0]![1] / u] : []));
      const each = lines.map((at, i) => at - (lines[i - 1] ?? 0));
      if (lines.length > 1) for (const [i, high] of each.entries()) expect(high, `${height} u`).toBeGreaterThanOrEqual(i % 2 ? 3.3 - 0.01 : 4.8 - 0.01);
      expect(texts(marks).filter((text) => text.startsWith("另"))).toEqual(lines.length < 8 ? [`另 ${8 - lines.length} 条`] : []);
      standApart(marks, size);
    }
  });
  test("receipts stand in five columns; one that has not come is a grey dash, never a time", () => {
    const marks = words(orders.marks({ rows, more }, tall));
    for (const step of STEPS) {
      const column = marks.filter((m) => m.text === step);
      expect(column).toHaveLength(3);
      expect(new Set(column.map((m) => m.x))).toHaveLength(1);
    }
    expect(marks.filter((m) => m.text === "收").map((m) => [m.tail![0]!.text, m.tail![0]!.ink])).toEqual([["—", "t3"], ["19:44", "t1"], ["19:44", "t3"]]);
  });
  test("a long order is written out in two lines before a further one is shown; what is over has one", () => {
    const long = [rows[0]!, rows[1]!, { ...rows[2]!, text: rows[0]!.text }];
    const lines = (size: Size) => words(orders.marks({ rows: long, more }, size)).filter((m) => /\.text\d\.0$/.test(m.id!)).map((m) => m.id!.split(".", 2).join("."));
    expect(lines(room(37, 8.8))).toEqual(["late.text0", "late.text1"]);
    expect(lines(room(37, 13.2))).toEqual(["late.text0", "late.text1", "hard.text0", "hard.text1", "done.text0"]);
  });
  test("where one order has room, it is read to its end", () => {
    const text = "组织沿海低洼处群众撤离到镇避险点，清点人数";
    for (const size of [room(28, 2.33), room(28, 5)]) {
      const marks = orders.marks({ rows: [order("one", 1, { text }), ...rows], more }, size);
      expect(words(marks).filter((m) => m.id!.startsWith("one.text") && !m.text.startsWith("余")).map((m) => m.text).join("")).toBe(text);
      expect(texts(marks).some((said) => said.includes("…"))).toBe(false);
      expect(texts(marks)).toEqual(expect.arrayContaining(["余 1 时 28 分", "→ 雷州市三防办"]));
      standApart(marks, size);
    }
    const low = (come: number) => words(orders.marks({ rows: [order("one", come), ...rows], more }, room(28, 2.33))).filter((m) => STEPS.includes(m.text)).map((m) => m.text);
    expect([1, 2, 4, 5].map(low), "the last that came and the next").toEqual([["收"], ["收", "到"], ["办", "核"], ["核"]]);
  });
  test("what has no row is counted, also where there is room for one order only", () => {
    const nine = Array.from({ length: 9 }, (_, i) => order(`t${i}`, 1));
    for (const size of [tall, room(28, 2.33), room(37, 4.9)]) {
      const marks = orders.marks({ rows: nine, more }, size);
      expect(texts(marks).filter((text) => text.startsWith("另"))).toEqual([`另 ${9 - hooks(marks).length} 条`]);
      standApart(marks, size);
    }
  });
  test("the sentence counts what is open and reads out the most urgent", () => {
    expect(orders.sentence({ rows, more })).toBe("指令 3 条，未办结 2 条；首条：坡头、麻章立即组织沿海低洼地带人员转移，16:00 前清零，逐村核对并上报，雷州市三防办，超时 36 分。");
    expect(orders.sentence({ rows: [], more })).toBe("没有指令。");
  });
});

describe("the incidents", () => {
  const STAGES = ["接报", "核实", "定级", "处置", "核查", "办结"];
  const row = (id: string, over: Partial<incidents.IncidentRow> = {}): incidents.IncidentRow => ({ id, state: "handling", grade: 2, at: "19:44", place: "湛江 徐闻", title: "【模拟】徐闻县外罗镇海堤漫顶，沿海低洼地带受淹", stage: "处置", orders: "指令 0/1", isOver: false, ...over });
  const data = (rows: readonly incidents.IncidentRow[], counts = [0, 0, 0, 2, 0, 1]): incidents.IncidentsData => ({
    stages: STAGES.map((word, i) => ({ id: `s${i}`, word, count: counts[i]!, figure: figure(`incidents.stage.${i}`, counts[i]!) })), rows, none: "尚无事件（12:15 核）", more: (n) => `另 ${n} 起`,
  });
  const { grade: _, ...ungraded } = row("new", { state: "pending", stage: "接报", orders: "未派" });
  const rows = [row("grave", { grade: 1 }), row("minor", { grade: 4 }), ungraded, row("over", { state: "closed", isOver: true, stage: "办结" })];

  test("each incident carries its hook once, in the order given, and no word runs into another", () => {
    for (const size of [room(37, 12.8), room(36, 7.3)]) standApart(incidents.marks(data(rows), size), size);
    expect(hooks(incidents.marks(data(rows), room(37, 12.8)))).toEqual(["incident grave handling", "incident minor handling", "incident new pending", "incident over closed"]);
  });
  test("a grade is a numeral in a box, solid for the two gravest, and none where nobody graded", () => {
    const marks = incidents.marks(data(rows.slice(0, 3)), room(37, 12.8));
    expect(marks.flatMap((m) => (m.kind === "rect" ? [m.fill ?? "open"] : []))).toEqual(["t1", "open"]);
    expect(words(marks).filter((m) => m.id?.endsWith(".grade")).map((m) => [m.text, m.ink])).toEqual([["I", "bg"], ["IV", "t1"]]);
  });
  test("an empty stage stays with a grey 0, and each count knows what it counts", () => {
    const counts = words(incidents.marks(data(rows), room(37, 12.8))).filter((m) => m.id?.endsWith(".count"));
    expect(counts.map((m) => [m.text, m.ink])).toEqual([["0", "t3"], ["0", "t3"], ["0", "t3"], ["2", "t1"], ["0", "t3"], ["1", "t1"]]);
    expect(counts[3]!.truth).toMatchObject({ indicator: "incidents.stage.3", value: 2 });
  });
  test("in the least room that the panel asks for nothing is cut: the counts are smaller, and the last line stands whole", () => {
    const size = room(28, 7.4);
    const marks = incidents.marks(data(rows), size);
    standApart(marks, size);
    for (const mark of words(marks)) expect([mark.text, textBox(mark, size).y + textBox(mark, size).height <= size.height]).toEqual([mark.text, true]);
    expect(texts(marks)).toContain("另 3 起");
  });
  test("a village without room for its city keeps its own name whole", () => {
    for (const size of [room(37, 12.8), room(32, 12.8)]) {
      const long = size.width === 37 * u ? "外罗村委会" : "湛江经济开发区东海岛外罗村";
      const shown = texts(incidents.marks(data([row("v", { place: `湛江 ${long}` })]), size));
      expect(shown).toContain(long);
      expect(shown).not.toContain(`湛江 ${long}`);
    }
    expect(texts(incidents.marks(data([row("c")]), room(37, 12.8)))).toContain("湛江 徐闻");
  });
  test("what has no row is counted", () => {
    const size = room(37, 12.8);
    const marks = incidents.marks(data(Array.from({ length: 9 }, (_, i) => row(`i${i}`))), size);
    expect(texts(marks)).toContain(`另 ${9 - hooks(marks).length} 起`);
    standApart(marks, size);
  });
  test("the sentence counts what is worked on and names the first", () => {
    expect(incidents.sentence(data(rows))).toBe("在办事件 3 起（处置 2、办结 1）；首起：I 级，湛江 徐闻，【模拟】徐闻县外罗镇海堤漫顶，沿海低洼地带受淹，处置。");
    expect(incidents.sentence(data([]))).toBe("尚无事件（12:15 核）。");
  });
  test("that there is none is said under the stages", () => {
    expect(texts(incidents.marks(data([], [0, 0, 0, 0, 0, 0]), room(36, 7.3))).at(-1)).toBe("尚无事件（12:15 核）");
  });
});
