/** Beyond this a display's queue is dropped and it gets the shared snapshot (CONTRACT §7). */
export const MOST_FRAMES_BEHIND = 8;
export const MOST_BYTES_BEHIND = 1024 * 1024;

/** A packet that waits for the transport, as the engine keeps it. */
export interface Waiting {
  readonly type: string;
  readonly data?: unknown;
}

/** One event with one attachment: the header that names `frame`, then its bytes. */
const isFrameHeader = (packet: Waiting | undefined): boolean => packet?.type === "message" && typeof packet.data === "string" && packet.data.startsWith('51-["frame"');
const isBytes = (packet: Waiting | undefined): boolean => packet?.type === "message" && packet.data instanceof Uint8Array;
const sizeOf = (packet: Waiting): number => (typeof packet.data === "string" ? packet.data.length : packet.data instanceof Uint8Array ? packet.data.byteLength : 0);

/** How far behind a queue is: frames that wait whole, and all bytes. */
export function measure(queue: readonly Waiting[]): { frames: number; bytes: number } {
  let frames = 0;
  let bytes = 0;
  for (const packet of queue) {
    if (isFrameHeader(packet)) frames++;
    bytes += sizeOf(packet);
  }
  return { frames, bytes };
}

/**
 * Takes whole frames out of a queue and leaves everything else in its order: acknowledgements, beats, and the bytes of
 * a frame whose header is already under way, which the reader still awaits.
 */
export function withoutFrames<P extends Waiting>(queue: readonly P[]): P[] {
  const kept: P[] = [];
  for (let i = 0; i < queue.length; i++) {
    if (isFrameHeader(queue[i]) && isBytes(queue[i + 1])) i++;
    else kept.push(queue[i]!);
  }
  return kept;
}
