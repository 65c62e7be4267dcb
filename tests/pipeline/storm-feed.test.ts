import { resolve } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { hourlyWindMs } from "../../model/hourly-weather.ts";
import type { Reading } from "../../model/sample.ts";
import type { Storm } from "../../model/storm.ts";
import { arrival } from "../../model/storm-arrival.ts";
import type { LonLat } from "../../model/geodesy.ts";
import { stormAt } from "../../model/storm-track.ts";
import { HOUR, MINUTE, parseTime } from "../../model/time.ts";
import { openCatalog, type Catalog } from "../../server/catalog/index.ts";
import { createFeeds, DEFAULT_FEED, type Feed } from "../../server/feeds/index.ts";
import { stationReadings } from "../../server/feeds/station.ts";
import { MUJIGAE } from "../fixtures/mujigae.ts";

const at = (text: string) => parseTime(`${text}+08:00`)!;
const landfall = at("2015-10-04T14:00:00");
let catalog: Catalog;
let feed: Feed;
beforeAll(async () => {
  catalog = await openCatalog(resolve("."));
  feed = createFeeds(catalog).open(DEFAULT_FEED)!;
});

/** The last reading of each indicator and place, by `indicator place`. */
const latest = (readings: readonly Reading[]) => new Map(readings.map((r) => [`${r.indicator} ${r.place}`, r]));
/** The same in one text, which is compared far quicker than thousands of objects. */
const told = (readings: readonly Reading[]) => readings.map((r) => `${r.indicator} ${r.place} ${r.observedAt} ${r.value} ${r.quality}`).join("\n");
/** The file with every row after `t` removed. */
const cutAt = (storm: Storm, t: number): Storm => ({ ...storm, fixes: storm.fixes.filter((fix) => fix.at <= t) });

test("the storm of the tests is the storm of the file", () => {
  expect(catalog.storm("201522")).toEqual(MUJIGAE);
});

test("every storm of the file and the epidemic can be chosen", () => {
  const feeds = createFeeds(catalog);
  expect(feeds.list()).toHaveLength(43);
  expect(feeds.list().map((info) => info.id)).toContain(DEFAULT_FEED);
  expect(feeds.list().find((info) => info.id === DEFAULT_FEED)!.banner).toBe("历史台风 彩虹");
  expect(feeds.open("storm:999999")).toBeUndefined();
  for (const { id, span } of feeds.list()) expect(span.to, id).toBeGreaterThan(span.from);
});

describe("nothing reads past the situation's clock", () => {
  test("[trap] with all later rows removed, everything told up to T is the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: feed.span.from, max: feed.span.to }), (t) => {
        const cut = createFeeds({ ...catalog, storms: [cutAt(MUJIGAE, t)], weather: (from, to) => catalog.weather(from, Math.min(to, t)) }).open(DEFAULT_FEED)!;
        expect(told(cut.readings(t - 20 * MINUTE, t))).toBe(told(feed.readings(t - 20 * MINUTE, t)));
        expect(cut.extras(t)).toEqual(feed.extras(t));
      }),
      { numRuns: 8 },
    );
  });

  test("[trap] so it is for every storm of the file, at every second hour", () => {
    const places: LonLat[] = [[110.36, 21.27], [113.55, 22.27], [116.63, 23.66]];
    const seen = (storm: Storm, t: number) => {
      const countdown = places.flatMap((place) => ([7, 10] as const).map((circle) => arrival(storm, t, place, circle)));
      return JSON.stringify([stormAt(storm, t, t), countdown]);
    };
    const different: string[] = [];
    for (const storm of catalog.storms)
      for (let t = storm.fixes[0]!.at; t <= storm.fixes.at(-1)!.at; t += 2 * HOUR)
        if (seen(cutAt(storm, t), t) !== seen(storm, t)) different.push(`${storm.id} ${t}`);
    expect(different).toEqual([]);
  });

  test("every reading lies within the asked hours, in order, and was known when observed", () => {
    const readings = feed.readings(landfall - HOUR, landfall);
    expect(readings.filter((r, i) => i > 0 && r.observedAt < readings[i - 1]!.observedAt)).toEqual([]);
    expect(readings.filter((r) => r.receivedAt !== r.observedAt)).toEqual([]);
    expect(readings[0]!.observedAt).toBe(landfall - 50 * MINUTE);
    expect(readings.at(-1)!.observedAt).toBe(landfall);
  });
});

test("two hours asked at once are the two hours asked one after the other", () => {
  fc.assert(
    fc.property(fc.integer({ min: at("2015-10-03T00:00:00"), max: landfall }), fc.nat(40), fc.nat(40), (from, a, b) => {
      const [middle, to] = [from + a * MINUTE, from + (a + b) * MINUTE];
      expect(told([...feed.readings(from, middle), ...feed.readings(middle, to)])).toBe(told(feed.readings(from, to)));
    }),
    { numRuns: 8 },
  );
});

test("a jump is filled with a part of the same readings, down to the same last value of everything", () => {
  const from = at("2015-10-03T19:00:00");
  const to = at("2015-10-04T09:34:00");
  const whole = feed.readings(from, to);
  const part = [...feed.backfill(from, to)].flat();
  const byKey = (a: Reading, b: Reading) => (key(a) < key(b) ? -1 : 1);
  const key = (r: Reading) => `${r.indicator} ${r.place} ${r.observedAt}`;
  const known = new Map(whole.map((r) => [key(r), r]));
  expect(part.filter((r) => told([r]) !== told([known.get(key(r))!]))).toEqual([]);
  expect(told([...latest(part).values()].sort(byKey))).toBe(told([...latest(whole).values()].sort(byKey)));
  const stationHours = (readings: Reading[]) => readings.filter((r) => r.place === "wx-guangzhou");
  expect(stationHours(part)).toEqual(stationHours(whole));
  const times = new Set(part.map((r) => r.observedAt));
  for (const fix of MUJIGAE.fixes.filter((f) => f.at > from && f.at <= to)) expect(times).toContain(fix.at);
  expect(part.length).toBeLessThan(whole.length / 4);
});

describe("at landfall (4 October 2015, 14:00)", () => {
  let now: Map<string, Reading>;
  beforeAll(() => {
    now = latest(feed.readings(landfall - 10 * MINUTE, landfall));
  });

  test("towns of Zhanjiang stand in the 10级 circle and have no hours left", () => {
    const town = catalog.regions.rows.find((row) => row.name === "麻章镇")!.code;
    expect(now.get(`met.storm.circle ${town}`)).toMatchObject({ value: 10 });
    expect(now.get(`met.storm.arrival.r10 ${town}`)).toMatchObject({ value: 0 });
    expect(now.get(`met.storm.distance ${town}`)!.value).toBeLessThan(60);
  });

  test("a town of Chaozhou is outside and will not be reached: that is told as none, not as a number", () => {
    const [town] = catalog.regions.rows.filter((row) => row.parent === "445102");
    expect(now.get(`met.storm.circle ${town!.code}`)!.value).toBe(0);
    const arrival = now.get(`met.storm.arrival.r10 ${town!.code}`)!;
    expect(arrival.none).toBe(true);
    expect(arrival.value).toBeNaN();
  });

  test("a town whose seat is not known is judged at its county's label point, and says 估", () => {
    const { from, to } = catalog.regions.atLevel("town");
    let estimated = 0;
    for (let i = from; i < to; i++) {
      const row = catalog.regions.row(i);
      const circle = now.get(`met.storm.circle ${row.code}`);
      expect(circle!.quality).toBe(catalog.point(row.code) ? "good" : "estimated");
      if (circle!.quality === "estimated") estimated++;
    }
    expect(estimated).toBe(460);
  });

  test("residents exposed are told for counties with a census figure and for no other, never more than live there", () => {
    let sum7 = 0;
    let sum10 = 0;
    const { from, to } = catalog.regions.atLevel("county");
    for (let i = from; i < to; i++) {
      const { code } = catalog.regions.row(i);
      const r7 = now.get(`met.storm.exposed.r7 ${code}`);
      const residents = catalog.population(code);
      if (residents === null) {
        expect(r7).toBeUndefined();
        continue;
      }
      const r10 = now.get(`met.storm.exposed.r10 ${code}`)!;
      expect(r7!.value).toBeLessThanOrEqual(residents);
      expect(r10.value).toBeLessThanOrEqual(r7!.value);
      expect(r7!.quality).toBe("estimated");
      sum7 += r7!.value;
      sum10 += r10.value;
    }
    expect(sum10).toBeGreaterThan(4_000_000);
    expect(sum7).toBeGreaterThan(20_000_000);
  });
});

test("between fixes every number derived from the position says 外推", () => {
  const t = at("2015-10-03T16:00:00");
  const derived = feed.readings(t - 10 * MINUTE, t).filter((r) => r.indicator.startsWith("met.storm."));
  expect(derived.length).toBeGreaterThan(6_000);
  expect(new Set(derived.map((r) => r.quality))).toEqual(new Set(["extrapolated"]));
});

test("while the agency states no circle, none is made up: circle, countdown and exposure are told as none", () => {
  const depression = MUJIGAE.fixes[1]!.at;
  const readings = feed.readings(depression - 10 * MINUTE, depression);
  const circles = readings.filter((r) => /circle|arrival|exposed/.test(r.indicator));
  expect(circles.length).toBeGreaterThan(0);
  expect(circles.filter((r) => !r.none || !Number.isNaN(r.value))).toEqual([]);
});

test("a storm of a record without radii tells distances only, and its record says why", () => {
  const yagi = createFeeds(catalog).open("storm:202411")!;
  const readings = yagi.readings(yagi.start, yagi.start + 10 * MINUTE);
  expect(new Set(readings.map((r) => r.indicator))).toEqual(new Set(["met.storm.distance"]));
  const [record] = yagi.extras(yagi.start);
  expect(record).toMatchObject({ kind: "storm", hasRadii: false });
  expect(record!.sentence).toContain("该记录不含风圈半径");
});

describe("Guangzhou's station", () => {
  const from = at("2015-10-02T23:59:00");
  const to = at("2015-10-05T23:00:00");

  test("[trap] the wind column is cumulated: no hour of 3–5 October is above 15 m/s, though the column reaches 124.9", () => {
    const hours = catalog.weather(from, to);
    expect(Math.max(...hours.map((hour) => hour.cumulatedWindMs!))).toBe(124.9);
    const winds = stationReadings(catalog.weather, "wx-guangzhou", from, to).filter((r) => r.indicator === "met.wind.mean");
    expect(winds.length).toBe(72);
    for (const wind of winds) expect(wind.value).toBeLessThan(15);
    expect(Math.max(...winds.map((wind) => wind.value))).toBeCloseTo(5.1, 5);
  });

  test("summed again, the hours of one direction give the column back, in every hour of 2015", () => {
    const hours = catalog.weather(at("2014-12-31T23:00:00"), at("2015-12-31T23:00:00"));
    let sum = 0;
    for (let i = 1; i < hours.length; i++) {
      const wind = hourlyWindMs(hours[i - 1], hours[i]!);
      if (wind === null) continue;
      expect(wind).toBeGreaterThanOrEqual(0);
      sum = hours[i]!.windDirection === hours[i - 1]!.windDirection ? hours[i - 1]!.cumulatedWindMs! + wind : wind;
      expect(sum).toBeCloseTo(hours[i]!.cumulatedWindMs!, 5);
    }
  });

  test("rain is the hour's own, and the 24 hours up to midnight of the 4th sum to what fell in them", () => {
    const midnight = at("2015-10-05T00:00:00");
    const rain = latest(feed.readings(midnight - 10 * MINUTE, midnight));
    expect(rain.get("water.rain.hour wx-guangzhou")!.value).toBe(3);
    expect(rain.get("met.rain.3h wx-guangzhou")!.value).toBeCloseTo(4.8, 5);
    const hours = catalog.weather(at("2015-10-04T00:00:00"), at("2015-10-05T00:00:00"));
    expect(hours).toHaveLength(24);
    expect(rain.get("met.rain.24h wx-guangzhou")!.value).toBeCloseTo(hours.reduce((mm, hour) => mm + hour.rainMm!, 0), 5);
  });

  test("a storm outside of the weather's years gets no weather", () => {
    const hato = createFeeds(catalog).open("storm:201713")!;
    expect(hato.readings(hato.span.from, hato.span.from + HOUR).some((r) => r.place === "wx-guangzhou")).toBe(false);
  });
});

test("a fresh drill shows the first town entering the 7级 circle within two to four minutes at 60 times", () => {
  const firstInside = (() => {
    for (let t = feed.start; ; t += 10 * MINUTE) if (feed.readings(t - 10 * MINUTE, t).some((r) => r.indicator === "met.storm.circle" && r.value >= 7)) return t;
  })();
  const peoplesMinutes = (firstInside - feed.start) / feed.speed / MINUTE;
  expect(peoplesMinutes).toBeGreaterThanOrEqual(2);
  expect(peoplesMinutes).toBeLessThanOrEqual(4);
});

test("the record for the map holds the known fixes, the storm now and a path ahead marked by its times", () => {
  const t = feed.start;
  const [record] = feed.extras(t);
  if (record?.kind !== "storm") throw new Error("expected the storm's record");
  expect(record.fixes.every((fix) => fix.at <= t)).toBe(true);
  expect(record.now).toEqual(stormAt(MUJIGAE, t, t));
  expect(record.ahead.map((point) => point.at - t)).toEqual([6, 12, 18, 24].map((hours) => hours * HOUR));
  expect(record.sentence).toMatch(/^10月3日16:00，台风“彩虹”（强热带风暴）中心位于.*（外推）.*10分钟平均.*7级风圈半径296公里/);
});
