import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedKeys } from "./repeated-keys.ts";

const found = (text: string) => {
  JSON.parse(text);
  return repeatedKeys(text);
};

test("a key that stands twice is found, also when one of the two is escaped, and each object is told once", () => {
  expect(found('{"value":1,"value":2}')).toEqual([{ key: "value", path: [] }]);
  expect(found('{ "value" : 1 , "v\\u0061lue" : 2, "value": 3 }')).toEqual([{ key: "value", path: [] }]);
  expect(found('{"a\\"b":1,"a\\u0022b":2}')).toEqual([{ key: 'a"b', path: [] }]);
  expect(found('{"__proto__":1,"__proto__":2,"":0}')).toEqual([{ key: "__proto__", path: [] }]);
});
test("where it stands is told by the first two steps", () => {
  expect(found('{"samples":[{"a":1},{"b":1,"b":1},{"c":{"d":[{"e":1,"e":2}]}}]}')).toEqual([{ key: "b", path: ["samples", 1] }, { key: "e", path: ["samples", 2] }]);
  expect(found('{"x":[],"samples":[1],"samples":[2]}')).toEqual([{ key: "samples", path: [] }]);
});
test("the same key in other objects, or as a value, is no repetition", () => {
  expect(found('[{"a":"a"},{"a":"\\"a\\":1,"},{"a":{"a":["a","a"]}}]')).toEqual([]);
  expect([found('"a"'), found("1"), found("[]")]).toEqual([[], [], []]);
});
test("nothing that JSON.stringify writes repeats a key, however it is spaced", () => {
  fc.assert(fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
    expect(repeatedKeys(JSON.stringify(JSON.parse(text), null, indent))).toEqual([]);
  }));
});
test("whatever is written, as many objects are told as lose something to JSON.parse", () => {
  // A text, how many of its objects repeat a key, by construction.
  interface Written {
    readonly text: string;
    readonly repeats: number;
  }
  const keyText = fc.tuple(fc.constantFrom("a", "b", "\\", '"', "键", "{", "value"), fc.boolean()).map(([key, escaped]) => ({ key, text: escaped ? `"${key.split("").map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"` : JSON.stringify(key) }));
  const { value } = fc.letrec<{ value: Written; object: Written; list: Written; leaf: Written }>((tie) => ({
    leaf: fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)).map((leaf) => ({ text: JSON.stringify(leaf), repeats: 0 })),
    list: fc.array(tie("value"), { maxLength: 4 }).map((items) => ({ text: `[${items.map((i) => i.text).join(" , ")}]`, repeats: items.reduce((sum, i) => sum + i.repeats, 0) })),
    object: fc.array(fc.tuple(keyText, tie("value")), { maxLength: 4 }).map((entries) => ({
      text: `{${entries.map(([key, item]) => `${key.text}\n:${item.text}`).join(",")}}`,
      repeats: entries.reduce((sum, [, item]) => sum + item.repeats, 0) + Number(new Set(entries.map(([key]) => key.key)).size < entries.length),
    })),
    value: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("list"), tie("object")),
  }));
  fc.assert(fc.property(value, ({ text, repeats }) => {
    JSON.parse(text);
    expect(repeatedKeys(text)).toHaveLength(repeats);
  }), { numRuns: 500 });
});
