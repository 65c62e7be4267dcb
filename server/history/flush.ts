import type { ColumnImage, HistoryBlock } from "../../model/ports.ts";
import { packPlaces, packSamples } from "./pack.ts";
import type { Memory } from "./memory.ts";
import type { Stored } from "./stored.ts";

/** The place under which everything that came in during one flush is kept, by the time at which it was received. */
export const ARRIVALS = "*";
/** The same for roll-ups. */
export const ROLLED = "^";

/** No block of what came in spans more than this, so that a stretch of the past is read without looking at what came later. */
export const ARRIVALS_SPAN_MS = 60_000;
/** A column that changed is written whole this often, and all its tails with it. */
export const IMAGE_EVERY_MS = 600_000;

/** What one flush writes of one indicator, and what may be forgotten once that is durable. */
export interface Pending {
  readonly blocks: HistoryBlock[];
  readonly images: ColumnImage[];
  done(): void;
  failed(): void;
}

/** True when a column has changed and its last image is old. */
export const isImageDue = (memory: Memory, now: number): boolean => memory.changed && now - memory.imagedAt >= IMAGE_EVERY_MS;

/** Takes what came in since the last flush, and the tails that are long enough to become blocks; `whole` takes all of them, and the image. */
export function pendingOf(memory: Memory, of: { readonly situation: string; readonly indicator: string; readonly arrivals: string }, now: number, whole: boolean): Pending {
  const { situation, indicator, arrivals } = of;
  const { fresh } = memory;
  memory.fresh = new Map();
  const blocks: HistoryBlock[] = [];
  for (const part of bySpan(fresh)) {
    const all = [...part.values()].flat();
    const received = spanOf(all, (s) => s.receivedAt);
    blocks.push({ situation, indicator, place: arrivals, fromAt: received.from, toAt: received.to, receivedTo: received.to, count: all.length, bytes: packPlaces(part) });
  }
  const cut: (() => void)[] = [];
  for (const place of whole ? [...memory.tails.keys()] : [...memory.long]) {
    const tail = memory.tails.get(place)!;
    const length = tail.samples.length;
    if (length === 0) continue;
    blocks.push(blockOf(tail.samples.slice(0, length), { situation, indicator, place }));
    cut.push(() => void tail.samples.splice(0, length));
  }
  memory.long.clear();
  const images: ColumnImage[] = [];
  // Roll-ups are read by place and time; a whole column of them is added up from the samples.
  if (whole && arrivals === ARRIVALS && memory.receivedTo > Number.NEGATIVE_INFINITY) {
    const standing = new Map<string, Stored[]>();
    for (const [place, { current }] of memory.tails) if (current) standing.set(place, [current]);
    images.push({ situation, indicator, at: memory.receivedTo, bytes: packPlaces(standing) });
  }
  if (whole) {
    memory.changed = false;
    memory.imagedAt = now;
  }
  return {
    blocks,
    images,
    done() {
      for (const forget of cut) forget();
    },
    failed() {
      for (const [place, samples] of memory.fresh) fresh.set(place, [...(fresh.get(place) ?? []), ...samples]);
      memory.fresh = fresh;
      for (const [place, tail] of memory.tails) if (memory.isLong(tail)) memory.long.add(place);
      if (whole) {
        memory.changed = true;
        memory.imagedAt = Number.NEGATIVE_INFINITY;
      }
    },
  };
}

/** Samples of one series as a block of its own. */
export function blockOf(samples: readonly Stored[], of: { readonly situation: string; readonly indicator: string; readonly place: string }): HistoryBlock {
  const observed = spanOf(samples, (s) => s.observedAt);
  return { ...of, fromAt: observed.from, toAt: observed.to, receivedTo: spanOf(samples, (s) => s.receivedAt).to, count: samples.length, bytes: packSamples(samples) };
}

/** A flush takes in a second; only after a store was away for long does it come to more than one part. */
function bySpan(fresh: ReadonlyMap<string, readonly Stored[]>): Iterable<ReadonlyMap<string, readonly Stored[]>> {
  const parts = new Map<number, Map<string, Stored[]>>();
  for (const [place, samples] of fresh)
    for (const sample of samples) {
      const span = Math.floor(sample.receivedAt / ARRIVALS_SPAN_MS);
      const part = parts.get(span) ?? new Map<string, Stored[]>();
      parts.set(span, part);
      const list = part.get(place);
      if (list) list.push(sample);
      else part.set(place, [sample]);
    }
  return parts.values();
}

function spanOf(samples: readonly Stored[], time: (s: Stored) => number): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const s of samples) {
    from = Math.min(from, time(s));
    to = Math.max(to, time(s));
  }
  return { from, to };
}
