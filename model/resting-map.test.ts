import fc from "fast-check";
import { expect, test } from "vitest";
import { RestingMap } from "./resting-map.ts";

type Step = { readonly do: "rest"; readonly n: number } | { readonly do: "set" | "get"; readonly key: number; readonly value: number } | { readonly do: "wake" | "values" };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("rest" as const), n: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constantFrom("set" as const, "get" as const), key: fc.nat(12), value: fc.nat() }),
  fc.record({ do: fc.constantFrom("wake" as const, "values" as const) }),
);

test("whatever rests and whoever asks for it, it is a map in the order in which its entries came", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const [resting, plain] = [new RestingMap<number>(), new Map<string, number>()];
      let made = 0;
      for (const one of steps) {
        if (one.do === "rest") {
          const keys = Array.from({ length: one.n }, () => `k${made++}`).filter((key) => !plain.has(key));
          const values = keys.map((_, i) => made * 100 + i);
          resting.rest(keys, () => values);
          for (const [i, key] of keys.entries()) plain.set(key, values[i]!);
        } else if (one.do === "set") {
          resting.set(`k${one.key}`, one.value);
          plain.set(`k${one.key}`, one.value);
        } else if (one.do === "get") expect(resting.get(`k${one.key}`)).toBe(plain.get(`k${one.key}`));
        else if (one.do === "wake") resting.wakeSome();
        else expect([[...resting.values()], resting.list()]).toEqual([[...plain.values()], [...plain.values()]]);
        expect([resting.size, [...resting.keys()]]).toEqual([plain.size, [...plain.keys()]]);
      }
      expect([...resting.entries()]).toEqual([...plain.entries()]);
      expect([resting.wakeSome(), [...resting.awake()]]).toEqual([false, [...plain.values()]]);
    }),
    { numRuns: 1_000 },
  );
});

test("of what rests nothing is left to read once all of it was changed, and of nothing there never is", () => {
  const map = new RestingMap<string>();
  const never = () => expect.fail("nobody asked for what was changed");
  map.rest([], never);
  map.rest([], never);
  map.rest(["a"], never);
  map.rest(["b", "c"], never);
  for (const key of ["a", "b", "c"]) map.set(key, `new ${key}`);
  expect([map.wakeSome(), map.list()]).toEqual([false, ["new a", "new b", "new c"]]);
});

test("what rests is read once, and only when somebody asks for it", () => {
  const map = new RestingMap<string>();
  let reads = 0;
  map.rest(["a", "b"], () => [`a${++reads}`, "b"]);
  map.set("b", "changed");
  expect([map.size, map.has("a"), [...map.awake()], reads]).toEqual([2, true, ["changed"], 0]);
  expect([map.get("a"), map.get("a"), map.get("b"), reads]).toEqual(["a1", "a1", "changed", 1]);
});
