import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(path, "utf8");
/** What the bundled faces of exactly one weight say that they hold: only such faces make one family. */
function rangesOf(weight: number, ...files: string[]): (readonly [from: number, to: number])[] {
  const faces = files.flatMap((file) => read(file).match(/@font-face\s*\{[^}]*\}/g) ?? []).filter((face) => new RegExp(`font-weight:\\s*${weight}\\s*;`).test(face));
  return faces.flatMap((face) => /unicode-range:\s*([^;}]+)/.exec(face) ?? []).filter((_, i) => i % 2 === 1).flatMap((ranges) =>
    ranges.split(",").map((range) => {
      const [, from, to] = /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/i.exec(range.trim())!;
      return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const;
    }),
  );
}
const FONTS = "node_modules/@fontsource";
/** No face of Noto has it. */
const UNDRAWN = new Set(["𣒍"]);

test.each([400, 500, 600])("every character of a place's name has its glyph in the bundle, at weight %i", (weight) => {
  const ranges = rangesOf(weight, `${FONTS}/noto-sans-sc/${weight}.css`, `${FONTS}/ibm-plex-sans-condensed/${weight}.css`, "themes/rare.css");
  const names = ["data/regions", "data/sites"].flatMap((folder) => readdirSync(folder).filter((file) => /\.(?:csv|json)$/.test(file)).map((file) => read(`${folder}/${file}`)));
  const needed = new Set(Array.from(`${names.join("")}氹塱漖㙟磜`).filter((char) => char.codePointAt(0)! > 0x2e80));
  expect(needed.size).toBeGreaterThan(2_000);
  const without = [...needed].filter((char) => !UNDRAWN.has(char) && !ranges.some(([from, to]) => char.codePointAt(0)! >= from && char.codePointAt(0)! <= to));
  expect(without).toEqual([]);
});
