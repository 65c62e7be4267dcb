import earcut from "earcut";
import { parseHex } from "../../themes/contrast.ts";
import type { Theme } from "../../themes/theme.ts";
import type { Ground } from "../marks/ground.ts";
import type { RegionsMark } from "../marks/mark.ts";
import { type Clip, REGIONS_FRAGMENT, REGIONS_VERTEX } from "./glsl.ts";
import { Buffer, BufferImageSource, BufferUsage, Geometry, GlProgram, Mesh, Shader, UniformGroup } from "./pixi.ts";
import { TEXTURE_ID } from "./tessellate.ts";

/** Regions per row of the paint texture; two rows belong together: fills, then textures. */
const ROW = 2048;
let program: GlProgram | undefined;

/** Many regions as one mesh: triangles are cut once, a change of colour writes bytes. */
export class RegionsMesh {
  readonly view: Mesh<Geometry, Shader>;
  readonly ground: Ground;
  private readonly camera: UniformGroup;
  private readonly paint: Uint8Array;
  private readonly source: BufferImageSource;

  constructor(ground: Ground, textureScale: number, clip: Clip) {
    program ??= GlProgram.from({ vertex: REGIONS_VERTEX, fragment: REGIONS_FRAGMENT, name: "regions" });
    this.ground = ground;
    const rows = Math.max(1, Math.ceil(ground.regions.length / ROW));
    this.paint = new Uint8Array(ROW * rows * 2 * 4);
    this.source = new BufferImageSource({ resource: this.paint, width: ROW, height: rows * 2, format: "rgba8unorm", alphaMode: "no-premultiply-alpha", scaleMode: "nearest", autoGarbageCollect: false });
    const { positions, owners, indices } = triangles(ground);
    const geometry = new Geometry({
      attributes: {
        aPosition: { buffer: new Buffer({ data: positions, usage: BufferUsage.VERTEX }), format: "float32x2" },
        aRegion: { buffer: new Buffer({ data: owners, usage: BufferUsage.VERTEX }), format: "float32" },
      },
      indexBuffer: new Buffer({ data: indices, usage: BufferUsage.INDEX }),
    });
    this.camera = new UniformGroup({
      uCamera: { value: new Float32Array([1, 0, 0, textureScale]), type: "vec4<f32>" },
      uClip: { value: Float32Array.from(clip), type: "vec4<f32>" },
      uAlpha: { value: 1, type: "f32" },
    });
    this.view = new Mesh<Geometry, Shader>({ geometry, shader: new Shader({ glProgram: program, resources: { camera: this.camera, uPaint: this.source } }) });
    this.view.cullable = false;
  }

  set({ fills, textures, transform, alpha = 1 }: RegionsMark, theme: Theme): void {
    const camera = this.camera.uniforms.uCamera as Float32Array;
    camera[0] = transform.k;
    camera[1] = transform.dx;
    camera[2] = transform.dy;
    this.camera.uniforms.uAlpha = alpha;
    this.camera.update();
    let changed = false;
    const write = (offset: number, hex: string | undefined, a: number): void => {
      const rgb = hex === undefined ? 0 : parseHex(hex);
      const bytes = [rgb >> 16, (rgb >> 8) & 255, rgb & 255, hex === undefined ? 0 : a];
      for (let i = 0; i < 4; i++)
        if (this.paint[offset + i] !== bytes[i]) {
          this.paint[offset + i] = bytes[i]!;
          changed = true;
        }
    };
    for (let i = 0; i < this.ground.regions.length; i++) {
      const at = (2 * Math.floor(i / ROW) * ROW + (i % ROW)) * 4;
      const fill = fills[i];
      const texture = textures?.[i];
      write(at, fill ? theme.inks[fill] : undefined, 255);
      write(at + ROW * 4, texture ? theme.inks[texture.ink] : undefined, texture ? TEXTURE_ID[texture.texture] + 1 + (texture.faint ? 8 : 0) : 0);
    }
    if (changed) this.source.update();
  }
  scale(textureScale: number): void {
    (this.camera.uniforms.uCamera as Float32Array)[3] = textureScale;
    this.camera.update();
  }
  destroy(): void {
    const { geometry, shader } = this.view;
    this.view.destroy();
    geometry.destroy(true);
    shader?.destroy();
    this.source.destroy();
  }
}

function triangles(ground: Ground): { positions: Float32Array; owners: Float32Array; indices: Uint32Array } {
  const positions: number[] = [];
  const owners: number[] = [];
  const indices: number[] = [];
  ground.regions.forEach((region, owner) => {
    for (const rings of region.parts) {
      const first = owners.length;
      const flat: number[] = [];
      const holes: number[] = [];
      rings.forEach((ring, r) => {
        if (r > 0) holes.push(flat.length / 2);
        for (const [x, y] of ring) {
          flat.push(x, y);
          owners.push(owner);
        }
      });
      positions.push(...flat);
      for (const i of earcut(flat, holes)) indices.push(first + i);
    }
  });
  return { positions: Float32Array.from(positions), owners: Float32Array.from(owners), indices: Uint32Array.from(indices) };
}
