import type { SituationInfo } from "../situation.ts";
import type { StoreState } from "../store-state.ts";
import type { Channel, Watch } from "./channel.ts";

/**
 * Snapshots that ride in one acknowledgement: the socket's parser refuses a packet with more attachments and cuts the
 * line. The channels beyond it are answered without one, and their snapshot follows as a frame.
 */
export const SNAPSHOTS_PER_ANSWER = 10;

/** Answer for one channel of a watch: its number and the snapshot, or why not. */
export type WatchedChannel =
  | { readonly id: number; readonly channel: Channel; readonly epoch: number; readonly seq: number; readonly snapshot?: Uint8Array }
  | { readonly channel: unknown; readonly code: string; readonly message?: string };

export interface WatchAnswer {
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly channels: readonly WatchedChannel[];
}

/** Every 2 s: server time, stream heads by channel number, and the clocks of the situations. */
export interface Beat {
  readonly at: number;
  readonly heads: Readonly<Record<string, number>>;
  readonly situations: readonly SituationInfo[];
  /** In the first of a connection: the build of the pages that this server gives out, empty when it has none. */
  readonly build?: string;
  /** How the house itself is. */
  readonly house?: StoreState;
}

export interface ServerEvents {
  frame: (bytes: Uint8Array) => void;
  beat: (beat: Beat) => void;
  /** Where the holder of a wall's lock points, in degrees: `x` east, `y` north. */
  pointer: (at: { readonly wall: string; readonly x: number; readonly y: number }) => void;
  bye: (why: { readonly reason: string }) => void;
}
export interface ClientEvents {
  watch: (watch: Watch, answer: (a: WatchAnswer) => void) => void;
  unwatch: (what: { readonly ids: readonly number[] }, answer?: (a: { readonly ok: boolean }) => void) => void;
  time: (ask: { readonly t0: number }, answer: (a: { readonly t0: number; readonly t1: number }) => void) => void;
  pointer: (at: { readonly wall: string; readonly x: number; readonly y: number }) => void;
}

export const BEAT_MS = 2_000;
/** Silence after which a page says that it is cut off. */
export const LINK_LOST_MS = 5_000;
