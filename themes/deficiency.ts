import { fromLinear, toLinear } from "./contrast.ts";

export const DEFICIENCIES = ["protanopia", "deuteranopia", "tritanopia"] as const;
export type Deficiency = (typeof DEFICIENCIES)[number];

/** What an eye without one kind of cone sees: Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const SEEN: Readonly<Record<Deficiency, readonly (readonly [number, number, number])[]>> = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** `#RRGGBB` as somebody with a colour deficiency sees it. */
export function seenWith(deficiency: Deficiency, hex: string): string {
  const rgb = toLinear(hex);
  return fromLinear(SEEN[deficiency].map((row) => row.reduce((sum, weight, i) => sum + weight * rgb[i]!, 0)) as [number, number, number]);
}
