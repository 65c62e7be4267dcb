/** Left, top, right and bottom beyond which nothing is drawn, in px of the region that draws. */
export type Clip = readonly [number, number, number, number];
export const NO_CLIP: Clip = [-1e6, -1e6, 1e6, 1e6];

/** Texture of a level, in px of the glass: 0 solid, 1 dense hatch, 2 sparse hatch, 3 dots, 4 cross (VISUAL §5). */
export const TEXTURE_GLSL = `
float textured(float id, vec2 px, float scale) {
  if (id < 0.5) return 1.0;
  vec2 p = px / scale;
  if (id < 2.5) {
    float tile = id < 1.5 ? 12.0 : 16.0;
    float ink = id < 1.5 ? 5.0 : 2.5;
    float d = abs(mod((p.x - p.y) * 0.70710678, tile) - tile * 0.5) * scale;
    return clamp(ink * 0.5 * scale + 0.5 - d, 0.0, 1.0);
  }
  if (id < 3.5) {
    float d = length(mod(p, 18.0) - 9.0) * scale;
    return clamp(2.6 * scale + 0.5 - d, 0.0, 1.0);
  }
  vec2 q = abs(mod(vec2(p.x - p.y, p.x + p.y) * 0.70710678, 10.0) - 5.0) * scale;
  return clamp(0.5 * scale + 0.5 - min(q.x, q.y), 0.0, 1.0);
}`;

export const INK_VERTEX = `#version 300 es
in vec2 aPosition;
in vec2 aOffset;
in vec2 aEdge;
in vec4 aColor;
in float aTexture;
uniform mat3 uProjectionMatrix;
uniform mat3 uWorldTransformMatrix;
uniform mat3 uTransformMatrix;
uniform vec4 uCamera;
out vec2 vAt;
out vec2 vEdge;
out vec4 vColor;
out float vTexture;
void main() {
  vec2 p = aPosition * uCamera.x + uCamera.yz + aOffset;
  gl_Position = vec4((uProjectionMatrix * uWorldTransformMatrix * uTransformMatrix * vec3(p, 1.0)).xy, 0.0, 1.0);
  vAt = p;
  vEdge = aEdge;
  vColor = aColor;
  vTexture = aTexture;
}`;
export const INK_FRAGMENT = `#version 300 es
precision highp float;
in vec2 vAt;
in vec2 vEdge;
in vec4 vColor;
in float vTexture;
uniform vec4 uCamera;
uniform vec4 uClip;
out vec4 colour;
${TEXTURE_GLSL}
void main() {
  if (any(lessThan(vAt, uClip.xy)) || any(greaterThan(vAt, uClip.zw))) discard;
  float a = vColor.a * clamp(vEdge.y - abs(vEdge.x), 0.0, 1.0) * textured(vTexture, gl_FragCoord.xy, uCamera.w);
  colour = vec4(vColor.rgb * a, a);
}`;

export const REGIONS_VERTEX = `#version 300 es
in vec2 aPosition;
in float aRegion;
uniform mat3 uProjectionMatrix;
uniform mat3 uWorldTransformMatrix;
uniform mat3 uTransformMatrix;
uniform vec4 uCamera;
out vec2 vAt;
flat out int vRegion;
void main() {
  vec2 p = aPosition * uCamera.x + uCamera.yz;
  gl_Position = vec4((uProjectionMatrix * uWorldTransformMatrix * uTransformMatrix * vec3(p, 1.0)).xy, 0.0, 1.0);
  vAt = p;
  vRegion = int(aRegion + 0.5);
}`;
export const REGIONS_FRAGMENT = `#version 300 es
precision highp float;
in vec2 vAt;
flat in int vRegion;
uniform sampler2D uPaint;
uniform vec4 uCamera;
uniform vec4 uClip;
uniform float uAlpha;
out vec4 colour;
${TEXTURE_GLSL}
void main() {
  if (any(lessThan(vAt, uClip.xy)) || any(greaterThan(vAt, uClip.zw))) discard;
  ivec2 at = ivec2(vRegion % 2048, 2 * (vRegion / 2048));
  vec4 fill = texelFetch(uPaint, at, 0);
  vec4 over = texelFetch(uPaint, at + ivec2(0, 1), 0);
  float id = floor(over.a * 255.0 + 0.5);
  float a = fill.a;
  vec3 rgb = fill.rgb * fill.a;
  if (id > 0.5) {
    float faint = id > 7.5 ? 0.35 : 1.0;
    id = id > 7.5 ? id - 8.0 : id;
    float strength = faint * (id < 1.5 ? 0.52 : id < 2.5 ? 0.6 : id < 3.5 ? 0.7 : id < 4.5 ? 0.85 : 0.5);
    float t = strength * textured(id - 1.0, gl_FragCoord.xy, uCamera.w);
    rgb = over.rgb * t + rgb * (1.0 - t);
    a = t + a * (1.0 - t);
  }
  colour = vec4(rgb, a) * uAlpha;
}`;
