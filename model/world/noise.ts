/** A number from 0 to 1 that is the same every time for the same whole numbers. */
export function chanceOf(seed: number, ...at: readonly number[]): number {
  let hash = seed >>> 0;
  for (const n of at) {
    hash = Math.imul(hash ^ (n | 0), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** From 0 to 1 with no slope at either end. */
const ease = (share: number): number => share * share * (3 - 2 * share);

/** Smooth chance along one line: 0 to 1, a new value each whole number. */
export function wave(seed: number, x: number): number {
  const whole = Math.floor(x);
  const from = chanceOf(seed, whole);
  return from + (chanceOf(seed, whole + 1) - from) * ease(x - whole);
}

/** Smooth chance over a plane that changes in time: 0 to 1; a new value each whole number of each. */
export function cloud(seed: number, x: number, y: number, t: number): number {
  const [ix, iy, it] = [Math.floor(x), Math.floor(y), Math.floor(t)];
  const [ex, ey, et] = [ease(x - ix), ease(y - iy), ease(t - it)];
  const plane = (k: number): number => {
    const row = (j: number): number => {
      const from = chanceOf(seed, ix, j, k);
      return from + (chanceOf(seed, ix + 1, j, k) - from) * ex;
    };
    const from = row(iy);
    return from + (row(iy + 1) - from) * ey;
  };
  const from = plane(it);
  return from + (plane(it + 1) - from) * et;
}

/** A number around 0 with a standard deviation of about 1, from chances (sum of three, Irwin–Hall). */
export const bell = (seed: number, ...at: readonly number[]): number => 2 * (chanceOf(seed, ...at, 1) + chanceOf(seed, ...at, 2) + chanceOf(seed, ...at, 3) - 1.5);

/** How many of what comes at `mean` on average come this time (Poisson, by inversion; above 60 by the bell). */
export function countOf(mean: number, chance: number, around: number): number {
  if (!(mean > 0)) return 0;
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * around));
  let [left, term, n] = [chance, Math.exp(-mean), 0];
  while (left > term && n < 400) {
    left -= term;
    n += 1;
    term *= mean / n;
  }
  return n;
}
