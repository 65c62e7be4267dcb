/** For scenes and pages, which see it through the kit. */
export { darkWords } from "../marks/facts/dark-words.ts";
export { areUntold, endedWords } from "../marks/facts/ended-packs.ts";
