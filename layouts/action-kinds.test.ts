import { describe, expect, test } from "vitest";
import { THEMES } from "../themes/themes.ts";
import { kindOf, sizeOf } from "../wall/marks/kinds.ts";
import { compile, Illegible } from "./legibility.ts";
import { SCENES, WALLS } from "./shelf.ts";

/** Kinds of people, orders, points and flows that no scene of the house holds yet: as fit to be read as those that do. */
const KINDS: readonly (readonly [panel: string, config: object])[] = [
  ["call-matrix", {}], ["order-log", {}], ["receipt", {}], ["funnel", {}], ["alert-tally", {}], ["rollcall", {}], ["plan-progress", { title: { zh: "渔船回港", en: "Boats in port" }, done: "emg.boat.return" }], ["resource", {}],
  ["dot-map", { title: { zh: "应急点位", en: "Sites" }, kinds: [] }], ["flow-map", { title: { zh: "高速断面流量", en: "Flows" }, flows: [] }],
];
const overview = SCENES.get("overview")!;
const wall = WALLS.get("led-7680")!;

describe.each(Object.values(THEMES))("in $title.zh", (theme) => {
  test.each(KINDS)("%s is read from every row of a large room, and at its smallest", (panel, config) => {
    expect(sizeOf(panel)).toBeDefined();
    const scene = { ...overview, context: [{ panel, config }], action: [] } as unknown as Parameters<typeof compile>[0];
    const faults = (): readonly string[] => {
      try {
        compile(scene, wall, kindOf(theme));
        return [];
      } catch (error) {
        if (error instanceof Illegible) return error.faults;
        throw error;
      }
    };
    expect(faults()).toEqual([]);
    const [widthU, heightU] = sizeOf(panel)!;
    const u = 24;
    const { stretches, levels } = kindOf(theme)(panel)!.seen!({ width: widthU * u, height: heightU * u, u }, config as Record<string, unknown>);
    expect(stretches.filter(({ contrast, sizePx }) => contrast < (sizePx >= 1.5 * u ? 3 : 4.5)).map(({ text, contrast }) => `${text} ${contrast}`)).toEqual([]);
    expect(levels.filter(({ told }) => !told)).toEqual([]);
  });
});
