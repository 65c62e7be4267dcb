import { expect, test } from "vitest";
import { wordsOf } from "./phrases.ts";

test("words of a Chinese order stay whole, and signs stay with the word before them", () => {
  const words = wordsOf("组织群众撤离到镇中学避险点，清点人数。");
  expect(words).toEqual(expect.arrayContaining(["组织", "群众", "人数。"]));
  expect(words.every((word, i) => i === 0 || !/^[，。、：；]/.test(word))).toBe(true);
});
test("not a letter is lost or added", () => {
  for (const text of ["", "，开头", "【模拟】沿海低洼处 3 起", "Move 40 people to the school.", "水深0.4米"]) expect(wordsOf(text).join("")).toBe(text);
});
