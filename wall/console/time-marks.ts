import { CHINA_OFFSET, DAY, HOUR, MINUTE, chinaTime } from "../../model/time.ts";

/** Steps that people count by; from a month on, firsts of months. */
const STEPS_MS = [5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 10 * DAY, 14 * DAY] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12] as const;

/** Round times of Guangdong that divide a span evenly, at most `most` of them; of a span with two midnights or more, midnights. */
export function timeMarks({ from, to }: { readonly from: number; readonly to: number }, most: number): readonly number[] {
  const midnight = firstOf(from, DAY);
  for (const step of midnight + DAY > to ? STEPS_MS : STEPS_MS.filter((each) => each >= DAY)) {
    const first = firstOf(from, Math.min(step, DAY));
    const count = to < first ? 0 : Math.floor((to - first) / step) + 1;
    if (count <= most) return Array.from({ length: count }, (_, i) => first + i * step);
  }
  const firsts = monthFirsts(from, to);
  const step = MONTH_STEPS.find((each) => firsts.length / each <= most) ?? firsts.length;
  return firsts.filter((_, i) => i % step === 0);
}

/** The first multiple of a step on Guangdong's clock, from `at` on. */
const firstOf = (at: number, step: number): number => Math.ceil((at + CHINA_OFFSET) / step) * step - CHINA_OFFSET;
/** How far one press of a button moves in such a span: some twentieth of it, as people count. */
export const stepOf = ({ from, to }: { readonly from: number; readonly to: number }): number => ([10 * MINUTE, HOUR, DAY] as const).find((step) => (to - from) / step <= 150) ?? DAY;

function monthFirsts(from: number, to: number): number[] {
  const { year, month } = chinaTime(from);
  const out: number[] = [];
  for (let i = 0; ; i++) {
    const at = Date.UTC(year, month - 1 + i, 1) - CHINA_OFFSET;
    if (at > to) return out;
    if (at >= from) out.push(at);
  }
}
