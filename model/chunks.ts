/** So many entries are kept, and read, together: less than a millisecond. */
const TOGETHER = 128;

/** In order, some at a time. */
export function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += TOGETHER) yield all.slice(from, from + TOGETHER);
}
