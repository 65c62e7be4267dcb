import { describe, expect, test } from "vitest";
import { size, texts } from "../../tests/fixtures/marks.ts";
import * as choropleth from "./choropleth.ts";
import * as legend from "./legend.ts";

describe("a choropleth", () => {
  const region = (code: string) => ({ code, name: code, nameEn: "", parent: "", labelAt: [0, 0] as const, parts: [], box: [0, 0, 0, 0] as const });
  test("more is brighter; no data is land under a hatch and never a class", () => {
    const { fills, textures } = choropleth.fillsOf({ regions: ["a", "b", "c", "d"].map(region) }, new Map([["a", 0], ["b", 16], ["c", null]]), [3, 6, 10, 16]);
    expect(fills).toEqual(["c1", "c5", "land", "land"]);
    expect(textures.map((t) => t?.texture ?? null)).toEqual([null, null, "cross", null]);
  });
  test("the sentence names the highest and the gap", () => {
    expect(choropleth.sentence("网格事件", "件", new Map([["a", 4], ["b", 9], ["c", null]]), (c) => `${c}县`, "14:31")).toBe("网格事件（14:31）：最高 b县 9 件、a县 4 件，1 处无数据。");
  });
  test("its legend prints each break and what no data looks like", () => {
    expect(texts(legend.marks({ title: "事件", breaks: [3, 6, 10, 16], noData: true }, size(17, 6)))).toEqual(["事件", "0", "3", "6", "10", "16", "无数据"]);
  });
});
