import { linePx } from "../../themes/scale.ts";
import type { Theme } from "../../themes/theme.ts";
import { Layers } from "./layers.ts";
import type { Painter, Rect } from "./painter.ts";
import { Container, WebGLRenderer } from "./pixi.ts";
import { forgetDestroyed } from "./pixi-notes.ts";
import type { Shape } from "./shapes.ts";

export interface PixiOptions {
  readonly theme: Theme;
  readonly unitPx: number;
  readonly width: number;
  readonly height: number;
  /** Px of the glass per px of the page. */
  readonly density: number;
  /** Multisampling on top of the soft edges; dear where a processor plays the graphics card. */
  readonly antialias: boolean;
  onLost(): void;
  onFault(fault: string): void;
}

/** Pictures between two looks through Pixi's notes, which takes less than a tenth of a millisecond. */
const NOTES_EVERY = 200;

/** The one renderer of a display. Rejects when there is no WebGL 2. */
export async function createPixiPainter(host: HTMLElement, options: PixiOptions): Promise<Painter> {
  const { onLost, onFault } = options;
  let { density } = options;
  const canvas = host.ownerDocument.createElement("canvas");
  const renderer = new WebGLRenderer();
  await renderer.init({
    canvas,
    width: options.width,
    height: options.height,
    resolution: density,
    autoDensity: true,
    antialias: options.antialias,
    backgroundAlpha: 0,
    preferWebGLVersion: 2,
    skipExtensionImports: true,
    failIfMajorPerformanceCaveat: false,
    gcActive: false,
  });
  if (renderer.context.webGLVersion < 2) {
    renderer.destroy();
    throw new Error("WebGL 2 expected, found WebGL 1: shapes are drawn as SVG.");
  }
  canvas.style.position = "absolute";
  canvas.style.inset = "0";
  canvas.style.pointerEvents = "none";
  canvas.setAttribute("aria-hidden", "true");
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    onLost();
  });
  host.prepend(canvas);

  const textureScale = (): number => linePx(1, options.unitPx) * density;
  const root = new Container();
  const regions = new Map<string, { layers: Layers; shapes: readonly Shape[]; rect: Rect }>();
  let theme = options.theme;
  let painted = 0;
  const check = (): void => {
    const gl = renderer.gl;
    if (gl.drawingBufferWidth !== canvas.width || gl.drawingBufferHeight !== canvas.height)
      onFault(`Drawing buffer is ${gl.drawingBufferWidth}×${gl.drawingBufferHeight}, expected ${canvas.width}×${canvas.height}: give each 8192 px of a wall its own display.`);
  };
  check();
  return {
    kind: "webgl",
    set(id, rect, shapes, isSeen) {
      let region = regions.get(id);
      if (!region) {
        region = { layers: new Layers(theme, textureScale()), shapes, rect };
        regions.set(id, region);
        root.addChild(region.layers.view);
      }
      region.rect = rect;
      region.shapes = shapes;
      region.layers.view.position.set(rect.x, rect.y);
      region.layers.view.visible = isSeen;
      region.layers.set(shapes, theme);
    },
    remove(id) {
      const region = regions.get(id);
      if (!region) return;
      regions.delete(id);
      root.removeChild(region.layers.view);
      region.layers.destroy();
    },
    resize(width, height, next) {
      if (next !== density) {
        density = next;
        for (const { layers } of regions.values()) layers.scale(textureScale());
      }
      renderer.resize(width, height, density);
      check();
    },
    setTheme(next) {
      theme = next;
      for (const region of regions.values()) region.layers.set(region.shapes, theme);
    },
    render() {
      renderer.render({ container: root });
      if (++painted % NOTES_EVERY === 0) forgetDestroyed(renderer);
    },
    destroy() {
      for (const region of regions.values()) region.layers.destroy();
      regions.clear();
      root.destroy();
      canvas.remove();
      renderer.destroy();
    },
  };
}

let software: boolean | undefined;
/**
 * True when a processor draws for want of a graphics card. Asking takes a renderer of its own, so a page asks once.
 * @param anew asks again: after a loss another may draw
 */
export function isSoftwareGl(document: Document, anew: boolean): boolean {
  if (anew || software === undefined) software = asksSoftware(document);
  return software;
}
function asksSoftware(document: Document): boolean {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return true;
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}
