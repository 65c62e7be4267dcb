import fc from "fast-check";
import { feature } from "topojson-client";
import type { Feature, FeatureCollection, MultiPolygon, Point } from "geojson";
import { beforeAll, expect, test } from "vitest";
import type { BoundaryProperties, BoundarySet } from "../../model/boundary.ts";
import { clipping } from "./clipping.ts";
import { areaOf, contains, polygonOf, type Polygon } from "./polygon.ts";
import { type Catalog, openCatalog } from "./index.ts";

let catalog: Catalog;
let counties: string[];
beforeAll(async () => {
  catalog = await openCatalog(process.cwd());
  const { from, to } = catalog.regions.atLevel("county");
  counties = catalog.regions.rows.slice(from, to).map(({ code }) => code);
});

const featuresOf = <G extends MultiPolygon | Point>(set: BoundarySet): Feature<G, BoundaryProperties>[] =>
  (feature(set.topology, set.topology.objects[set.object]!) as unknown as FeatureCollection<G, BoundaryProperties>).features;
const shapeOf = async (county: string): Promise<Polygon> =>
  polygonOf(featuresOf<MultiPolygon>(await catalog.boundaries("county", county)).find(({ id }) => id === county)!.geometry);
const cellsOf = async (parent: string) => featuresOf<MultiPolygon>(await catalog.boundaries("town", parent)).map(({ properties, geometry }) => ({ properties, area: polygonOf(geometry) }));

test("the province, its 21 cities and 124 county cells can be drawn, with seven neighbours around", async () => {
  const count = async (level: Parameters<Catalog["boundaries"]>[0]): Promise<number> => featuresOf(await catalog.boundaries(level)).length;
  expect([await count("province"), await count("city"), await count("county"), await count("county-light"), await count("context")]).toEqual([1, 21, 124, 124, 7]);
});

test("every set says whose shapes these are and that nobody has approved the drawing", async () => {
  for (const [level, parent] of [["province"], ["city"], ["county"], ["context"], ["town", "440103"], ["village", "440103"]] as const) {
    const set = await catalog.boundaries(level, parent);
    expect(set.attribution).toMatch(/^© OpenStreetMap contributors/);
    expect(set).toMatchObject({ approval: null, notice: "演示底图 无审图号 不得公开展示", level });
  }
});

test("the Dongsha Islands are in the sets of the whole province as an inset", async () => {
  for (const level of ["province", "city"] as const) expect((await catalog.boundaries(level)).insets).toEqual([{ name: "东沙群岛", nameEn: "Dongsha Islands", region: "4415", point: [116.72, 20.7] }]);
});

test("the counties of one city come without those of its neighbours, at the same places", async () => {
  const guangzhou = featuresOf<MultiPolygon>(await catalog.boundaries("county", "4401"));
  const all = featuresOf<MultiPolygon>(await catalog.boundaries("county"));
  expect(guangzhou.map(({ properties }) => properties.parent)).toEqual(Array<string>(11).fill("4401"));
  for (const own of guangzhou) expect(own.geometry).toEqual(all.find(({ id }) => id === own.id)!.geometry);
});

test("a town cell says that it is schematic, and whether even its seat is chosen", async () => {
  const set = await catalog.boundaries("town", "440103");
  expect(set).toMatchObject({ schematic: true, caption: "镇界示意，非法定界线", parent: "440103" });
  const properties = featuresOf(set).map((each) => each.properties);
  expect(properties.every(({ schematic }) => schematic)).toBe(true);
  expect(properties.find(({ code }) => code === "440103016")?.approx).toBeUndefined();
  expect(properties.filter(({ approx }) => approx).every(({ code }) => catalog.point(code) === null)).toBe(true);
});

test("each town that people administer has one cell, and special units have none", async () => {
  let cells = 0;
  for (const county of counties) {
    const { from, to } = catalog.regions.children(catalog.regions.indexOf(county));
    const wanted = catalog.regions.rows.slice(from, to).filter(({ kind }) => kind !== "special").map(({ code }) => code);
    const found = await cellsOf(county);
    expect(found.map(({ properties }) => properties.code)).toEqual(wanted);
    cells += found.length;
  }
  expect(cells).toBe(1_610);
});

test("the town cells of any county lie inside it, do not overlap, and together are the county", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...counties), async (county) => {
      const whole = await shapeOf(county);
      const cells = await cellsOf(county);
      const total = areaOf(whole);
      const sum = cells.reduce((area, cell) => area + areaOf(cell.area), 0);
      expect(cells.every((cell) => areaOf(cell.area) > 0)).toBe(true);
      expect(Math.abs(sum - total) / total).toBeLessThan(0.01);
      const union = clipping.union([], ...cells.map((cell) => cell.area));
      expect(Math.abs(areaOf(union) - sum) / total).toBeLessThan(0.001);
      expect(areaOf(clipping.difference(union, whole)) / total).toBeLessThan(0.001);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("a coast is the same line for the cities, the counties and the towns: no second one runs beside it", async () => {
  const corners = (set: BoundarySet): string[] => featuresOf<MultiPolygon>(set).flatMap(({ geometry }) => polygonOf(geometry).flatMap((rings) => rings.flatMap((ring) => ring.map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`))));
  const county = new Set(corners(await catalog.boundaries("county")));
  expect(corners(await catalog.boundaries("city")).filter((corner) => !county.has(corner))).toEqual([]);
}, 20_000);

test("a town whose seat is known lies in its own cell", async () => {
  for (const county of counties.slice(0, 40))
    for (const { properties, area } of await cellsOf(county)) {
      const seat = catalog.point(properties.code);
      if (seat && !properties.approx) expect([properties.name, contains(area, seat)]).toEqual([properties.name, true]);
    }
});

test("the cells are the same on every start", async () => {
  const again = await openCatalog(process.cwd());
  for (const county of ["440103", "440303", "441900", "440523"]) expect(await again.boundaries("town", county)).toEqual(await catalog.boundaries("town", county));
});

test("the towns of a city without counties are found under the city and under its pseudo county alike", async () => {
  const codes = async (parent: string): Promise<string[]> => (await cellsOf(parent)).map(({ properties }) => properties.code);
  expect(await codes("4419")).toEqual(await codes("441900"));
  expect((await codes("4420")).length).toBeGreaterThan(20);
});

test("a town alone is drawn as it lies among its neighbours", async () => {
  const [alone, ...others] = await cellsOf("440882115");
  const among = (await cellsOf("440882")).find(({ properties }) => properties.code === "440882115")!;
  expect([alone!.properties, others]).toEqual([among.properties, []]);
  expect(areaOf(alone!.area) / areaOf(among.area)).toBeCloseTo(1, 3);
});

test("village marks stand inside their town's cell, and none for special units", async () => {
  const town = "440103016";
  const [cell] = (await cellsOf("440103")).filter(({ properties }) => properties.code === town);
  const set = await catalog.boundaries("village", town);
  const marks = featuresOf<Point>(set);
  const { from, to } = catalog.regions.children(catalog.regions.indexOf(town));
  expect(set).toMatchObject({ schematic: true, caption: "村点示意" });
  expect(marks.map(({ id }) => id)).toEqual(catalog.regions.rows.slice(from, to).filter(({ kind }) => kind !== "special").map(({ code }) => code));
  for (const { geometry } of marks) expect(contains(cell!.area, geometry.coordinates as [number, number])).toBe(true);
  expect(await catalog.boundaries("village", town)).toEqual(set);
});

test("a special unit has no villages to mark", async () => {
  const special = catalog.regions.rows.find(({ level, kind }) => level === "town" && kind === "special")!;
  expect(featuresOf(await catalog.boundaries("village", special.code))).toEqual([]);
});

test("a level that cannot be drawn for a parent is refused, and the answer says what to ask for", async () => {
  await expect(catalog.boundaries("town")).rejects.toThrow(/expected parent=CODE of a city or county or town/);
  await expect(catalog.boundaries("town", "44")).rejects.toThrow(/city or county/);
  await expect(catalog.boundaries("village", "4401")).rejects.toThrow(/county or town/);
  await expect(catalog.boundaries("county", "440103016")).rejects.toThrow(/of that level or above/);
  await expect(catalog.boundaries("city", "99")).rejects.toMatchObject({ code: "not_found" });
});
