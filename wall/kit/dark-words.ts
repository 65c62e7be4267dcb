/** For scenes, which see it through the kit. */
export { darkWords } from "../marks/facts/dark-words.ts";
