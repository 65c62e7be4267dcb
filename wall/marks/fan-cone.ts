/** What is expected between two edges: the curve of what was, then the cone of what may be, over what stands and what is told of it. */
export { marks, sentence, type CurveData as FanConeData } from "./curve.ts";
export const spec = { kind: "fan-cone", minU: [28, 14], titled: true } as const;
