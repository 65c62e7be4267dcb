import { expect, test } from "vitest";
import type { Mark, Size, TextMark } from "./mark.ts";
import { marks } from "./title-band.ts";
import { lineWidth, textBox } from "./words.ts";

const u = 24;
const size = (widthU: number): Size => ({ width: widthU * u, height: 10 * u, u });
const facts = { heading: "告警", note: "系统研判，未发布 · 不含敏感类 · 另 114 条已回落待确认", standing: "昨日 14:00　到达 118/122 县", state: "stale" } as const;
const words = (drawn: readonly Mark[]): Record<string, TextMark> => Object.fromEntries(drawn.flatMap((m) => (m.kind === "text" ? [[m.id!, m]] : [])));
const said = (mark: TextMark | undefined): string => (mark ? [mark, ...(mark.tail ?? [])].map(({ text }) => text).join("") : "");

test.each([28, 34, 44, 60, 80])("in %s u heading and time stand whole, and the note loses whole clauses from its end", (widthU) => {
  const { band, "band-note": note, "band-time": time } = words(marks(facts, size(widthU)));
  expect([said(band), said(time)]).toEqual([facts.heading, facts.standing]);
  expect(["", "系统研判，未发布", "系统研判，未发布 · 不含敏感类", facts.note]).toContain(said(note));
  expect(time!.x + lineWidth(time!, size(widthU))).toBeCloseTo(widthU * u, 5);
  if (note) expect(note.x + lineWidth(note, size(widthU))).toBeLessThan(time!.x);
});
test("a wide band says all", () => {
  expect(said(words(marks(facts, size(80)))["band-note"])).toBe(facts.note);
});
test("a heading that leaves its time no room pushes it out of the panel, where the compiler finds it", () => {
  const time = words(marks({ ...facts, heading: "全省新型冠状病毒肺炎疫情累计确诊病例变化趋势" }, size(28)))["band-time"]!;
  expect(textBox(time, size(28)).x + lineWidth(time, size(28))).toBeGreaterThan(28 * u + u);
});
test("a time is said for the front row, and one that is not of now stands out", () => {
  expect(words(marks(facts, size(40)))["band-time"]).toMatchObject({ role: "asOf", ink: "t1" });
  expect(words(marks({ ...facts, state: "fresh" }, size(40)))["band-time"]).toMatchObject({ ink: "t3" });
});
test("how many there are belongs to time and coverage; what is said of them does not", () => {
  const runs = words(marks({ ...facts, note: "126 条 · 未办结 114" }, size(60)))["band-note"]!;
  expect([runs.role, runs.tail!.map(({ role }) => role)]).toEqual(["asOf", [undefined]]);
});
