/** Longest line of a stream (CONTRACT §4), in bytes without its end. */
export const LINE_BYTES = 4_096;
const LF = 10;
const CR = 13;

/** A line of a stream, or null when it was too long or not UTF-8. Nothing beyond one line is ever held. */
export type Line = string | null;

/** The lines of a byte stream; empty ones are skipped, a byte order mark at the start is not part of the first. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array(0);
  let tooLong = false;
  let first = true;
  const line = (bytes: Uint8Array): Line | undefined => {
    if (tooLong) {
      tooLong = false;
      return null;
    }
    let end = bytes.length;
    if (end > 0 && bytes[end - 1] === CR) end--;
    const start = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    first = false;
    if (end - start > LINE_BYTES) return null;
    try {
      const text = decoder.decode(bytes.subarray(start, end));
      return text.trim() === "" ? undefined : text;
    } catch {
      return null;
    }
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      const piece = chunk.subarray(from, at);
      const one = line(rest.length === 0 ? piece : join(rest, piece));
      if (one !== undefined) lines.push(one);
      rest = new Uint8Array(0);
      from = at + 1;
    }
    if (!tooLong) rest = join(rest, chunk.subarray(from));
    if (rest.length > LINE_BYTES + 4) {
      tooLong = true;
      first = false;
      rest = new Uint8Array(0);
    }
    if (lines.length > 0) yield lines;
  }
  const last = rest.length > 0 || tooLong ? line(rest) : undefined;
  if (last !== undefined) yield [last];
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
