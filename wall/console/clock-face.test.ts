import { expect, test } from "vitest";
import type { ClockState, SituationInfo } from "../../model/situation.ts";
import { parseTime } from "../../model/time.ts";
import { clockFace } from "./clock-face.ts";

const REAL = parseTime("2026-11-29T09:03:36+08:00")!;
const THEN = parseTime("2015-10-04T15:36:20+08:00")!;
const here = { info: undefined, simNow: REAL, serverNow: REAL, stoodAt: null, isLive: true, linked: true };
const played = (kind: SituationInfo["kind"], speed: number) => ({ ...here, simNow: THEN, isLive: false, info: { kind, clock: { at: REAL, simAt: THEN, speed, paused: false } satisfies ClockState } });

test("in live it is people's time, and there is no other to tell it from", () => {
  expect(clockFace(here)).toEqual({ as: "live", time: "09:03", seconds: "36", world: "", real: "" });
});
test("in a drill it is the drill's time, with the real one beside it", () => {
  expect(clockFace(played("drill", 60))).toEqual({ as: "notActual", time: "15:36", seconds: "", world: "演练", real: "现实时间 09:03:36" });
});
test("a replay says so, and seconds that can be read are shown", () => {
  expect(clockFace(played("replay", 1))).toMatchObject({ as: "notActual", seconds: "20", world: "回放" });
});
test("a situation that was stopped stands where it stood, or nowhere when nothing of it was seen", () => {
  expect(clockFace({ ...played("drill", 1), stoodAt: THEN }, "已停止")).toEqual({ as: "stopped", time: "15:36", seconds: "", world: "已停止", real: "现实时间 09:03:36" });
  expect(clockFace(played("drill", 1), "已停止").time).toBe("--:--");
});
test("while the page is cut off it runs on, marked, and is still told apart from people's time", () => {
  expect(clockFace({ ...played("drill", 60), linked: false })).toMatchObject({ as: "cut", world: "演练", real: "现实时间 09:03:36" });
});
