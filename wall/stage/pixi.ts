// Pixi's code generator is refused by the content policy; this module replaces it and must come before anything else of Pixi.
import "pixi.js/unsafe-eval";
import { Assets, Ticker } from "pixi.js";

// Pictures are rendered on demand: nothing of Pixi may ask for frames, and its workers are refused by Trusted Types.
for (const ticker of [Ticker.system, Ticker.shared]) {
  ticker.autoStart = false;
  ticker.stop();
}
Assets.setPreferences({ preferWorkers: false });

export { Buffer, BufferImageSource, BufferUsage, Container, Geometry, GlProgram, Mesh, Shader, UniformGroup, WebGLRenderer } from "pixi.js";
