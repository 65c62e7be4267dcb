/** Kinds of picture that a receipt may carry, told by their first bytes and never by what the sender says. */
export type ImageKind = "image/jpeg" | "image/png" | "image/webp";

const starts = (bytes: Uint8Array, at: number, ...wanted: number[]): boolean => wanted.every((byte, i) => bytes[at + i] === byte);
const says = (bytes: Uint8Array, at: number, word: string): boolean => starts(bytes, at, ...Buffer.from(word, "latin1"));
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** What picture the bytes are, or null. A signature alone is no picture: the part that states its size must follow. */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  if (starts(bytes, 0, 0xff, 0xd8)) return hasJpegFrame(bytes) ? "image/jpeg" : null;
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return hasPngHeader(bytes) ? "image/png" : null;
  if (says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP")) return ["VP8 ", "VP8L", "VP8X"].some((chunk) => says(bytes, 12, chunk)) && bytes.length >= 30 ? "image/webp" : null;
  return null;
}

/** IHDR, 13 bytes long, with a width and a height. */
function hasPngHeader(bytes: Uint8Array): boolean {
  return starts(bytes, 8, 0, 0, 0, 13) && says(bytes, 12, "IHDR") && bytes.length >= 33 && isSize(bytes.subarray(16, 20)) && isSize(bytes.subarray(20, 24));
}
const isSize = (four: Uint8Array): boolean => four.some((byte) => byte > 0);

/** A frame header (SOF) with a width, behind whatever segments stand before it. A height of 0 is stated later. */
function hasJpegFrame(bytes: Uint8Array): boolean {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1]!;
    // Markers may be filled up with 0xff.
    if (marker === 0xff) {
      at++;
      continue;
    }
    // C4, C8 and CC are tables, no frames.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return u16(bytes, at + 2) >= 8 && u16(bytes, at + 7) > 0;
    const length = u16(bytes, at + 2);
    if (length < 2) return false;
    at += 2 + length;
  }
  return false;
}
