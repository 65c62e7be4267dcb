import { expect, test } from "vitest";
import { decodeAnswer } from "./answer.ts";
import { flatReading } from "./flatten.ts";

const bounds = { indicator: () => undefined, tells: () => true };
const answered = (item: unknown) => decodeAnswer({ kind: "read", call: 1, readings: [flatReading(item, "p")], beyond: 0 }, bounds);

test("a source may be called suspect, and nothing that is computed may be called better than that", () => {
  expect(answered({ indicator: "a.n", value: 1, quality: "suspect" })).toMatchObject({ kind: "read", readings: [{ indicator: "a.n", place: "p", value: 1, quality: "suspect" }] });
  for (const quality of ["good", "revised", "", 7, null]) expect(answered({ indicator: "a.n", value: 1, quality })).toMatchObject({ kind: "failed", fault: "nonsense", words: expect.stringContaining("quality") as string });
  expect(answered({ indicator: "a.n", value: 1 })).toMatchObject({ kind: "read", readings: [{ value: 1 }] });
});
