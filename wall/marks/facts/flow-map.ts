import { worstState } from "../../../model/freshness.ts";
import { asOf } from "../../../model/moments.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf, type Level } from "../../../model/region.ts";
import type { Cell } from "../../../model/sample.ts";
import { unitOf } from "../../../model/units.ts";
import type { Focus } from "../../../model/wall.ts";
import type { Words } from "../../../model/words.ts";
import { TYPE_U } from "../../../themes/scale.ts";
import type { CameraName } from "../camera.ts";
import { sentence } from "../flow-map.ts";
import type { MapData, MapSets } from "../map-data.ts";
import type { MapFlow } from "../map-flows.ts";
import { mapGround } from "../map-ground.ts";
import { sentence as pointsSentence } from "../map-point-words.ts";
import { figureRuns } from "../panel-text.ts";
import type { Point } from "../plane.ts";
import { worstOf } from "./card.ts";
import { figureOf } from "./figures.ts";
import { pointsOver, readOver, type LaidOver } from "./laid-over.ts";
import { shownRegion, type MapBase } from "./map-sets.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

/** A way between two places, and the number that says how much goes there. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly indicator: string;
  /** Where it is measured: a facility, or a region. Absent = at the place that it comes from. */
  readonly place?: string;
}
export interface FlowMapConfig extends LaidOver {
  readonly region?: string;
  readonly title: Words;
  readonly flows: readonly Flow[];
  /** What the numbers are; absent = 按断面计，非起讫统计. No indicator of the house counts from where to where. */
  readonly basis?: Words;
  readonly camera?: CameraName;
  /** Given by the room and the page. */
  readonly seams?: MapData["seams"];
  readonly tags?: MapData["tags"];
  readonly focus?: Focus;
  readonly wall?: string;
}
const say = phrases({ "按断面计，非起讫统计": "by section, not from origin to destination", "{from}→{to}": "{from}→{to}", "{n} 条无数": "{n} without a number", "{n} 条未取到": "{n} not fetched" });
const PROVINCE = "44";
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "sites">;
type Seen = ReturnType<typeof read>;

const measuredAt = ({ from, place }: Flow): { readonly place: string; readonly level: Level | "site" } => {
  const at = place ?? from;
  return { place: at, level: /^\d+$/.test(at) ? levelOf(at) : "site" };
};
export function read(reader: Reader, { region = PROVINCE, flows, over }: FlowMapConfig) {
  const slices = flows.map((flow) => {
    const { place, level } = measuredAt(flow);
    const { status, cells } = reader.cells(flow.indicator, region, level);
    return { cell: cells.get(place), isHere: status === "ready" };
  });
  return { cells: slices.map(({ cell }) => cell), unfetched: slices.map(({ cell, isHere }) => cell === undefined && !isHere), over: readOver(reader, { over }, region) };
}
export const viewOf = ({ camera = "province" }: FlowMapConfig, { focus }: Pick<MapBase, "focus">): CameraName | { readonly region: string } => (focus ? { region: shownRegion(focus) } : camera);

/** @param u px of the wall unit: numbers come as runs of words */
export function data(seen: Seen, config: FlowMapConfig, from: From, { sets, focus }: MapBase, u: number): MapData {
  const { lang, here, words } = from;
  const t = say(lang);
  const at = pointsOf(sets);
  const flows = config.flows.flatMap((flow, i): MapFlow[] => {
    const [start, end] = [at(flow.from), at(flow.to)];
    const told = start && end && flowOf(seen.cells[i], flow, i, from, u);
    return told ? [{ ...told, ...(seen.unfetched[i] && { unfetched: true }), from: start, to: end }] : [];
  });
  const [first] = config.flows;
  const indicator = first && words.indicator(first.indicator);
  const worst = worstOf(seen.cells.filter((cell) => cell !== undefined));
  const unfetched = flows.filter((flow) => flow.unfetched).length;
  const unknown = flows.filter(({ volume }) => volume === null).length - unfetched;
  const foot = [config.basis ? wordsIn(config.basis, lang) : t("按断面计，非起讫统计"), ...(worst.observedAt === null ? [] : [asOf(worst.observedAt, here.simNow, indicator?.cadence ?? 0, lang)]), ...(unknown > 0 ? [t("{n} 条无数", { n: unknown })] : []), ...(unfetched > 0 ? [t("{n} 条未取到", { n: unfetched })] : [])];
  return {
    sets, lang, ...pointsOver(seen.over, config, from, focus && from.names.of(config.region ?? PROVINCE)), flows: { flows }, legend: { title: wordsIn(config.title, lang), ...(indicator && { note: unitOf(indicator, lang) }), foot },
    ...(!here.linked && { old: true }), ...(focus && { focus: shownRegion(focus), ...(focus.level === "village" && { selected: focus.code }) }),
    ...(config.seams && { seams: config.seams }), ...(config.tags && { tags: config.tags }),
  };
}
/** What did not come is not known to be without a number. What is lost or was never reported has no volume: its way is dashed, never thin. */
function flowOf(cell: Cell | undefined, { indicator: id }: Flow, i: number, from: From, u: number): Omit<MapFlow, "from" | "to"> {
  const measured = from.words.indicator(id);
  const figure = figureOf(cell, measured, from);
  const state = cell && (from.here.linked ? cell.state : worstState(cell.state, "stale"));
  const volume = cell && cell.state !== "down" ? cell.value : null;
  const own = measured ? unitOf(measured, from.lang) : "";
  const order = figure.unit?.endsWith(own) ? figure.unit.slice(0, figure.unit.length - own.length).trimEnd() : (figure.unit ?? "");
  const runs = figureRuns({ ...figure, unit: order, tag: "", ...(volume === null && { text: "—", prefix: "" }) }, TYPE_U.figure * u, u, 600);
  return { id: String(i), volume, figure: runs, ...((state === "stale" || state === "down") && { old: true }) };
}
function pointsOf(sets: MapSets): (code: string) => Point | undefined {
  const grounds = [sets.cities, sets.main, sets.around].flatMap((set) => (set ? [mapGround(set)] : []));
  return (code) => {
    for (const { ground, index } of grounds) {
      const found = ground.regions[index.get(code) ?? -1];
      if (found) return found.labelAt;
    }
    return undefined;
  };
}
export const spoken = (seen: Seen, config: FlowMapConfig, from: From, base: MapBase): string => told(seen, config, from, base, 3);
export const briefly = (seen: Seen, config: FlowMapConfig, from: From, base: MapBase): string => told(seen, config, from, base, 1);
function told(seen: Seen, config: FlowMapConfig, from: From, base: MapBase, most: number): string {
  const t = say(from.lang);
  const named = (id: string): string => {
    const flow = config.flows[Number(id)]!;
    return t("{from}→{to}", { from: from.names.of(flow.from), to: from.names.of(flow.to) });
  };
  const shown = data(seen, config, from, base, 1);
  return `${sentence(shown, wordsIn(config.title, from.lang), named, config.basis ? wordsIn(config.basis, from.lang) : t("按断面计，非起讫统计"), most)}${shown.points ? pointsSentence(shown.points, from.lang) : ""}`;
}
