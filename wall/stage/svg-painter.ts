import { svgTree, type SvgNode } from "../marks/svg.ts";
import type { Theme } from "../../themes/theme.ts";
import type { Painter, Rect } from "./painter.ts";
import type { Shape } from "./shapes.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Draws shapes as SVG elements, for a display without WebGL or while it is lost. */
export function createSvgPainter(host: HTMLElement, theme: Theme, unitPx: number): Painter {
  const layer = host.ownerDocument.createElement("div");
  layer.className = "stage-svg";
  layer.style.position = "absolute";
  layer.style.inset = "0";
  layer.style.pointerEvents = "none";
  layer.setAttribute("aria-hidden", "true");
  host.prepend(layer);
  let looks = theme;
  const wanted = new Map<string, { rect: Rect; shapes: readonly Shape[]; isSeen: boolean }>();
  const drawn = new Map<string, Element>();
  const dirty = new Set<string>();
  return {
    kind: "svg",
    set(id, rect, shapes, isSeen) {
      wanted.set(id, { rect, shapes, isSeen });
      dirty.add(id);
    },
    remove(id) {
      wanted.delete(id);
      dirty.add(id);
    },
    resize() {
      for (const id of wanted.keys()) dirty.add(id);
    },
    setTheme(next) {
      looks = next;
      for (const id of wanted.keys()) dirty.add(id);
    },
    render() {
      for (const id of dirty) {
        const want = wanted.get(id);
        drawn.get(id)?.remove();
        drawn.delete(id);
        if (!want?.isSeen) continue;
        const { rect, shapes } = want;
        const tree = svgTree(shapes, { width: rect.width, height: rect.height, u: unitPx }, { ink: (ink) => looks.inks[ink], words: false, prefix: `${id}-` });
        const element = build(host.ownerDocument, tree) as SVGElement;
        element.style.position = "absolute";
        element.style.left = `${rect.x}px`;
        element.style.top = `${rect.y}px`;
        element.style.overflow = "visible";
        layer.append(element);
        drawn.set(id, element);
      }
      dirty.clear();
    },
    destroy() {
      layer.remove();
    },
  };
}

/** Builds elements one by one: no markup is parsed, so Trusted Types have nothing to refuse. */
export function build(document: Document, { tag, attributes, children = [] }: SvgNode): Element {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== "xmlns") element.setAttribute(name, String(value));
  for (const child of children) element.append(typeof child === "string" ? child : build(document, child));
  return element;
}
