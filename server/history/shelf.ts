import type { HistoryBlock } from "../../model/ports.ts";

/** Blocks in memory, for a world that is played from a record and need not outlive the program; the oldest go first. */
export interface Shelf {
  put(block: HistoryBlock): void;
  /** Blocks of one series that overlap [from, to]. */
  blocks(indicator: string, place: string, from: number, to: number): HistoryBlock[];
}

/** What a block takes beside its bytes: itself, the buffer and its place in two lists. */
const BLOCK_BYTES = 320;
/** The oldest are let go by so many at a time: to move a long line up for each one would take too long. */
const LET_GO = 1_024;

const keyOf = (indicator: string, place: string): string => `${indicator}|${place}`;

/** @param mostBytes what all blocks together may take, more or less */
export function createShelf(mostBytes: number): Shelf {
  const series = new Map<string, HistoryBlock[]>();
  /** In the order of writing. */
  let queue: HistoryBlock[] = [];
  let bytes = 0;
  const letGo = (block: HistoryBlock): void => {
    bytes -= block.bytes.length + BLOCK_BYTES;
    series.get(keyOf(block.indicator, block.place))?.shift();
  };
  return {
    put(block) {
      const key = keyOf(block.indicator, block.place);
      const list = series.get(key);
      if (list) list.push(block);
      else series.set(key, [block]);
      queue.push(block);
      bytes += block.bytes.length + BLOCK_BYTES;
      if (bytes <= mostBytes) return;
      queue.slice(0, LET_GO).forEach(letGo);
      queue = queue.slice(LET_GO);
    },
    blocks: (indicator, place, from, to) => (series.get(keyOf(indicator, place)) ?? []).filter((b) => b.toAt >= from && b.fromAt <= to),
  };
}
