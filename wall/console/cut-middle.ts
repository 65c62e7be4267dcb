/** A piece of a name; `fits` is what somebody meant when they typed. */
export interface Piece {
  readonly text: string;
  readonly fits: boolean;
}
/** So much of a name stays at its end, in the room of Chinese characters, when the middle gives way (VISUAL §3). */
const KEPT = 6;
const room = (sign: string): number => (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud800-\udbff]/.test(sign) ? 1 : 0.5);

/**
 * A name in two parts, of which the first may be cut at its end where there is no room: what is lost lies in the middle.
 * A name that is short keeps no part apart.
 */
export function cutMiddle(name: string, match?: readonly [from: number, to: number]): { readonly head: readonly Piece[]; readonly tail: readonly Piece[] } {
  const signs = Array.from(name);
  let kept = 0;
  let at = signs.length;
  while (at > 0 && kept < KEPT) kept += room(signs[--at]!);
  const left = signs.slice(0, at);
  const border = left.reduce((sum, sign) => sum + room(sign), 0) < KEPT ? 0 : left.join("").length;
  return { head: pieces(name, 0, border, match), tail: pieces(name, border, name.length, match) };
}

function pieces(name: string, from: number, to: number, [a, b]: readonly [number, number] = [0, 0]): Piece[] {
  const edges = [from, Math.min(Math.max(a, from), to), Math.min(Math.max(b, from), to), to];
  return [0, 1, 2].map((i) => ({ text: name.slice(edges[i], edges[i + 1]), fits: i === 1 })).filter(({ text }) => text !== "");
}
