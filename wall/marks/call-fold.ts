import { CALL_STATES, type CallState } from "./call-state.ts";

/** A row that may lose its place. */
export interface Foldable {
  readonly state: CallState;
  /** The longest delay in it, minutes. */
  readonly late: number;
}
/** Rows that lost their place are told in at most three lines, of which that of the late ones comes first and stands out. */
export type FoldedKind = "overdue" | "open" | "quiet";
export interface Folded<R> {
  /** In the order in which they came. */
  readonly open: readonly R[];
  readonly lines: readonly { readonly kind: FoldedKind; readonly rows: readonly R[] }[];
}
const KINDS: readonly FoldedKind[] = ["overdue", "open", "quiet"];
export const foldedKind = ({ state }: Foldable): FoldedKind => (state === "overdue" ? "overdue" : state === "answered" || state === "calm" ? "quiet" : "open");

/**
 * Which rows keep their place where there are places for `room` lines: the later before the less late, then what may still come, then what is done.
 * Every row stands either open or in a line, never in both and never in none.
 */
export function fold<R extends Foldable>(rows: readonly R[], room: number): Folded<R> {
  if (rows.length <= room) return { open: rows, lines: [] };
  const byNeed = rows.map((row, i) => ({ row, i })).sort((a, b) => rank(a.row) - rank(b.row) || b.row.late - a.row.late || a.i - b.i);
  for (let kept = Math.min(room, rows.length); ; kept--) {
    const lines = linesOf(byNeed.slice(Math.max(0, kept)).map(({ row }) => row));
    if (kept <= 0 || kept + lines.length <= room) return { open: byNeed.slice(0, Math.max(0, kept)).sort((a, b) => a.i - b.i).map(({ row }) => row), lines };
  }
}
const rank = ({ state }: Foldable): number => CALL_STATES.indexOf(state);
const linesOf = <R extends Foldable>(rows: readonly R[]): Folded<R>["lines"] => KINDS.flatMap((kind) => {
  const own = rows.filter((row) => foldedKind(row) === kind);
  return own.length > 0 ? [{ kind, rows: own }] : [];
});
