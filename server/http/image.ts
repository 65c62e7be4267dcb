/** Kinds of picture that a receipt may carry, told by their first bytes and never by what the sender says. */
export type ImageKind = "image/jpeg" | "image/png" | "image/webp";

const starts = (bytes: Uint8Array, at: number, ...wanted: number[]): boolean => wanted.every((byte, i) => bytes[at + i] === byte);

/** What picture the bytes are, or null. */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50)) return "image/webp";
  return null;
}
