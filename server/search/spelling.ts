import { pinyin } from "pinyin-pro";

/** How a Chinese name may be typed: as it is, in pinyin without tones (zhanjiang), by first letters (zj); all in small letters without gaps. */
export interface Spelling {
  readonly written: string;
  readonly spelt: string;
  readonly initials: string;
}

/** Letters that a person may type in place of ü, and those of an input method that is set to full width. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ü", "v").replace(/[\s·,.，。、()（）'’-]+/g, "");

export function spellingOf(name: string): Spelling {
  const sounds = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" }).map(plain).filter(Boolean);
  return { written: plain(name), spelt: sounds.join(""), initials: sounds.map((sound, i) => (/^[a-z]+$/.test(sound) && name[i] !== sound ? sound[0]! : sound)).join("") };
}

/** What was typed, as spellings are kept. */
export const typed = (query: string): string => plain(query);

/** Its words, where it has several: 湛江 医院. */
export const wordsOf = (query: string): readonly string[] => query.split(/\s+/).map(plain).filter(Boolean);

/** How well a query finds a name: less is better; null when it does not. */
export function rankOf({ written, spelt, initials }: Spelling, query: string): number | null {
  if (written === query) return 0;
  if (written.startsWith(query)) return 1;
  if (spelt === query || initials === query) return 2;
  if (written.includes(query)) return 3;
  if (spelt.startsWith(query)) return 4;
  if (initials.startsWith(query)) return 5;
  if (query.length > 2 && spelt.includes(query)) return 6;
  return query.length > 1 && initials.includes(query) ? 7 : null;
}

/** A stretch of a name, in its UTF-16 units: from the first to behind the last. */
export type Stretch = readonly [from: number, to: number];

/** Which part of a name a query means, as `rankOf` tries it: its characters, their pinyin, their first letters; undefined where no single part does. */
export function stretchOf(name: string, query: string): Stretch | undefined {
  const signs = Array.from(name);
  const sounds = pinyin(name, { toneType: "none", type: "array", nonZh: "spaced" }).map(plain);
  const readings = [signs.map(plain), sounds.length === signs.length ? sounds : [], sounds.length === signs.length ? sounds.map((sound) => sound.slice(0, 1)) : []];
  for (const pieces of readings) {
    const at = pieces.join("").indexOf(query);
    if (query === "" || at < 0) continue;
    let read = 0;
    const touched = pieces.flatMap((piece, i) => {
      const [from, to] = [read, (read += piece.length)];
      return to > from && from < at + query.length && to > at ? [i] : [];
    });
    const before = (n: number) => signs.slice(0, n).join("").length;
    return [before(touched[0]!), before(touched.at(-1)! + 1)];
  }
  return undefined;
}
