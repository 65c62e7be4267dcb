import { levelInk } from "../../themes/level.ts";
import { LINE, linePx } from "../../themes/scale.ts";
import type { Mark, Run, Size } from "./mark.ts";
import { lineWidth, shorten } from "./words.ts";

export const spec = { kind: "banner", minU: [40, 4.6] } as const;

/** What the upper left corner says of the whole wall. */
export interface BannerData {
  readonly title: string;
  /** Second line: 21 市 122 县 … or 省防总 9月18日 20:00 启动. */
  readonly note?: string;
  readonly tags?: readonly { readonly text: string; readonly notActual?: boolean }[];
  /** A response is in force: solid in its level's fill. */
  readonly response?: { readonly level: 1 | 2 | 3 | 4; readonly hazard: string; readonly since: string; readonly lasted: string };
}
const ROMAN = { 1: "I", 2: "II", 3: "III", 4: "IV" } as const;

/** A title with its tags; while a response is in force a solid block that says its level, hazard and how long. */
export function marks({ title, note, tags = [], response }: BannerData, size: Size): Mark[] {
  const { u, width, height } = size;
  const pad = response ? 1.2 * u : 0;
  const ink = response ? levelInk(response.level, "on") : ("t1" as const);
  const second = response ? ink : ("t2" as const);
  const out: Mark[] = response ? [{ kind: "rect", x: 0, y: 0.2 * u, width, height: height - 0.4 * u, fill: levelInk(response.level, "fill") }] : [];
  const sizePx = response ? 2.4 * u : 2 * u;
  const runs: Run[] = tags.map(({ text, notActual }, i) => ({ text, sizePx: 1.1 * u, ink: response ? ink : notActual ? "w1" : "t2", gapPx: (i === 0 ? 0.8 : 0.5) * u, box: { stroke: response ? ink : notActual ? "w1" : "hair2", dashed: notActual ?? false, padPx: 0.4 * u } }));
  const tagsWidth = lineWidth({ text: "", sizePx: u, ink: "t1", tail: runs }, size);
  const head = response ? `${ROMAN[response.level]} 级响应  ${response.hazard}` : title;
  const below = response ? `${response.since} 启动  已持续 ${response.lasted}` : note;
  const y = below ? height / 2 - 0.05 * u : height / 2 + 0.35 * sizePx;
  out.push({ kind: "text", id: "banner", x: pad, y, text: shorten(head, width - 2 * pad - tagsWidth, sizePx, 600, size), sizePx, weight: 600, ink, tail: runs });
  if (below) out.push({ kind: "text", id: "banner-note", x: pad, y: y + 1.75 * u, text: shorten(below, width - 2 * pad, 1.1 * u, 400, size, "end"), sizePx: 1.1 * u, ink: second });
  return out;
}

/** The frame of a page that does not show the world now: 0.4 u wide, wisteria, hatched (VISUAL §9). */
export function notActualFrame({ width, height, u }: Size): Mark[] {
  const w = LINE.selectedU * u * 1.15;
  const bar = (x: number, y: number, bw: number, bh: number): Mark => ({ kind: "rect", x, y, width: bw, height: bh, fill: "w1", texture: "dense", stroke: "w2", widthPx: linePx(1, u) });
  return [bar(0, 0, width, w), bar(0, height - w, width, w), bar(0, w, w, height - 2 * w), bar(width - w, w, w, height - 2 * w)];
}
export const sentence = ({ title, note, tags = [], response }: BannerData): string =>
  response ? `${ROMAN[response.level]} 级响应，${response.hazard}，${response.since}启动，已持续${response.lasted}。` : `${title}${tags.length > 0 ? `（${tags.map((t) => t.text).join("、")}）` : ""}${note ? `，${note}` : ""}。`;
