/** station weather: pictures side by side over one ground line. */
export { brief, marks, sentence, type Plot } from "./plots.ts";
export const spec = { kind: "station-weather", minU: [28, 14], titled: true } as const;
