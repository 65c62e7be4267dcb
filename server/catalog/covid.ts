import type { CovidDay } from "../../model/record.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { DAY, parseTime } from "../../model/time.ts";
import { readTable } from "./table.ts";

/** The COVID-19 record of 2020 by city (data/covid), in the order of the file: by day. */
export function readCovid(root: string, regions: RegionTree): CovidDay[] {
  return readTable(root, "data/covid/guangdong-city-daily-2020.csv", ["date", "code", "adcode", "name", "level", "confirmed", "suspected", "cured", "dead"], (row) => {
    const date = row.filled("date");
    const start = parseTime(`${date}T00:00:00+08:00`) ?? row.fail(`date "${date}"`, "a calendar date");
    const level = row.oneOf("level", ["province", "city", "unassigned"]);
    const region = level === "unassigned" ? null : row.filled("code");
    if (region !== null && regions.find(region)?.level !== level) row.fail(`code "${region}"`, `a ${level} of regions.csv`);
    return {
      date, at: start + DAY, region,
      confirmed: row.number("confirmed"), suspected: row.number("suspected"), cured: row.number("cured"), dead: row.number("dead"),
    };
  });
}
