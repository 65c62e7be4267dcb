import type { Storm, StormFix, WindRadii } from "../../model/storm.ts";
import { parseTime } from "../../model/time.ts";
import { type Row, readTable } from "./table.ts";

const COLUMNS = [
  "storm_id", "name", "name_zh", "time_utc", "lat", "lon", "grade", "vmax_kt", "vmax_ms", "pmin_hpa",
  "r50kt_dir", "r50kt_long_km", "r50kt_short_km", "r30kt_dir", "r30kt_long_km", "r30kt_short_km", "track_crosses_guangdong", "source",
] as const;
type TrackRow = Row<(typeof COLUMNS)[number]>;
const DIRECTIONS = ["ALL", "N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;

function radii(row: TrackRow, circle: "r50kt" | "r30kt"): WindRadii | null {
  const longKm = row.optional(`${circle}_long_km`);
  const shortKm = row.optional(`${circle}_short_km`);
  if (row.text(`${circle}_dir`) === "" && longKm === null && shortKm === null) return null;
  if (longKm === null || shortKm === null || longKm < shortKm || shortKm <= 0)
    return row.fail(`${circle} radii ${longKm ?? "nothing"} and ${shortKm ?? "nothing"} km`, "both, the long one at least the short one");
  return { direction: row.oneOf(`${circle}_dir`, DIRECTIONS), longKm, shortKm };
}

/** The storms of data/typhoon/typhoon-tracks.csv in the order of their ids, each with its fixes in time. */
export function readStorms(root: string): Storm[] {
  const storms = new Map<string, Omit<Storm, "fixes"> & { fixes: StormFix[] }>();
  readTable(root, "data/typhoon/typhoon-tracks.csv", COLUMNS, (row) => {
    const id = row.filled("storm_id");
    const storm = storms.get(id) ?? { id, name: row.filled("name"), nameZh: row.filled("name_zh"), source: row.filled("source"), fixes: [] };
    storms.set(id, storm);
    const at = parseTime(row.text("time_utc")) ?? row.fail(`time_utc "${row.text("time_utc")}"`, "an RFC 3339 time");
    const before = storm.fixes.at(-1);
    if (before && before.at >= at) row.fail(`a fix of ${storm.name} that is not later than the one before`, "fixes in the order of time");
    storm.fixes.push({
      at, lat: row.number("lat"), lon: row.number("lon"), grade: row.text("grade"),
      windMs: row.optional("vmax_ms"), pressureHpa: row.optional("pmin_hpa"), r50: radii(row, "r50kt"), r30: radii(row, "r30kt"),
    });
  });
  return [...storms.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
