/** Relative luminance of `#RRGGBB` (WCAG 2.2), 0 black to 1 white. */
export function luminance(hex: string): number {
  const [red, green, blue] = toLinear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
/** `#RRGGBB` as linear red, green and blue, 0 to 1. */
export function toLinear(hex: string): [number, number, number] {
  const n = parseHex(hex);
  return [linear(n >> 16), linear((n >> 8) & 255), linear(n & 255)];
}
/** The way back; what lies outside is cut off. */
export const fromLinear = (rgb: readonly [number, number, number]): string => `#${rgb.map((part) => byte(part).toString(16).padStart(2, "0")).join("")}`;
/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}
/** One colour laid over another, `alpha` of it; as screens mix, in sRGB. */
export function mix(under: string, over: string, alpha: number): string {
  const [a, b] = [parseHex(under), parseHex(over)];
  const part = (shift: number): number => Math.round(((a >> shift) & 255) * (1 - alpha) + ((b >> shift) & 255) * alpha);
  return `#${((part(16) << 16) | (part(8) << 8) | part(0)).toString(16).padStart(6, "0")}`;
}
/** `#RRGGBB` as a number, as renderers take it. */
export function parseHex(hex: string): number {
  if (!/^#[0-9A-Fa-f]{6}$/.test(hex)) throw new Error(`"${hex}" is not a colour; a theme writes #RRGGBB.`);
  return Number.parseInt(hex.slice(1), 16);
}
function linear(byte: number): number {
  const s = byte / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
}
function byte(part: number): number {
  const s = Math.min(1, Math.max(0, part));
  return Math.round(255 * (s <= 0.0031308 ? s * 12.92 : 1.055 * s ** (1 / 2.4) - 0.055));
}
