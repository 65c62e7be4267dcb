import { GOALS, type AlarmLoad } from "../../../model/alarm-load.ts";

/** A goal of the load of alarms, and whether it is met; null = nothing asked, so nobody can tell. */
export interface Goal {
  readonly id: "told" | "priority" | "older" | "flood" | "topTen";
  readonly met: boolean | null;
}
/** A share of a goal that is a rule of thumb (about 5 and 15 %) may be exceeded by half of it before it is not met. */
const ABOUT = 1.5;
/** Ten minutes of a day. */
const TENS = 144;

/** The picture of a quiet day shows where a flood would begin; that of a storm is cut. */
const [LOWEST, HIGHEST] = [GOALS.floodFrom + 2, 40];

/** What of governance f2 is met over the last day. */
export function goalsOf(load: AlarmLoad): readonly Goal[] {
  const { told, redPercent, orangePercent, olderThanDay, floodPercent, topTenPercent } = load;
  return [
    { id: "told", met: told <= TENS * GOALS.perTenMin },
    { id: "priority", met: redPercent === null || orangePercent === null ? null : redPercent <= GOALS.redPercent * ABOUT && orangePercent <= GOALS.orangePercent * ABOUT },
    { id: "flood", met: floodPercent < GOALS.floodPercent },
    { id: "older", met: olderThanDay < GOALS.olderThanDay },
    { id: "topTen", met: topTenPercent === null ? null : topTenPercent < GOALS.topTenPercent },
  ];
}
/** Of a picture of the day: the number at its upper edge. What is more is cut there and bears its number. */
export function topOf({ tenMinutes }: Pick<AlarmLoad, "tenMinutes">): number {
  const most = Math.max(0, ...tenMinutes.map(({ asked, told }) => Math.max(asked, told)));
  return Math.min(HIGHEST, Math.max(LOWEST, most));
}
export const percentText = (percent: number | null): string => (percent === null ? "—" : `${percent}%`);
/** Rest of the mix, as told: the three are one whole. */
export const restPercent = ({ redPercent, orangePercent }: Pick<AlarmLoad, "redPercent" | "orangePercent">): number | null =>
  redPercent === null || orangePercent === null ? null : Math.round((100 - redPercent - orangePercent) * 10) / 10;
