import { SPACE_U } from "../themes/scale.ts";
import { MARGIN_U, type Rect } from "./cells.ts";
import { GUTTER_U, inU, needOf, placed, refusal, type Desk } from "./desk.ts";
import type { Need } from "./fill.ts";
import type { Item, PanelConfig, Placed } from "./scene.ts";

/** What tells the response level where neither banner nor headline stands. */
const TAG = "response-tag";

/** The strip: one line where the glass is wide enough, more lines where it is not; no item across two screens. */
export function setStrip(desk: Desk, items: readonly Item[], bays: readonly Rect[] | undefined): { readonly placed: Placed[]; readonly bottom: number } {
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
