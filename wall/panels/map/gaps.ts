import type { Lang } from "../../../model/numerals.ts";
import type { Cell } from "../../../model/sample.ts";
import { STATE_WORDS } from "../../../model/wording.ts";

/** What the places without a number are said to be: 从未上报 where that is true of each of them; empty where they differ, or none is without. */
export function gapWords(cells: Iterable<Pick<Cell, "value" | "state">>, lang: Lang): string {
  const gaps = [...cells].filter(({ value }) => value === null);
  return gaps.length > 0 && gaps.every(({ state }) => state === "never") ? STATE_WORDS.never[lang] : "";
}
