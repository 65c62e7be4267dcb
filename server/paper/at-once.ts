import { aged, type Ageing } from "../../model/ageing.ts";
import { NO_RECORDS, NO_SERIES, NO_SLICE, pointsOf, type Records } from "../../model/view.ts";
import { channelKey, type Channel } from "../../model/wire/channel.ts";
import { decode } from "../../model/wire/codec.ts";
import type { Frame } from "../../model/wire/frame.ts";
import type { Shelf } from "../../wall/marks/facts/reader.ts";

/** The streams of one situation, as a display hears them. */
export interface Streams {
  open(channel: Channel): Promise<{ readonly id: number }>;
  /** True at this instant. */
  snapshot(id: number): Uint8Array;
  close(id: number): void;
}
export interface AtOnceNeeds {
  readonly streams: Streams;
  /** Why whoever asks may not hear a channel: a problem code; null when they may. */
  refuses(channel: Channel): string | null;
  ageing(indicator: string): Ageing | undefined;
  /** Epoch ms on the situation's clock. */
  simNow(): number;
}
/** A history that cannot be read, or a stream that ended meanwhile (a seek), is one panel's loss. */
const LOST = { code: "unavailable" };
/** What was opened, or why it was not. */
type Opened = { readonly id: number } | { readonly code: string };

/**
 * Reads what a display would show at one instant: what `read` touches is opened, then all of it is read together, and so
 * again as long as it touches more. Nothing stays open.
 */
export async function readAtOnce<T>(needs: AtOnceNeeds, read: (shelf: Shelf, simNow: number, tick: () => number) => T): Promise<T> {
  const opened = new Map<string, Opened>();
  try {
    for (;;) {
      const simNow = needs.simNow();
      const wanted = new Map<string, Channel>();
      const frames = new Map<string, Frame>();
      const at = (situation: string, channel: Channel): Frame | { readonly code: string } | undefined => {
        const key = channelKey(situation, channel);
        const known = opened.get(key);
        if (!known) wanted.set(key, channel);
        if (!known || "code" in known) return known;
        try {
          const frame = frames.get(key) ?? decode(needs.streams.snapshot(known.id));
          frames.set(key, frame);
          return frame;
        } catch {
          return LOST;
        }
      };
      const told = read(shelfOf(at, simNow, needs), simNow, () => Math.max(0, ...[...frames.values()].map(({ tick }) => tick)));
      if (wanted.size === 0) return told;
      await Promise.all([...wanted].map(async ([key, channel]) => {
        const code = needs.refuses(channel);
          opened.set(key, code === null ? await needs.streams.open(channel).catch(() => LOST) : { code });
      }));
    }
  } finally {
    for (const one of opened.values()) if ("id" in one) needs.streams.close(one.id);
  }
}

function shelfOf(at: (situation: string, channel: Channel) => Frame | { readonly code: string } | undefined, simNow: number, { ageing }: AtOnceNeeds): Shelf {
  const records = <T>(situation: string, channel: Channel): Records<T> => {
    const frame = at(situation, channel);
    if (!frame) return NO_RECORDS;
    if (!("body" in frame)) return { ...NO_RECORDS, status: "refused", code: frame.code };
    if (frame.body !== "records") return NO_RECORDS;
    const { tick, at: when, simAt } = frame;
    return { status: "ready", code: "", tick, at: when, simAt, records: new Map(frame.records.map(({ id, record }) => [id, record as T])) };
  };
  return {
    slice(situation, channel) {
      const frame = at(situation, channel);
      if (!frame) return NO_SLICE;
      if (!("body" in frame)) return { ...NO_SLICE, status: "refused", code: frame.code };
      if (frame.body !== "cells") return NO_SLICE;
      const { tick, at: when, simAt } = frame;
      return { status: "ready", code: "", tick, at: when, simAt, cells: new Map(frame.cells.map((cell) => [cell.place, aged({ ...cell, tick }, ageing(channel.indicator), simNow, true)])) };
    },
    records,
    series(situation, channel) {
      const view = records(situation, channel);
      return view.status === "ready" ? pointsOf(view, channel.window) : { ...NO_SERIES, status: view.status, code: view.code };
    },
  };
}
