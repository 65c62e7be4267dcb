/** What a frame that cannot be trusted is refused with. */
export class WireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WireError";
  }
}

const SPLIT = 0x1000_0000;
const text = new TextEncoder();
const untext = new TextDecoder("utf-8", { fatal: true });

/** A buffer that grows as it is written. Whole numbers are LEB128 varints up to 2^53. */
export class ByteWriter {
  private bytes: Uint8Array;
  private length = 0;

  constructor(expected = 256) {
    this.bytes = new Uint8Array(expected);
  }
  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }
  /** @throws WireError when `value` is not a whole number from 0 to 2^53 */
  varint(value: number, what: string): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new WireError(`${what} is ${value}; a frame carries whole numbers from 0 to 2^53 there.`);
    this.reserve(8);
    let high = value;
    while (high >= SPLIT) {
      this.bytes[this.length++] = (high % 128) | 0x80;
      high = Math.floor(high / 128);
    }
    let low = high;
    while (low > 0x7f) {
      this.bytes[this.length++] = (low & 0x7f) | 0x80;
      low >>>= 7;
    }
    this.bytes[this.length++] = low;
  }
  /** Sign in the lowest bit; from -2^52 to 2^52. */
  zigzag(value: number, what: string): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value, what);
  }
  string(value: string, what: string): void {
    const encoded = text.encode(value);
    this.varint(encoded.length, what);
    this.reserve(encoded.length);
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
  }
  /** Eight bytes, little-endian, any double. */
  double(value: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Reads what a ByteWriter wrote, and refuses whatever it would not have written. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  get left(): number {
    return this.bytes.length - this.at;
  }
  byte(what: string): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new WireError(`The frame ends after ${this.bytes.length} bytes, inside ${what}; it was cut off. Ask for a snapshot.`);
    return value;
  }
  varint(what: string): number {
    let value = 0;
    let unit = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte(what);
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER || (byte === 0 && i > 0)) break;
        return value;
      }
      unit *= 128;
    }
    throw new WireError(`${what} at byte ${this.at} is not a varint up to 2^53.`);
  }
  zigzag(what: string): number {
    const value = this.varint(what);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
  string(what: string): string {
    const length = this.varint(what);
    if (length > this.left) throw new WireError(`${what} claims ${length} bytes, only ${this.left} are left; the frame was cut off. Ask for a snapshot.`);
    const slice = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    try {
      return untext.decode(slice);
    } catch {
      throw new WireError(`${what} is not UTF-8.`);
    }
  }
  double(what: string): number {
    if (this.left < 8) throw new WireError(`${what} takes 8 bytes, only ${this.left} are left.`);
    const value = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, 8).getFloat64(0, true);
    this.at += 8;
    return value;
  }
  /** A count of things that take at least `least` bytes each, so that a lie cannot claim memory. */
  count(least: number, what: string): number {
    const count = this.varint(what);
    if (count * least > this.left) throw new WireError(`${what} is ${count}, but only ${this.left} bytes are left. Ask for a snapshot.`);
    return count;
  }
  end(): void {
    if (this.left > 0) throw new WireError(`${this.left} bytes follow the end of the frame; expected none.`);
  }
}
