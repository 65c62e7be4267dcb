import type { LabelBox } from "./labels.ts";

/** What boxes leave of a room, in rectangles that do not meet: each box cuts what it lies on into what is above, beside and below it. */
export function roomBeside(room: LabelBox, boxes: readonly LabelBox[]): LabelBox[] {
  return boxes.reduce<LabelBox[]>((all, box) => all.flatMap((left) => without(left, box)), [room]);
}
function without(room: LabelBox, box: LabelBox): LabelBox[] {
  const [right, bottom] = [room.x + room.width, room.y + room.height];
  const [x0, x1] = [Math.max(room.x, box.x), Math.min(right, box.x + box.width)];
  const [y0, y1] = [Math.max(room.y, box.y), Math.min(bottom, box.y + box.height)];
  if (x0 >= x1 || y0 >= y1) return [room];
  return [
    { x: room.x, y: room.y, width: room.width, height: y0 - room.y },
    { x: room.x, y: y0, width: x0 - room.x, height: y1 - y0 },
    { x: x1, y: y0, width: right - x1, height: y1 - y0 },
    { x: room.x, y: y1, width: room.width, height: bottom - y1 },
  ].filter(({ width, height }) => width > 0 && height > 0);
}
