import type { Level } from "../../../model/region.ts";
import type { RegionView } from "../../kit/reads.ts";

/** A handful of real regions by their official codes, so that the gallery has names without a server. */
const CITIES = [
  ["4401", "广州市"], ["4404", "珠海市"], ["4406", "佛山市"], ["4407", "江门市"], ["4408", "湛江市"], ["4409", "茂名市"], ["4412", "肇庆市"], ["4417", "阳江市"], ["4418", "清远市"],
] as const;
const COUNTIES: Readonly<Record<string, readonly (readonly [code: string, name: string])[]>> = {
  4404: [["440402", "香洲区"], ["440404", "金湾区"]],
  4407: [["440781", "台山市"], ["440785", "恩平市"]],
  4408: [["440802", "赤坎区"], ["440803", "霞山区"], ["440825", "徐闻县"], ["440881", "廉江市"], ["440882", "雷州市"], ["440883", "吴川市"]],
  4409: [["440902", "茂南区"], ["440904", "电白区"], ["440981", "高州市"], ["440982", "化州市"]],
  4417: [["441702", "江城区"], ["441721", "阳西县"]],
};
const view = (code: string, name: string, level: Level, path: readonly string[], children: RegionView["children"]): RegionView => ({ code, name, nameEn: name, level, parent: path.at(-1) ?? "", path, children });

export const SAMPLE_CITIES = CITIES.map(([code]) => code);
export const SAMPLE_COUNTIES = Object.values(COUNTIES).flatMap((all) => all.map(([code]) => code));

/** What `GET /regions/:code` would answer; undefined for a region that the sample leaves out. */
export function sampleRegion(code: string): RegionView | undefined {
  if (code === "44") return view("44", "广东省", "province", [], CITIES.map(([c, name]) => ({ code: c, name, level: "city", childCount: COUNTIES[c]?.length ?? 0 })));
  const city = CITIES.find(([c]) => c === code);
  if (city) return view(code, city[1], "city", ["44"], (COUNTIES[code] ?? []).map(([c, name]) => ({ code: c, name, level: "county", childCount: 0 })));
  for (const [parent, counties] of Object.entries(COUNTIES)) {
    const county = counties.find(([c]) => c === code);
    if (county) return view(code, county[1], "county", ["44", parent], []);
  }
  return undefined;
}
