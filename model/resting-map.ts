/** Entries that were kept together, and are read together. */
interface Chunk<V> {
  readonly keys: readonly string[];
  /** Its values, in the order of the keys. */
  read(): readonly V[];
}
class Rests<V> {
  readonly chunk: Chunk<V>;
  /** So many of its entries have not been changed since: without one there is nothing to read. */
  left: number;
  constructor(chunk: Chunk<V>) {
    this.chunk = chunk;
    this.left = chunk.keys.length;
  }
}

/**
 * A map of which a part rests (静置): what was kept of it is read when somebody asks for one of its entries, or for all. It keeps the order in which entries
 * came, whether they rest or not. A boot need not read what is over, and hardly anybody asks for it.
 */
export class RestingMap<V> {
  private readonly all = new Map<string, V | Rests<V>>();
  private readonly resting = new Set<Rests<V>>();

  get size(): number {
    return this.all.size;
  }
  has(key: string): boolean {
    return this.all.has(key);
  }
  get(key: string): V | undefined {
    const found = this.all.get(key);
    return found instanceof Rests ? this.wake(found, key) : found;
  }
  set(key: string, value: V): this {
    const before = this.resting.size > 0 ? this.all.get(key) : undefined;
    if (before instanceof Rests && --before.left === 0) this.resting.delete(before);
    this.all.set(key, value);
    return this;
  }
  clear(): void {
    this.all.clear();
    this.resting.clear();
  }
  keys(): IterableIterator<string> {
    return this.all.keys();
  }
  *entries(): Generator<[string, V]> {
    for (const [key, value] of this.all) yield [key, value instanceof Rests ? this.wake(value, key) : value];
  }
  *values(): Generator<V> {
    for (const [, value] of this.entries()) yield value;
  }
  /** All values at once; where nothing rests, as fast as a map tells them. */
  list(): readonly V[] {
    return this.resting.size === 0 ? ([...this.all.values()] as V[]) : [...this.values()];
  }
  /** Those alone that do not rest. */
  *awake(): Generator<V> {
    for (const value of this.all.values()) if (!(value instanceof Rests)) yield value;
  }

  /** More entries, that rest: `keys` come behind those that are there. */
  rest(keys: readonly string[], read: () => readonly V[]): void {
    if (keys.length === 0) return;
    const rests = new Rests({ keys, read });
    this.resting.add(rests);
    for (const key of keys) this.all.set(key, rests);
  }
  /** Reads some of what rests. @returns true when more does */
  wakeSome(): boolean {
    const [next] = this.resting;
    if (next) this.wake(next);
    return this.resting.size > 0;
  }
  private wake(rests: Rests<V>): void;
  private wake(rests: Rests<V>, wanted: string): V;
  private wake(rests: Rests<V>, wanted?: string): V | undefined {
    this.resting.delete(rests);
    const values = rests.chunk.read();
    // What was changed meanwhile stands as it was changed.
    for (const [i, key] of rests.chunk.keys.entries()) if (this.all.get(key) === rests) this.all.set(key, values[i]!);
    return wanted === undefined ? undefined : (this.all.get(wanted) as V);
  }
}
