import { expect, test } from "vitest";
import { DAY } from "../../model/time.ts";
import { at, drill } from "../fixtures/storm-drill.ts";

test("after a seek, sums of cities and the province have the past of their towns: at each fix and in each of the last twelve hours, as the column was then", async () => {
  const house = await drill();
  const to = at("04T02:00");
  await house.seek(to);
  const series = (indicator: string, place: string) => house.storm.series(indicator, place, to - 2 * DAY, to, 480);
  const town = (await series("met.storm.distance", "440882115")).map(([time]) => time);
  expect(town.length).toBeGreaterThan(15);
  for (const [indicator, place] of [["met.storm.distance", "4408"], ["met.storm.distance", "44"], ["met.storm.exposed.r7", "44"], ["met.storm.exposed.r7", "4408"]] as const) {
    const points = await series(indicator, place);
    expect(points.map(([time]) => time), `${indicator} of ${place}`).toEqual(town);
    for (const [time, value] of [points[3]!, points.at(-4)!, points.at(-1)!]) {
      const cells = await house.storm.slice(indicator, "44", place === "44" ? "province" : "city", time);
      expect([time, value]).toEqual([time, cells.find((cell) => cell.place === place)!.value]);
    }
  }
  await house.situations.stop();
});
