import type { Theme } from "../../themes/theme.ts";
import type { ClipMark, OutlineMark, PointsMark, RegionsMark } from "../marks/mark.ts";
import { InkMesh } from "./ink-mesh.ts";
import { type Clip, NO_CLIP } from "./glsl.ts";
import { Container } from "./pixi.ts";
import { pointsMesh } from "./points-mesh.ts";
import { RegionsMesh } from "./regions-mesh.ts";
import { same } from "./same.ts";
import type { Shape } from "./shapes.ts";
import { Tessellation, type Vector } from "./tessellate.ts";

type Layer =
  | { readonly kind: "ink"; readonly shapes: readonly Vector[]; readonly mesh: InkMesh }
  | { readonly kind: "outline"; readonly mark: OutlineMark; readonly mesh: InkMesh }
  | { readonly kind: "points"; readonly mark: PointsMark; readonly mesh: InkMesh }
  | { readonly kind: "regions"; readonly mesh: RegionsMesh }
  | { readonly kind: "clip"; readonly layers: Layers };

type Wanted = { readonly kind: "ink"; readonly shapes: Vector[] } | OutlineMark | PointsMark | RegionsMark | ClipMark;

/** Shapes in painting order; what did not change keeps its triangles. */
export class Layers {
  readonly view = new Container();
  private layers: Layer[] = [];
  private theme: Theme;
  private textureScale: number;
  private readonly clip: Clip;

  /** @param textureScale px of the glass per px of a texture at u = 24 */
  constructor(theme: Theme, textureScale: number, clip: Clip = NO_CLIP) {
    this.theme = theme;
    this.textureScale = textureScale;
    this.clip = clip;
  }

  set(shapes: readonly Shape[], theme: Theme): void {
    if (theme !== this.theme) this.clear();
    this.theme = theme;
    const old = this.layers;
    this.layers = grouped(shapes).map((want) => this.layer(want, old));
    for (const layer of old) this.drop(layer);
    this.view.removeChildren();
    for (const layer of this.layers) this.view.addChild(layer.kind === "clip" ? layer.layers.view : layer.mesh.view);
  }
  /** The glass has another density; `textureScale` as for the constructor. */
  scale(textureScale: number): void {
    this.textureScale = textureScale;
    for (const layer of this.layers) (layer.kind === "clip" ? layer.layers : layer.mesh).scale(textureScale);
  }
  destroy(): void {
    this.clear();
    this.view.destroy({ children: true });
  }

  private layer(want: Wanted, old: Layer[]): Layer {
    const reuse = <L extends Layer>(fits: (layer: Layer) => layer is L): L | undefined => {
      const at = old.findIndex(fits);
      return at < 0 ? undefined : (old.splice(at, 1)[0] as L);
    };
    switch (want.kind) {
      case "ink": {
        const kept = reuse((l): l is Layer & { kind: "ink" } => l.kind === "ink" && same(l.shapes, want.shapes));
        if (kept) return kept;
        const tessellation = new Tessellation(this.theme);
        for (const shape of want.shapes) tessellation.add(shape);
        return { kind: "ink", shapes: want.shapes, mesh: new InkMesh(tessellation, this.textureScale, this.clip) };
      }
      case "outline": {
        const { transform: _, ...look } = want;
        const kept = reuse((l): l is Layer & { kind: "outline" } => {
          if (l.kind !== "outline" || l.mark.outline !== want.outline) return false;
          const { transform: __, ...drawn } = l.mark;
          return same(drawn, look);
        });
        const mesh = kept?.mesh ?? this.outline(want);
        mesh.move(want.transform);
        return { kind: "outline", mark: want, mesh };
      }
      case "points": {
        const { transform: _, ...look } = want;
        const kept = reuse((l): l is Layer & { kind: "points" } => {
          if (l.kind !== "points" || l.mark.at !== want.at) return false;
          const { transform: __, ...drawn } = l.mark;
          return same(drawn, look);
        });
        const mesh = kept?.mesh ?? new InkMesh(pointsMesh(want, this.theme), this.textureScale, this.clip);
        mesh.move(want.transform);
        return { kind: "points", mark: want, mesh };
      }
      case "regions": {
        const mesh = reuse((l): l is Layer & { kind: "regions" } => l.kind === "regions" && l.mesh.ground === want.ground)?.mesh ?? new RegionsMesh(want.ground, this.textureScale, this.clip);
        mesh.set(want, this.theme);
        return { kind: "regions", mesh };
      }
      case "clip": {
        const { marks, x, y, width, height } = want;
        const clip = meet(this.clip, [x, y, x + width, y + height]);
        const layers = reuse((l): l is Layer & { kind: "clip" } => l.kind === "clip" && same(l.layers.clip, clip))?.layers ?? new Layers(this.theme, this.textureScale, clip);
        layers.set(marks as readonly Shape[], this.theme);
        return { kind: "clip", layers };
      }
    }
  }
  private outline({ outline, stroke, alpha = 1, widthPx }: OutlineMark): InkMesh {
    const tessellation = new Tessellation(this.theme);
    tessellation.ink(stroke, alpha);
    for (const line of outline.lines) tessellation.stroke(line, widthPx / 2, false);
    return new InkMesh(tessellation, this.textureScale, this.clip);
  }
  private clear(): void {
    for (const layer of this.layers) this.drop(layer);
    this.layers = [];
  }
  private drop(layer: Layer): void {
    if (layer.kind === "clip") layer.layers.destroy();
    else layer.mesh.destroy();
  }
}

// Clipping is done by the shaders: a stencil costs several times the picture where a processor draws.
const meet = (a: Clip, b: Clip): Clip => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];

function grouped(shapes: readonly Shape[]): Wanted[] {
  const wanted: Wanted[] = [];
  for (const shape of shapes) {
    if (shape.kind === "regions" || shape.kind === "outline" || shape.kind === "points" || shape.kind === "clip") {
      wanted.push(shape);
      continue;
    }
    const last = wanted.at(-1);
    if (last?.kind === "ink") last.shapes.push(shape);
    else wanted.push({ kind: "ink", shapes: [shape] });
  }
  return wanted;
}
