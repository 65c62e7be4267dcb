import type { Fault } from "../model/scene.ts";
import type { Surface, Wall } from "../model/wall.ts";
import { SPACE_U } from "../themes/scale.ts";
import { cellsIn, columnsOf, MARGIN_U, type Rect } from "./cells.ts";
import { fill, type Filled, type Gaps, type Need } from "./fill.ts";
import { lowerScreens, tagAbove, tagsOn, type Told } from "./lower-screens.ts";
import { GROUNDS, type Item, type PanelConfig, type Placed, type Scene, type SizeOf } from "./scene.ts";

/** From this width the scene stands in three bays (VISUAL §10); from the second, beside its focus on one side. */
const THREE_BAYS_U = 200;
const ONE_SIDE_U = 78;
/** Shares of the width where screens do not decide them (VISUAL §10). */
const BESIDE_SHARE = 0.32;
const FOCUS_BESIDE_ONE_SIDE = 0.62;
/** What stands beside the focus is never narrower; every panel of a side can be read at this width. */
const SIDE_U = 28;
/** A focus on glass that is too narrow for a side takes this much of its height. */
const FOCUS_ABOVE = 0.48;
/** Between bays of one screen, half on each side (VISUAL §10). */
const GUTTER_U = SPACE_U.bayGutter / 2;
/** Air below the strip and above the spine. */
const BELOW_STRIP_U = 0.5;
const ABOVE_SPINE_U = 0.5;
const DOWN_U = 1.25;
/** Before a panel must wait for the next turn, panels move together. */
const TIGHT_U = 0.5;
/** No panel of lists and lines fills a column of this height by itself. */
const TALL_U = 64;
/** What tells the response level where neither banner nor headline stands. */
const TAG = "response-tag";
/** What tells it on a screen below the strip. */
const LINE = "response-line";

/** What a scene cannot do in a room, and how to mend it. */
export class DoesNotFit extends Error {
  override name = "DoesNotFit";
  readonly fault: Fault;
  constructor(message: string, fault: Fault) {
    super(message);
    this.fault = fault;
  }
}

interface Desk {
  readonly scene: Scene;
  readonly wall: Wall;
  readonly surface: Surface;
  readonly sizeOf: SizeOf;
  readonly columns: readonly (readonly Rect[])[];
  readonly px: (u: number) => number;
  /** Screens below the strip on which nothing tells the response level yet. */
  readonly untold: readonly Rect[];
}

/**
 * Sets a scene for a room: every panel gets its rectangle on the plane of its surface. The same scene stands in every room by
 * being set anew: in three bays, beside one side that takes turns, or below the focus; nothing is stretched and no type shrinks.
 * @throws DoesNotFit, naming scene, room, panel, what it needs, what there is, and how to mend it
 */
export function typeset(scene: Scene, wall: Wall, sizeOf: SizeOf): Placed[] {
  return wall.surfaces.flatMap((surface) => {
    const columns = columnsOf(surface);
    const desk: Desk = { scene, wall, surface, sizeOf, columns, px: (u) => u * surface.u, untold: lowerScreens(columns) };
    if (surface.part === "side") return sideScreen(desk);
    return isGround(scene.focal) ? wholeScene(desk) : aroundWords(desk);
  });
}
const isGround = ({ panel }: Item): boolean => GROUNDS.has(panel);

/**
 * A focus of words and lines lies on one screen: in its bay; where that is too small, across a single screen with the others below it;
 * else it gives its place to the scene's map, whose ground runs on behind bezels, and stands beside it or, if it may be, is left out.
 */
function aroundWords(desk: Desk): Placed[] {
  const { scene } = desk;
  const own = tried(() => wholeScene(desk));
  if (own.placed && !leavesOneEmpty(desk, own.placed)) return own.placed;
  const above = own.placed ? undefined : across(desk);
  if (above) return above;
  const map = [...scene.context, ...scene.action].find(isGround);
  const others = (items: readonly Item[]): Item[] => items.filter((item) => item !== map);
  const round = map && scene.focal.optional ? tried(() => wholeScene({ ...desk, scene: { ...scene, focal: map, context: others(scene.context), action: [scene.focal, ...others(scene.action)] } })) : undefined;
  const best = round?.placed ?? own.placed;
  if (!best) throw round?.error ?? own.error;
  return best;
}
function tried(set: () => Placed[]): { readonly placed?: Placed[]; readonly error?: DoesNotFit } {
  try {
    return { placed: set() };
  } catch (error) {
    if (error instanceof DoesNotFit) return { error };
    throw error;
  }
}
/** Whether a screen would bear nothing of the scene: a focus that lies on one of several screens leaves the others dark. */
const leavesOneEmpty = ({ columns }: Desk, placed: readonly Placed[]): boolean =>
  columns.flat().some((screen) => !placed.some(({ inStrip, panel, x, y, width, height }) => !inStrip && panel !== "spine" && panel !== LINE && x < screen.x + screen.width && x + width > screen.x && y < screen.y + screen.height && y + height > screen.y));
/** The focus across the whole of a single screen, the others below it. */
function across(desk: Desk): Placed[] | undefined {
  if (desk.columns.length !== 1 || desk.columns[0]!.length !== 1 || desk.surface.widthPx / desk.surface.u >= THREE_BAYS_U) return undefined;
  try {
    return focusAbove(desk);
  } catch (error) {
    if (error instanceof DoesNotFit) return undefined;
    throw error;
  }
}

function wholeScene(desk: Desk): Placed[] {
  const { scene, surface, columns, px } = desk;
  const widthU = surface.widthPx / surface.u;
  const three = widthU >= THREE_BAYS_U && (columns.length === 1 || columns.length >= 3);
  const bays = three ? threeBays(desk) : widthU >= ONE_SIDE_U ? focusAndSide(desk) : [{ x: 0, y: 0, width: surface.widthPx, height: surface.heightPx }];
  const strip = setStrip(desk, scene.strip, three ? bays : undefined);
  const top = strip.bottom;
  const bottom = surface.heightPx - px(SPACE_U.spine);
  const field = (bay: Rect): Rect => ({ ...bay, y: top, height: bottom - top });
  const spine = setSpine(desk, bottom);
  if (three) {
    const [context, focus, action] = bays.map(field) as [Rect, Rect, Rect];
    const beside = besideFocus(desk, focus);
    return [...strip.placed, ...setPanels(beside, "a", scene.context, context), ...setFocus(desk, focus), ...setPanels(beside, "c", scene.action, action), ...spine];
  }
  if (bays.length === 2) {
    const [focus, side] = bays.map(field) as [Rect, Rect];
    return [...strip.placed, ...setFocus(desk, focus), ...setBoth(besideFocus(desk, focus), side), ...spine];
  }
  return setAbove(desk, strip, spine, field(bays[0]!));
}
function focusAbove(desk: Desk): Placed[] {
  const { surface, px } = desk;
  const strip = setStrip(desk, desk.scene.strip, undefined);
  const bottom = surface.heightPx - px(SPACE_U.spine);
  return setAbove(desk, strip, setSpine(desk, bottom), { x: 0, y: strip.bottom, width: surface.widthPx, height: bottom - strip.bottom });
}
function setAbove(desk: Desk, strip: ReturnType<typeof setStrip>, spine: readonly Placed[], all: Rect): Placed[] {
  const { px } = desk;
  const height = Math.round((all.height * FOCUS_ABOVE) / px(SPACE_U.grid)) * px(SPACE_U.grid);
  const [focus, below] = [{ ...all, height }, { ...all, y: all.y + height, height: all.height - height }];
  return [...strip.placed, ...setFocus(desk, focus), ...setBoth(besideFocus(desk, focus), below), ...spine];
}

/** A screen in the corner of the room: what stands beside the focus, in turns, under the same clock. */
function sideScreen(desk: Desk): Placed[] {
  const { scene, surface } = desk;
  const strip = setStrip(desk, scene.strip.filter((item) => item.panel === "clock"), undefined);
  const area = { x: 0, y: strip.bottom, width: surface.widthPx, height: surface.heightPx - strip.bottom };
  return [...strip.placed, ...setPanels(desk, "s", [...scene.action, ...scene.context], area)];
}

/** Both sides in one place: what is to be done comes first, at once or in turns. */
const setBoth = (desk: Desk, area: Rect): Placed[] => setPanels(desk, "b", [...desk.scene.action, ...desk.scene.context], area);

/** Bays are whole columns of screens, or shares of one screen. */
function threeBays({ surface, columns, px }: Desk): Rect[] {
  if (columns.length === 1) {
    const beside = px(MARGIN_U + Math.floor((BESIDE_SHARE * surface.widthPx) / px(SPACE_U.grid)) * SPACE_U.grid + GUTTER_U);
    return atCuts(surface, [beside, surface.widthPx - beside]);
  }
  const beside = Math.max(1, Math.floor(columns.length / 3));
  return atCuts(surface, [columns[beside]![0]!.x, columns[columns.length - beside]![0]!.x]);
}
function focusAndSide({ surface, columns, px }: Desk): Rect[] {
  if (columns.length === 1) {
    const side = Math.max(px(SIDE_U + MARGIN_U + GUTTER_U), (1 - FOCUS_BESIDE_ONE_SIDE) * surface.widthPx);
    return atCuts(surface, [Math.floor((surface.widthPx - side) / px(SPACE_U.grid)) * px(SPACE_U.grid)]);
  }
  const focus = Math.min(columns.length - 1, Math.max(1, Math.round(FOCUS_BESIDE_ONE_SIDE * columns.length)));
  return atCuts(surface, [columns[focus]![0]!.x]);
}
function atCuts({ widthPx, heightPx }: Surface, cuts: readonly number[]): Rect[] {
  const edges = [0, ...cuts, widthPx];
  return edges.slice(1).map((right, i) => ({ x: edges[i]!, y: 0, width: right - edges[i]!, height: heightPx }));
}

/** Where panels stand in a bay: bays of one screen keep their gutter; those of several end at a screen's edge. */
function innerOf({ px, columns, surface }: Desk, area: Rect): Rect {
  const [left, right] = columns.length === 1 ? [area.x > 0 ? GUTTER_U : MARGIN_U, area.x + area.width < surface.widthPx ? GUTTER_U : MARGIN_U].map(px) as [number, number] : [0, 0];
  return { x: area.x + left, y: area.y + px(BELOW_STRIP_U), width: area.width - left - right, height: area.height - px(BELOW_STRIP_U + ABOVE_SPINE_U) };
}
const keepsOf = ({ px, columns }: Desk) => ({ across: columns.length === 1 ? 0 : px(MARGIN_U), down: px(DOWN_U / 2) });

/** The panels of one side, in turns where they do not stand at once. */
function setPanels(desk: Desk, name: string, items: readonly Item[], area: Rect): Placed[] {
  const { px, columns } = desk;
  const inner = innerOf(desk, area);
  const keeps = keepsOf(desk);
  const tag = lineSize(desk);
  const told: Rect[] = [];
  const cells = columns.flat().flatMap((screen) =>
    cellsIn(inner, [screen], keeps).map((cell) => {
      const above = tag && desk.untold.includes(screen) ? tagAbove(cell, tag) : undefined;
      if (above) told.push(above.rect);
      return above?.rest ?? cell;
    }),
  );
  const gaps = { across: px(SPACE_U.panelAcross), down: px(DOWN_U), tight: px(TIGHT_U), step: px(SPACE_U.grid), tall: px(TALL_U) };
  const needs = items.map((item) => needOf(desk, item));
  const fits = (need: Need): boolean => cells.some((cell) => need.width <= cell.width + 0.5 && need.height <= cell.height + 0.5);
  const kept = needs.filter((need) => {
    if (fits(need) || need.item.optional) return fits(need);
    const widest = cells.reduce((best, cell) => (cell.width * cell.height > best.width * best.height ? cell : best), { x: 0, y: 0, width: 0, height: 0 });
    throw refusal(desk, `panel "${need.item.panel}" needs ${inU(desk, need.width)} × ${inU(desk, need.height)} u; the largest place beside the focus has ${inU(desk, widest.width)} × ${inU(desk, widest.height)} u`);
  });
  const plain = inFewTurns(kept, cells, gaps);
  const across = acrossTop(kept, cells, gaps, desk);
  const below = across && inFewTurns(kept.slice(1), cells.map((cell, i) => (i === across.cell ? lowered(cell, across.rect, gaps) : cell)), gaps);
  // A wide first panel may not cost the others a turn.
  const isWide = below !== undefined && (!plain || below.length <= plain.length);
  const turns = isWide ? below : plain;
  if (!turns) throw refusal(desk, `its panels do not stand beside the focus in any order`);
  const slot = (need: Need): string => `${name}${kept.indexOf(need) + 1}`;
  return [
    ...told.map((rect) => placedLine(desk, rect)),
    ...(isWide && across ? [placed(desk, slot(kept[0]!), kept[0]!.item, { ...across.rect, width: widthOver(across.rect, turns) }, {})] : []),
    ...turns.flatMap((turn, page) => turn.map(({ need, rect, stays }): Placed => placed(desk, slot(need), need.item, rect, turns.length > 1 && !stays ? { page, pages: turns.length } : {}))),
  ];
}
/** Where the first panel stands across the whole of a place; undefined where none is wide and high enough. */
function acrossTop([first]: readonly Need[], cells: readonly Rect[], gaps: Gaps, { px }: Desk): { readonly cell: number; readonly rect: Rect } | undefined {
  const height = px(first?.item.wideU ?? 0);
  const cell = height > 0 ? cells.findIndex((place) => place.width + 0.5 >= 2 * first!.width + gaps.across && place.height + 0.5 >= height) : -1;
  return cell < 0 ? undefined : { cell, rect: { ...cells[cell]!, height } };
}
/** As wide as the columns below it, which are whole steps of the grid. */
const widthOver = ({ x, width }: Rect, turns: readonly (readonly Filled[])[]): number => {
  const edges = turns.flat().map(({ rect }) => rect.x + rect.width).filter((edge) => edge > x && edge <= x + width + 0.5);
  return edges.length > 0 ? Math.max(...edges) - x : width;
};
const lowered = (cell: Rect, above: Rect, { down }: Gaps): Rect => ({ ...cell, y: above.y + above.height + down, height: cell.height - above.height - down });
/** What may be left out is, the last first, where it would need a turn more, or make what stands at all times take turns. */
function inFewTurns(needs: readonly Need[], cells: readonly Rect[], gaps: Gaps): Filled[][] | undefined {
  const needed = fill(needs.filter(({ item }) => !item.optional), cells, gaps);
  const fewest = Math.max(1, needed?.length ?? Infinity);
  const staying = (turns: readonly (readonly Filled[])[]): number => turns.flat().filter(({ need, stays }) => stays && !need.item.optional).length;
  let kept = needs;
  for (;;) {
    const turns = fill(kept, cells, gaps);
    const last = kept.findLast(({ item }) => item.optional);
    if ((turns && turns.length <= fewest && (turns.length === 1 || staying(turns) >= staying(needed ?? []))) || !last) return turns;
    kept = kept.filter((need) => need !== last);
  }
}

/** The focal panel reaches to all edges: its ground runs on behind bezels, its words keep clear of them, and of the tags that stand on it. */
function setFocus(desk: Desk, area: Rect): Placed[] {
  const need = needOf(desk, desk.scene.focal);
  if (!isGround(need.item)) return setWords(desk, need, area);
  if (area.width + 0.5 < need.width || area.height + 0.5 < need.height)
    throw refusal(desk, `the focus "${need.item.panel}" needs ${inU(desk, need.width)} × ${inU(desk, need.height)} u; there are ${inU(desk, area.width)} × ${inU(desk, area.height)} u`);
  const seams = seamsIn(desk.columns, area);
  const told = toldOn(desk, area).map(({ rect }) => rect);
  const tags = told.map((rect) => ({ ...rect, x: rect.x - area.x, y: rect.y - area.y }));
  const config = { ...need.item.config, ...(seams.length > 0 && { seams }), ...(tags.length > 0 && { tags }) };
  return [placed(desk, "focus", { ...need.item, config }, area, { bleeds: "ground" }), ...told.map((rect) => placedLine(desk, rect))];
}
/** A focus of words keeps the margins of any panel, on the largest of its screens. */
function setWords(desk: Desk, need: Need, area: Rect): Placed[] {
  const { columns } = desk;
  const cells = columns.flat().flatMap((screen) => (desk.untold.includes(screen) ? [] : cellsIn(innerOf(desk, area), [screen], keepsOf(desk))));
  const cell = cells.reduce((best, each) => (each.width * each.height > best.width * best.height ? each : best), { x: 0, y: 0, width: 0, height: 0 });
  if (cell.width + 0.5 < need.width || cell.height + 0.5 < need.height)
    throw refusal(desk, `the focus "${need.item.panel}" needs ${inU(desk, need.width)} × ${inU(desk, need.height)} u of one screen; there are ${inU(desk, cell.width)} × ${inU(desk, cell.height)} u`);
  // Its other screens, below it, say the level at the same height as they would on a ground.
  return [placed(desk, "focus", need.item, cell, {}), ...toldOn(desk, area).map(({ rect }) => placedLine(desk, rect))];
}
/** Lower screens whose level is told on the focus' ground, where it costs no panel its place. */
function toldOn(desk: Desk, area: Rect): Told[] {
  const tag = lineSize(desk);
  return tag ? tagsOn(area, desk.untold, tag) : [];
}
function besideFocus(desk: Desk, focus: Rect): Desk {
  const told = new Set(toldOn(desk, focus).map(({ screen }) => screen));
  return { ...desk, untold: desk.untold.filter((screen) => !told.has(screen)) };
}
function lineSize({ sizeOf, px }: Desk) {
  const size = sizeOf(LINE);
  return size && { width: px(size[0]), height: px(size[1]), px };
}
const placedLine = (desk: Desk, rect: Rect): Placed => placed(desk, LINE, { panel: LINE }, rect, {});
/** Where glass ends inside an area: the dark between screens, as rectangles from the area's corner. */
function seamsIn(columns: Desk["columns"], area: Rect): Rect[] {
  const across = columns.slice(1).map((column, i) => [columns[i]![0]!.x + columns[i]![0]!.width, column[0]!.x] as const);
  const down = columns[0]!.slice(1).map((screen, i) => [columns[0]![i]!.y + columns[0]![i]!.height, screen.y] as const);
  return [
    ...across.map(([from, to]): Rect => ({ x: from - area.x, y: 0, width: to - from, height: area.height })).filter(({ x, width }) => x + width > 0 && x < area.width),
    ...down.map(([from, to]): Rect => ({ x: 0, y: from - area.y, width: area.width, height: to - from })).filter(({ y, height }) => y + height > 0 && y < area.height),
  ];
}

/** The strip: one line where the glass is wide enough, more lines where it is not; no item across two screens. */
function setStrip(desk: Desk, items: readonly Item[], bays: readonly Rect[] | undefined): { readonly placed: Placed[]; readonly bottom: number } {
  const { columns, px } = desk;
  const top = columns.map((column) => column[0]!);
  const line = px(SPACE_U.strip);
  const middle = items.findIndex((item) => item.panel === "headline");
  const groups = bays && middle >= 0 ? [items.slice(0, middle), items.slice(middle, middle + 1), items.slice(middle + 1)] : [items];
  const zones = (bays ?? [{ x: 0, y: 0, width: desk.surface.widthPx, height: line }]).map((bay) => roomsIn(desk, { ...bay, height: line }, top));
  const lines = groups.map((group, i) => {
    const all = inLines(desk, group, zones[i]!);
    const needed = inLines(desk, group.filter((item) => !item.optional), zones[i]!);
    // What may be left out is, where it would need a line more; the first line is there anyway.
    return all.length > Math.max(1, needed.length) ? needed : all;
  });
  const told = tellLevel(desk, lines);
  // Over the focus the sentence stands in the middle.
  if (bays) for (const stretch of lines.flat(2)) tell(stretch, "headline", { align: "middle" });
  lines.forEach((some, i) => {
    for (const room of zones[i]!) if (!told.has(room.screen)) addTag(desk, some, room);
  });
  const most = Math.max(1, ...lines.map((some) => some.length));
  const out = lines.flatMap((some) =>
    some.flatMap((row, i) =>
      row.flatMap(({ room, needs }) => spread(needs, room, px(SPACE_U.panelAcross), px(SPACE_U.grid))).map(({ item, x, width }, k, { length }) => {
        const rect = { x, y: i * line, width, height: line };
        if (item.panel !== "banner") return placed(desk, item.panel, item, rect, { inStrip: true });
        // The fill of a banner runs to the edge of its screen; its words keep the margin.
        const [left, right] = [k === 0 ? px(MARGIN_U) : 0, k === length - 1 ? px(MARGIN_U) : 0];
        return placed(desk, item.panel, item, { ...rect, x: x - left, width: width + left + right }, { bleeds: "fill", inStrip: true });
      }),
    ),
  );
  return { placed: out, bottom: most * line };
}
interface InLine {
  readonly item: Item;
  readonly x: number;
  readonly width: number;
}
/** What of the strip lies on one screen, clear of its edges. */
interface Room {
  readonly screen: Rect;
  readonly from: number;
  readonly to: number;
}
/** Items side by side on one screen. */
interface Stretch {
  readonly room: Room;
  needs: Need[];
}
const roomsIn = ({ px }: Desk, zone: Rect, screens: readonly Rect[]): Room[] =>
  screens.map((screen) => ({
    screen,
    from: zone.x > screen.x ? zone.x + px(GUTTER_U) : screen.x + px(MARGIN_U),
    to: zone.x + zone.width < screen.x + screen.width ? zone.x + zone.width - px(GUTTER_U) : screen.x + screen.width - px(MARGIN_U),
  })).filter(({ from, to }) => to > from);
const usedBy = ({ px }: Desk, needs: readonly Need[]): number => needs.reduce((sum, n) => sum + n.width, px(SPACE_U.panelAcross) * Math.max(0, needs.length - 1));
const standsIn = (desk: Desk, needs: readonly Need[], { from, to }: Room): boolean => usedBy(desk, needs) <= to - from + 0.5;

/** Items one after the other; who finds no room any more begins a line of its own, or is left out if it may be. */
function inLines(desk: Desk, items: readonly Item[], rooms: readonly Room[]): Stretch[][] {
  const lines: Stretch[][] = [];
  const place = (need: Need, some: Stretch[]): boolean => {
    for (const room of rooms.slice(Math.max(0, rooms.indexOf(some.at(-1)?.room ?? rooms[0]!)))) {
      const here = some.find((s) => s.room === room);
      if (!standsIn(desk, [...(here?.needs ?? []), need], room)) continue;
      if (here) here.needs.push(need);
      else some.push({ room, needs: [need] });
      return true;
    }
    return false;
  };
  for (const item of items) {
    const need = needOf(desk, item);
    if (lines.length > 0 && place(need, lines.at(-1)!)) continue;
    const fresh: Stretch[] = [];
    if (!place(need, fresh)) {
      if (item.optional) continue;
      const widest = Math.max(0, ...rooms.map(({ from, to }) => to - from));
      throw refusal(desk, `"${item.panel}" of the strip needs ${inU(desk, need.width)} u; the widest place on top has ${inU(desk, widest)} u`);
    }
    lines.push(fresh);
  }
  return lines;
}
/** The response level is said once on each screen: by the banner, else by the headline. @returns the screens on which one of them stands */
function tellLevel(desk: Desk, lines: readonly (readonly Stretch[][])[]): ReadonlySet<Rect> {
  const all = lines.flat(2);
  const screensOf = (panel: string) => new Set(all.filter(({ needs }) => needs.some(({ item }) => item.panel === panel)).map(({ room }) => room.screen));
  const [banners, headlines] = [screensOf("banner"), screensOf("headline")];
  for (const stretch of all)
    if (!banners.has(stretch.room.screen)) tell(stretch, "headline", { response: true });
  return new Set([...banners, ...headlines]);
}
const tell = (stretch: Stretch, panel: string, more: PanelConfig): void => {
  stretch.needs = stretch.needs.map((need) => (need.item.panel === panel ? { ...need, item: { ...need.item, config: { ...need.item.config, ...more } } } : need));
};
/** A screen with neither has a tag, before its last item; what may be left out makes room for it. */
function addTag(desk: Desk, lines: Stretch[][], room: Room): void {
  if (!desk.sizeOf(TAG)) return;
  const tag = needOf(desk, { panel: TAG });
  const here = lines.flatMap((some) => some.filter((s) => s.room === room)).at(-1);
  if (!here) {
    if (lines.length === 0) lines.push([]);
    if (standsIn(desk, [tag], room)) lines[0]!.push({ room, needs: [tag] });
    return;
  }
  const needed = here.needs.filter(({ item }) => !item.optional);
  for (const needs of [here.needs, needed]) {
    const tagged = [...needs.slice(0, -1), tag, ...needs.slice(-1)];
    if (!standsIn(desk, tagged, room)) continue;
    here.needs = tagged;
    return;
  }
}
/** The headline takes what the others leave; without one all share, but for the tag of the level. */
function spread(needs: readonly Need[], { from, to }: Room, gap: number, step: number): InLine[] {
  const free = to - from - needs.reduce((sum, n) => sum + n.width, gap * (needs.length - 1));
  const tag = needs.findIndex((n) => n.item.panel === TAG);
  // What stands before a tag takes the rest, so that the tag stands where the next column of panels begins.
  const sharing = [needs.filter((n) => n.item.panel === "headline"), needs.slice(0, Math.max(0, tag)), needs.filter((n) => n.item.panel !== TAG), needs];
  const greedy = sharing.find((some) => some.length > 0)!;
  let x = from;
  return needs.map((need) => {
    const width = need.width + (greedy.includes(need) ? Math.floor(free / greedy.length / step) * step : 0);
    const at = { item: need.item, x, width };
    x += width + gap;
    return at;
  });
}

/** One line of time through all screens of the bottom row; each screen draws its own stretch, and what lies behind bezels is lost to all. */
function setSpine(desk: Desk, top: number): Placed[] {
  const { scene, columns, surface, px } = desk;
  const screens = columns.map((column) => column.at(-1)!);
  const margin = px(MARGIN_U);
  const from = screens[0]!.x + margin;
  const to = Math.max(...screens.map((s) => s.x + s.width)) - margin;
  const hours = (x: number): number => scene.spine.fromH + ((x - from) / (to - from)) * (scene.spine.toH - scene.spine.fromH);
  const need = desk.sizeOf("spine");
  if (!need) throw refusal(desk, `there is no panel "spine"`);
  return screens.map((screen, part): Placed => {
    const [left, right] = [Math.max(from, screen.x), Math.min(to, screen.x + screen.width)];
    if (right - left + 0.5 < px(need[0]) && screens.length === 1) throw refusal(desk, `the spine needs ${need[0]} u; there are ${inU(desk, right - left)} u`);
    const config: PanelConfig = { ...scene.spine.config, fromH: hours(left), toH: hours(right), lineH: [scene.spine.fromH, scene.spine.toH], part, parts: screens.length };
    return placed(desk, screens.length > 1 ? `spine${part + 1}` : "spine", { panel: "spine", config }, { x: left, y: top, width: right - left, height: surface.heightPx - top }, { bleeds: "axis" });
  });
}

function needOf(desk: Desk, item: Item): Need {
  const size = desk.sizeOf(item.panel);
  if (!size) throw refusal(desk, `there is no panel of the kind "${item.panel}"`);
  const [width, height, ofKind] = size;
  const most = item.mostU === undefined ? ofKind : Math.max(height, Math.min(item.mostU, ofKind ?? Infinity));
  return { item, width: desk.px(width), height: desk.px(height), ...(most !== undefined && { most: desk.px(most) }) };
}
const placed = ({ surface }: Desk, slot: string, { panel, config = {} }: Item, { x, y, width, height }: Rect, more: Partial<Placed>): Placed => ({ slot, panel, surface: surface.id, x, y, width, height, u: surface.u, ...more, config });
const inU = ({ surface }: Desk, px: number): string => (px / surface.u).toFixed(1).replace(/\.0$/, "");
function refusal({ scene, wall, surface }: Desk, found: string): DoesNotFit {
  const [width, height] = [surface.widthPx / surface.u, surface.heightPx / surface.u].map((n) => n.toFixed(1));
  const expected = `surface "${surface.id}" has ${width} × ${height} u (u = ${surface.u} px, back row at ${surface.backRowM} m)`;
  const mend = (what: string): string => `Take the panel out of ${what} or make it optional there, seat the back row nearer in layouts/walls/${wall.id}.json, or choose another scene; type is never made smaller.`;
  return new DoesNotFit(`Scene "${scene.id}" does not stand in room "${wall.id}": ${expected}, and ${found}. ${mend(`layouts/scenes/${scene.id}.json`)}`, { place: `surface "${surface.id}"`, found, expected, mend: mend("the scene") });
}
