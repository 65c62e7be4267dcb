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
  test("places are named as a map of many names writes them", () => {
    expect([["广州市", "city"], ["荔湾区", "county"], ["乳源瑶族自治县", "county"], ["连山壮族瑶族自治县", "county"], ["赤坎区", "county"], ["海宴镇", "town"], ["沙栏村委会", "village"]].map(([name, level]) => placeName(name!, level as "city"))).toEqual(["广州", "荔湾", "乳源", "连山", "赤坎", "海宴镇", "沙栏村委会"]);
  });
});
