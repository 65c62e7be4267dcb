import { describe, expect, test } from "vitest";
import { keyFor, type Key } from "./key-table.ts";

const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("the keys of a page", () => {
  let open = false;
  const table: readonly Key[] = [
    { keys: ["/", "Control+k"], words: "search", does: () => {} },
    { keys: ["Escape"], words: "close", does: () => {}, when: () => open },
    { keys: ["Escape", "Backspace"], words: "up", does: () => {} },
    { keys: ["Enter"], words: "press" },
  ];
  const found = (pressed: ReturnType<typeof press>, isTyping = false) => keyFor(table, pressed, isTyping)?.words;

  test("each of its keys does the same, and Command counts as Control", () => {
    expect([found(press("/")), found(press("k", { ctrlKey: true })), found(press("K", { metaKey: true }))]).toEqual(["search", "search", "search"]);
    expect(found(press("k"))).toBeUndefined();
  });
  test("the first that does something now answers", () => {
    open = true;
    expect(found(press("Escape"))).toBe("close");
    open = false;
    expect(found(press("Escape"))).toBe("up");
  });
  test("where somebody types a letter is a letter", () => {
    expect([found(press("/"), true), found(press("Backspace"), true)]).toEqual([undefined, undefined]);
    expect(found(press("k", { ctrlKey: true }), true)).toBe("search");
  });
  test("what is told only is done by nobody here, and Alt is the browser's", () => {
    expect([found(press("Enter")), found(press("/", { altKey: true }))]).toEqual([undefined, undefined]);
  });
});
