import { expect, test } from "vitest";
import type { SituationInfo } from "../../../model/situation.ts";
import { HOUR, MINUTE, parseTime } from "../../../model/time.ts";
import { standing } from "./stands.ts";

const REAL = parseTime("2026-11-22T09:00:00+08:00")!;
const SIM = parseTime("2015-10-04T13:20:00+08:00")!;
const drill = (paused: boolean) => ({ clock: { at: REAL, simAt: SIM, speed: 60, paused } }) as SituationInfo;

test("a display that is linked stands nowhere, also when the clock of its drill is paused", () => {
  expect(standing({ standsSince: null, info: drill(true), isLive: false, simNow: SIM }, "zh")).toBeUndefined();
});
test("cut off, live says since when; a drill gives the moment on its own clock, which has run on meanwhile, alone", () => {
  const live = { clock: { at: REAL, simAt: REAL, speed: 1, paused: false } } as SituationInfo;
  expect(standing({ standsSince: REAL + 31 * MINUTE, info: live, isLive: true, simNow: REAL + HOUR }, "zh")).toEqual({ at: REAL + 31 * MINUTE, stands: ["画面停在 09:31", "09:31"] });
  expect(standing({ standsSince: REAL + MINUTE, info: drill(false), isLive: false, simNow: SIM + 2 * HOUR }, "zh")).toEqual({ at: SIM + HOUR, stands: ["14:20"] });
  expect(standing({ standsSince: REAL + MINUTE, info: drill(true), isLive: false, simNow: SIM }, "zh")).toEqual({ at: SIM, stands: ["13:20"] });
});
