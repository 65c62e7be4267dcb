import type { KeptRecord, Keeping } from "./decision.ts";

type Kept = Map<string, unknown> | Set<string>;
type Row = readonly [of: string, key: string, value?: unknown];

/** Keeps a fold that is nothing but maps and sets, in their order; what stands in them is replaced and never changed, and has a JSON text. */
export function keepMaps(name: string, kept: Readonly<Record<string, Kept>>): Keeping {
  const recordsOf = (): Row[] => Object.entries(kept).flatMap(([of, each]) => (each instanceof Map ? [...each].map(([key, value]): Row => [of, key, value]) : [...each].map((key): Row => [of, key])));
  const asMade = recordsOf();
  function put([of, key, value]: Row): void {
    const each = kept[of];
    if (each instanceof Map) each.set(key, value);
    else if (each) each.add(key);
    else throw new Error(`"${name}" keeps no "${of}".`);
  }
  return {
    name,
    keep: () => recordsOf().map((record): KeptRecord => ({ record })),
    restore(records) {
      for (const each of Object.values(kept)) each.clear();
      for (const record of asMade) put(record);
      for (const { record } of records) put(record as Row);
    },
  };
}
