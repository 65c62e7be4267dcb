import type { BoundarySet } from "../../model/boundary.ts";
import type { Lang } from "../../model/numerals.ts";
import type { Severity } from "../../model/words.ts";
import { radiiOf } from "../../model/wind-circle.ts";
import { SEVERITY_WORDS } from "../../model/words.ts";
import { LEVEL_TEXTURE, levelInk } from "../../themes/level.ts";
import { LINE, linePx } from "../../themes/scale.ts";
import { basesWords, basisOf, basisWords, type Basis } from "./basis.ts";
import { planeBox, TRUE_GROUND } from "./camera.ts";
import { fillsOf } from "./choropleth.ts";
import type { GroundRegion } from "./ground.ts";
import { handsOn } from "./hand.ts";
import { folded, marks as legendMarks, type LegendData } from "./legend.ts";
import type { LabelBox } from "./labels.ts";
import { heldLevels, levelEverywhere, ownLevels } from "./levels-held.ts";
import { COLUMN_GAP_U, cornerU } from "./legend-forms.ts";
import { legendStanding } from "./legend-standing.ts";
import { furniture, seamBoxes, tagBoxes } from "./map-corner.ts";
import { levelOf, levelSets, type MapData } from "./map-data.ts";
import { dotLegend, dotMarks } from "./map-dots.ts";
import { legend as pointsLegend, sentence as pointsSentence } from "./map-point-words.ts";
import { pointMarks } from "./map-points.ts";
import { flowMarks, flowWords } from "./map-flows.ts";
import { mapGround, type MapGround } from "./map-ground.ts";
import { mapHits } from "./map-hits.ts";
import { countedIn, say } from "./map-speech.ts";
import { mapWords } from "./map-words.ts";
import type { Mark, RegionTexture, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { project, unproject } from "./mercator.ts";
import { apply, unapply, type Point, type Transform } from "./plane.ts";
import { regionsSeen } from "./regions-seen.ts";
import { placeName } from "./place-name.ts";
import { CIRCLE_LINE, shapes as stormShapes, stormSeen } from "./track.ts";

export type { MapData } from "./map-data.ts";
export const spec = { kind: "map", minU: [44, 28] } as const;

/**
 * One map (VISUAL §8), layers from the sea up.
 * @param goal where the camera will stand: words are placed for it and drawn when it is there, so that no name stands over another's ground
 * @param at where the camera is now: shapes follow it
 * @param hands what people draw and point at on it: over everything else but its words in corners and those of others
 */
export function marks(data: MapData, size: Size, goal: Transform, at: Transform = goal, hands: readonly Mark[] = []): Mark[] {
  const { words, corners, plates } = still(data, size, goal);
  const shapes = [
    ...groundLayers(data, size, at), ...fade(size, at), ...amountLayer(data, size, at), ...flowLayer(data, size, at), ...dotLayer(data, size, goal, at), ...(data.points ? pointMarks(data.points, at, size) : []), ...pointLayer(data, size, at),
    ...(data.storm ? stormShapes(data.storm, at, size, { plates, isClose: data.focus !== undefined }) : []),
  ];
  return [{ kind: "clip", x: 0, y: 0, width: size.width, height: size.height, marks: shapes }, ...(isThere(at, goal, size) ? words : []), ...handsOn(size, plates, hands), ...corners];
}

/** Whether nothing of the picture is further from its place than a name can be and still stand over what it names. */
const isThere = (at: Transform, goal: Transform, { width, height, u }: Size): boolean =>
  at === goal || ([[0, 0], [width, 0], [0, height], [width, height]] as const).every(([x, y]) => {
    const [nowX, nowY] = apply(at, unapply(goal, [x, y]));
    return Math.hypot(nowX - x, nowY - y) < u / 2;
  });

/** Words, corners and touch areas of a camera that stands still: placed once per data, size and goal. */
function still(data: MapData, size: Size, goal: Transform): Still {
  const kept = placed.get(data);
  if (kept && kept.goal === goal && kept.measure === size.measure && kept.width === size.width && kept.height === size.height) return kept;
  const corner = corners(data, size, goal);
  // A flow has one place for its number, a name has many: the numbers come first.
  const flows = data.flows ? flowWords(data.flows, goal, size, [...corner.boxes, ...seamBoxes(data, size)]) : { marks: [], boxes: [] };
  const found: Still = {
    goal, width: size.width, height: size.height, measure: size.measure, words: [...mapWords(data, goal, size, [...corner.boxes, ...flows.boxes], corner.plates).marks, ...flows.marks],
    corners: [...corner.marks, ...mapHits(data, goal, size)], plates: corner.plates,
  };
  placed.set(data, found);
  return found;
}
interface Still extends Pick<Size, "width" | "height" | "measure"> {
  readonly goal: Transform;
  /** Names, numbers and what leads to them. */
  readonly words: readonly Mark[];
  /** What belongs to the picture and not to its ground, and what is touched. */
  readonly corners: readonly Mark[];
  /** What hides what is drawn under it. */
  readonly plates: readonly LabelBox[];
}
const placed = new WeakMap<MapData, Still>();

/** Ground, fills, lines and levels. */
function groundLayers(data: MapData, { width, height, u }: Size, transform: Transform): Mark[] {
  const { sets } = data;
  const main = mapGround(sets.main);
  const out: Mark[] = [{ kind: "rect", x: 0, y: 0, width, height, fill: "sea" }];
  const land = (ground: MapGround, ink: "land" | "land2"): Mark => ({ kind: "regions", ground: ground.ground, transform, fills: ground.ground.regions.map(() => ink) });
  const line = (outline: MapGround["inner"], stroke: "bg" | "t2" | "hair" | "hair2", px: number, alpha = 1): Mark => ({ kind: "outline", outline, transform, stroke, widthPx: linePx(px, u), alpha });
  if (sets.context) out.push(land(mapGround(sets.context), "land2"), line(mapGround(sets.context).inner, "bg", 1));
  const around = sets.around && sets.around !== sets.main ? mapGround(sets.around) : undefined;
  if (around) out.push({ kind: "regions", ground: around.ground, transform, fills: around.ground.regions.map(() => "land2"), textures: levelTextures(data, sets.around!) }, line(around.inner, "bg", 1), line(around.edge, "t2", 1.5, 0.7));
  const { fills } = fillLayer(data, main);
  out.push({ kind: "regions", ground: main.ground, transform, ...fills });
  out.push(line(main.inner, data.fill ? "bg" : "hair", 1));
  if (sets.around) out.push(line(main.edge, "t2", 1.5));
  // Near by, the coast and the cities' lines are those of the ground around: a second, coarser set would run beside them.
  const cities = around || !sets.cities || sets.cities === sets.main ? undefined : mapGround(sets.cities);
  const between = around?.parents ?? cities?.inner ?? (sets.main.level === "city" ? main.inner : undefined);
  if (between) out.push(line(between, "bg", 3), line(between, "t2", 1, 0.55));
  if (!around) out.push(line((cities ?? main).edge, "t2", 1.5, 0.7));
  out.push(...zones(data, transform, u));
  const looked = lookedAt(data, main);
  if (looked !== undefined) out.push({ kind: "outline", outline: main.zone([looked]), transform, stroke: "focus", widthPx: LINE.selectedU * u });
  return out;
}

/**
 * Where true ground ends before the picture does, it fades over 4 % of the width. What lies beyond may be land or sea: a bare graticule runs on
 * from there to the edge of the picture (DESIGN §4), which is true everywhere.
 */
function fade(size: Size, at: Transform): Mark[] {
  const { width, height } = size;
  const [west, , east] = planeBox(TRUE_GROUND);
  const out: Mark[] = [];
  const steps = 16;
  const band = (0.04 * width) / steps;
  for (const [edge, side] of [[at.k * west + at.dx, 1], [at.k * east + at.dx, -1]] as const) {
    if (side === 1 ? edge <= 0 : edge >= width) continue;
    for (let i = 0; i < steps; i++) {
      const x = edge + side * i * band;
      out.push({ kind: "rect", x: side === 1 ? x : x - band, y: 0, width: band, height, fill: "bg", fillAlpha: 1 - (i + 0.5) / steps });
    }
    out.push(side === 1 ? { kind: "rect", x: 0, y: 0, width: edge, height, fill: "bg" } : { kind: "rect", x: edge, y: 0, width: width - edge, height, fill: "bg" });
    out.push(...graticule(side === 1 ? [0, edge + band * steps] : [edge - band * steps, width], size, at));
  }
  return out;
}
const GRATICULE_DEG = 2;
/** Meridians and parallels between two places of a picture's width. */
function graticule([from, to]: readonly [number, number], { height, u }: Size, at: Transform): Mark[] {
  const [west, north] = unproject(unapply(at, [from, 0]));
  const [east, south] = unproject(unapply(at, [to, height]));
  const degrees = (least: number, most: number): number[] => Array.from({ length: Math.max(0, Math.floor(most / GRATICULE_DEG) - Math.ceil(least / GRATICULE_DEG) + 1) }, (_, i) => (Math.ceil(least / GRATICULE_DEG) + i) * GRATICULE_DEG);
  const line = (points: readonly Point[]): Mark => ({ kind: "line", points, stroke: "hair", strokeAlpha: 0.8, widthPx: linePx(1, u) });
  return [
    ...degrees(west!, east!).map((lon) => apply(at, project(lon, 0))[0]).map((x) => line([[x, 0], [x, height]])),
    ...degrees(south!, north!).map((lat) => apply(at, project(0, lat))[1]).map((y) => line([[from, y], [to, y]])),
  ];
}

function fillLayer(data: MapData, main: MapGround): { fills: { fills: ReturnType<typeof fillsOf>["fills"]; textures: (RegionTexture | null)[] } } {
  const plain = data.fill ? fillsOf(main.ground, data.fill.values, data.fill.breaks) : { fills: main.ground.regions.map(() => "land" as const), textures: main.ground.regions.map(() => null) };
  // Around a focus the ground recedes: one place is spoken of.
  const away = (i: number): boolean => data.focus !== undefined && main.ground.regions[i]!.parent !== data.focus && main.ground.regions[i]!.code !== data.focus;
  const focusHere = data.focus !== undefined && main.ground.regions.some(({ code, parent }) => code === data.focus || parent === data.focus);
  const fills = plain.fills.map((ink, i) => (focusHere && away(i) ? ("land2" as const) : ink));
  const textures: (RegionTexture | null)[] = plain.textures.map((texture, i) => (focusHere && away(i) ? null : texture));
  levelTextures(data, data.sets.main).forEach((texture, i) => {
    if (texture) textures[i] = texture;
  });
  const looked = lookedAt(data, main);
  if (looked !== undefined) fills[main.index.get(looked)!] = "band";
  return { fills: { fills, textures } };
}

/**
 * The textures of the levels on the regions of a set. Near by, where the ground is finer than what a level stands at, its land has the texture
 * all the same: a line around it would tell the level by colour alone (VISUAL §5).
 */
function levelTextures(data: MapData, set: BoundarySet): (RegionTexture | null)[] {
  const held = heldLevels(data, set);
  return mapGround(set).ground.regions.map(({ code }) => {
    const level = held.get(code);
    return level ? { texture: LEVEL_TEXTURE[level.severity], ink: levelInk(level.severity, "line"), ...(level.issued ? {} : { faint: true }) } : null;
  });
}

/** The one area that is looked at: what is selected, else the town whose villages are shown, whichever of them is. */
const lookedAt = ({ selected, focus, sets }: MapData, main: MapGround): string | undefined =>
  [selected, ...(sets.villages ? [focus] : [])].find((code) => code !== undefined && main.index.has(code));

/** Merged edges of the areas of each level: the gravest on top, of whatever ground it is, and of one level the finer ground. */
function zones(data: MapData, transform: Transform, u: number): Mark[] {
  const line = (severity: Severity, outline: MapGround["inner"]) => ({ severity, mark: { kind: "outline", outline, transform, stroke: levelInk(severity, "line"), widthPx: zoneWidth(severity, u) } satisfies Mark });
  const everywhere = levelEverywhere(data);
  const whole = everywhere ? [line(everywhere.severity, mapGround(data.sets.cities ?? data.sets.main).edge)] : [];
  const own = levelSets(data.sets).reverse().flatMap((set) => bySeverity(data, set).map(([severity, regions]) => line(severity, mapGround(set).zone(regions.map(({ code }) => code)))));
  return [...whole, ...own].sort((a, b) => b.severity - a.severity).map(({ mark }) => mark);
}

const zoneWidth = (severity: Severity, u: number): number => (severity === 1 ? LINE.redU * u * 0.5 : linePx(LINE.zonePx, u));
/** Regions of a set by their own worst level, mildest level first. */
function bySeverity(data: MapData, set: BoundarySet): [Severity, { code: string; issued: boolean }[]][] {
  const worst = ownLevels(data, set);
  return ([4, 3, 2, 1] as const).map((severity) => [severity, [...worst].filter(([, w]) => w.severity === severity).map(([code, w]) => ({ code, issued: w.issued }))] as [Severity, { code: string; issued: boolean }[]]).filter(([, regions]) => regions.length > 0);
}

/** A circle for an amount: its area is the number. */
function amountLayer({ amounts, sets }: MapData, { u }: Size, at: Transform): Mark[] {
  if (!amounts) return [];
  return mapGround(sets.main).ground.regions.flatMap(({ code, labelAt }): Mark[] => {
    const value = amounts.values.get(code);
    if (!value || value < 0) return [];
    const [cx, cy] = apply(at, labelAt);
    return [{ kind: "circle", cx, cy, r: amountRadius(value, amounts.full, u), fill: "obs", fillAlpha: 0.3, stroke: "obs", widthPx: linePx(1.5, u) }];
  });
}
const LARGEST_CIRCLE_U = 2.6;
const amountRadius = (value: number, full: number, u: number): number => LARGEST_CIRCLE_U * u * Math.sqrt(value / full);

const flowLayer = ({ flows }: MapData, size: Size, at: Transform): Mark[] => (flows ? flowMarks(flows, at, size) : []);
const dotLayer = ({ dots }: MapData, size: Size, goal: Transform, at: Transform): Mark[] => (dots ? dotMarks(dots, goal, at, size) : []);

function pointLayer({ sets, sites = [], selected }: MapData, { u }: Size, at: Transform): Mark[] {
  const villages = sets.villages ? mapGround(sets.villages).ground.regions.map(({ code, labelAt }) => ({ at: apply(at, labelAt), wanted: code === selected })) : [];
  const marks: Mark[] = villages.map(({ at: [x, y], wanted }) => ({ kind: "rect", x: x - 0.25 * u, y: y - 0.25 * u, width: 0.5 * u, height: 0.5 * u, fill: wanted ? "focus" : "t3" }));
  for (const { at: place, wanted, found } of sites) {
    const [x, y] = apply(at, project(...place));
    if (found) {
      marks.push({ kind: "circle", cx: x, cy: y, r: 1.1 * u, stroke: "bg", widthPx: 0.5 * u }, { kind: "circle", cx: x, cy: y, r: 1.1 * u, stroke: "focus", widthPx: 0.22 * u });
      continue;
    }
    marks.push({ kind: "circle", cx: x, cy: y, r: 0.28 * u, fill: "bg", stroke: wanted ? "t1" : "t2", widthPx: linePx(2, u) });
  }
  return marks;
}

/** Legend where it covers least land and least of the storm, notice and islands bottom right. */
function corners(data: MapData, size: Size, goal: Transform): { marks: Mark[]; boxes: LabelBox[]; plates: LabelBox[] } {
  const { u } = size;
  const seams = seamBoxes(data, size);
  const tags = tagBoxes(data, size);
  const { foot, islands, boxes: fixed } = furniture(data, goal, size);
  const boxes = [...fixed];
  const plates = [...foot.boxes, ...tags];
  const out = [...foot.marks, ...islands.marks];
  const put = (legend: LegendData): void => {
    const { columns, widths, width: wide, height: tall, at: [x, y] } = legendStanding(data, legend, goal, size, [...boxes, ...seams]);
    // Neither a coast nor a storm's line crosses its words and its samples; where it can, it hides no land.
    const plate = { x: x - 0.5 * u, y: y - 0.2 * u, width: wide + u, height: tall + 0.4 * u };
    out.push({ kind: "rect", ...plate, fill: "bg" });
    columns.forEach((column, i) => out.push(...moved(legendMarks(column, { ...size, width: widths[i]!, height: tall }), x + widths.slice(0, i).reduce((sum, each) => sum + each + COLUMN_GAP_U * u, 0), y)));
    boxes.push(plate);
    plates.push(plate);
  };
  const legend = legendFor(data, goal, size);
  if (legend) put(legend);
  // What was laid over the map has a legend of its own: both together find no room on one screen.
  if (data.points) put(narrowed(pointsLegend(data.points, goal, size, data.lang), size));
  return { marks: out, boxes, plates };
}

/** What nothing that comes and goes may cover on a picture: legends, the notice, words of others. */
export const keptBoxes = (data: MapData, size: Size, goal: Transform): readonly LabelBox[] => corners(data, size, goal).plates;

/** The legend that a camera's picture needs, no wider than a corner of a high picture is. */
export function legendFor(data: MapData, goal: Transform, size: Size): MapData["legend"] {
  const isNear = data.focus !== undefined;
  const told = data.dots ? { ...data, legend: { title: say("legend", data.lang), ...data.legend, ...dotLegend(data.dots, goal, size, data.lang) } } : data;
  const legend = legendOf(told, data.storm && isNear ? stormSeen(data.storm, goal, size) : undefined, isNear ? regionsSeen(goal, size) : undefined);
  return legend && narrowed(legend, size);
}
/** No wider than a corner of a high picture is. */
const narrowed = (legend: LegendData, size: Size): LegendData => (size.height >= HIGH_U * size.u ? folded(legend, Math.max(cornerU(legend) * size.u, LEGEND_SHARE * size.width), size) : legend);
const LEGEND_SHARE = 0.22;
/** A low picture has no height for more lines. */
const HIGH_U = 36;

/**
 * What the inks on this map mean, levels counted by the regions they stand at.
 * @param seen what of the storm a close camera has in its picture; absent = all of it, as the legend of a wide one keeps its place
 * @param isSeen whether a region of a set lies in a close camera's picture: a level of which nothing does is not explained
 */
export function legendOf(data: MapData, seen: ReturnType<typeof stormSeen> = { observed: true, ahead: true, circles: [7, 10] }, isSeen: ReturnType<typeof regionsSeen> = () => true): MapData["legend"] {
  const { lang, old } = data;
  const lines = [...(data.legend?.lines ?? [])];
  if (data.storm && seen.observed) lines.push({ shape: "line", label: say("observed", lang), stroke: "t1", widthPx: 3, isSaid: true });
  if (data.storm && seen.ahead) lines.push({ shape: "line", label: say("ahead", lang), stroke: "w1", widthPx: 3, dash: [9, 6], isSaid: true });
  // 7级 = 30 kt and 10级 = 50 kt, as JMA's 10-minute means: said once, wherever circles are drawn.
  const circles = data.storm ? seen.circles.filter((force) => radiiOf(data.storm!.now, force)) : [];
  for (const force of circles) lines.push({ shape: "line", label: `${say("windCircle", lang, { force })}${force === circles.at(-1) ? say("mean", lang) : ""}`, stroke: "t1", ...CIRCLE_LINE[force], ...(force !== circles.at(-1) && { isSaid: true }) });
  const levels = levelCounts(data, isSeen);
  // Under the heading of an indicator a level would be read as that indicator's.
  const ofAlerts = data.legend?.title ? say("ofAlerts", lang) : "";
  // Each place is counted once, at its gravest: where that is said of one level, it is said of all that are milder than the first.
  const isOnly = levels.some(({ isRest }) => isRest);
  const over = (amount: string): string => (data.countedOver === undefined ? amount : `${data.countedOver} ${amount}`);
  for (const { severity, amounts, found, issued, filled, basis } of levels) {
    const level = lang === "en" ? SEVERITY_WORDS[severity].en : SEVERITY_WORDS[severity].zh;
    // As it is drawn: a texture on the ground, or a line alone around what is not ground here.
    const stroke = levelInk(severity, "line");
    const box = { shape: "box" as const, stroke, ...(old && { old }), ...(filled ? { fill: stroke, texture: LEVEL_TEXTURE[severity], widthPx: 1.5 } : { widthPx: LINE.zonePx }) };
    if (issued > 0) lines.push({ ...box, label: amounts ? say("issued", lang, { level, n: over(amounts.issued) }) : say("issuedAll", lang, { level }) });
    if (found > 0) lines.push({ ...box, ...(filled && { fillAlpha: 0.5 }), label: `${ofAlerts}${amounts ? say(isOnly && severity > levels[0]!.severity ? "foundOnly" : "found", lang, { level, basis: basisWords(basis, lang), n: over(amounts.found) }) : say("foundAll", lang, { level, basis: basisWords(basis, lang) })}` });
  }
  // A storm that nothing on this picture is of does not give its name to what is.
  const storm = data.storm && (seen.observed || seen.ahead || seen.circles.length > 0) ? stormTitle(data.storm.storm, lang) : undefined;
  const unheard = data.alerts || !data.unheard ? [] : [say(data.unheard === "refused" ? "unheard" : "hearing", lang)];
  const unknown = [...unheard, ...(data.unshaped ? [say("unshaped", lang, { level: countedIn(data.unshaped, lang) })] : [])];
  if (!data.legend && lines.length === 0 && unknown.length === 0) return undefined;
  const missing = data.fill ? [...data.fill.values.values()].includes(null) : false;
  const bases = levels.filter(({ found }) => found > 0).map(({ basis }) => basis);
  const foot = [...unknown, ...[data.legend?.foot ?? []].flat(), ...whichAlerts(data, levels.length > 0), ...(bases.length > 0 ? [say("machine", lang, { basis: basesWords(bases) })] : [])];
  return { title: data.legend?.title ?? storm ?? say("legend", lang), ...data.legend, ...(lang && { lang }), lines, ...(foot.length > 0 ? { foot } : {}), ...(missing ? { noData: true, ...(data.fill?.gaps && { noDataSaid: data.fill.gaps }) } : {}) };
}

/** Whose levels these are, and of when the newest of them is: a count without its time would be taken for one of now. */
function whichAlerts({ alertsOf: topics, alertsAt: at, lang }: MapData, hasLevels: boolean): string[] {
  if (!hasLevels || at === undefined) return topics ? [say("onlyOf", lang, { topics })] : [];
  return [topics ? say("onlyOfLatest", lang, { topics, at }) : say("latest", lang, { at })];
}

interface LevelCount {
  readonly severity: Severity;
  /** How many regions, with what they are; null for the whole province. */
  readonly amounts: { readonly issued: string; readonly found: string } | null;
  readonly found: number;
  readonly issued: number;
  /** What its findings rest on. */
  readonly basis: Basis;
  /** Further regions meet it too, and are counted at the graver level that they stand at. */
  readonly isRest: boolean;
  /** Its regions bear a texture; else only a line runs around them. */
  readonly filled: boolean;
}
/** How many regions stand at each level, the gravest first, each counted at the ground that it stands on. */
function levelCounts(data: MapData, isSeen: ReturnType<typeof regionsSeen>): LevelCount[] {
  const isNear = data.focus !== undefined;
  const counted = levelSets(data.sets).flatMap((set) => {
    const held = heldLevels(data, set);
    return bySeverity(data, set).map(([severity, regions]): LevelCount => {
      // Where all of it lies in what is graver, its line alone is seen.
      const isTextured = regions.some(({ code }) => held.get(code)?.severity === severity);
      const told = (all: typeof regions): number => (all.some(({ code }) => isSeen(set, code)) ? all.length : 0);
      const issued = told(regions.filter((r) => r.issued));
      const { index } = mapGround(set);
      const meeting = new Set((data.alerts ?? []).flatMap((a) => (a.severity === severity && !a.issued && a.region !== undefined && index.has(a.region) ? [a.region] : [])));
      const isCoarser = levelOf(set.level) === "city" && set !== data.sets.main;
      const amounts = (all: readonly { code: string }[]): string => (isCoarser ? wholeCities(all.length, data.lang) : amountOf(all.map(({ code }) => mapGround(set).ground.regions[index.get(code)!]!), levelOf(set.level), data.lang));
      return { severity, amounts: { issued: amounts(regions.filter((r) => r.issued)), found: amounts(regions.filter((r) => !r.issued)) }, issued, found: told(regions.filter((r) => !r.issued)), isRest: meeting.size > regions.filter((r) => !r.issued).length, basis: basisAt(data, severity, (region) => region !== undefined && index.has(region)), filled: isTextured && (set === data.sets.main || (isNear && (data.sets.around !== undefined || regions.some(({ code }) => code === data.focus)))) };
    });
  });
  const whole = ([1, 2, 3, 4] as const).flatMap((severity): LevelCount[] => {
    const all = (data.alerts ?? []).filter((a) => a.region === undefined && a.severity === severity);
    return all.length === 0 ? [] : [{ severity, amounts: null, found: Number(all.some((a) => !a.issued)), issued: Number(all.some((a) => a.issued)), isRest: false, basis: basisAt(data, severity, (region) => region === undefined), filled: isNear && levelEverywhere(data)?.severity === severity }];
  });
  return [...whole, ...counted].sort((a, b) => a.severity - b.severity);
}

/** Where the ground is finer, a number of cities would be read as that of those without counties. */
const wholeCities = (n: number, lang?: Lang): string => say("wholeCities", lang, { n, counted: countedIn("city", lang, n) });
/** 122 县 2 市: a city without counties is drawn among them and counted as the city that it is. */
function amountOf(regions: readonly GroundRegion[], level: string, lang?: Lang): string {
  const cities = regions.filter(({ passThrough }) => passThrough).length;
  const own = regions.length - cities;
  return [...(own > 0 || cities === 0 ? [`${own} ${countedIn(level, lang, own)}`] : []), ...(cities > 0 ? [`${cities} ${countedIn("city", lang, cities)}`] : [])].join(" ");
}
const basisAt = ({ alerts = [] }: MapData, level: Severity, isThere: (region: string | undefined) => boolean): Basis =>
  basisOf(alerts.filter(({ severity, issued, region }) => severity === level && !issued && isThere(region)).map(({ byDefault = false }) => byDefault));

/** 台风 彩虹. */
export const stormTitle = ({ name, nameZh }: { readonly name: string; readonly nameZh: string }, lang: Lang = "zh"): string => say("storm", lang, { name: lang === "en" ? name : nameZh });

/** That nothing was found, for as much as is known: where nearly nothing has come it is no calm. */
function calmSaid({ unjudged, alertsOf: topics = "", lang = "zh" }: MapData): string {
  if (unjudged === "all") return say("unjudged", lang);
  if (unjudged === "refused") return say("notFetched", lang);
  if (unjudged === "awaited") return say("fetching", lang);
  if (unjudged === "most") return say("mostUnjudged", lang);
  if (unjudged) return say("calmOf", lang, { n: unjudged.known, m: unjudged.unknown, topics: topics && lang === "en" ? ` of ${topics}` : topics });
  return topics ? say("calmIn", lang, { topics }) : say("calm", lang);
}

/** So many are named; of more only the count is said: the alerts tell in which cities they are. */
const NAMED_ALOUD = 2;

/**
 * What the map shows, in one sentence.
 * @param named what a region at a level is called there
 */
export function sentence(data: MapData, where: string, named: (code: string, name: string, severity: Severity) => string = (_, name) => name): string {
  const { lang = "zh" } = data;
  const grounds = levelSets(data.sets).map(mapGround);
  const zh = lang === "zh";
  const parts = ([1, 2, 3, 4] as const).flatMap((severity) => {
    const regions = (data.alerts ?? []).filter((a) => a.severity === severity).map((a) => a.region);
    const places = [...new Set(regions)].flatMap((code) => (code === undefined ? [] : grounds.flatMap(({ ground, index }) => ground.regions[index.get(code) ?? -1] ?? []).slice(0, 1)));
    const names = [...(regions.includes(undefined) ? [say("everywhere", lang)] : []), ...places.map(({ code, name, nameEn }) => named(code, zh ? placeName(name, "county") : nameEn || name, severity))];
    return names.length === 0 ? [] : [say(names.length > NAMED_ALOUD ? "count" : "places", lang, { level: SEVERITY_WORDS[severity][lang], n: names.length, names: names.join(zh ? "、" : ", ") })];
  });
  const topics = data.alertsOf ?? "";
  const said = !data.alerts ? say(data.unheard === "refused" ? "unheard" : "awaited", lang) : parts.length > 0 ? `${topics && say("alertsOf", lang, { topics })}${parts.join(zh ? "，" : ", ")}` : calmSaid(data);
  const unshaped = data.unshaped ? `${zh ? "；" : "; "}${say("unshaped", lang, { level: countedIn(data.unshaped, lang) })}` : "";
  return `${zh ? `${where}：${said}${unshaped}。` : `${where}: ${said}${unshaped}.`}${data.points ? pointsSentence(data.points, lang) : ""}`;
}
