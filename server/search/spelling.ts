import { pinyin } from "pinyin-pro";

/** How a Chinese name may be typed: as it is, in pinyin without tones (zhanjiang), by first letters (zj); all in small letters without gaps. */
export interface Spelling {
  readonly written: string;
  readonly spelt: string;
  readonly initials: string;
}

/** Letters that a person may type in place of ü. */
const plain = (text: string): string => text.toLowerCase().replaceAll("ü", "v").replace(/[\s·,.，。、()（）'’-]+/g, "");

export function spellingOf(name: string): Spelling {
  const sounds = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" }).map(plain).filter(Boolean);
  return { written: plain(name), spelt: sounds.join(""), initials: sounds.map((sound, i) => (/^[a-z]+$/.test(sound) && name[i] !== sound ? sound[0]! : sound)).join("") };
}

/** What was typed, as spellings are kept. */
export const typed = (query: string): string => plain(query);

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
