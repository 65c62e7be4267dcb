import type { Samples } from "../../model/column.ts";
import type { Indicator } from "../../model/indicator.ts";

/** Room for `size` places; parts only where the roll-up needs them. */
export function allocate(indicator: Indicator, size: number): Samples {
  const parts = indicator.rollup === "ratio" || indicator.rollup === "wmean";
  const empty = () => new Float64Array(size).fill(Number.NaN);
  return {
    value: empty(),
    observedAt: empty(),
    receivedAt: empty(),
    quality: new Uint8Array(size),
    num: parts ? empty() : null,
    den: indicator.rollup === "ratio" ? empty() : null,
    down: new Uint8Array(size),
  };
}

/** The same with room for more. */
export function enlarge(indicator: Indicator, samples: Samples, size: number): Samples {
  const larger = allocate(indicator, size);
  for (const part of ["value", "observedAt", "receivedAt", "quality", "num", "den", "down"] as const) if (samples[part]) larger[part]!.set(samples[part]);
  return larger;
}
