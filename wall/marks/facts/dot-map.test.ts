import { expect, test } from "vitest";
import type { Site } from "../../../model/sample.ts";
import { toldCell, toldFrom, toldReader } from "../../../tests/fixtures/told-world.ts";
import { HOUR } from "../../../model/time.ts";
import { NO_SLICE } from "../../../model/view.ts";
import { codes, sets } from "../map.specimen.ts";
import * as dotMap from "./dot-map.ts";
import * as flowMap from "./flow-map.ts";
import type { Reader } from "./reader.ts";

const site = (id: string, kind: string, more: Partial<Site> = {}): Site => ({ id, kind, name: id, region: "4401", point: [113.3, 23.1], attributes: {}, class: "open", ...more });
const words = (zh: string) => ({ zh, en: zh });

test("facilities of the asked kinds stand on the map; what has no point is counted, and examples are called so", () => {
  const from = toldFrom({ sites: [site("a", "shelter", { illustrative: true }), site("b", "shelter"), site("c", "hospital"), site("d", "hospital", { point: undefined } as never), site("e", "radar")] });
  const config = { title: words("应急点位"), kinds: [{ kind: "shelter", title: words("避护场所") }, { kind: "hospital", title: words("医院") }] };
  const seen = dotMap.read(toldReader({}), config);
  const told = dotMap.data(seen, config, from, { sets });
  expect(told.dots!.kinds.map(({ title, points }) => `${title} ${points.length}`)).toEqual(["避护场所 2", "医院 1"]);
  expect(told.legend).toEqual({ title: "应急点位", foot: ["含示例点位", "1 处无坐标，未画"] });
  expect(dotMap.spoken(seen, config, from, { sets })).toBe("应急点位（全省）：避护场所 2 处、医院 1 处。");
  const waiting = { ...from, sites: { ofKind: () => undefined, one: () => undefined } };
  expect(dotMap.data(seen, config, waiting, { sets }).legend).toMatchObject({ foot: ["正在取数"] });
});
test("a flow is as much as is measured where its scene says, and its legend says what that is; a lost number is a way without a width", () => {
  const [a = "", b = "", c = ""] = codes;
  const from = toldFrom({ names: { [a]: "韶关", [b]: "清远", [c]: "河源" }, measured: [{ id: "flow", title: words("车流"), unit: "万车次", decimals: 2, rollup: "sum", cadence: HOUR }] });
  const config = { title: words("高速断面流量"), flows: [{ from: a, to: b, indicator: "flow", place: "tl-1" }, { from: b, to: c, indicator: "flow", place: "tl-2" }, { from: c, to: a, indicator: "flow" }, { from: "9999", to: a, indicator: "flow" }] };
  const reader = toldReader({ cells: { "flow|site": [toldCell("tl-1", 12.5), toldCell("tl-2", 3, { state: "down" })], "flow|city": [toldCell(c, 40)] } });
  const seen = flowMap.read(reader, config);
  const told = flowMap.data(seen, config, from, { sets }, 24);
  expect(told.flows!.flows.map(({ volume, old }) => [volume, old])).toEqual([[12.5, undefined], [null, true], [40, undefined]]);
  expect(told.legend).toMatchObject({ title: "高速断面流量", note: "万车次", foot: ["按断面计，非起讫统计", expect.any(String), "1 条无数"] });
  expect(flowMap.spoken(seen, config, from, { sets })).toBe("高速断面流量（按断面计，非起讫统计）：河源→韶关 40.00、韶关→清远 12.50，1 条无数。");
});
test("a flow whose number was not fetched is not said to have none", () => {
  const [a = "", b = "", c = ""] = codes;
  const from = toldFrom({ names: { [a]: "韶关", [b]: "清远", [c]: "河源" }, measured: [{ id: "flow", title: words("车流"), unit: "万车次", decimals: 2, rollup: "sum", cadence: HOUR }] });
  const config = { title: words("高速断面流量"), flows: [{ from: a, to: b, indicator: "flow", place: "tl-1" }, { from: c, to: a, indicator: "flow" }] };
  const told = (status: "refused" | "ready", cells: readonly ReturnType<typeof toldCell>[]) => {
    const reader = { cells: (_: string, __: string, level: string) => ({ ...NO_SLICE, status: level === "city" ? status : "ready", cells: new Map(level === "site" ? cells.map((one) => [one.place, one]) : []) }) } as unknown as Reader;
    const seen = flowMap.read(reader, config);
    return [flowMap.data(seen, config, from, { sets }, 24).legend!.foot!.slice(-1)[0], flowMap.spoken(seen, config, from, { sets })];
  };
  expect(told("refused", [toldCell("tl-1", 12.5)])).toEqual(["1 条未取到", "高速断面流量（按断面计，非起讫统计）：韶关→清远 12.50，1 条未取到。"]);
  expect(told("ready", [toldCell("tl-1", 12.5)])[1]).toBe("高速断面流量（按断面计，非起讫统计）：韶关→清远 12.50，1 条无数。");
  expect(told("refused", [])).toEqual(["1 条未取到", "高速断面流量（按断面计，非起讫统计）：1 条无数，1 条未取到。"]);
});
