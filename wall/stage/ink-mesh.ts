import type { Transform } from "../marks/plane.ts";
import { type Clip, INK_FRAGMENT, INK_VERTEX } from "./glsl.ts";
import { Buffer, BufferUsage, Geometry, GlProgram, Mesh, Shader, UniformGroup } from "./pixi.ts";
import { CORNER_FLOATS, type Triangles } from "./tessellate.ts";

const STILL: Transform = { k: 1, dx: 0, dy: 0 };
let program: GlProgram | undefined;

/** Lines and areas as one mesh; `move` follows the camera without new triangles. */
export class InkMesh {
  readonly view: Mesh<Geometry, Shader>;
  private readonly camera: UniformGroup;

  constructor({ corners, indices }: Triangles, textureScale: number, clip: Clip) {
    program ??= GlProgram.from({ vertex: INK_VERTEX, fragment: INK_FRAGMENT, name: "ink" });
    const buffer = new Buffer({ data: corners instanceof Float32Array ? corners : Float32Array.from(corners), usage: BufferUsage.VERTEX });
    const stride = CORNER_FLOATS * 4;
    const geometry = new Geometry({
      attributes: {
        aPosition: { buffer, format: "float32x2", stride, offset: 0 },
        aOffset: { buffer, format: "float32x2", stride, offset: 8 },
        aEdge: { buffer, format: "float32x2", stride, offset: 16 },
        aColor: { buffer, format: "float32x4", stride, offset: 24 },
        aTexture: { buffer, format: "float32", stride, offset: 40 },
      },
      indexBuffer: new Buffer({ data: indices instanceof Uint32Array ? indices : Uint32Array.from(indices), usage: BufferUsage.INDEX }),
    });
    this.camera = new UniformGroup({ uCamera: { value: new Float32Array([1, 0, 0, textureScale]), type: "vec4<f32>" }, uClip: { value: Float32Array.from(clip), type: "vec4<f32>" } });
    this.view = new Mesh<Geometry, Shader>({ geometry, shader: new Shader({ glProgram: program, resources: { camera: this.camera } }) });
    this.view.cullable = false;
    this.move(STILL);
  }
  move({ k, dx, dy }: Transform): void {
    const at = this.camera.uniforms.uCamera as Float32Array;
    at[0] = k;
    at[1] = dx;
    at[2] = dy;
    this.camera.update();
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
  }
}
