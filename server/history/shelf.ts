import type { ColumnImage, HistoryBlock, Store } from "../../model/ports.ts";

/** The part of the store that history writes and reads. */
export type Shelf = Pick<Store, "writeHistory" | "blocks" | "image" | "forgetHistory">;

const IMAGES = 60;
const keyOf = (indicator: string, place: string): string => `${indicator}|${place}`;

/** Blocks in memory, for a world that is played from a record and need not outlive the program; the oldest go first. */
export function createShelf(mostBytes: number): Shelf {
  const series = new Map<string, HistoryBlock[]>();
  const images = new Map<string, ColumnImage[]>();
  /** In the order of writing. */
  let queue: HistoryBlock[] = [];
  let bytes = 0;
  return {
    async writeHistory(blocks, more) {
      for (const block of blocks) {
        const key = keyOf(block.indicator, block.place);
        const list = series.get(key);
        if (list) list.push(block);
        else series.set(key, [block]);
        queue.push(block);
        bytes += block.bytes.length;
      }
      for (const image of more) images.set(image.indicator, [...(images.get(image.indicator) ?? []), image].slice(-IMAGES));
      let gone = 0;
      for (; bytes > mostBytes && gone < queue.length; gone++) {
        const oldest = queue[gone]!;
        bytes -= oldest.bytes.length;
        series.get(keyOf(oldest.indicator, oldest.place))?.shift();
      }
      if (gone > 0) queue = queue.slice(gone);
    },
    blocks: async (_situation, indicator, place, from, to) => (series.get(keyOf(indicator, place)) ?? []).filter((b) => b.toAt >= from && b.fromAt <= to),
    // It forgets by itself what is too much.
    forgetHistory: async () => {},
    image: async (_situation, indicator, at) => images.get(indicator)?.findLast((i) => i.at <= at) ?? null,
  };
}
