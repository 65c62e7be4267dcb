import type { HistoryBlock } from "../../model/ports.ts";
import { blockOf } from "./flush.ts";
import { unpackSamples } from "./pack.ts";

/** Blocks in memory, for a world that is played from a record and need not outlive the program; the oldest go first. */
export interface Shelf {
  put(block: HistoryBlock): void;
  /** Blocks of one series that overlap [from, to]. */
  blocks(indicator: string, place: string, from: number, to: number): HistoryBlock[];
}

/** What a block takes beside its bytes: itself, the buffer and its place in two lists. */
const BLOCK_BYTES = 320;
/** So many small ones of a series in a row become one: what a block takes beside its bytes is more than they are. */
const JOINED = 4;
/** The oldest are let go by so many at a time. */
const LET_GO = 1_024;

const keyOf = (indicator: string, place: string): string => `${indicator}|${place}`;
const weightOf = (block: HistoryBlock): number => block.bytes.length + BLOCK_BYTES;

/**
 * @param mostBytes what all blocks together may take, more or less
 * @param small samples of a block that is not joined yet: it has no more
 */
export function createShelf(mostBytes: number, small: number): Shelf {
  const series = new Map<string, HistoryBlock[]>();
  /** In the order of writing. */
  const queue = new Set<HistoryBlock>();
  let bytes = 0;
  function take(block: HistoryBlock): void {
    queue.add(block);
    bytes += weightOf(block);
  }
  function letGo(block: HistoryBlock): void {
    queue.delete(block);
    bytes -= weightOf(block);
  }
  function join(list: HistoryBlock[]): void {
    const last = list.slice(-JOINED);
    if (last.length < JOINED || !last.every(({ count }) => count <= small)) return;
    last.forEach(letGo);
    const { situation, indicator, place } = last[0]!;
    const joined = blockOf(last.flatMap((block) => unpackSamples(block.bytes)), { situation, indicator, place });
    list.splice(-JOINED, JOINED, joined);
    take(joined);
  }
  return {
    put(block) {
      const key = keyOf(block.indicator, block.place);
      const list = series.get(key) ?? [];
      series.set(key, list);
      list.push(block);
      take(block);
      join(list);
      if (bytes <= mostBytes) return;
      let left = LET_GO;
      for (const oldest of queue) {
        letGo(oldest);
        series.get(keyOf(oldest.indicator, oldest.place))!.shift();
        if (--left === 0) break;
      }
    },
    blocks: (indicator, place, from, to) => (series.get(keyOf(indicator, place)) ?? []).filter((b) => b.toAt >= from && b.fromAt <= to),
  };
}
