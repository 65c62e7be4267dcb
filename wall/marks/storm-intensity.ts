/** storm intensity: pictures side by side over one ground line. */
export { brief, marks, sentence, type Plot } from "./plots.ts";
export const spec = { kind: "storm-intensity", minU: [28, 14], titled: true } as const;
