/**
 * Which bars bear their number: those beyond the upper edge, the highest first, and none without room beside one that does.
 * @param hasRoom whether numbers at two bars stand beside each other
 */
export function numbered(bars: readonly number[], top: number, hasRoom: (i: number, j: number) => boolean): ReadonlySet<number> {
  const said = new Set<number>();
  const beyond = bars.map((n, i) => [n, i] as const).filter(([n]) => n > top);
  for (const [, i] of beyond.toSorted(([a], [b]) => b - a)) if ([...said].every((j) => hasRoom(i, j))) said.add(i);
  return said;
}
