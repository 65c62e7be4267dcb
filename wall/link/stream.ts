import type { Frame } from "../../model/wire/frame.ts";

/** What one channel has received: the prefix is gap-free, or it asks again. */
export interface Stream {
  readonly epoch: number;
  readonly seq: number;
}

/** What to do with a frame that arrived: keep it, drop it as already known, or ask for a snapshot. */
export type Verdict = "keep" | "known" | "gap";

/**
 * Judges a frame against the last one received. A snapshot stands by itself, so a new epoch may begin with one; a delta
 * is kept only when it is the very next.
 */
export function judge(stream: Stream | null, frame: Pick<Frame, "epoch" | "seq" | "kind">): Verdict {
  if (stream === null) return frame.kind === "snapshot" ? "keep" : "gap";
  if (frame.epoch !== stream.epoch) return frame.kind === "snapshot" ? "keep" : "gap";
  if (frame.kind === "snapshot") return frame.seq >= stream.seq ? "keep" : "known";
  if (frame.seq <= stream.seq) return "known";
  return frame.seq === stream.seq + 1 ? "keep" : "gap";
}
