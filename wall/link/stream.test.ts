import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, type Stream } from "./stream.ts";

const delta = (epoch: number, seq: number) => ({ epoch, seq, kind: "delta" as const });
const snapshot = (epoch: number, seq: number) => ({ epoch, seq, kind: "snapshot" as const });

describe("a channel's stream", () => {
  test("takes the very next frame", () => expect(judge({ epoch: 1, seq: 4 }, delta(1, 5))).toBe("keep"));
  test("asks again when a frame is missing", () => expect(judge({ epoch: 1, seq: 4 }, delta(1, 6))).toBe("gap"));
  test("asks again when the epoch is foreign", () => expect(judge({ epoch: 1, seq: 4 }, delta(2, 5))).toBe("gap"));
  test("ignores what it has already", () => expect(judge({ epoch: 1, seq: 4 }, delta(1, 4))).toBe("known"));
  test("never shows an older snapshot over a newer one", () => expect(judge({ epoch: 1, seq: 4 }, snapshot(1, 3))).toBe("known"));
  test("takes the shared snapshot after its queue was dropped", () => expect(judge({ epoch: 1, seq: 4 }, snapshot(1, 40))).toBe("keep"));

  test("holds a gap-free prefix whatever is lost, doubled or reordered", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 }), fc.boolean())), (frames) => {
        const kept: Stream[] = [];
        for (const [epoch, seq, isSnapshot] of frames) {
          const before = kept.at(-1);
          const frame = isSnapshot ? snapshot(epoch, seq) : delta(epoch, seq);
          if (judge(before ?? null, frame) !== "keep") continue;
          if (before?.epoch === epoch) expect(seq).toBeGreaterThanOrEqual(before.seq);
          if (!isSnapshot) expect(before).toEqual({ epoch, seq: seq - 1 });
          kept.push({ epoch, seq });
        }
      }),
    );
  });
});
