import { expect, test } from "vitest";
import { unseenIn } from "./unseen.ts";

test.each([["NUL", "台\0风", "U+0000"], ["BEL", "\u0007", "U+0007"], ["a new line", "a\nb", "U+000A"], ["an override", "台\u202e风", "U+202E"], ["an isolate", "\u2066a", "U+2066"], ["a space without width", "a\u200b", "U+200B"], ["a break of lines", "a\u2028", "U+2028"], ["half a character", "a\ud800", "U+D800"], ["a tag", "a\u{e0041}", "U+E0041"]])("%s is named", (_, text, name) => {
  expect(unseenIn(text)).toBe(name);
});
test.each(["交接班（夜间）", "Hand-over: 3 °C, 50 %", "氹仔 𠮷 葛\u{e0100}", " a　b "])("all of “%s” is seen", (text) => {
  expect(unseenIn(text)).toBeUndefined();
});
