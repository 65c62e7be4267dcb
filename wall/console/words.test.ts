import { expect, test } from "vitest";
import { COMMAND_DATA } from "../../model/command.ts";
import { stepWord, withinWord } from "./words.ts";

test("every step that an incident's log can show has words, the one that follows by itself as well", () => {
  const kinds = [...Object.keys(COMMAND_DATA).filter((kind) => /^(incident|task)\./.test(kind)), "incident.checking"];
  expect(kinds.length).toBeGreaterThan(12);
  for (const kind of kinds) expect(stepWord({ kind }), kind).toMatch(/^\p{Script=Han}[\p{Script=Han}，]*$/u);
});

test("that all orders are settled follows a check that passed, and asks for no other", () => {
  expect(stepWord({ kind: "incident.checking" })).toBe("任务均已了结，事件待关闭");
});
test("a check says what came of it", () => {
  expect(stepWord({ kind: "task.check", passed: true })).toBe("核查通过");
  expect(stepWord({ kind: "task.check", passed: false })).toBe("核查不通过");
});
test("a district is no county, and a county no district", () => {
  expect(withinWord({ level: "county", name: "雷州市" })).toBe("所在县市");
  expect(withinWord({ level: "county", name: "天河区" })).toBe("所在区");
});
