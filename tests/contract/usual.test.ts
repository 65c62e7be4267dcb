import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR } from "../../model/time.ts";
import type { Band } from "../../model/usual.ts";
import { decode } from "../../model/wire/index.ts";
import type { WatchAnswer } from "../../model/wire/events.ts";
import type { Frame } from "../../model/wire/frame.ts";
import { callerOf, type Caller } from "../fixtures/caller.ts";
import { startServer, type RunningServer } from "../fixtures/start-server.ts";

let server: RunningServer;
let api: Caller;
beforeAll(async () => {
  server = await startServer({ env: { SIMULATE: "drills" } });
  api = callerOf(server);
});
afterAll(() => server?.stop());

const bandsIn = (frame: Frame): Band[] => (frame.body === "records" ? frame.records.flatMap(({ record }) => (record ? [record as Band] : [])) : []);
async function usual(situation: string, indicator: string, place: string): Promise<{ now(): Band[]; refused?: string }> {
  const socket = await api.socket({ as: "commander@44" });
  const { channels } = (await socket.emitWithAck("watch", { situation, channels: [{ kind: "usual", indicator, place }] })) as WatchAnswer;
  const [channel] = channels;
  if (!channel || !("id" in channel)) return { now: () => [], refused: JSON.stringify(channel) };
  const known = new Map<number, Band>();
  const take = (frame: Frame): void => bandsIn(frame).forEach((band) => known.set(band.from, band));
  take(decode(new Uint8Array(channel.snapshot!)));
  socket.on("frame", (bytes: Uint8Array) => {
    const frame = decode(new Uint8Array(bytes));
    if (frame.id === channel.id) take(frame);
  });
  return { now: () => [...known.values()].sort((a, b) => a.from - b.from) };
}

test("in a played world a hospital, a city and the province know what is usual of each hour of their day, by eight weeks", async () => {
  const [site, city, province] = await Promise.all(["hp-4401-1", "4401", "44"].map((place) => usual("storm", "hlth.fever.visit", place)));
  await expect.poll(() => [site, city, province].map((one) => one!.now().length), { timeout: 150_000 }).toEqual([26, 26, 26]);
  const bands = site!.now();
  expect(bands.every(({ weeks, low, high, mean, sigma }) => weeks === 8 && low <= high && low <= mean + sigma && sigma >= 0)).toBe(true);
  expect(bands.every(({ from }, i) => i === 0 || from - bands[i - 1]!.from === HOUR)).toBe(true);
  // Visits add up over the day: in the evening more are usual than in the morning.
  const localHour = (band: Band): number => (band.from / HOUR + 8) % 24;
  expect(bands.find((band) => localHour(band) === 22)!.mean).toBeGreaterThan(bands.find((band) => localHour(band) === 9)!.mean * 2);
  // A city's is larger than one hospital's of it, and the province's than a city's.
  expect(city!.now()[5]!.mean).toBeGreaterThan(bands[5]!.mean);
  expect(province!.now()[5]!.mean).toBeGreaterThan(city!.now()[5]!.mean);
}, 180_000);
test("live has nothing usual before it was told of four weeks, and what no pack tells is usual nowhere", async () => {
  const [live, record] = [await usual("live", "hlth.fever.visit", "hp-4401-1"), await usual("storm", "grid.event.report", "44")];
  await new Promise((done) => setTimeout(done, 3_000));
  expect([live, record].map(({ now, refused }) => [now(), refused])).toEqual([[[], undefined], [[], undefined]]);
});
