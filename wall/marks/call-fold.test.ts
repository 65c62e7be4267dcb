import { expect, test } from "vitest";
import { seeded } from "../../model/seeded.ts";
import { fold, foldedKind, type Foldable } from "./call-fold.ts";
import { CALL_STATES } from "./call-state.ts";

interface Row extends Foldable {
  readonly id: number;
}
const random = seeded(11);
const some = (n: number): Row[] => Array.from({ length: n }, (_, id) => {
  const state = CALL_STATES[Math.floor(random() * CALL_STATES.length)]!;
  return { id, state, late: state === "overdue" ? 1 + Math.floor(random() * 60) : 0 };
});

test("with room for all, all stand as they came", () => {
  const rows = some(21);
  expect(fold(rows, 21)).toEqual({ open: rows, lines: [] });
});
test("in any room every row stands once, in order, and no more lines are taken than there are, but for three that say what is left", () => {
  for (let i = 0; i < 600; i++) {
    const rows = some(Math.floor(random() * 24));
    const room = Math.floor(random() * 24);
    const { open, lines } = fold(rows, room);
    expect([...open, ...lines.flatMap((line) => line.rows)].map(({ id }) => id).sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id));
    expect(open.map(({ id }) => id)).toEqual(open.map(({ id }) => id).toSorted((a, b) => a - b));
    if (room >= 3) expect(open.length + lines.length).toBeLessThanOrEqual(room);
  }
});
test("an overdue row is never hidden: it keeps its place before all that is not late, or stands in the first line, which holds nothing else", () => {
  for (let i = 0; i < 600; i++) {
    const rows = some(21);
    const { open, lines } = fold(rows, 3 + Math.floor(random() * 18));
    const hidden = lines.filter(({ kind }) => kind !== "overdue").flatMap((line) => line.rows);
    expect(hidden.filter(({ state }) => state === "overdue")).toEqual([]);
    const counted = lines.filter(({ kind }) => kind === "overdue").flatMap((line) => line.rows);
    if (counted.length > 0) {
      expect(lines[0]!.kind).toBe("overdue");
      expect(open.every(({ state }) => state === "overdue")).toBe(true);
      expect(Math.min(...open.map(({ late }) => late), Infinity)).toBeGreaterThanOrEqual(Math.max(...counted.map(({ late }) => late)));
    }
    for (const line of lines) expect(line.rows.every((row) => foldedKind(row) === line.kind)).toBe(true);
  }
});
