import { customElement } from "lit/decorators.js";
import { definePanel } from "../kit/panel.ts";
import { spec } from "../marks/dot-map.ts";
import { data, read, spoken, viewOf, type DotMapConfig } from "../marks/facts/dot-map.ts";
import { groundPanel } from "./map/ground-panel.ts";

/** Facilities of some kinds on the province's ground, one point each, or counted in cells where they crowd. */
@customElement("wall-dot-map")
export class DotMapPanel extends groundPanel<DotMapConfig, ReturnType<typeof read>>({ read, viewOf, data, spoken, depends: ({ alerts }) => [alerts?.records] }) {}
declare global {
  interface HTMLElementTagNameMap {
    "wall-dot-map": DotMapPanel;
  }
}
definePanel<DotMapConfig>({
  ...spec, tag: "wall-dot-map", title: { zh: "点图", en: "Dot map" },
  example: { title: { zh: "应急点位", en: "Emergency sites" }, kinds: [{ kind: "shelter", title: { zh: "避护场所", en: "shelters" } }, { kind: "hospital", title: { zh: "医院", en: "hospitals" } }], region: "44" },
});
