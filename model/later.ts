const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** JSON texts, one behind the other, that are read when somebody asks for what they say: of what is over hardly anything is ever opened again. */
export class Later {
  /** UTF-8, as it was kept. */
  readonly bytes: () => Uint8Array;
  constructor(bytes: () => Uint8Array) {
    this.bytes = bytes;
  }
  part(from: number, to: number): Later {
    return new Later(() => this.bytes().subarray(from, to));
  }
  read(): unknown {
    return JSON.parse(decoder.decode(this.bytes()));
  }
  static of(value: unknown): Later {
    const bytes = encoder.encode(JSON.stringify(value));
    return new Later(() => bytes);
  }
  /** @returns all of them as one, and how long each is */
  static joined(all: readonly Later[]): { readonly later: Later; readonly lengths: readonly number[] } {
    const parts = all.map(({ bytes }) => bytes());
    const lengths = parts.map(({ length }) => length);
    const whole = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return { later: new Later(() => whole), lengths };
  }
}
