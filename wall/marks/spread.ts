/** Middles of words that stand in one line, in their order and as near to where they belong as their widths allow. */
export function spread(wanted: readonly number[], widths: readonly number[], from: number, to: number): number[] {
  const at = [...wanted];
  let edge = from;
  for (const [i, width] of widths.entries()) {
    at[i] = Math.max(at[i]!, edge + width / 2);
    edge = at[i]! + width / 2;
  }
  edge = to;
  for (let i = widths.length - 1; i >= 0; i--) {
    at[i] = Math.min(at[i]!, edge - widths[i]! / 2);
    edge = at[i]! - widths[i]! / 2;
  }
  return at;
}
