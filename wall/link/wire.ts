import type { Beat, WatchAnswer } from "../../model/wire/events.ts";
import type { Watch } from "../../model/wire/channel.ts";

/** The socket as the link needs it: nothing is buffered, a call on a closed wire answers null. */
export interface Wire {
  readonly connected: boolean;
  watch(what: Watch): Promise<WatchAnswer | null>;
  unwatch(ids: readonly number[]): void;
  /** Answers the server's epoch ms, or null when it did not answer in time. */
  time(askedAt: number): Promise<number | null>;
  /** Where a hand points; one that finds no room is left out. */
  point(at: Pointed): void;
  close(): void;
}
/** A place on a wall's map, in degrees. */
export interface Pointed {
  readonly wall: string;
  readonly x: number;
  readonly y: number;
}
export interface WireListener {
  up(): void;
  /** `why` is the server's word: `no_session`, `slow`, … or the transport's. */
  down(why: string): void;
  frame(bytes: Uint8Array): void;
  beat(beat: Beat): void;
  pointed(at: Pointed): void;
}
/** Opens a wire that reconnects by itself until closed. */
export type OpenWire = (listener: WireListener) => Wire;
