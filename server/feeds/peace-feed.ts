import { PEACE_FEED, type FeedInfo } from "../../model/feed.ts";
import { DAY, parseTime } from "../../model/time.ts";
import type { Feed } from "./feed.ts";

/** Eight weeks about 国庆 of 2025, from a Monday on. */
const FROM = parseTime("2025-09-08T00:00:00+08:00")!;
const TO = FROM + 56 * DAY;
/** A Monday morning that is a workday like others, after the holiday, with little rain behind it. */
const START = parseTime("2025-10-27T08:00:00+08:00")!;

export const peaceInfo: FeedInfo = {
  id: PEACE_FEED,
  title: { zh: "日常模拟", en: "An ordinary week, simulated" },
  banner: "模拟数据 · 平时",
  span: { from: FROM, to: TO },
  speed: 60,
};

/** Nothing was observed in it, and nothing passes that a record knows of: all its numbers are the packs'. */
export const peaceFeed = (): Feed => ({
  ...peaceInfo,
  cadences: {},
  simulates: { observed: new Set(), isAll: true },
  start: START,
  readings: () => [],
  backfill: () => [],
  extras: () => [],
});
