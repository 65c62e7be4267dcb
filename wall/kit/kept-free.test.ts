import { expect, test } from "vitest";
import { clearSpot, moveClear, type PageBox } from "./kept-free.ts";

const room: PageBox = { left: 0, top: 200, right: 1200, bottom: 1000 };
const box = (left: number, top: number, width: number, height: number): PageBox => ({ left, top, right: left + width, bottom: top + height });
const told = box(40, 820, 600, 80);
const legend = box(20, 500, 300, 460);
const notice = box(880, 900, 320, 60);

test("what is told stands where it does when nothing there is kept free", () => {
  expect(moveClear(told, [], room)).toEqual({ right: 0, up: 0 });
  expect(moveClear(told, [box(900, 300, 200, 400)], room)).toEqual({ right: 0, up: 0 });
});
test("it gives way to a legend, beside it where that covers nothing else, else above what is in the way", () => {
  expect(moveClear(told, [legend], room)).toEqual({ right: 292, up: 0 });
  expect(moveClear(told, [legend, notice], room)).toEqual({ right: 292, up: 12 });
  expect(moveClear({ ...told, right: 1100 }, [legend], room)).toEqual({ right: 0, up: 412 });
});
test("where nothing is clear it stays", () => {
  expect(moveClear(told, [box(0, 200, 1200, 800)], room)).toEqual({ right: 0, up: 0 });
});

const words = { width: 500, height: 40 };
test("on a wall it lies at the foot of a map where nothing stands, beside or above what does", () => {
  expect(clearSpot(words, { rooms: [room], taken: [] })).toEqual({ left: 12, top: 948 });
  expect(clearSpot(words, { rooms: [room], taken: [legend] })).toEqual({ left: 332, top: 948 });
  expect(clearSpot(words, { rooms: [room], taken: [legend, box(0, 930, 1200, 70)] })).toEqual({ left: 332, top: 878 });
});
test("where a wall has no map, or none with room, it lies nowhere", () => {
  expect(clearSpot(words, { rooms: [], taken: [] })).toBeNull();
  expect(clearSpot(words, { rooms: [room], taken: [box(400, 0, 400, 1200)] })).toBeNull();
  expect(clearSpot({ width: 1190, height: 40 }, { rooms: [room], taken: [] })).toBeNull();
});
