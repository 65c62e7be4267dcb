import { deviation, mean, quantileSorted } from "d3";
import { LEAST_WEEKS, type Normal } from "../../model/usual.ts";

/** What is usual by what stood in the weeks before; null of fewer than `least` of them. */
export function normalOf(values: readonly number[], least: number = LEAST_WEEKS): Normal | null {
  if (values.length < least) return null;
  const inOrder = values.toSorted((a, b) => a - b);
  return { weeks: values.length, mean: mean(inOrder)!, sigma: deviation(inOrder)!, low: quantileSorted(inOrder, 0.1)!, high: quantileSorted(inOrder, 0.9)! };
}
