import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import type { ProfileData, ProfileRiver } from "./profile-data.ts";
import { DATUM_U, fall } from "./profile-fall.ts";
import { small } from "./profile-small.ts";
import { isAbove, type Words } from "./profile-words.ts";

export type { ProfileData, ProfileReservoir, ProfileRiver, ProfileStation } from "./profile-data.ts";
export const spec = { kind: "profile", minU: [76, 24], titled: true } as const;

const BETWEEN_U = { across: 2.5, down: 1.2 } as const;
/** Rivers under each other are as high at least. */
const ROW_U = 9.5;
/** A river in its fall above others: from this height on, with its name above it; the others in one row below. */
const LEAD_U = { from: 38, head: 1.9, others: 12.5, narrowest: 23 } as const;

/** Rivers along their way, with what stands at each gauge and reservoir against the limits that are its own. */
export function marks({ rivers, words, leads = false }: ProfileData, size: Size): Mark[] {
  const { u } = size;
  if (rivers.length === 1) return fall(rivers[0]!, words, size, size.height >= DATUM_U.from * u);
  const [lead, ...others] = rivers;
  const narrow = (size.width - (others.length - 1) * BETWEEN_U.across * u) / Math.max(1, others.length);
  if (leads && lead && size.height >= LEAD_U.from * u && narrow >= LEAD_U.narrowest * u) return ledBy(lead, others, words, size);
  const single = size.height >= (rivers.length * (ROW_U + 2.5) - BETWEEN_U.down) * u;
  const [columns, rows] = single ? [1, rivers.length] : [2, Math.ceil(rivers.length / 2)];
  const [width, height] = [(size.width - (columns - 1) * BETWEEN_U.across * u) / columns, (size.height - (rows - 1) * BETWEEN_U.down * u) / rows];
  return rivers.flatMap((river, i) => moved(small(river, words, { ...size, width, height }), (i % columns) * (width + BETWEEN_U.across * u), Math.floor(i / columns) * (height + BETWEEN_U.down * u)));
}
/** One river large, the others in a row below it: what a low reservoir or a gauge of theirs is from its datum still stands there. */
function ledBy(lead: ProfileRiver, others: readonly ProfileRiver[], words: Words, size: Size): Mark[] {
  const { u } = size;
  const [top, below] = [LEAD_U.head * u, size.height - LEAD_U.others * u];
  const width = (size.width - (others.length - 1) * BETWEEN_U.across * u) / others.length;
  return [
    { kind: "text", id: `${lead.name}.head`, text: lead.name, sizePx: TYPE_U.title * u, weight: 600, ink: "t1", x: 0, y: 1.25 * u },
    ...moved(fall(lead, words, { ...size, height: below - top - BETWEEN_U.down * u }, false), 0, top),
    ...others.flatMap((river, i) => moved(small(river, words, { ...size, width, height: LEAD_U.others * u }), i * (width + BETWEEN_U.across * u), below)),
  ];
}

/** Which stand above their limits, and of how many nothing is known. */
export function sentence({ rivers, words }: ProfileData): string {
  return rivers.map((river) => {
    const all = river.stations;
    const over = all.filter((station) => isAbove(station.over));
    const silent = all.filter(({ stageM }) => stageM === null).length;
    const full = river.reservoirs.filter((each) => isAbove(each.over));
    const nearest = all.filter(({ stageM }) => stageM !== null).sort((a, b) => b.over.truth!.value! - a.over.truth!.value!)[0];
    const of = over.length > 0 ? `${over.map((station) => `${station.name}${words.above} ${station.over.text} m`).join("、")}` : nearest ? `${all.length - silent} 站都在警戒以下，最近的 ${nearest.name} ${nearest.over.text} m` : "没有水位";
    return `${river.name}：${of}${full.length > 0 ? `，${full.map((each) => `${each.name}${words.aboveLimit} ${each.over.text} m`).join("、")}` : ""}${silent > 0 && nearest ? `，${silent} 站无数` : ""}。`;
  }).join("");
}
export const brief = (data: ProfileData): string => sentence({ ...data, rivers: data.rivers.slice(0, 2) });
