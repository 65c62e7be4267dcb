import { customElement } from "lit/decorators.js";
import { definePanel } from "../kit/panel.ts";
import { spec } from "../marks/flow-map.ts";
import { data, read, spoken, viewOf, type FlowMapConfig } from "../marks/facts/flow-map.ts";
import { groundPanel } from "./map/ground-panel.ts";

/** What goes from one place to another, its width by how much. */
@customElement("wall-flow-map")
export class FlowMapPanel extends groundPanel<FlowMapConfig, ReturnType<typeof read>>({ read, viewOf, data, spoken, depends: ({ cells, unfetched }) => [...cells, ...unfetched] }) {}
declare global {
  interface HTMLElementTagNameMap {
    "wall-flow-map": FlowMapPanel;
  }
}
const flow = (from: string, to: string, place: string) => ({ from, to, place, indicator: "tra.expressway.flow" });
definePanel<FlowMapConfig>({
  ...spec, tag: "wall-flow-map", title: { zh: "流向图", en: "Flow map" },
  example: {
    title: { zh: "高速断面流量", en: "Expressway sections" }, basis: { zh: "收费站断面流量，非起讫统计", en: "at toll stations, not from origin to destination" }, region: "44",
    flows: [flow("4401", "4419", "tl-luogang"), flow("4419", "4403", "tl-dongguan"), flow("4401", "4406", "tl-sanshui"), flow("4420", "4404", "tl-zhuhai"), flow("4417", "4409", "tl-yangjiang"), flow("4409", "4408", "tl-maoming")],
  },
});
