import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeName } from "./place-name.ts";
import { shorten, wrap } from "./words.ts";

describe("words", () => {
  test("prose breaks between characters, never before closing punctuation, never to a single last character", () => {
    const lines = wrap("坡头、麻章立即组织沿海低洼地带人员转移，16:00 前清零", 200, 24, 400, {});
    expect(lines.join("").replaceAll(" ", "")).toBe("坡头、麻章立即组织沿海低洼地带人员转移，16:00前清零");
    for (const line of lines) expect(line).not.toMatch(/^[，。、；]/);
    expect(Array.from(lines.at(-1)!).length).toBeGreaterThan(1);
  });
  test("a name that is too long loses its middle, prose its end", () => {
    expect(shorten("韶关市乐昌市南雄市始兴县", 130, 24, 400, {})).toMatch(/^韶.*….*县$/);
    expect(shorten("达到台风红色预警标准", 130, 24, 400, {}, "end")).toMatch(/^达到.*…$/);
    expect(shorten("韶关", 130, 24, 400, {})).toBe("韶关");
  });
  test("a number that has no room is left out whole, never cut", () => {
    for (let width = 100; width < 400; width += 7) {
      expect(shorten("茂名 9 处达标准 · 共 1,204 项未确认", width, 24, 400, {}, "end")).not.toMatch(/1,?2?0?…/);
      expect(shorten("10级风圈内 12 县：湛江经济技术开发区 128 处", width, 24, 400, {})).not.toMatch(/(^|\D)1…|…(28|8) 处/);
    }
  });
  test("a number is never cut from its unit, nor a unit in its middle, wherever the cut falls", () => {
    const says = fc.record({ before: fc.constantFrom("小时雨量达", "极大风速达", "24小时 ", "sea bridge gust over "), number: fc.constantFrom("50", "20.8", "1,204", "118/122"), unit: fc.constantFrom("mm", "mm/h", "m/s", " hPa", "μg/m³", "%"), after: fc.constantFrom("", "（默认阈值）", "，须核实", " at the southern end") });
    fc.assert(fc.property(says, fc.integer({ min: 20, max: 500 }), fc.constantFrom("end" as const, "middle" as const), ({ before, number, unit, after }, width, where) => {
      const told = shorten(`${before}${number}${unit}${after}`, width, 24, 400, {}, where);
      const [head = ""] = told.split("…");
      if (told.includes("…") && head.length > before.length) expect(head.startsWith(`${before}${number}${unit}`)).toBe(true);
      expect(told).not.toMatch(/…[\d.,:/]/);
    }));
  });
  test("prose in English is cut between words", () => {
    for (let width = 100; width < 400; width += 9) expect("gust on the sea bridge over the limit".split(" ").concat("")).toContain(shorten("gust on the sea bridge over the limit", width, 24, 400, {}, "end").replace("…", "").split(" ").at(-1));
  });
  test("places are named as a map of many names writes them", () => {
    expect([["广州市", "city"], ["荔湾区", "county"], ["乳源瑶族自治县", "county"], ["连山壮族瑶族自治县", "county"], ["赤坎区", "county"], ["海宴镇", "town"], ["沙栏村委会", "village"]].map(([name, level]) => placeName(name!, level as "city"))).toEqual(["广州", "荔湾", "乳源", "连山", "赤坎", "海宴镇", "沙栏村委会"]);
  });
});
