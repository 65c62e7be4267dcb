import { describe, expect, test } from "vitest";
import type { Entry } from "../../model/journal.ts";
import type { LevelSpan } from "../../model/level-record.ts";
import { formatTime, HOUR, parseTime } from "../../model/time.ts";
import { nextLevels } from "./levels.ts";

const DAY_BEGINS = parseTime("2015-10-04T00:00:00+08:00")!;
const hour = (h: number): number => DAY_BEGINS + h * HOUR;
type Step = readonly [kind: string, h: number, severity?: 1 | 2 | 3 | 4];
/** `4 16–20` for each, hours of the day; what goes on has no end. */
function after(...steps: readonly Step[]): string[] {
  let spans: readonly LevelSpan[] = [];
  for (const [kind, h, severity] of steps)
    spans = nextLevels(spans, { kind: `alert.${kind}`, simAt: formatTime(hour(h)) } as Entry, { alert: "al-1", ...(severity && { severity, rule: `r#${severity}` }) });
  const text = (at: number): string => String((at - DAY_BEGINS) / HOUR);
  return spans.map(({ severity, from, to }) => `${severity} ${text(from)}–${to === undefined ? "" : text(to)}`);
}

describe("the levels of an alert", () => {
  test("one that rises or falls keeps the level before", () => {
    expect(after(["raised", 4, 4], ["exceeded", 7, 3], ["exceeded", 12, 2], ["exceeded", 15, 3])).toEqual(["4 4–7", "3 7–12", "2 12–15", "3 15–"]);
  });
  test("one that returns has stood until then, whoever acknowledges it", () => {
    expect(after(["raised", 4, 4], ["acknowledged", 5], ["exceeded", 7, 3], ["cleared", 9], ["acknowledged", 10])).toEqual(["4 4–7", "3 7–9"]);
  });
  test("found again it stands again, and did not in between", () => {
    expect(after(["raised", 4, 4], ["cleared", 6], ["exceeded", 9, 4])).toEqual(["4 4–6", "4 9–"]);
  });
  test("a source that is silent ends nothing", () => {
    expect(after(["raised", 4, 4], ["sourceDown", 6])).toEqual(["4 4–"]);
  });
  test("found again by a clock that was set back, what came later has not been", () => {
    expect(after(["raised", 4, 4], ["exceeded", 12, 2], ["exceeded", 8, 3])).toEqual(["4 4–8", "3 8–"]);
    expect(after(["raised", 4, 4], ["exceeded", 12, 2], ["exceeded", 2, 3]), "before it began").toEqual(["3 2–"]);
    expect(after(["raised", 4, 4], ["cleared", 12], ["exceeded", 8, 4]), "as it stood then").toEqual(["4 4–"]);
  });
});
