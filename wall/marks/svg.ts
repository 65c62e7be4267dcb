import type { Ink } from "../../themes/ink.ts";
import { FAINT, TEXTURE_PX, type Texture } from "../../themes/level.ts";
import { FAMILY } from "../../themes/scale.ts";
import { plain } from "./badge.ts";
import { arcPoints } from "./dash.ts";
import type { Mark, Paint, Run, Size, TextMark } from "./mark.ts";
import { apply, type Point, type Transform } from "./plane.ts";
import { BASELINE_SHIFT, lineWidth, runWidth, measureOf } from "./words.ts";

/** A node of an SVG picture; the page builds elements from it, everybody else text. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly (SvgNode | string)[];
}
export interface SvgOptions {
  /** Colour of an ink; without it the ink's name is written, for reading and comparing. */
  readonly ink?: (ink: Ink) => string;
  /** False leaves words and hit areas out, for a page that has its own layer of them. */
  readonly words?: boolean;
  /** Before the ids of patterns and clips, so that several pictures may stand in one page. */
  readonly prefix?: string;
}

/** The second writer: the same marks as a tree of SVG nodes. */
export function svgTree(marks: readonly Mark[], size: Size, options: SvgOptions = {}): SvgNode {
  const painter = new SvgPainter(size, options);
  const children = painter.nodes(marks);
  const defs = painter.patterns();
  return {
    tag: "svg",
    attributes: { xmlns: "http://www.w3.org/2000/svg", width: num(size.width), height: num(size.height), viewBox: `0 0 ${num(size.width)} ${num(size.height)}` },
    children: defs.length > 0 ? [{ tag: "defs", attributes: {}, children: defs }, ...children] : children,
  };
}
/** The same as text, numbers rounded to 0.1 px. */
export const svgText = (marks: readonly Mark[], size: Size, options?: SvgOptions): string => writeNode(svgTree(marks, size, options));

export function writeNode({ tag, attributes, children = [] }: SvgNode): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(String(value))}"`).join("");
  if (children.length === 0) return `<${tag}${written}/>`;
  return `<${tag}${written}>${children.map((child) => (typeof child === "string" ? escape(child) : writeNode(child))).join("")}</${tag}>`;
}
const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const num = (value: number): number => Math.round(value * 10) / 10 + 0;
const line = (points: readonly Point[]): string => points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${num(x)} ${num(y)}`).join("");
const shape = (rings: readonly (readonly Point[])[], t?: Transform): string => rings.map((ring) => `${line(t ? ring.map((p) => apply(t, p)) : ring)}Z`).join("");

class SvgPainter {
  private readonly size: Size;
  private readonly ink: (ink: Ink) => string;
  private readonly words: boolean;
  private readonly prefix: string;
  private readonly used = new Map<string, SvgNode>();
  private clips = 0;

  constructor(size: Size, { ink = (name) => name, words = true, prefix = "" }: SvgOptions) {
    this.size = size;
    this.ink = ink;
    this.words = words;
    this.prefix = prefix;
  }
  patterns(): SvgNode[] {
    return [...this.used.values()];
  }
  nodes(marks: readonly Mark[]): SvgNode[] {
    return plain(marks).flatMap((mark) => this.node(mark));
  }
  private node(mark: ReturnType<typeof plain>[number]): SvgNode[] {
    switch (mark.kind) {
      case "line":
        return [{ tag: "path", attributes: { d: line(mark.points), ...this.paint({ ...mark }), ...(mark.cap === "round" ? { "stroke-linecap": "round" } : {}) } }];
      case "area":
        return [{ tag: "path", attributes: { d: shape(mark.rings), "fill-rule": "evenodd", ...this.paint(mark) } }];
      case "rect":
        return [{ tag: "rect", attributes: { x: num(mark.x), y: num(mark.y), width: num(mark.width), height: num(mark.height), ...(mark.radius ? { rx: num(mark.radius) } : {}), ...this.paint(mark) } }];
      case "circle":
        return [{ tag: "circle", attributes: { cx: num(mark.cx), cy: num(mark.cy), r: num(mark.r), ...this.paint(mark) } }];
      case "arc":
        return [{ tag: "path", attributes: { d: line(arcPoints(mark.cx, mark.cy, mark.r, mark.from, mark.to)), ...this.paint(mark) } }];
      case "path":
        return [{ tag: "path", attributes: { d: mark.steps.map(([op, ...at]) => op + at.map(num).join(" ")).join(""), ...this.paint(mark) } }];
      case "regions": {
        const group: SvgNode[] = [];
        mark.ground.regions.forEach((region, i) => {
          const fill = mark.fills[i];
          const texture = mark.textures?.[i];
          const d = fill || texture ? region.parts.map((rings) => shape(rings, mark.transform)).join("") : "";
          if (fill) group.push({ tag: "path", attributes: { d, "fill-rule": "evenodd", fill: this.ink(fill) } });
          if (texture) group.push({ tag: "path", attributes: { d, "fill-rule": "evenodd", ...this.paint({ fill: texture.ink, texture: texture.texture, fillAlpha: TEXTURE_PX[texture.texture].alpha * (texture.faint ? FAINT : 1) }) } });
        });
        return [{ tag: "g", attributes: mark.alpha === undefined ? {} : { opacity: mark.alpha }, children: group }];
      }
      case "outline":
        return [{ tag: "path", attributes: { d: mark.outline.lines.map((points) => line(points.map((p) => apply(mark.transform, p)))).join(""), ...this.paint({ stroke: mark.stroke, widthPx: mark.widthPx, ...(mark.alpha === undefined ? {} : { strokeAlpha: mark.alpha }) }) } }];
      case "points": {
        const { at, transform, corners, kind: _, ...paint } = mark;
        return [{ tag: "path", attributes: { d: at.map((place) => shape([corners.map(([x, y]) => [transform.k * place[0] + transform.dx + x, transform.k * place[1] + transform.dy + y])])).join(""), ...this.paint(paint) } }];
      }
      case "clip": {
        const id = `${this.prefix}clip${this.clips++}`;
        const box = { x: num(mark.x), y: num(mark.y), width: num(mark.width), height: num(mark.height) };
        return [{ tag: "clipPath", attributes: { id }, children: [{ tag: "rect", attributes: box }] }, { tag: "g", attributes: { "clip-path": `url(#${id})` }, children: this.nodes(mark.marks) }];
      }
      case "text":
        return this.words ? this.text(mark) : [];
      case "hit":
        return [];
    }
  }
  private paint(paint: Paint): Record<string, string | number> {
    const attributes: Record<string, string | number> = { fill: "none" };
    if (paint.fill) {
      attributes.fill = paint.texture && paint.texture !== "solid" ? this.pattern(paint.texture, paint.fill) : this.ink(paint.fill);
      const alpha = paint.fillAlpha ?? (paint.texture ? TEXTURE_PX[paint.texture].alpha : 1);
      if (alpha !== 1) attributes["fill-opacity"] = alpha;
    }
    if (paint.stroke) {
      attributes.stroke = this.ink(paint.stroke);
      attributes["stroke-width"] = num(paint.widthPx ?? 1);
      if (paint.strokeAlpha !== undefined && paint.strokeAlpha !== 1) attributes["stroke-opacity"] = paint.strokeAlpha;
      if (paint.dash) attributes["stroke-dasharray"] = paint.dash.map(num).join(" ");
    }
    return attributes;
  }
  private pattern(texture: Texture, ink: Ink): string {
    const id = `${this.prefix}${texture}-${ink.replace(".", "-")}`;
    const scale = Math.max(1, this.size.u / 24);
    const { ink: wide, tile } = TEXTURE_PX[texture];
    const [t, w] = [num(tile * scale), num(wide * scale)];
    const colour = this.ink(ink);
    const inside: SvgNode[] =
      texture === "dots"
        ? [{ tag: "circle", attributes: { cx: num(t / 2), cy: num(t / 2), r: w, fill: colour } }]
        : [{ tag: "rect", attributes: { width: t, height: w, fill: colour } }, ...(texture === "cross" ? [{ tag: "rect", attributes: { width: w, height: t, fill: colour } }] : [])];
    this.used.set(id, { tag: "pattern", attributes: { id, width: t, height: t, patternUnits: "userSpaceOnUse", ...(texture === "dots" ? {} : { patternTransform: "rotate(-45)" }) }, children: inside });
    return `url(#${id})`;
  }
  private text(mark: TextMark): SvgNode[] {
    const measure = measureOf(this.size);
    const y = num(mark.y + BASELINE_SHIFT[mark.baseline ?? "alphabetic"] * mark.sizePx);
    const width = lineWidth(mark, this.size);
    let x = mark.x - (mark.anchor === "middle" ? width / 2 : mark.anchor === "end" ? width : 0);
    const nodes: SvgNode[] = [];
    const runs: SvgNode[] = [];
    for (const run of [mark, ...(mark.tail ?? [])]) {
      const pad = run.box?.padPx ?? 0;
      const start = x + (run.gapPx ?? 0);
      x += runWidth(run, measure);
      if (run.box)
        nodes.push({ tag: "rect", attributes: { x: num(start), y: num(y - 0.9 * run.sizePx - pad / 2), width: num(x - start), height: num(1.1 * run.sizePx + pad), ...this.paint({ ...(run.box.fill ? { fill: run.box.fill } : {}), ...(run.box.stroke ? { stroke: run.box.stroke, ...(run.box.dashed ? { dash: [4, 3] } : {}) } : {}) }) } });
      runs.push({ tag: "tspan", attributes: { x: num(start + pad), "font-size": num(run.sizePx), fill: this.ink(run.ink), ...(run.weight ? { "font-weight": run.weight } : {}), ...told(run) }, children: [run.text] });
    }
    const halo: Record<string, string | number> = mark.halo ? { stroke: this.ink(mark.halo), "stroke-width": num(this.size.u * 0.4), "paint-order": "stroke", "stroke-linejoin": "round" } : {};
    nodes.push({ tag: "text", attributes: { y, "font-family": FAMILY[mark.family ?? "sans"].replaceAll('"', "'"), ...halo, ...(mark.alpha === undefined ? {} : { opacity: mark.alpha }) }, children: runs });
    return nodes;
  }
}
const told = (run: Run): Record<string, string> => Object.fromEntries(Object.entries(run.data ?? {}).map(([name, value]) => [`data-${name}`, value]));
