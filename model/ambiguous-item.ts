/** Stands where a sample stood that names a key twice: which of its values was meant, nobody can know. */
export class AmbiguousItem {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}
