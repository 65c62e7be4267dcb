import { expect, test } from "vitest";
import { COMMAND_DATA } from "../../model/command.ts";
import { stepWord } from "./words.ts";

test("every step that an incident's log can show has words, the one that follows by itself as well", () => {
  const kinds = [...Object.keys(COMMAND_DATA).filter((kind) => /^(incident|task)\./.test(kind)), "incident.checking"];
  expect(kinds.length).toBeGreaterThan(12);
  for (const kind of kinds) expect(stepWord(kind), kind).toMatch(/^\p{Script=Han}[\p{Script=Han}，]*$/u);
});
