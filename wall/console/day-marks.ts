import { CHINA_OFFSET, DAY, chinaTime } from "../../model/time.ts";

/** Steps that people count by, days; from a month on, firsts of months. */
const STEPS_DAYS = [1, 2, 3, 5, 7, 10, 14] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12] as const;

/** Midnights in Guangdong that divide a span evenly, at most `most` of them. */
export function dayMarks({ from, to }: { readonly from: number; readonly to: number }, most: number): readonly number[] {
  const first = Math.ceil((from + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET;
  for (const step of STEPS_DAYS) {
    const count = to < first ? 0 : Math.floor((to - first) / (step * DAY)) + 1;
    if (count <= most) return Array.from({ length: count }, (_, i) => first + i * step * DAY);
  }
  const firsts = monthFirsts(from, to);
  const step = MONTH_STEPS.find((each) => firsts.length / each <= most) ?? firsts.length;
  return firsts.filter((_, i) => i % step === 0);
}

function monthFirsts(from: number, to: number): number[] {
  const { year, month } = chinaTime(from);
  const out: number[] = [];
  for (let i = 0; ; i++) {
    const at = Date.UTC(year, month - 1 + i, 1) - CHINA_OFFSET;
    if (at > to) return out;
    if (at >= from) out.push(at);
  }
}
