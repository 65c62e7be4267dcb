import type { PackFeed } from "../../model/pack-feed.ts";
import { HOUR, MINUTE } from "../../model/time.ts";
import { dayKind, dayNumber, hourOfDay, shareOfYear, dayBegins } from "../../model/world/calendar.ts";
import { bell, chanceOf, countOf, wave } from "../../model/world/noise.ts";
import { figureOf, keyOf, lastDayTold, telling } from "../../model/world/telling.ts";
import { breteau, casesWithin } from "./dengue.ts";

/** Calls for an ambulance in a city of a million in five minutes of a busy day. */
const CALLS_A_MILLION = 0.5;
/** Share of them that wait longer than they should in an ordinary hour. */
const MISSED = 0.003;
/** Share of a fever clinic's day that has come by each hour. */
const cameBy = (hour: number): number => 1 / (1 + Math.exp(-(hour - 13) / 3));

/** Simulated numbers of 卫生健康: the season's fevers, and those whom a storm hurts. */
const feed: PackFeed = {
  everyMs: 5 * MINUTE,
  tells: [
    { indicator: "hlth.ili.rate", level: "site" },
    { indicator: "hlth.fever.visit", level: "site" },
    { indicator: "hlth.icu.use", level: "site" },
    { indicator: "hlth.bed.use", level: "site" },
    { indicator: "hlth.report.ontime", level: "site" },
    { indicator: "hlth.report.overdue", level: "site" },
    { indicator: "hlth.claim.abnormal", level: "site" },
    { indicator: "hlth.ems.answer", level: "city" },
    { indicator: "hlth.ems.out3", level: "city" },
    { indicator: "hlth.blood.days", level: "city" },
    { indicator: "hlth.stockout", level: "county" },
    { indicator: "hlth.dengue.case", level: "town" },
    { indicator: "hlth.dengue.fortnight", level: "town" },
    { indicator: "hlth.bi.index", level: "village" },
  ],
  feed(at, _random, place, world) {
    const tell = telling(place);
    const { point, attributes, id, level, residents } = place;
    const key = keyOf(id);
    const { day, observedAt } = lastDayTold(at);
    if (level === "village") {
      // Looked at on the first day of a week, told the morning after.
      const week = Math.floor((day + 3) / 7);
      const toldAt = dayBegins(7 * week - 2);
      tell.value("hlth.bi.index", breteau(key, week, toldAt), toldAt);
      return tell.said;
    }
    if (level === "town") {
      if (!point || residents === null) return tell.said;
      tell.value("hlth.dengue.case", casesWithin(7, key, day, point, residents), observedAt);
      tell.value("hlth.dengue.fortnight", casesWithin(14, key, day, point, residents), observedAt);
      return tell.said;
    }
    // Those who were hurt come within half a day of the wind.
    const hurt = point ? Math.max(0, world.gustMs(at, point, 12) - 22) / 20 : 0;
    if (level === "county") {
      tell.value("hlth.stockout", countOf(0.15, chanceOf(key, day), 0), observedAt);
      return tell.said;
    }
    if (level === "city") {
      const slot = Math.floor(at / (5 * MINUTE));
      const calls = countOf((((residents ?? 0) / 1e6) * CALLS_A_MILLION * (0.4 + world.busy(at)) * (1 + 2.5 * hurt)) * 12, chanceOf(key, slot, 1), bell(key, slot, 1));
      const strain = Math.min(0.16, 0.05 * hurt);
      // Of few calls one that waits is many percent: they come one by one, as chance has it in that hour.
      const late = (of: number, line: number): number => of - countOf(of * (MISSED + strain), chanceOf(key, Math.floor(at / HOUR), line), bell(key, Math.floor(at / HOUR), line));
      const sent = Math.round(calls * 0.62);
      tell.share("hlth.ems.answer", late(calls, 2), calls);
      tell.share("hlth.ems.out3", late(sent, 3), sent);
      tell.value("hlth.blood.days", Math.round((6.5 + 5 * wave(key, at / (30 * HOUR)) - hurt) * 10) / 10, Math.floor(at / HOUR) * HOUR);
      return tell.said;
    }
    const [beds, icu] = [figureOf(attributes, "beds"), figureOf(attributes, "icuBeds")];
    if (beds === null || icu === null) return tell.said;
    const hour = Math.floor(at / HOUR) * HOUR;
    const visits = beds * 2.4 * (dayKind(observedAt - 12 * HOUR) === "workday" ? 1 : 0.75);
    tell.share("hlth.ili.rate", (visits * flu(observedAt, key, day)) / 100, visits, observedAt);
    const today = dayNumber(hour);
    const feverDay = beds * 0.16 * (0.6 + flu(dayBegins(today), key, today) / 6) * (dayKind(hour) === "workday" ? 1 : 1.15) * (1 + 0.06 * bell(key, today, 4));
    tell.value("hlth.fever.visit", Math.round(Math.max(0, feverDay * cameBy(hourOfDay(hour)))), hour);
    tell.share("hlth.icu.use", icu * Math.min(1.05, 0.56 + 0.12 * wave(key, at / (36 * HOUR)) + 0.01 * flu(at, key, day) + 0.1 * hurt), icu, hour);
    tell.share("hlth.bed.use", beds * (0.74 + 0.13 * wave(key + 1, day / 9) - (dayKind(observedAt - 12 * HOUR) === "workday" ? 0 : 0.05)), beds, observedAt);
    const due = countOf(beds / 60, chanceOf(key, day, 5), bell(key, day, 5));
    tell.share("hlth.report.ontime", due - (chanceOf(key, day, 6) < 0.06 ? 1 : 0), due, observedAt);
    tell.value("hlth.report.overdue", 0, hour);
    tell.share("hlth.claim.abnormal", beds * 3 * (0.004 + 0.008 * chanceOf(key, day, 7)), beds * 3, observedAt);
    return tell.said;
  },
};
export default feed;

/** Influenza-like illness in percent of all patients: a winter wave and a smaller one in early summer, day by day a little off. */
function flu(at: number, key: number, day: number): number {
  const year = shareOfYear(at);
  const peak = (centre: number, width: number): number => Math.exp(-(((((year - centre + 1.5) % 1) - 0.5) / width) ** 2));
  return 2.6 + 5.5 * peak(0.03, 0.09) + 3 * peak(0.44, 0.07) + 0.8 * chanceOf(key, 9) + 0.25 * bell(key, day, 8);
}
