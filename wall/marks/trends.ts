/** Indicators of one place over the same time: pictures side by side over one ground line. */
export { brief, marks, sentence, type Plot } from "./plots.ts";
export const spec = { kind: "trends", minU: [28, 14], titled: true } as const;
