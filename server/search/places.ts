import type { Words } from "../../model/words.ts";
import { spellingOf } from "./spelling.ts";

/** A place that begins what was typed: its codes, where several bear the name, and what was typed behind it. */
export interface Split {
  readonly places: readonly string[];
  readonly rest: string;
}
/** Towns and higher: of villages so many share a name that one would be found in everything. */
const TOWN_DIGITS = 9;
const SHORTEST = 2;
/** So many letters of a name that is spelt out: fewer begin half of all that is typed. */
const SHORTEST_SPELT = 4;
const KIND_WORD = /(?:自治县|省|市|区|县|镇|乡|街道)$/;

/** The names of places, as they stand before other words without a gap: 湛江雨量, 湛江市霞山区. */
export class Places {
  private readonly codes = new Map<string, string[]>();
  private longest = 0;

  /** Whatever is no region is passed over. */
  add({ kind, id, title }: { readonly kind: string; readonly id: string; readonly title: Words }): void {
    if (kind !== "region" || id.length > TOWN_DIGITS) return;
    const bare = title.zh.replace(KIND_WORD, "");
    for (const name of new Set([title.zh, ...(bare.length >= SHORTEST ? [bare] : [])])) {
      const { written, spelt } = spellingOf(name);
      this.name(written, id);
      if (spelt.length >= SHORTEST_SPELT && spelt !== written) this.name(spelt, id);
    }
  }
  private name(name: string, id: string): void {
    const known = this.codes.get(name);
    if (known) known.push(id);
    else this.codes.set(name, [id]);
    this.longest = Math.max(this.longest, name.length);
  }
  /** How a text may be taken apart behind a place within some others; the longest name first. */
  *splits(typed: string, within: readonly string[] | null): Generator<Split> {
    // 湛江 is the place that 湛江市 is: 市 begins no word behind it.
    const taken = new Set<string>();
    for (let length = Math.min(this.longest, typed.length - 1); length >= SHORTEST; length--) {
      const places = (this.codes.get(typed.slice(0, length)) ?? []).filter((code) => !taken.has(code) && liesIn(code, within));
      for (const code of places) taken.add(code);
      if (places.length > 0) yield { places, rest: typed.slice(length) };
    }
  }
}
/** Whether a division code lies within one of some: what lies in a place begins with its code. */
export const liesIn = (code: string | undefined, within: readonly string[] | null): boolean => within === null || (code !== undefined && within.some((place) => code.startsWith(place)));
