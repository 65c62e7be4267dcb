import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_BYTES_BEHIND, MOST_FRAMES_BEHIND, measure, withoutFrames, type Waiting } from "./backlog.ts";

const header: Waiting = { type: "message", data: '51-["frame",{"_placeholder":true,"num":0}]' };
const bytes = (n: number): Waiting => ({ type: "message", data: new Uint8Array(n) });
const beat: Waiting = { type: "message", data: '2["beat",{}]' };

test("whole frames leave the queue; beats, answers and pings stay in their order", () => {
  const ping: Waiting = { type: "ping" };
  expect(withoutFrames([header, bytes(10), beat, header, bytes(10), ping])).toEqual([beat, ping]);
});

test("bytes whose header is already under way stay, because the reader awaits them", () => {
  const tail = bytes(10);
  expect(withoutFrames([tail, header, bytes(20), beat])).toEqual([tail, beat]);
});

test("a header whose bytes have not come yet stays with them", () => {
  expect(withoutFrames([beat, header])).toEqual([beat, header]);
});

test("the limits are those that the contract promises: eight frames, one megabyte", () => {
  expect([MOST_FRAMES_BEHIND, MOST_BYTES_BEHIND]).toEqual([8, 1_048_576]);
});

test("the measure counts frames and bytes", () => {
  expect(measure([header, bytes(1_000), beat])).toEqual({ frames: 1, bytes: 1_000 + 42 + 12 });
});

test("whatever waits, a reader of what is left is never given bytes without their header or a header without its bytes", () => {
  const packet = fc.constantFrom<Waiting[]>([header, bytes(3)], [beat], [{ type: "ping" }]);
  fc.assert(
    fc.property(fc.boolean(), fc.array(packet), (midway, packets) => {
      const queue = [...(midway ? [bytes(1)] : []), ...packets.flat()];
      const left = withoutFrames(queue);
      expect(left.filter((p) => p.data instanceof Uint8Array)).toHaveLength(midway ? 1 : 0);
      expect(measure(left).frames).toBe(0);
      expect(left.filter((p) => p === beat)).toHaveLength(queue.filter((p) => p === beat).length);
    }),
  );
});
