import { expect, test } from "vitest";
import type { AlertWaits } from "../../model/records.ts";
import { askedWords, waitingFirst, waitsOn } from "./alert-waits.ts";

const NOON = Date.parse("2026-11-29T12:00:00.000+08:00");
const waits: AlertWaits = { command: "c1", kind: "alert.shelve", by: "officer@44", expiresAt: "2026-11-29T12:01:00.000+08:00", minutes: 30, reason: "检修" };

test("what waits is told until its time has passed", () => {
  expect([waitsOn({ waits }, NOON), waitsOn({ waits }, NOON + 60_000), waitsOn({}, NOON)]).toEqual([waits, undefined, undefined]);
});
test("who asks, for what and why is said of each that waits: of a closing that its data have ended", () => {
  const { command, by, expiresAt, reason } = waits;
  const words = [waits, { command, by, expiresAt, reason, kind: "alert.takeOut" as const }, { command, by, expiresAt, reason, kind: "alert.close" as const }].map((each) => askedWords(each, () => "省值班员"));
  expect(words).toEqual(["省值班员 申请搁置 30 分：检修", "省值班员 申请停用：检修", "省值班员 申请关闭（数据中断）：检修"]);
});
test("what waits stands first, everything else as it stood", () => {
  const rows = [{ id: "a" }, { id: "b", waits }, { id: "c" }];
  expect(waitingFirst(rows, NOON).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  expect(waitingFirst(rows, NOON + 60_000)).toBe(rows);
});
