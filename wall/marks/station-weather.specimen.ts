import { HOUR } from "../../model/time.ts";
import { after, before, NOW, told } from "./specimen-figures.ts";
import type { Plot } from "./station-weather.ts";
import type { BandFacts } from "./title-band.ts";

const window = { from: before(48), to: after(1), now: NOW };
export const specimen: readonly Plot[] = [
  {
    label: "雨量", figures: [{ figure: told("102.4", "mm/h", { quality: "revised" }), large: true }, { figure: told("346.5", "mm", { prefix: "≥" }), before: "24 时" }],
    picture: { bars: { ...window, bars: Array.from({ length: 48 }, (_, i) => ({ at: before(47 - i), value: i % 11 === 0 ? null : i === 30 ? 102.4 : Math.abs(40 * Math.sin(i / 4)) })), intervalMs: HOUR, unit: "mm", atLeast: 10 } },
  },
  {
    label: "平均风", figures: [{ figure: told("12", "级", { state: "stale" }), large: true }, { figure: told("33.4", "m/s", { state: "stale" }) }],
    picture: { trend: { ...window, observed: Array.from({ length: 48 }, (_, i) => [before(47 - i), i % 13 === 0 ? null : 12 + 10 * Math.sin(i / 6)] as const), unit: "m/s", gapMs: 1.5 * HOUR, limits: [{ value: 10.8, label: "6级" }, { value: 17.2, label: "8级" }], range: [0, 20] } },
  },
];
/** The very hour is the wettest; nothing came at all. */
export const variants: readonly (readonly Plot[])[] = [
  [{ ...specimen[0]!, picture: { bars: { ...window, bars: [{ at: before(47), value: 9 }, { at: NOW, value: 88.8 }], intervalMs: HOUR, unit: "mm" } } }, { ...specimen[1]!, figures: [{ figure: told("从未上报", "", { state: "never" }) }], picture: { trend: { ...window, observed: [], unit: "m/s" } } }],
];
export const band = ({ name }: Readonly<Record<string, unknown>>): BandFacts[] => [{ heading: `${typeof name === "string" ? name : "广州"}雨风`, note: "逐时", standing: "昨日 14:00", state: "stale" }];
