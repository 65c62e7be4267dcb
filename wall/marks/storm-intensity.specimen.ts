import { HOUR } from "../../model/time.ts";
import { after, before, NOW } from "./specimen-figures.ts";
import type { Plot } from "./storm-intensity.ts";
import type { BandFacts } from "./title-band.ts";

const over = (value: (i: number) => number | null) => ({ observed: Array.from({ length: 10 }, (_, i) => [before(56 - 6 * i), value(i)] as const), from: before(60), to: after(2), now: NOW, gapMs: 9 * HOUR });
/** From a depression to a typhoon, one fix missing. */
export const specimen: readonly Plot[] = [
  { label: "中心最大风速 m/s", picture: { trend: { ...over((i) => (i === 0 ? null : 16 + 3.6 * i)), unit: "m/s", range: [10, 45], limits: [{ value: 17.2, label: "热带风暴" }, { value: 24.7, label: "强热带风暴" }, { value: 32.9, label: "台风" }] } } },
  { label: "中心气压 hPa", picture: { trend: { ...over((i) => 1_008 - 8 * i), unit: "hPa" } } },
];
export const band = (): BandFacts[] => [{ heading: "强度与气压", note: "逐 6 时定位，10分钟平均风", standing: "昨日 14:00", state: "down" }];
