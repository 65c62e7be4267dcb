/** More of one item than a line may hold is not kept: a thousand of them must not fill the memory. */
export const MOST_KEPT_BYTES = 4_096;

/** What is kept of an item that a person shall judge: all of it, or its beginning as text with the length of the whole. */
export function keptOf(item: unknown): { readonly item: unknown; readonly cutFrom?: number } {
  const bytes = Buffer.from(JSON.stringify(item) ?? "null");
  if (bytes.length <= MOST_KEPT_BYTES) return { item };
  // A character that the cut has split is left out.
  return { item: new TextDecoder().decode(bytes.subarray(0, MOST_KEPT_BYTES), { stream: true }), cutFrom: bytes.length };
}
