import { describe, expect, test } from "vitest";
import { formatTime, MINUTE } from "../../../model/time.ts";
import { TOLD_AT, toldCell, toldFrom, toldReader } from "../../../tests/fixtures/told-world.ts";
import { card, data, read, spoken } from "./call-matrix.ts";

const names = { "4408": "湛江", "4417": "阳江", "4420": "中山", "440825": "湛江 徐闻", "440882": "湛江 雷州", "441704": "阳江 阳东", "442000": "中山" };
const from = toldFrom({ names, passThrough: ["442000"] });
const county = (place: string, value: number | null, have = 2) => toldCell(place, value, { coverage: { have: value === null ? 0 : have, of: 2, level: "town" } });
const towns = (code: string, ...values: readonly (number | null)[]) => values.map((value, i) => toldCell(`${code}10${i}`, value));
const alert = (place: string, severity: number, minutes: number, more: object = {}) => ({ id: place, place, within: ["44", place.slice(0, 4), place], severity, state: "unacknowledged", indicator: "met.storm.arrival.r10", topic: "meteorology", simAt: formatTime(TOLD_AT - minutes * MINUTE), ...more });
const world = (alerts: readonly object[]) => toldReader({
  cells: {
    "emg.call.answer|county": [county("440825", 50), county("440882", 100), county("441704", null), county("442000", 100)],
    "emg.call.answer|town": [...towns("440825", 100, 0), ...towns("440882", 100, 100), ...towns("441704", null, null), ...towns("442000", 100, 100)],
  },
  records: { alerts },
});
const rows = (alerts: readonly object[], config = {}) => data(read(world(alerts), config), config, from).rows.map(({ name, level, end, towns: { have, of }, cells }) => [name, level, end?.long, `${have}/${of}`, ...cells.map((cell) => `${cell.name} ${cell.state}`)]);

describe("who is called and who has answered", () => {
  test("a county with a level is late after that level's minutes, answered when all its towns have, and unreported when nothing came", () => {
    expect(rows([alert("440825", 1, 8), alert("440882", 2, 8), alert("441704", 3, 60)])).toEqual([
      ["湛江", 1, "超时 1 镇 +3 分", "3/4", "徐闻 overdue", "雷州 answered"],
      ["阳江", 3, "未上报 1", "—/2", "阳东 unreported"],
      ["中山", undefined, undefined, "/", "直管 2 镇街 calm"],
    ]);
  });
  test("a level of a whole city calls all its counties; what has returned, and what the call itself came to, calls nobody", () => {
    expect(rows([alert("4408", 4, 10, { within: ["44", "4408"] })])[0]).toEqual(["湛江", 4, "余 20 分", "3/4", "徐闻 waiting", "雷州 answered"]);
    expect(rows([alert("44", 1, 10, { within: ["44"] })]).map(([, level]) => level), "a sum of the province").toEqual([undefined, undefined, undefined]);
    const { totals, none } = data(read(world([alert("440825", 1, 8, { state: "returned" }), alert("440825", 2, 8, { indicator: "emg.call.answer" })]), {}), {}, from);
    expect([totals, none]).toEqual([[], "无县达到级别，无须叫应（09:00 核）"]);
    expect(rows([alert("440825", 1, 8)], { topics: ["water"] })[0]![1], "only the topics that the scene names").toBeUndefined();
  });
  test("it says so aloud, the late first, and a city without counties by its towns", () => {
    const seen = read(world([alert("440825", 1, 8), alert("442000", 4, 1)]), {});
    expect(spoken(seen, {}, from)).toBe("叫应：已应 市 1/2、县 1/2、镇街 3/4，超时 1 县（湛江 徐闻 +3 分）。");
    expect(card(seen, {}, from)).toMatchObject({ heading: "叫应矩阵", note: "限时 红 5 橙 10 黄 15 蓝 30 分 · 按研判级别", state: "fresh" });
  });
  test("a county that was called and of which a town is silent says how many towns were heard", () => {
    const reader = toldReader({ cells: { "emg.call.answer|county": [county("440825", 100, 1)], "emg.call.answer|town": towns("440825", 100, null) }, records: { alerts: [alert("440825", 1, 8)] } });
    const seen = read(reader, {});
    expect(data(seen, {}, from).rows[0]!.state).toBe("overdue");
    expect(card(seen, {}, from).coverage).toEqual({ have: 1, of: 2, level: "town" });
  });
  test("towns that never told stand in the coverage as they do in the totals, and their row and the text say how many", () => {
    const reader = toldReader({
      cells: {
        "emg.call.answer|county": [county("440825", 50), county("440882", null), county("441704", null)],
        "emg.call.answer|town": [...towns("440825", 100, 0), ...towns("440882", null, null), ...towns("441704", null, null)],
      },
      records: { alerts: [alert("440825", 1, 8), alert("440882", 1, 8), alert("441704", 4, 8)] },
    });
    const seen = read(reader, {});
    const { totals, rows: [zhanjiang, yangjiang] } = data(seen, {}, from);
    const { coverage, observedAt, state } = card(seen, {}, from);
    expect([totals[2]!.of, coverage, observedAt, state]).toEqual(["6", { have: 2, of: 6, level: "town" }, TOLD_AT - MINUTE, "fresh"]);
    expect([zhanjiang!.towns, zhanjiang!.end]).toEqual([{ have: "1", of: "4", untold: 2 }, { full: "超时 1 镇 +3 分，2 镇未报", long: "超时 1 镇 +3 分", short: "+3 分" }]);
    expect(yangjiang!.end, "where nobody told it is said already").toEqual({ long: "未上报 1", short: "未上报 1" });
    expect(spoken(seen, {}, from)).toBe("叫应：已应 市 0/2、县 0/3、镇街 1/6，超时 1 县（湛江 徐闻 +3 分），未上报 2 县（4 镇街）。");
  });
});
