import { INKS, inkProperty } from "./ink.ts";
import { OUTLINE_PX } from "./level.ts";
import { FAMILY, linePx, MOTION, SPACE_U, TYPE_U } from "./scale.ts";
import type { Theme } from "./theme.ts";

/** All custom properties of a theme at one unit, so that CSS and the stage draw from the same source. */
export function customProperties(theme: Theme, unitPx: number): Record<string, string> {
  const properties: Record<string, string> = { "--u": `${unitPx}px` };
  for (const ink of INKS) properties[inkProperty(ink)] = theme.inks[ink];
  properties["--fill-edge"] = theme.outlineFills ? `${linePx(OUTLINE_PX, unitPx)}px ${theme.inks.t1}` : "0 transparent";
  for (const [name, u] of Object.entries(TYPE_U)) properties[`--type-${dashed(name)}`] = `${u * unitPx}px`;
  for (const [name, u] of Object.entries(SPACE_U)) properties[`--space-${dashed(name)}`] = `${u * unitPx}px`;
  for (const [name, value] of Object.entries(MOTION)) if (name.endsWith("Ms")) properties[`--motion-${dashed(name.slice(0, -2))}`] = `${value}ms`;
  for (const [name, faces] of Object.entries(FAMILY)) properties[`--face-${name}`] = faces;
  return properties;
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
