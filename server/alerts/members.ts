/** Ids of all that were ever raised in a group. Kept, they are numbers of alerts in the order in which those were raised: most groups are never asked for again. */
export interface Members {
  readonly size: number;
  add(id: string): void;
  delete(id: string): void;
  all(): ReadonlySet<string>;
  /** @param numberOf undefined for one that came later */
  numbers(numberOf: (id: string) => number | undefined): readonly number[];
}

export function createMembers(ids: readonly string[] = [], kept: readonly number[] = []): Members {
  let resting: readonly number[] | null = kept;
  let members = new Set<string>();
  function awake(): Set<string> {
    if (resting) [members, resting] = [new Set(resting.map((n) => ids[n]!)), null];
    return members;
  }
  return {
    get size() {
      return resting ? resting.length : members.size;
    },
    add: (id) => void awake().add(id),
    delete: (id) => void awake().delete(id),
    all: awake,
    numbers: (numberOf) => resting ?? [...members].flatMap((id) => numberOf(id) ?? []),
  };
}
