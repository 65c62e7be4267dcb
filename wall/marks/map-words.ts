import type { Lang } from "../../model/numerals.ts";
import type { Level } from "../../model/region.ts";
import type { Severity } from "../../model/words.ts";
import { BADGE_U, linePx } from "../../themes/scale.ts";
import { levelInk } from "../../themes/level.ts";
import { widthKm } from "./camera.ts";
import { regionAt } from "./contains.ts";
import { focusLineBoxes, onFocus } from "./focus-line.ts";
import type { GroundRegion } from "./ground.ts";
import { innerPoints } from "./inner-point.ts";
import { LABEL_RANK, meets, nearestOf, openPlaces, placeLabels, type LabelBox, type LabelWish, type PlacedLabel } from "./labels.ts";
import { graverOf, heldLevels, type HeldLevel } from "./levels-held.ts";
import type { Mark, Size, TextMark } from "./mark.ts";
import { seamBoxes } from "./map-corner.ts";
import { levelOf, namedLevel, type MapData } from "./map-data.ts";
import { mapGround } from "./map-ground.ts";
import { counts, discBoxes, nameable } from "./map-point-words.ts";
import { project } from "./mercator.ts";
import { levelSign } from "./map-speech.ts";
import { placeName, villageName } from "./place-name.ts";
import { apply, unapply, type Point, type Transform } from "./plane.ts";
import { symbolPlace } from "./storm-symbol.ts";
import { pointBoxes, words as stormWords } from "./track.ts";
import { lineWidth } from "./words.ts";

/** A block of words and badges, drawn around the middle of its box. */
interface Block {
  readonly wish: LabelWish;
  /** Middles that it is led to where it finds none of its own: off the land of others, else beside its place. */
  readonly near?: () => readonly Point[];
  /** The level that its badge says. */
  readonly severity?: Severity;
  readonly marks: (middle: Point, reduced: boolean) => Mark[];
}

/** All words of a map for a camera that stands still: placed so that no two boxes meet. */
export function mapWords(data: MapData, goal: Transform, size: Size, taken: readonly LabelBox[], plates: readonly LabelBox[] = []): { marks: Mark[]; placed: readonly PlacedLabel[] } {
  const edge = 0.5 * size.u;
  const room = { x: edge, y: edge, width: size.width - 2 * edge, height: size.height - 2 * edge };
  const storm = stormBlocks(data, goal, size, plates);
  const ofStorm = new Set(storm.map(({ wish }) => wish.id));
  const blocks = [...storm, ...callouts(data, goal, size), ...regionBlocks(data, goal, size), ...pointBlocks(data, goal, size), ...countBlocks(data, goal, size), ...contextBlocks(data, goal, size)].filter(
    ({ wish }) => [wish.at, ...(wish.others ?? [])].some(([x, y]) => x > 0 && x < size.width && y > 0 && y < size.height),
  );
  const byId = new Map(blocks.map((block) => [block.wish.id, block]));
  const clear = 0.2 * size.u;
  const obstacles = [...taken, ...seamBoxes(data, size), ...symbolBox(data, goal, size, plates), ...villageBoxes(data, goal, size)];
  const cities = blocks.filter(({ wish }) => wish.rank < LABEL_RANK.county && wish.rank >= LABEL_RANK.cityWithAlert && wish.less !== undefined);
  // A smaller place that lies under the storm's symbol has no spot of its own: a line leads to its name.
  const symbol = stormBox(data, goal, size, plates);
  const covered = blocks.filter(({ wish }) => wish.id.startsWith("name-") && wish.rank >= LABEL_RANK.county && wish.rank < LABEL_RANK.village && symbol.some((box) => holds(box, wish.at)));
  const always = blocks.filter(({ wish }) => wish.rank === LABEL_RANK.alwaysNamed);
  // A place has one spot to be named at, the storm's words have many: they leave it to the place, of whatever level.
  const names = blocks.flatMap(({ wish }): LabelBox[] => {
    if (wish.rank !== LABEL_RANK.alwaysNamed && (wish.less === undefined || wish.rank >= LABEL_RANK.context)) return [];
    if (wish.less === undefined) return [{ x: wish.at[0] - wish.width / 2 - clear, y: wish.at[1] - wish.height / 2 - clear, width: wish.width + 2 * clear, height: wish.height + 2 * clear }];
    // A city may do without its number; a smaller place keeps it too.
    const { width, height } = wish.rank < LABEL_RANK.county ? wish.less : wish;
    return [{ x: wish.at[0] - width / 2 - clear, y: wish.at[1] - height / 2 - clear, width: width + 2 * clear, height: height + 2 * clear }];
  });
  const discs = data.points ? discBoxes(data.points, goal, size) : [];
  const short = new Set<string>();
  const pressed = new Set<string>();
  const urgent = new Set<string>();
  const line = focusLineBoxes(data, goal, size);
  const inside = onFocus(data, goal);
  // The village that has the fewest places on its town's own land is named first.
  const marksOf = villageBoxes(data, goal, size);
  const open = new Map(blocks.flatMap(({ wish }) => (wish.id.startsWith("village-") ? [[wish.id, openPlaces(wish, (box) => inside(box) && ![...line, ...marksOf].some((other) => meets(box, other, clear)))] as const] : [])));
  // Where some names are left out, none of them is one of what is graver than its neighbours.
  const graveness = (id: string): number => 0.02 * (4 - (byId.get(id)?.severity ?? 4));
  const wanted = (wish: LabelWish): LabelWish => {
    // The storm's words lie neither on names nor across the line around what is spoken of, while there is another place.
    if (wish.rank === LABEL_RANK.alwaysNamed && urgent.has(wish.id)) return { ...wish, rank: LABEL_RANK.storm - 0.2 };
    if (isTrackTime(wish.id)) return { ...wish, avoid: [...(wish.avoid ?? []), ...slots], shun: [...line, ...names] };
    if (wish.rank < LABEL_RANK.badge || ofStorm.has(wish.id)) return { ...wish, shun: [...(wish.shun ?? []), ...line, ...names] };
    if (wish.id.startsWith("village-")) return { ...wish, ...(short.has(wish.id) && wish.less), rank: wish.rank + (open.get(wish.id) ?? 0) / 10, shun: line, better: inside };
    if (wish.rank >= LABEL_RANK.village) return { ...wish, shun: line };
    if (pressed.has(wish.id)) return { ...wish, ...wish.less, rank: urgent.has(wish.id) ? LABEL_RANK.storm - 0.1 - graveness(wish.id) : wish.rank - 0.3 - graveness(wish.id), away: () => byId.get(wish.id)?.near?.() ?? [] };
    // A name of a place lies on no sign that counts, while there is another place on its land.
    const kind = discs.length > 0 && wish.id.startsWith("name-") ? { ...wish, shun: discs } : wish;
    return short.has(wish.id) ? { ...kind, ...wish.less } : kind;
  };
  // Where a city's own time would stand, a time of the track would be read as the city's.
  const slots: LabelBox[] = [];
  const place = (): PlacedLabel[] => placeLabels(blocks.map(({ wish }) => wanted(wish)), room, obstacles, clear);
  let placed = place();
  // Every village by its name, before any by its number.
  const villages = blocks.filter(({ wish }) => wish.id.startsWith("village-") && wish.less !== undefined);
  const named = new Set(placed.map(({ id }) => id));
  if (villages.some(({ wish }) => !named.has(wish.id))) {
    for (const { wish } of villages) short.add(wish.id);
    placed = place();
  }
  // A city's name is worth more than its neighbours' numbers: where one is missing, those around it say less.
  // What the storm's words took they give back at the end: they have many places.
  for (let round = 1; round <= ROUNDS; round++) {
    const there = new Set(placed.map(({ id }) => id));
    const lost = [...cities, ...covered].filter(({ wish }) => !there.has(wish.id));
    const unnamed = always.filter(({ wish }) => !there.has(wish.id));
    if (lost.length + unnamed.length === 0) break;
    for (const { wish } of round >= 3 ? always : unnamed) urgent.add(wish.id);
    const reach = round * 5 * size.u;
    for (const { wish } of lost) {
      if (round > 1) pressed.add(wish.id);
      if (round >= 3) urgent.add(wish.id);
      for (const { wish: other } of cities) if (Math.hypot(other.at[0] - wish.at[0], other.at[1] - wish.at[1]) <= reach) short.add(other.id);
    }
    placed = place();
  }
  for (let round = 0; round < ROUNDS && misread(placed, size.u).length > 0; round++) {
    slots.push(...slotsUnder(placed, size.u));
    placed = place();
  }
  const wrong = misread(placed, size.u);
  placed = placed.filter(({ id }) => !wrong.includes(id));
  const marks = placed.flatMap(({ id, box, led, reduced = false }) => [
    ...(led ? leader(box, led, size.u) : []),
    ...byId.get(id)!.marks([box.x + box.width / 2, box.y + box.height / 2], reduced || short.has(id) || pressed.has(id)),
  ]);
  return { marks, placed };
}

const ROUNDS = 5;
const holds = ({ x, y, width, height }: LabelBox, [px, py]: Point): boolean => px >= x && px <= x + width && py >= y && py <= y + height;

const isTrackTime = (id: string): boolean => /^storm-\d+$/.test(id);
/** The line of words under each name of a place, whether the place has a number or none. */
const slotsUnder = (placed: readonly PlacedLabel[], u: number): LabelBox[] =>
  placed.filter(({ id }) => id.startsWith("name-")).map(({ box }) => ({ x: box.x, y: box.y + box.height, width: box.width, height: SLOT_U * u }));
const SLOT_U = 1.3;
/** The times of a track that stand as if they were a place's. */
function misread(placed: readonly PlacedLabel[], u: number): string[] {
  const slots = slotsUnder(placed, u);
  return placed.filter(({ id, box }) => isTrackTime(id) && slots.some((slot) => meets(slot, box))).map(({ id }) => id);
}

/** Middles around a place, the nearest first: at half a turn's sixteenths, as far as a line is still followed at a glance. */
const ring = ({ at, width, height }: Pick<LabelWish, "at" | "width" | "height">, u: number, reachU: readonly number[] = [1, 2, 3.5, 5]): Point[] =>
  reachU.flatMap((far) =>
    Array.from({ length: 16 }, (_, i): Point => {
      const turn = (i * Math.PI) / 8;
      return [at[0] + Math.cos(turn) * (width / 2 + far * u), at[1] + Math.sin(turn) * (height / 2 + far * u)];
    }),
  );
/** From a place to its name, on a casing that parts it from the ground. */
function leader(box: LabelBox, to: Point, u: number): Mark[] {
  const points = [to, nearestOf(box, to)];
  return [
    { kind: "line", points, stroke: "bg", widthPx: linePx(5, u) },
    { kind: "circle", cx: to[0], cy: to[1], r: 0.22 * u, fill: "t1", stroke: "bg", widthPx: linePx(1.5, u) },
    { kind: "line", points, stroke: "t1", widthPx: linePx(1.5, u) },
  ];
}

/** Where the storm itself stands: neither a name nor a legend hides it. */
export function stormBox({ storm, focus }: MapData, goal: Transform, size: Size, plates: readonly LabelBox[] = []): LabelBox[] {
  if (!storm) return [];
  const { u } = size;
  const { as, at: [x, y] } = symbolPlace(apply(goal, project(storm.now.lon, storm.now.lat)), size, { plates });
  if (as === "arrow" && focus !== undefined) return [];
  return [{ x: x - 1.3 * u, y: y - 1.5 * u, width: 2.6 * u, height: 3 * u }];
}
/** No name stands on the storm, nor on the points of its track. */
const symbolBox = (data: MapData, goal: Transform, size: Size, plates: readonly LabelBox[]): LabelBox[] => [...stormBox(data, goal, size, plates), ...(data.storm ? pointBoxes(data.storm, goal, size) : [])];

/** No name hides the mark of a village. */
const villageBoxes = ({ sets }: MapData, goal: Transform, { u }: Size): LabelBox[] =>
  (sets.villages ? mapGround(sets.villages).ground.regions : []).map(({ labelAt }) => apply(goal, labelAt)).map(([x, y]) => ({ x: x - 0.25 * u, y: y - 0.25 * u, width: 0.5 * u, height: 0.5 * u }));

function stormBlocks({ storm, lang, old, focus }: MapData, goal: Transform, size: Size, plates: readonly LabelBox[]): Block[] {
  if (!storm) return [];
  return stormWords(storm, goal, size, lang, old, { plates, isClose: focus !== undefined }).map(({ wish, text }) => ({
    wish,
    marks: ([x, y]) => text.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y })),
  }));
}

/** The worst level inside each region of the named level; machine's and authority's apart. */
function worst(data: MapData, codes: ReadonlyMap<string, string>): Map<string, HeldLevel> {
  const found = new Map<string, HeldLevel>();
  for (const { region, severity, issued } of data.alerts ?? []) {
    const code = region === undefined ? undefined : codes.get(region);
    if (code === undefined) continue;
    const known = found.get(code);
    if (!known || (issued && !known.issued) || (issued === known.issued && severity < known.severity)) found.set(code, { severity, issued });
  }
  return found;
}

function regionBlocks(data: MapData, goal: Transform, size: Size): Block[] {
  const { main, cities } = data.sets;
  const mainLevel = levelOf(main.level);
  const level = namedLevel(mainLevel, cities !== undefined, data.focus !== undefined, widthKm(goal, size));
  const set = level === "city" && mainLevel !== "city" && cities ? cities : main;
  const regions = mapGround(set).ground.regions;
  const holder = new Map<string, string>();
  for (const { code } of regions) holder.set(code, code);
  if (set !== main) for (const { code, parent } of mapGround(main).ground.regions) holder.set(code, parent);
  const levels = worst(data, holder);
  // Near by a badge says the gravest level that holds there, also where that is what the place lies in; of what a place only lies in its ground tells.
  if (data.focus !== undefined) for (const [code, level] of heldLevels(data, set)) if (levels.has(code)) levels.set(code, graverOf(levels.get(code), level)!);
  const sizeOf = ({ box }: GroundRegion): number => (box[2] - box[0]) * (box[3] - box[1]);
  const largest = Math.max(1, ...regions.map(sizeOf));
  return regions.map((region) => {
    const held = levels.get(region.code);
    const { wish, marks } = regionBlock(region, level, data, held, goal, size);
    // Small regions first: they have nowhere else to go. A name stands on its own land; where it finds no room there, off the land with a line.
    const under = (place: Point) => regionAt(mapGround(set).ground, unapply(goal, place));
    const home = (place: Point): boolean => under(place)?.code === region.code;
    // Off all land, the neighbours' too: no city's name stands on 香港.
    const grounds = [set, ...(data.sets.context ? [data.sets.context] : [])].map((s) => mapGround(s).ground);
    const isSea = (place: Point): boolean => grounds.every((ground) => regionAt(ground, unapply(goal, place)) === undefined);
    const isOffLand = ([x, y]: Point): boolean => [-0.5, 0, 0.5].every((i) => [-0.5, 0, 0.5].every((j) => isSea([x + i * wish.width, y + j * wish.height])));
    const away = (): Point[] => ring(wish, size.u).filter(isOffLand);
    const isNoOthers = ([x, y]: Point): boolean => [-0.5, 0, 0.5].every((i) => [-0.5, 0, 0.5].every((j) => {
      const corner: Point = [x + i * wish.width, y + j * wish.height];
      return isSea(corner) || under(corner)?.code === region.code;
    }));
    // Where all are pressed a name may stand on the land next to it, with a line so short that nobody reads it as that land's.
    const near = (): Point[] => [...ring(wish, size.u).filter(isNoOthers), ...ring(wish, size.u, [1]).filter((middle) => !isNoOthers(middle))];
    const others = spotsOf(region).map((spot) => apply(goal, spot));
    const placed = { ...wish, rank: wish.rank + (0.4 * sizeOf(region)) / largest, home, others, away };
    // The town whose villages are named leaves them its land: its own name stands beside it, at sea.
    if (!data.sets.villages || region.code !== data.focus) return { marks, wish: placed, near, ...(held && { severity: held.severity }) };
    const [first, ...further] = beside(region, wish, goal, size).filter(isOffLand);
    return { marks, wish: first ? { ...placed, at: first, others: [...further, wish.at, ...others], fixed: true, rank: LABEL_RANK.badge, shun: focusLineBoxes(data, goal, size) } : placed };
  });
}

/** Middles for a name around a region, the nearest to it first. */
function beside({ box, labelAt }: GroundRegion, { width, height }: Pick<LabelWish, "width" | "height">, goal: Transform, { u, ...size }: Size): Point[] {
  const [[x0, y0], [x1, y1], from] = [apply(goal, [box[0], box[1]]), apply(goal, [box[2], box[3]]), apply(goal, labelAt)];
  const range = (a: number, b: number): number[] => Array.from({ length: Math.max(1, Math.ceil((b - a) / u) + 1) }, (_, i) => a + i * u);
  const [left, right] = [Math.max(width / 2 + u, x0 - width), Math.min(size.width - width / 2 - u, x1 + width)];
  const [top, bottom] = [Math.max(height / 2 + u, y0 - 2 * height), Math.min(size.height - height / 2 - u, y1 + 2 * height)];
  const far = ([x, y]: Point): number => Math.hypot(x - from[0], y - from[1]);
  return range(left, right).flatMap((x) => range(top, bottom).map((y): Point => [x, y])).sort((a, b) => far(a) - far(b));
}
const spots = new WeakMap<GroundRegion, readonly Point[]>();
/** Inner points of a region, the nearest to its best one first; found once. */
function spotsOf(region: GroundRegion): readonly Point[] {
  let found = spots.get(region);
  if (!found) {
    const far = ([x, y]: Point): number => Math.hypot(x - region.labelAt[0], y - region.labelAt[1]);
    spots.set(region, (found = innerPoints(region.parts, 16).sort((a, b) => far(a) - far(b))));
  }
  return found;
}

function regionBlock(region: GroundRegion, level: Level, data: MapData, alert: HeldLevel | undefined, goal: Transform, size: Size): Block {
  const { u } = size;
  const outside = data.focus !== undefined && region.parent !== data.focus && region.code !== data.focus;
  const text = data.lang === "en" && region.nameEn ? region.nameEn : placeName(region.name, level);
  const selected = region.code === data.selected;
  const name: TextMark = {
    kind: "text", id: `name-${region.code}`, x: 0, y: 0, anchor: "middle", baseline: "middle", text,
    sizePx: (selected ? 1.5 : level === "village" ? 1 : 1.2) * u, weight: selected ? 600 : 500, ink: outside ? "t3" : "t1", halo: "bg",
    // Where regions can be touched their buttons carry the code; nowhere does it stand twice.
    ...(data.drillable ? {} : { data: { region: region.code } }),
  };
  const figure = outside ? undefined : data.figures?.get(region.code);
  const badge = alert ? BADGE_U.row * u : 0;
  const nameWidth = lineWidth(name, size) + (badge ? badge + 0.3 * u : 0);
  const figureWidth = figure?.[0] ? lineWidth({ ...figure[0], tail: figure.slice(1) }, size) : 0;
  const nameHeight = Math.max(name.sizePx * 1.02, badge);
  const figureHeight = figure?.[0] ? Math.max(...figure.map((run) => run.sizePx)) : 0;
  const height = nameHeight + figureHeight;
  const rank = level === "city" ? (alert ? LABEL_RANK.cityWithAlert : LABEL_RANK.city) : level === "county" ? LABEL_RANK.county : LABEL_RANK.town;
  return {
    wish: { id: `name-${region.code}`, at: apply(goal, region.labelAt), width: Math.max(nameWidth, figureWidth), height, less: { width: nameWidth, height: nameHeight }, rank: selected ? LABEL_RANK.badge : outside ? LABEL_RANK.context : rank },
    marks([x, y], reduced) {
      const top = y - (reduced ? nameHeight : height) / 2;
      const out: Mark[] = [{ ...name, x: x + (badge ? (badge + 0.3 * u) / 2 : 0), y: top + nameHeight / 2 }];
      if (alert) out.push(...mapBadge([x - nameWidth / 2 + badge / 2, top + nameHeight / 2], alert.severity, alert.issued, badge, data.lang));
      if (figure?.[0] && !reduced) out.push({ kind: "text", id: `figure-${region.code}`, ...figure[0], tail: figure.slice(1), x, y: top + nameHeight + 0.48 * figureHeight, anchor: "middle", baseline: "middle", halo: "bg" });
      return out;
    },
  };
}

/** A badge on the map: on a dark plate, so that it is read on any texture. */
export function mapBadge([x, y]: Point, severity: Severity, issued: boolean, heightPx: number, lang?: Lang): Mark[] {
  const char = levelSign(severity, lang);
  if (issued) return [{ kind: "badge", cx: x, cy: y, heightPx, severity, look: "filled", char }];
  return [
    { kind: "circle", cx: x, cy: y, r: heightPx * 0.62, fill: "bg", fillAlpha: 0.85 },
    { kind: "badge", cx: x, cy: y, heightPx, severity, look: "hollow", char },
  ];
}

function pointBlocks(data: MapData, goal: Transform, size: Size): Block[] {
  const { u } = size;
  const villages = data.sets.villages ? mapGround(data.sets.villages).ground.regions : [];
  const points = [
    ...villages.map((v) => ({ id: `village-${v.code}`, at: v.labelAt, name: data.lang === "en" ? v.nameEn || v.name : villageName(v.name), figure: data.figures?.get(v.code), wanted: v.code === data.selected })),
    ...(data.points ? nameable(data.points, goal, size) : []).filter(({ id }) => !data.sites?.some((site) => site.id === id)).map(({ id, at, name, severity }) => ({ id: `point-${id}`, at, name, figure: undefined, wanted: severity !== undefined })),
    ...(data.sites ?? []).map((s) => ({ id: `site-${s.id}`, at: project(...s.at), name: s.name, figure: s.figure, wanted: s.wanted ?? false })),
  ];
  return points.map(({ id, at, name, figure, wanted }) => {
    const text: TextMark = { kind: "text", id, x: 0, y: 0, anchor: "middle", baseline: "middle", text: name, sizePx: u, weight: wanted ? 600 : 400, ink: wanted ? "t1" : "t2", halo: "bg", ...(figure ? { tail: figure.map((run, i) => (i === 0 ? { gapPx: 0.3 * u, ...run } : run)) } : {}) };
    const width = lineWidth(text, size);
    const { tail: _, ...alone } = text;
    const [x, y] = apply(goal, at);
    return {
      wish: { id, at: [x, y], width, height: 1.1 * u, ...(figure && { less: { width: lineWidth(alone, size), height: 1.1 * u } }), rank: wanted ? LABEL_RANK.badge : LABEL_RANK.village, gap: 0.5 * u, skipOwn: true },
      marks: (middle, reduced) => [{ ...(reduced ? alone : text), x: middle[0], y: middle[1] }],
    };
  });
}

/** How many a sign counts, in it or, where a name lies there, beside it. */
function countBlocks({ points }: MapData, goal: Transform, size: Size): Block[] {
  return points === undefined ? [] : counts(points, goal, size).map(({ text, radius }) => ({
    wish: { id: text.id!, at: [text.x, text.y], width: lineWidth(text, size), height: text.sizePx, rank: LABEL_RANK.village - 0.5, gap: radius },
    marks: ([x, y]) => [{ ...text, x, y }],
  }));
}

function contextBlocks({ sets, lang }: MapData, goal: Transform, size: Size): Block[] {
  if (!sets.context) return [];
  return mapGround(sets.context).ground.regions.map(({ code, name, nameEn, labelAt }) => {
    const always = /^8[12]/.test(code);
    const text: TextMark = { kind: "text", id: `context-${code}`, x: 0, y: 0, anchor: "middle", baseline: "middle", text: lang === "en" && nameEn ? nameEn : contextName(name), sizePx: size.u, ink: "t3", halo: "bg" };
    const box = { id: `context-${code}`, at: apply(goal, labelAt), width: lineWidth(text, size), height: 1.1 * size.u };
    const beside = { ...box, width: box.width - BESIDE_U * size.u };
    return { wish: always ? { ...beside, rank: LABEL_RANK.alwaysNamed, prefer: SEAWARD, gap: 1.4 * size.u, away: () => ring(beside, size.u) } : { ...box, rank: LABEL_RANK.context }, marks: ([x, y]) => [{ ...text, x, y }] };
  });
}
/** 香港 and 澳门 lie on the sea's side of the delta: there their names leave the cities their room. */
const SEAWARD = [7, 1, 4, 0, 5, 8, 2, 3, 6];
/** The two lie as far apart as a name is wide: side by side each gives this much of its margin. */
const BESIDE_U = 0.1;
const contextName = (name: string): string => name.replace(/(?:壮族自治区|特别行政区|省)$/, "");

/** At most five callouts: leader, first line 1.25 u, second t2. */
function callouts({ callouts = [], lang }: MapData, goal: Transform, size: Size): Block[] {
  const { u } = size;
  return callouts.slice(0, 5).map(({ id, at, title, detail, severity, issued = false }) => {
    const [px, py] = apply(goal, project(...at));
    const head: TextMark = { kind: "text", id: `callout-${id}`, x: 0, y: 0, baseline: "middle", text: title, sizePx: 1.25 * u, weight: 600, ink: "t1", halo: "bg" };
    const second: TextMark | undefined = detail ? { kind: "text", id: `callout-${id}-2`, x: 0, y: 0, baseline: "middle", text: detail, sizePx: u, ink: "t2", halo: "bg" } : undefined;
    const badge = severity ? BADGE_U.map * u : 0;
    const width = Math.max(lineWidth(head, size), second ? lineWidth(second, size) : 0) + (badge ? badge + 0.4 * u : 0);
    const height = second ? 2.7 * u : 1.5 * u;
    return {
      wish: { id: `callout-${id}`, at: [px, py], width, height, rank: LABEL_RANK.callout, gap: 2 * u, skipOwn: true },
      marks([x, y]) {
        const left = x - width / 2;
        const text = left + (badge ? badge + 0.4 * u : 0);
        const near: Point = [Math.max(left, Math.min(px, left + width)), Math.max(y - height / 2, Math.min(py, y + height / 2))];
        const out: Mark[] = [
          { kind: "line", points: [[px, py], near], stroke: severity ? levelInk(severity, "line") : "t1", widthPx: 2 },
          { kind: "circle", cx: px, cy: py, r: 0.25 * u, fill: "t1" },
          { ...head, x: text, y: y - (second ? 0.65 * u : 0) },
        ];
        if (second) out.push({ ...second, x: text, y: y + 0.75 * u });
        if (severity) out.push(...mapBadge([left + badge / 2, y], severity, issued, badge, lang));
        return out;
      },
    };
  });
}
