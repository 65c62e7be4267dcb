import type { Surface, Wall } from "../model/wall.ts";
import { SPACE_U } from "../themes/scale.ts";
import { cellsIn, columnsOf, MARGIN_U, type Rect } from "./cells.ts";
import { GUTTER_U, inU, needOf, placed, refusal, DoesNotFit, type Desk } from "./desk.ts";
import { fill, type Filled, type Gaps, type Need } from "./fill.ts";
import { lowerScreens, tagAbove, tagsOn, type Told } from "./lower-screens.ts";
import { setStrip } from "./set-strip.ts";
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
/** Air below the strip and above the spine. */
const BELOW_STRIP_U = 0.5;
const ABOVE_SPINE_U = 0.5;
const DOWN_U = 1.25;
/** Before a panel must wait for the next turn, panels move together. */
const TIGHT_U = 0.5;
/** No panel of lists and lines fills a column of this height by itself. */
const TALL_U = 64;
/** What tells it on a screen below the strip. */
const LINE = "response-line";

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
  const both = (need: Need, rect: Rect, more: Partial<Placed>): Placed[] => withStandIn(desk, slot(need), need.item, rect, more);
  return [
    ...told.map((rect) => placedLine(desk, rect)),
    ...(isWide && across ? both(kept[0]!, { ...across.rect, width: widthOver(across.rect, turns) }, {}) : []),
    ...turns.flatMap((turn, page) => turn.flatMap(({ need, rect, stays }) => both(need, rect, turns.length > 1 && !stays ? { page, pages: turns.length } : {}))),
  ];
}
/** A panel, and in the very same place what stands there while it has nothing to show: where that can be read there. No place is set for a stand-in. */
function withStandIn(desk: Desk, slot: string, item: Item, rect: Rect, more: Partial<Placed>): Placed[] {
  const own = placed(desk, slot, item, rect, more);
  if (!item.instead) return [own];
  const least = needOf(desk, item.instead);
  const fits = least.width <= rect.width + 0.5 && least.height <= rect.height + 0.5;
  return [own, ...(fits ? [placed(desk, `${slot}-instead`, item.instead, rect, { ...more, insteadOf: slot })] : [])];
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
