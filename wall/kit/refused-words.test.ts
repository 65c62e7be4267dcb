import { expect, test } from "vitest";
import { PROBLEMS } from "../../model/problem.ts";
import { refusedWords } from "./refused-words.ts";

test("no code is shown to people, whatever was refused: why, and what becomes of it", () => {
  for (const code of [...Object.keys(PROBLEMS), "", "of_tomorrow"]) expect([code, refusedWords(code)]).toEqual([code, expect.stringMatching(/^(✕ )?[^\x20-\x7e]+$/)]);
  expect(refusedWords("store_unavailable")).toBe("✕ 未取到，正在自动再取");
  expect(refusedWords("no_right")).toBe("无权查看");
});
