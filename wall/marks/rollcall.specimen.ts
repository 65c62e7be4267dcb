import type { RollcallData, RollCell, RollState } from "./rollcall.ts";
import { told } from "./specimen-figures.ts";
import { bandsOf } from "./specimen-bands.ts";
import type { BandFacts } from "./title-band.ts";

const CITIES = ["广州", "深圳", "珠海", "汕头", "佛山", "韶关", "湛江", "肇庆", "江门", "茂名", "惠州", "梅州", "汕尾", "河源", "阳江", "清远", "东莞", "中山", "潮州", "揭阳", "云浮"];
const cell = (name: string, state: RollState): RollCell => ({ id: name, name, state, figure: state === "all" ? { text: "齐", isNumber: false } : state === "some" || state === "low" ? told("98.2", "%", { quality: "modelled" }) : state === "cut" ? told("断线", "", { state: "down" }) : told("未上报", "", { state: "never" }) });
const data = (names: readonly string[], stateAt: (i: number) => RollState): RollcallData => {
  const cells = names.map((name, i) => cell(name, stateAt(i)));
  const of = (state: RollState) => cells.filter((one) => one.state === state).length;
  return {
    total: cells.every(({ state }) => state === "unreported") ? told("从未上报", "", { state: "never" }) : told("99.8", "%", { prefix: "约", state: "stale" }),
    counts: [["all", "齐"], ["some", "未齐"], ["low", "过低"], ["cut", "断线"], ["unreported", "未上报"]].map(([state, word]) => ({ state: state as RollState, word: word!, count: of(state as RollState) })), cells, more: (n, areAll) => (areAll ? `另 ${n} 处应答齐` : `另 ${n} 处`),
  };
};
const MANY: readonly RollState[] = ["low", "some", "cut", "unreported"];
export const specimen: RollcallData = data(CITIES, (i) => MANY[i] ?? "all");
export const variants: readonly RollcallData[] = [data(Array.from({ length: 122 }, (_, i) => ["浈江", "徐闻", "乐昌", "海宴镇"][i % 4]!), (i) => MANY[i % 9] ?? "all"), data(CITIES, () => "unreported"), data(CITIES, () => "all")];
export const band = (): BandFacts[] => bandsOf({ heading: "值班点名应答率", standing: "昨日 21:00　到达 1,749/1,757 镇街", state: "stale" }, "湛江雷州").slice(1);
