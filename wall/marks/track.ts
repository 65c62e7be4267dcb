import { hourText } from "../../model/moments.ts";
import { destination, distanceKm, type LonLat } from "../../model/geodesy.ts";
import { grouped, windForce, type Lang } from "../../model/numerals.ts";
import type { Storm, StormFix, StormNow, WindCircle } from "../../model/storm.ts";
import { ahead } from "../../model/storm-track.ts";
import { gradeIn, gradeZh } from "../../model/storm-words.ts";
import { HOUR } from "../../model/time.ts";
import { outline, radiiOf, windDisc } from "../../model/wind-circle.ts";
import { LINE, linePx, TYPE_U } from "../../themes/scale.ts";
import { besideLine, LABEL_RANK, type LabelBox, type LabelWish } from "./labels.ts";
import type { Mark, Paint, Size, TextMark } from "./mark.ts";
import { say } from "./map-speech.ts";
import { project, unproject } from "./mercator.ts";
import { apply, unapply, type Point, type Transform } from "./plane.ts";
import { standing, symbolPlace, type OnPicture } from "./storm-symbol.ts";
import { lineWidth } from "./words.ts";

export const spec = { kind: "storm-map", minU: [70, 45] } as const;

export interface TrackData {
  readonly storm: Pick<Storm, "id" | "name" | "nameZh">;
  readonly now: StormNow;
  /** Fixes known at `now`, oldest first. */
  readonly fixes: readonly StormFix[];
  /** Hours of extrapolation that are drawn. */
  readonly aheadH?: number;
}

const EVERY_H = 6;

/** Shapes of a storm: wind circles, observed track, extrapolated track, symbol. */
export function shapes({ now, fixes, aheadH = 24 }: TrackData, transform: Transform, size: Size, on: OnPicture = {}): Mark[] {
  const { u } = size;
  const at = (place: LonLat): Point => apply(transform, project(place[0], place[1]));
  const here: LonLat = [now.lon, now.lat];
  const out: Mark[] = [];
  for (const circle of [7, 10] as const) {
    const radii = radiiOf(now, circle);
    if (radii) out.push({ kind: "area", rings: [outline(windDisc(here, radii), 120).slice(0, -1).map(at)], ...circlePaint(circle, u) });
  }
  const past = [...fixes.filter((fix) => fix.at < now.at).map((fix): LonLat => [fix.lon, fix.lat]), here].map(at);
  if (past.length > 1) out.push({ kind: "line", points: past, stroke: "t1", widthPx: LINE.dataU * u });
  const line = future(now, aheadH);
  if (line.length > 1) out.push({ kind: "line", points: line.map(({ place }) => at(place)), stroke: "w1", widthPx: LINE.dataU * u, dash: [0.5 * u, 0.3 * u] });
  for (const [i, fix] of fixes.entries())
    if (fix.at < now.at) out.push({ kind: "circle", cx: past[i]![0], cy: past[i]![1], r: 0.22 * u, fill: "bg", stroke: "t1", widthPx: linePx(1.5, u) });
  for (const { place, mark } of line) {
    const [cx, cy] = at(place);
    if (mark !== null) out.push({ kind: "circle", cx, cy, r: 0.28 * u, fill: "bg", stroke: "w1", widthPx: linePx(2, u) });
  }
  return [...out, ...standing(at(here), now.grade, size, on)];
}

/** The line of a wind circle (VISUAL §8), widths and dashes in px of the smallest display: 7级 dotted, 10级 thin. */
export const CIRCLE_LINE: Readonly<Record<WindCircle, { readonly widthPx: number; readonly dash?: readonly number[] }>> = { 7: { widthPx: 2, dash: [2, 4] }, 10: { widthPx: 1.5 } };
function circlePaint(circle: WindCircle, u: number): Paint {
  const { widthPx, dash } = CIRCLE_LINE[circle];
  const line: Paint = { stroke: "t1", widthPx: linePx(widthPx, u), ...(dash && { dash: dash.map((px) => linePx(px, u)) }) };
  return circle === 7 ? { ...line, strokeAlpha: 0.9, fill: "t1", fillAlpha: 0.035 } : { ...line, fill: "t1", fillAlpha: 0.06 };
}

/** Points of the extrapolated track; every 6 h of the clock's day one is marked with its time. */
export function future(now: StormNow, hours: number): { place: LonLat; mark: number | null }[] {
  if (now.speedKmh === null || now.heading === null || now.speedKmh === 0) return [];
  const points: { place: LonLat; mark: number | null }[] = [{ place: [now.lon, now.lat], mark: null }];
  const first = Math.ceil((now.at + 1) / (EVERY_H * HOUR)) * EVERY_H * HOUR;
  for (let at = first; at <= now.at + hours * HOUR; at += EVERY_H * HOUR) points.push({ place: ahead(now, (at - now.at) / HOUR), mark: at });
  points.push({ place: ahead(now, hours), mark: null });
  return points;
}

/** Boxes of the points that the tracks are marked by: no name stands on them. */
export function pointBoxes({ now, fixes, aheadH = 24 }: TrackData, transform: Transform, { u }: Size): LabelBox[] {
  const places = [...fixes.filter((fix) => fix.at < now.at).map((fix): LonLat => [fix.lon, fix.lat]), ...future(now, aheadH).flatMap(({ place, mark }) => (mark === null ? [] : [place]))];
  return places.map((place) => apply(transform, project(...place))).map(([x, y]) => ({ x: x - 0.3 * u, y: y - 0.3 * u, width: 0.6 * u, height: 0.6 * u }));
}

/** Which of its lines run through the picture. */
export function stormSeen({ now, fixes, aheadH = 24 }: TrackData, transform: Transform, { width, height }: Size): { readonly observed: boolean; readonly ahead: boolean; readonly circles: readonly WindCircle[] } {
  const here: LonLat = [now.lon, now.lat];
  const runs = (places: readonly LonLat[]): boolean => {
    const line = places.map((place) => apply(transform, project(...place)));
    return line.some(([x1, y1], i) => i > 0 && crosses(line[i - 1]!, [x1, y1], width, height));
  };
  const circle = (force: WindCircle): boolean => {
    const radii = radiiOf(now, force);
    return radii ? runs(outline(windDisc(here, radii), 120)) : false;
  };
  return {
    observed: runs([...fixes.filter((fix) => fix.at < now.at).map((fix): LonLat => [fix.lon, fix.lat]), here]),
    ahead: runs(future(now, aheadH).map(({ place }) => place)),
    circles: ([7, 10] as const).filter(circle),
  };
}
/** True when a straight line has a part inside the picture (Liang and Barsky). */
function crosses([x0, y0]: Point, [x1, y1]: Point, width: number, height: number): boolean {
  let [from, to] = [0, 1];
  for (const [step, room] of [[x0 - x1, x0], [x1 - x0, width - x0], [y0 - y1, y0], [y1 - y0, height - y0]] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Small boxes along the observed and the extrapolated track, for words that must keep off it. */
export function trackBoxes({ now, fixes, aheadH = 24 }: TrackData, transform: Transform, size: Size): LabelBox[] {
  // What goes ahead begins where the storm stands; of one that stands still the track ends there.
  const ahead = future(now, aheadH).map(({ place }) => place);
  const line = [...fixes.filter((fix) => fix.at < now.at).map((fix): LonLat => [fix.lon, fix.lat]), ...(ahead.length > 0 ? ahead : [[now.lon, now.lat] as LonLat])].map((place) => apply(transform, project(...place)));
  return boxesAlong(line, size, 0.5 * size.u);
}

/** A wind circle as it lies on the picture; undefined where the fix tells none. A circle of so few degrees is one under Mercator too, to a px. */
export function discOn({ now }: Pick<TrackData, "now">, transform: Transform, circle: WindCircle): { readonly at: Point; readonly r: number } | undefined {
  const radii = radiiOf(now, circle);
  if (!radii) return undefined;
  const disc = windDisc([now.lon, now.lat], radii);
  const at = apply(transform, project(...disc.centre));
  const r = Math.max(...[0, 90, 180, 270].map((bearing) => apply(transform, project(...destination(disc.centre, bearing, disc.radiusKm)))).map(([x, y]) => Math.hypot(x - at[0], y - at[1])));
  return { at, r };
}

/** Small boxes along the edges of the wind circles. */
export function rimBoxes({ now }: TrackData, transform: Transform, size: Size): LabelBox[] {
  return ([7, 10] as const).flatMap((circle) => {
    const radii = radiiOf(now, circle);
    return radii ? boxesAlong(outline(windDisc([now.lon, now.lat], radii), 240).map(([lon, lat]) => apply(transform, project(lon, lat))), size, 2) : [];
  });
}

/** Boxes of that side along a line, as close as the smallest type where it runs through the picture. */
function boxesAlong(line: readonly Point[], { u, width, height }: Size, side: number): LabelBox[] {
  const boxes: LabelBox[] = [];
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = line[i - 1]!;
    const [x1, y1] = line[i]!;
    const steps = Math.min(400, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / u));
    for (let s = 0; s <= steps; s++) {
      const [x, y] = [x0 + ((x1 - x0) * s) / steps, y0 + ((y1 - y0) * s) / steps];
      if (x > -u && y > -u && x < width + u && y < height + u) boxes.push({ x: x - side / 2, y: y - side / 2, width: side, height: side });
    }
  }
  return boxes;
}

/** A word on the map and where it would like to be; placed together with all other names. */
export interface MapWord {
  readonly wish: LabelWish;
  /** The words as if `wish.at` were the middle of their box. */
  readonly text: readonly TextMark[];
}

/**
 * Words of a storm: its name and force, times of the extrapolated points, radii on the circles.
 * @param old they are not of now: all recede
 */
export function words(data: TrackData, transform: Transform, size: Size, lang: Lang = "zh", old = false, on: OnPicture = {}): MapWord[] {
  const [ink, inkAhead] = old ? (["t3", "t3"] as const) : (["t1", "w1"] as const);
  const { now, aheadH = 24 } = data;
  const { u } = size;
  const avoid = trackBoxes(data, transform, size);
  const at = (place: LonLat): Point => apply(transform, project(place[0], place[1]));
  const here: LonLat = [now.lon, now.lat];
  const prefer = besideLine(now.heading ?? 0);
  const found: MapWord[] = [nameWord(data, transform, { prefer, avoid, on }, size, lang, ink)];
  const last = future(now, aheadH).findLast(({ mark }) => mark !== null);
  for (const { place, mark } of future(now, aheadH)) {
    if (mark === null) continue;
    const text: TextMark = {
      kind: "text", id: `storm-${mark}`, x: 0, y: 0, anchor: "middle", baseline: "middle", halo: "bg",
      text: hourText(mark, now.at, lang), sizePx: 1.2 * u, weight: 500, ink: inkAhead,
      // Dashed and in its own ink all along; the word stands once, at its end.
      ...(mark === last?.mark ? { tail: [{ text: say("extrapolated", lang), sizePx: u, ink: inkAhead, gapPx: 0.3 * u }] } : {}),
    };
    found.push({ wish: { id: text.id!, at: at(place), width: lineWidth(text, size), height: 1.3 * u, rank: LABEL_RANK.cityWithAlert + 0.6, gap: 0.6 * u, skipOwn: true, prefer, avoid }, text: [text] });
  }
  for (const circle of [10, 7] as const) {
    const radii = radiiOf(now, circle);
    if (!radii) continue;
    const disc = windDisc(here, radii);
    const km = radii.longKm === radii.shortKm ? `${radii.longKm}` : `${radii.shortKm}—${radii.longKm}`;
    const text: TextMark = { kind: "text", id: `storm-circle-${circle}`, x: 0, y: 0, anchor: "middle", baseline: "middle", halo: "bg", text: say("circle", lang, { force: circle, km }), sizePx: TYPE_U.figure * u, weight: 500, ink };
    const [first, ...others] = [135, 120, 105, 90, 150, 165, 180, 195, 75, 60, 45, 210, 225, 240, 270, 315, 0].map((bearing) => at(destination(disc.centre, bearing, disc.radiusKm)));
    found.push({ wish: { id: text.id!, at: first!, others, width: lineWidth(text, size), height: 1.6 * u, rank: LABEL_RANK.storm + 0.2, fixed: true, avoid }, text: [text] });
  }
  return found;
}

/** Eight ways from the middle, clockwise from north. */
const ARROWS = "↑↗→↘↓↙←↖";

/** 8时定位: grade, wind and pressure are those of the last fix, however far the position was carried since. */
function fixTail({ now, fixes }: Pick<TrackData, "now" | "fixes">, { u }: Size, lang: Lang, ink: "t1" | "t3"): Pick<TextMark, "tail"> {
  const fix = fixes.findLast(({ at }) => at <= now.at);
  return fix ? { tail: [{ text: say("ofFix", lang, { at: hourText(fix.at, now.at, lang) }), sizePx: u, ink: ink === "t1" ? "t2" : ink, gapPx: 0.5 * u, role: "asOf" }] } : {};
}

function nameWord(data: TrackData, transform: Transform, { prefer, avoid, on }: { readonly prefer: readonly number[]; readonly avoid: readonly LabelBox[]; readonly on: OnPicture }, size: Size, lang: Lang, ink: "t1" | "t3"): MapWord {
  const { storm, now, fixes } = data;
  const { u } = size;
  const centre = apply(transform, project(now.lon, now.lat));
  const { as, at } = symbolPlace(centre, size, on);
  const outside = as === "arrow";
  const [dx, dy] = [centre[0] - at[0], at[1] - centre[1]];
  const arrow = outside ? ` ${ARROWS[Math.round((Math.atan2(dx, dy) * 4) / Math.PI + 8) % 8]!} ${on.isClose ? say("offMap", lang) : say("beyond", lang, { km: grouped(beyondKm([now.lon, now.lat], centre, transform, size), 0) })}` : "";
  const facts = [
    now.windMs === null ? say("noWind", lang) : say("wind", lang, { force: windForce(now.windMs), ms: Math.round(now.windMs) }),
    now.pressureHpa === null ? "" : `${grouped(now.pressureHpa, 0)} hPa`,
    now.quality === "good" ? "" : now.quality === "interpolated" ? say("interpolatedPlace", lang) : say("extrapolatedPlace", lang),
  ].filter(Boolean);
  const title: TextMark = { kind: "text", id: "storm-name", x: 0, y: 0, baseline: "top", text: `${lang === "en" ? storm.name : storm.nameZh} · ${gradeIn(now.grade, lang)}${arrow}`, sizePx: 1.6 * u, weight: 600, ink, halo: "bg", ...fixTail({ now, fixes }, size, lang, ink) };
  const line: TextMark = { kind: "text", id: "storm-facts", x: 0, y: 0, baseline: "top", text: facts.join("  "), sizePx: TYPE_U.body * u, weight: 500, ink, halo: "bg" };
  const width = Math.max(lineWidth(title, size), lineWidth(line, size));
  const height = 3.3 * u;
  // A centre that the camera does not see is named at the edge where it lies, beside the arrow to it.
  const onPicture = ([x, y]: Point): Point => [Math.max(width / 2 + u, Math.min(size.width - width / 2 - u, x)), Math.max(height / 2 + u, Math.min(size.height - height / 2 - u, y))];
  const [across, down] = on.isClose ? [0, 0] : [width / 2 + BESIDE_ARROW_U * u, height / 2 + BESIDE_ARROW_U * u];
  const [edge, ...besideArrow] = [[-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [1, -1], [-1, 1], [1, 1]].map(([dx, dy]) => onPicture([at[0] + dx! * across, at[1] + dy! * down]));
  // Further off when all that is near is taken by names of places.
  const near = [4, 8].flatMap((far) => [[1, 0], [0, 1], [1, 1], [-1, 1], [1, -1], [-1, 0], [0, -1], [-1, -1]].map(([dx, dy]): Point => [at[0] + dx! * far * u, at[1] + dy! * far * u]));
  const others = outside ? [...besideArrow, ...alongEdge([width / 2 + u, height / 2 + u], edge!, size)] : near;
  // Air on both sides: beside a city's name it would be read as one word with it.
  const common = { id: "storm-name", width: width + u, height, rank: LABEL_RANK.storm, others, avoid };
  return {
    wish: outside ? { ...common, at: edge!, prefer: [0], shun: rimBoxes(data, transform, size) } : { ...common, at, gap: 1.6 * u, skipOwn: true, prefer },
    text: [{ ...title, x: -width / 2, y: -height / 2 }, { ...line, x: -width / 2, y: -height / 2 + 1.95 * u }],
  };
}

/** How far beyond the picture's edge a centre lies, to 10 km: where the edge runs is no more exact. */
function beyondKm(here: LonLat, [x, y]: Point, transform: Transform, { width, height }: Size): number {
  const edge = unproject(unapply(transform, [Math.max(0, Math.min(width, x)), Math.max(0, Math.min(height, y))]));
  return Math.max(10, Math.round(distanceKm([edge[0]!, edge[1]!], here) / 10) * 10);
}
const BESIDE_ARROW_U = 1.9;

/** Middles round the picture's edge, that far inside it, the nearest to `to` first. */
function alongEdge([inX, inY]: Point, to: Point, { width, height, u }: Size): Point[] {
  const steps = (from: number, end: number): number[] => Array.from({ length: Math.max(1, Math.floor((end - from) / (2 * u)) + 1) }, (_, i) => from + i * 2 * u);
  const across = steps(inX, width - inX).flatMap((x): Point[] => [[x, inY], [x, height - inY]]);
  const down = steps(inY, height - inY).flatMap((y): Point[] => [[inX, y], [width - inX, y]]);
  const far = ([x, y]: Point): number => Math.hypot(x - to[0], y - to[1]);
  return [...across, ...down].sort((a, b) => far(a) - far(b));
}

export function sentence({ storm, now }: TrackData): string {
  const wind = now.windMs === null ? "风速未载" : `中心风力${windForce(now.windMs)}级（${Math.round(now.windMs)} m/s，10分钟平均）`;
  return `${storm.nameZh}（${gradeZh(now.grade)}）位于北纬${now.lat.toFixed(1)}度、东经${now.lon.toFixed(1)}度，${wind}${now.pressureHpa === null ? "" : `，气压${now.pressureHpa} hPa`}。`;
}
