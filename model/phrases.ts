import type { Lang } from "./numerals.ts";
import type { Words } from "./words.ts";

/** The words of a thing that carries both languages. */
export const wordsIn = (words: Words, lang: Lang): string => words[lang] || words.zh;

/**
 * The words of a page or picture: Chinese is the source, English beside it. `{n}` in a text takes the fact of that name.
 * @param english by the Chinese text
 */
export const phrases =
  <Zh extends string>(english: Readonly<Record<Zh, string>>) =>
  (lang: Lang) =>
  (zh: Zh, facts: Readonly<Record<string, string | number>> = {}): string =>
    (lang === "en" ? english[zh] : zh).replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
