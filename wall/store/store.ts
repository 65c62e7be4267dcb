import type { Clock, Stop } from "../../model/ports.ts";
import { channelKey, type Channel } from "../../model/wire/channel.ts";
import { MOST_CHANNELS } from "../../model/wire/most-channels.ts";
import type { Frame } from "../../model/wire/frame.ts";
import type { Ageing } from "../../model/ageing.ts";
import { Cells } from "./cells.ts";
import { fold, refusedRecords } from "./records.ts";
import { NO_RECORDS, NO_SLICE, pointsOf, type Records, type Series, type Slice } from "../../model/view.ts";

/** What the store needs of the link. */
export interface Source {
  watch(situation: string, channel: Channel, listener: { frame(frame: Frame): void; anew(): void; refused(code: string): void }): Stop;
  simNow(situation: string): number;
  readonly state: "live" | "stale" | "down";
  onState(listener: () => void): Stop;
}
/** The last true frame of each channel that somebody listens to. The page never edits it. */
export interface Store {
  /** Keeps a channel coming until undone; `listener` runs when what it shows has changed. */
  subscribe(situation: string, channel: Channel, listener: () => void): Stop;
  /** What a channel shows now, whether or not somebody listens. */
  slice(situation: string, channel: Extract<Channel, { kind: "slice" }>): Slice;
  records<T>(situation: string, channel: Exclude<Channel, { kind: "slice" | "series" }>): Records<T>;
  series(situation: string, channel: Extract<Channel, { kind: "series" }>): Series;
  /** True while something that is listened to in a situation has not been answered yet. */
  awaits(situation: string): boolean;
  close(): void;
}
interface Held {
  readonly situation: string;
  readonly channel: Channel;
  readonly cells: Cells;
  records: Records<unknown>;
  series: Series | null;
  readonly listeners: Set<() => void>;
  stop: Stop;
  leaving: Stop | null;
}

/** A channel outlives its last listener by this much, so that going back is at once. */
export const LINGER_MS = 15_000;
/** Channels that only linger make room before the server refuses one that is read: a few more stand there until their answers have come and gone back. */
export const LINGER_BELOW = MOST_CHANNELS - 15;
const HEARTBEAT_MS = 1_000;

/** @param needs.ageing of an indicator in a situation, whose record may have its own interval; undefined while the dictionary does not know it: its numbers then count as stale */
export function createStore(needs: { source: Source; clock: Clock; ageing: (indicator: string, situation: string) => Ageing | undefined }): Store {
  const { source, clock } = needs;
  const held = new Map<string, Held>();
  const live = () => source.state === "live";
  const ageingOf = (h: Held) => (h.channel.kind === "slice" ? needs.ageing(h.channel.indicator, h.situation) : undefined);
  const tell = (h: Held) => {
    for (const listener of h.listeners) listener();
  };
  const ageAll = () => {
    for (const h of held.values())
      if (h.channel.kind === "slice" && h.cells.age(ageingOf(h), source.simNow(h.situation), live())) tell(h);
  };
  const stops = [clock.every(HEARTBEAT_MS, ageAll), source.onState(ageAll)];

  function hold(key: string, situation: string, channel: Channel): Held {
    const h: Held = {
      situation, channel, cells: new Cells(), records: NO_RECORDS, series: null, listeners: new Set(), stop: () => {}, leaving: null,
    };
    makeRoom();
    held.set(key, h);
    h.stop = source.watch(situation, channel, {
      frame(frame) {
        if (frame.body === "cells") h.cells.take(frame, ageingOf(h), source.simNow(situation), live());
        else h.records = fold(h.records, frame);
        h.series = null;
        tell(h);
      },
      anew() {
        h.cells.empty();
        h.records = NO_RECORDS;
        h.series = null;
        tell(h);
      },
      refused(code) {
        // What nobody listens to any more takes no room from what somebody does; the link asks again.
        if (code === "too_many") for (const left of lingering) letGo(left);
        h.cells.refuse(code);
        h.records = refusedRecords(code);
        h.series = null;
        tell(h);
      },
    });
    return h;
  }
  /** In the order in which they were left. */
  const lingering = new Set<Held>();
  function makeRoom(): void {
    for (const h of lingering) {
      if (held.size < LINGER_BELOW) return;
      letGo(h);
    }
  }
  function letGo(h: Held): void {
    stay(h);
    h.stop();
    held.delete(channelKey(h.situation, h.channel));
  }
  function stay(h: Held): void {
    h.leaving?.();
    h.leaving = null;
    lingering.delete(h);
  }
  /** Apart from whoever listened, so that a panel that has left is not held for as long as its channels are. */
  function leave(h: Held): void {
    lingering.add(h);
    h.leaving = clock.after(LINGER_MS, () => letGo(h));
  }
  const find = (situation: string, channel: Channel) => held.get(channelKey(situation, channel));

  return {
    subscribe(situation, channel, listener) {
      const key = channelKey(situation, channel);
      const h = held.get(key) ?? hold(key, situation, channel);
      stay(h);
      h.listeners.add(listener);
      return () => {
        if (!h.listeners.delete(listener) || h.listeners.size > 0) return;
        leave(h);
      };
    },
    slice: (situation, channel) => find(situation, channel)?.cells.slice ?? NO_SLICE,
    records: <T>(situation: string, channel: Channel) => (find(situation, channel)?.records ?? NO_RECORDS) as Records<T>,
    series(situation, channel) {
      const h = find(situation, channel);
      if (!h) return pointsOf(NO_RECORDS, channel.window);
      return (h.series ??= pointsOf(h.records, channel.window));
    },
    awaits: (situation) => [...held.values()].some((h) => h.situation === situation && h.listeners.size > 0 && (h.channel.kind === "slice" ? h.cells.slice : h.records).status === "loading"),
    close() {
      for (const stop of stops) stop();
      for (const h of held.values()) letGo(h);
    },
  };
}
