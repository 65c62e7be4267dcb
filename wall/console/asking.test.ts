import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { Asking, QUIET_MS, SLOW_MS } from "./asking.ts";

/** Answers come when the test gives them, in whatever order. */
function desk() {
  const clock = new ManualClock(0);
  const asked: { query: string; give: (items: readonly string[]) => Promise<void>; fail: () => Promise<void> }[] = [];
  const asking = new Asking<string>({
    clock,
    ask: (query) => new Promise((give, fail) => asked.push({ query, give: async (items) => (give(items), settle()), fail: async () => (fail(new Error("lost")), settle()) })),
    changed: () => {},
  });
  const type = (text: string, afterMs = QUIET_MS) => {
    asking.type(text);
    clock.advance(afterMs);
  };
  return { clock, asked, asking, type, queries: () => asked.map(({ query }) => query) };
}
const settle = async () => {
  for (let n = 0; n < 3; n++) await Promise.resolve();
};

test("a word is asked for once the typing pauses, not at every letter", () => {
  const { type, queries } = desk();
  type("l", 30);
  type("le", 30);
  type("lei", QUIET_MS);
  type("lei ", QUIET_MS);
  expect(queries()).toEqual(["lei"]);
});

test("an older answer never replaces a newer one", async () => {
  const { asking, asked, type } = desk();
  type("lei");
  type("leizhou");
  await asked[1]!.give(["雷州市"]);
  await asked[0]!.give(["雷州市", "雷岭镇"]);
  expect(asking.now).toEqual({ is: "found", query: "leizhou", items: ["雷州市"] });
});

test("an answer that is late is said to be awaited, and what stood before no longer stands", async () => {
  const { asking, asked, clock, type } = desk();
  type("lei");
  await asked[0]!.give(["雷州市"]);
  type("zhan");
  clock.advance(SLOW_MS - 1);
  expect(asking.now).toMatchObject({ is: "found", query: "lei" });
  clock.advance(1);
  expect(asking.now).toEqual({ is: "slow" });
  await asked[1]!.give([]);
  expect(asking.now).toEqual({ is: "found", query: "zhan", items: [] });
});

test("what is wiped out is not answered any more, and nothing is listed under an empty field", async () => {
  const { asking, asked, type } = desk();
  type("lei");
  type("");
  await asked[0]!.give(["雷州市"]);
  expect(asking.now).toEqual({ is: "nothing" });
});

test("who will not wait is asked for at once, and only while the answer does not stand", async () => {
  const { asking, asked, type, queries } = desk();
  type("lei", 0);
  expect(asking.hurry()).toBe(true);
  expect(queries()).toEqual(["lei"]);
  await asked[0]!.give(["雷州市"]);
  expect(asking.hurry()).toBe(false);
  type("lei", QUIET_MS);
  expect(queries()).toEqual(["lei"]);
});

test("while cut off nothing is listed and nothing asked; when the line is back, what is typed is", async () => {
  const { asking, asked, type, queries } = desk();
  type("lei");
  asking.cut(true);
  await asked[0]!.give(["雷州市"]);
  expect(asking.now).toEqual({ is: "cut" });
  type("leiz");
  expect(queries()).toEqual(["lei"]);
  asking.cut(false);
  expect(queries()).toEqual(["lei", "leiz"]);
  await asked[1]!.give(["雷州市"]);
  expect(asking.now).toMatchObject({ is: "found", query: "leiz" });
});

test("an answer that was lost is said to be, and can be asked for again", async () => {
  const { asking, asked, type } = desk();
  type("lei");
  await asked[0]!.fail();
  expect(asking.now).toMatchObject({ is: "failed" });
  asking.again();
  await asked[1]!.give(["雷州市"]);
  expect(asking.now).toMatchObject({ is: "found", items: ["雷州市"] });
});
