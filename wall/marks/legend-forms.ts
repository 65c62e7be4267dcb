import { folded, heightOf, parted, shortened, widthOf, type LegendData } from "./legend.ts";
import type { Size } from "./mark.ts";

/** A legend as it may be told: in one column, or in more beside each other. */
export interface LegendForm {
  readonly columns: readonly LegendData[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
}
/** A legend that is told in shorter lines is about as wide, in u; a column stands that far from the next. */
export const FOLDED_U = 11;
/** English words are longer: first as few lines more as may be. */
const ENGLISH_U = [17, 16] as const;
const foldsOf = ({ lang }: LegendData): readonly number[] => (lang === "en" ? [...ENGLISH_U, FOLDED_U] : [FOLDED_U]);
/** So wide a legend stands at least before its lines break for a corner's sake, u. */
export const cornerU = ({ lang }: LegendData): number => (lang === "en" ? ENGLISH_U[0] : FOLDED_U);
export const COLUMN_GAP_U = 1.5;

/** How a legend may be told, as it comes first: then in fewer rows or in shorter lines, for where it would hide what it explains; last without what the picture says itself. */
export function legendForms(legend: LegendData, size: Pick<Size, "u" | "measure">): readonly LegendForm[] {
  const { u } = size;
  const form = (columns: readonly LegendData[]): LegendForm => {
    const widths = columns.map((column) => widthOf(column, size));
    return { columns, widths, width: widths.reduce((sum, wide) => sum + wide + COLUMN_GAP_U * u, -COLUMN_GAP_U * u), height: Math.max(...columns.map((column) => heightOf(column, u))) };
  };
  const short = shortened(legend);
  return [legend, ...(short ? [short] : [])].flatMap((told) => [form([told]), form(parted(told)), ...foldsOf(told).map((wide) => form([folded(told, wide * u, size)]))]);
}
