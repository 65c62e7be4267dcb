import { expect, test } from "vitest";
import { cutMiddle } from "./cut-middle.ts";

const told = (name: string, match?: readonly [number, number]) => {
  const { head, tail } = cutMiddle(name, match);
  return [head, tail].map((part) => part.map(({ text, fits }) => (fits ? `[${text}]` : text)).join(""));
};

test("what was meant by the typing is set apart, wherever the name may be cut", () => {
  expect(told("湛江市", [0, 2])).toEqual(["", "[湛江]市"]);
  expect(told("雷州市")).toEqual(["", "雷州市"]);
  expect(told("湛江市坡头区江河水位超过警戒", [3, 9])).toEqual(["湛江市[坡头区江河]", "[水]位超过警戒"]);
});

test("a long name keeps its end: letters take half the room of characters, and no sign is torn", () => {
  expect(told("Yangtze River stage minus warning stage", [0, 7])).toEqual(["[Yangtze] River stage minus w", "arning stage"]);
  expect(told("湛江奋勇高新技术产业开发区𠮷")).toEqual(["湛江奋勇高新技术", "产业开发区𠮷"]);
});
