import { seeded, seedOf } from "../../model/seeded.ts";

/** Chance that is the same every time for the same seed. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of these, each as often as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, what: T])[]): T;
}

export function chanceOf(...names: readonly (string | number)[]): Chance {
  const next = seeded(seedOf(...names));
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    oneIn: (times) => next() * times < 1,
    between,
    pick: (from) => from[between(0, from.length - 1)]!,
    weighted(from) {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, what] of from) if ((left -= weight) < 0) return what;
      return from.at(-1)![1];
    },
  };
}
