/** What has changed since somebody looked: a tick reads that, and not all there is. */
export interface Changes {
  note(id: string): void;
  /** All may have changed: whoever looks reads everything. */
  all(): void;
  mark(): number;
  /** Each once; null when it is too long ago to tell. */
  since(mark: number): ReadonlySet<string> | null;
}

/** So many are remembered: a tick of the worst storm changes a fraction of it. */
const REMEMBERED = 20_000;

export function createChanges(): Changes {
  let ids: string[] = [];
  let first = 0;
  return {
    note(id) {
      ids.push(id);
      if (ids.length < 2 * REMEMBERED) return;
      first += ids.length - REMEMBERED;
      ids = ids.slice(-REMEMBERED);
    },
    all() {
      first += ids.length + 1;
      ids = [];
    },
    mark: () => first + ids.length,
    since: (mark) => (mark < first ? null : new Set(ids.slice(mark - first))),
  };
}
