import type { Alert, AlertState } from "./alert.ts";
import type { RegionCode } from "./region.ts";
import { DAY, formatTime, MINUTE, parseTime } from "./time.ts";
import type { Severity } from "./words.ts";

export const BUCKET_MS = 10 * MINUTE;
export const LOAD_BACK_MS = DAY;
const TOP = 10;

/**
 * What a person can take (EEMUA 191, ISA-18.2, IEC 62682), by ten minutes: about one is acceptable, two are the most that can be managed, ten begin a flood that
 * ends below five. Red is 5 %, orange 15 %, the rest 80 %; in flood less than 1 % of the time; fewer than five older than a day; the ten loudest sources below 5 %.
 */
export const GOALS = { perTenMin: 1, mostPerTenMin: 2, floodFrom: 10, floodBelow: 5, redPercent: 5, orangePercent: 15, floodPercent: 1, olderThanDay: 5, topTenPercent: 5 } as const;

/** One time that an alert asked somebody to look; without a level: a group that was told again because it stood still. */
export interface Asked {
  /** Epoch ms, people's time. */
  readonly at: number;
  /** `indicator@place`. */
  readonly source: string;
  readonly indicator: string;
  readonly place: string;
  readonly severity: Severity | null;
  /** A desk was told of it; the others joined a group. */
  readonly told: boolean;
}

/** The load of alarms of one region, over the last day (告警负荷). */
export interface AlarmLoad {
  readonly region: RegionCode;
  /** RFC 3339. */
  readonly at: string;
  /** Oldest first, each of ten minutes: `asked` counts alerts, `told` what a desk was told, which is what interrupts. */
  readonly tenMinutes: readonly { readonly from: string; readonly asked: number; readonly told: number; readonly flood: boolean }[];
  /** In the last ten minutes. */
  readonly now: { readonly asked: number; readonly told: number; readonly flood: boolean; readonly says: "acceptable" | "manageable" | "over" | "flood" };
  readonly asked: number;
  readonly told: number;
  /** Of what asked. Percentages are null while nothing has. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly redPercent: number | null;
  readonly orangePercent: number | null;
  /** Share of the day's ten minutes that were in flood. */
  readonly floodPercent: number;
  /** Open ones by where they stand. */
  readonly standing: Readonly<Record<Exclude<AlertState, "closed">, number>>;
  readonly open: number;
  readonly chattering: number;
  readonly olderThanDay: number;
  /** The loudest first. */
  readonly topTen: readonly { readonly indicator: string; readonly place: string; readonly asked: number; readonly percent: number }[];
  readonly topTenPercent: number | null;
}

const percent = (part: number, of: number): number | null => (of === 0 ? null : Math.round((1_000 * part) / of) / 10);

export function alarmLoad({ region, now, asks, open }: { readonly region: RegionCode; readonly now: number; readonly asks: readonly Asked[]; readonly open: readonly Alert[] }): AlarmLoad {
  const last = Math.floor(now / BUCKET_MS) * BUCKET_MS;
  const first = last - LOAD_BACK_MS + BUCKET_MS;
  const buckets = Array.from({ length: LOAD_BACK_MS / BUCKET_MS }, (_, i) => ({ from: first + i * BUCKET_MS, asked: 0, told: 0, flood: false }));
  const bySeverity = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const bySource = new Map<string, { indicator: string; place: string; asked: number }>();
  const lately = { asked: 0, told: 0 };
  for (const { at, source, indicator, place, severity, told } of asks) {
    const bucket = buckets[Math.floor((at - first) / BUCKET_MS)];
    if (!bucket) continue;
    const isLate = at > now - BUCKET_MS;
    if (told) {
      bucket.told++;
      if (isLate) lately.told++;
    }
    if (severity === null) continue;
    bucket.asked++;
    if (isLate) lately.asked++;
    bySeverity[severity]++;
    const known = bySource.get(source);
    if (known) known.asked++;
    else bySource.set(source, { indicator, place, asked: 1 });
  }
  // A flood goes on until it has fallen below the lower number.
  let flood = false;
  for (const bucket of buckets) bucket.flood = flood = flood ? bucket.asked >= GOALS.floodBelow : bucket.asked >= GOALS.floodFrom;
  const asked = bySeverity[1] + bySeverity[2] + bySeverity[3] + bySeverity[4];
  const topTen = [...bySource.values()].toSorted((a, b) => b.asked - a.asked || (a.indicator + a.place < b.indicator + b.place ? -1 : 1)).slice(0, TOP);
  const standing = { unacknowledged: 0, acknowledged: 0, returned: 0, shelved: 0, suppressed: 0, outOfService: 0 };
  for (const { state } of open) if (state !== "closed") standing[state]++;
  const isFlood = lately.asked >= GOALS.floodFrom || (flood && lately.asked >= GOALS.floodBelow);
  return {
    region, at: formatTime(now),
    tenMinutes: buckets.map(({ from, ...bucket }) => ({ from: formatTime(from), ...bucket })),
    now: { ...lately, flood: isFlood, says: isFlood ? "flood" : lately.told <= GOALS.perTenMin ? "acceptable" : lately.told <= GOALS.mostPerTenMin ? "manageable" : "over" },
    asked, told: buckets.reduce((sum, bucket) => sum + bucket.told, 0),
    bySeverity, redPercent: percent(bySeverity[1], asked), orangePercent: percent(bySeverity[2], asked),
    floodPercent: percent(buckets.filter((bucket) => bucket.flood).length, buckets.length)!,
    standing, open: open.length, chattering: open.filter(({ chatter }) => chatter).length,
    olderThanDay: open.filter(({ raisedAt }) => (parseTime(raisedAt) ?? now) < now - DAY).length,
    topTen: topTen.map((source) => ({ ...source, percent: percent(source.asked, asked)! })),
    topTenPercent: percent(topTen.reduce((sum, source) => sum + source.asked, 0), asked),
  };
}
