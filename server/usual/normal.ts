import { deviation, mean, quantileSorted } from "d3";
import { LEAST_WEEKS, type Normal } from "../../model/usual.ts";

/** What is usual by what stood in the weeks before; null where that is too little. */
export function normalOf(values: readonly number[]): Normal | null {
  if (values.length < LEAST_WEEKS) return null;
  const inOrder = values.toSorted((a, b) => a - b);
  return { weeks: values.length, mean: mean(inOrder)!, sigma: deviation(inOrder)!, low: quantileSorted(inOrder, 0.1)!, high: quantileSorted(inOrder, 0.9)! };
}
