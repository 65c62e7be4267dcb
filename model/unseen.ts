/**
 * Controls, marks of writing direction, breaks of lines, and what else has no shape of its own: U+0000, U+202E, U+200B.
 * Variation selectors are not among them: they choose the form of a rare character of a place's name.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** The first character of a text that is not seen, by its number: `U+202E`; undefined when all are. */
export function unseenIn(text: string): string | undefined {
  const found = UNSEEN.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, "0")}`;
}
