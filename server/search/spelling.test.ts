import { expect, test } from "vitest";
import { rankOf, spellingOf, stretchOf, typed } from "./spelling.ts";

const rank = (name: string, query: string) => rankOf(spellingOf(name), typed(query));

test("a place is found by its characters, its pinyin and its first letters, a part of each as well", () => {
  expect(spellingOf("湛江市")).toEqual({ written: "湛江市", spelt: "zhanjiangshi", initials: "zjs" });
  expect(["湛江市", "湛江", "zjs", "江市", "zhan jiang", "zj", "jiang"].map((query) => rank("湛江市", query))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(rank("湛江市", "湛河")).toBeNull();
  expect(rank("湛江市", "j")).toBeNull();
});

test("a name with letters and digits in it is found by them too", () => {
  expect(rank("G15 沈海高速 徐闻段", "g15")).toBe(1);
  expect(rank("G15 沈海高速 徐闻段", "shenhai")).toBe(6);
  expect(rank("ICU 使用率", "icu")).toBe(1);
});

test("ü is typed as v, and a name that is rare is read as a place reads it", () => {
  expect(spellingOf("绿色").spelt).toBe("lvse");
  expect(rank("东莞市", "dongguan")).toBe(4);
  expect(rank("番禺区", "panyu")).toBe(4);
});

test("the part of a name that was meant is told, however it was typed", () => {
  const part = (name: string, query: string) => {
    const stretch = stretchOf(name, typed(query));
    return stretch && name.slice(...stretch);
  };
  expect(["雷州", "leizhou", "leiz", "lz", "zhoushi"].map((query) => part("雷州市", query))).toEqual(["雷州", "雷州", "雷州", "雷州", "州市"]);
  expect(part("G15 沈海高速 徐闻段", "g15 shen")).toBe("G15 沈");
  expect(part("G15 沈海高速 徐闻段", "gsxw")).toBe("高速 徐闻");
  expect(part("Zhanjiang Bay Bridge", "bay bridge")).toBe("Bay Bridge");
  expect(part("大埔县", "dabu")).toBeUndefined();
  expect(part("雷州市", "")).toBeUndefined();
});
