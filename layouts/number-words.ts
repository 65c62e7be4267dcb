/** A name of a day, an hour or a grade of a scale, joined to its word: 6日, 14时, 10级, 7级圈. It is read as a word. */
const NAMED = /^(?:\d+(?:[年月日时]|级\p{Script=Han}*))+$/u;
/**
 * The parts of a number, one after the other: 8.71 万 · 3 时 50 分 · 26.3° · 222—333 km · /1,757 · 到达 1/1,757 镇街. Behind the digits stands what they count:
 * degrees, a share, a unit in letters, or one or two Chinese characters; a time of the day counts nothing (12:10 定位 is a sentence). A word may stand
 * before so many of so many. Each part holds a digit, so that the longest text is read once.
 */
const PART = /\s*(?:\p{Script=Han}{1,4}\s*(?=\d[\d,.]*\s*\/))?[—–/×]?\s*(?:\d+(?::\d+)+|\d[\d,.]*\s*(?:[°′″%‰][NSEW]?|\p{Script=Han}{0,2}[\p{Script=Latin}µμ·/²³⁴⁸×]+|\p{Script=Han}{1,2})?)/uy;
const SIGN = /^[\s≥≤<>约±+−-]*/u;

/** Whether a run of words is a number: it stands by itself, before its units, or behind a word as so many of so many. Digits inside a sentence are read with the sentence. */
export function isNumber(text: string): boolean {
  const said = text.trim();
  if (NAMED.test(said)) return false;
  PART.lastIndex = SIGN.exec(said)![0].length;
  let end = -1;
  while (PART.test(said)) end = PART.lastIndex;
  return end === said.length;
}
