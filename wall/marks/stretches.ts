type Told = readonly [at: number, value: number | null, ...rest: unknown[]];
type Known<P extends Told> = { readonly [K in keyof P]: Exclude<P[K], null> };

/** Runs of points without a gap between them: a known gap ends a run, and so does a silence longer than `gapMs`. */
export function stretches<P extends Told>(points: readonly P[], gapMs: number): Known<P>[][] {
  const pieces: Known<P>[][] = [];
  let piece: Known<P>[] | undefined;
  let last = -Infinity;
  for (const point of points) {
    if (!isKnown(point)) {
      piece = undefined;
      continue;
    }
    if (!piece || point[0] - last > gapMs) pieces.push((piece = []));
    piece.push(point);
    last = point[0];
  }
  return pieces;
}
const isKnown = <P extends Told>(point: P | Known<P>): point is Known<P> => point[1] !== null;
