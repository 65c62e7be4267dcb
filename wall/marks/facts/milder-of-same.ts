import type { AlertRecord } from "../../../model/records.ts";

type Found = Pick<AlertRecord, "indicator" | "place" | "says" | "severity">;
/** 达到台风橙色预警标准 and 达到台风蓝色预警标准 are one danger, and so are two levels of one indicator. */
const dangersOf = ({ indicator, says }: Found): readonly string[] => [indicator, ...(/[红橙黄蓝]色/.test(says) ? [says.replace(/[红橙黄蓝]色/g, "")] : [])];

/** True where findings say no more than that places already told of meet a milder standard of the same danger, too. */
export function milderOfSame(milder: readonly Found[], graver: readonly Found[]): boolean {
  return milder.length > 0 && milder.every((a) => graver.some((b) => b.place === a.place && b.severity <= a.severity && dangersOf(a).some((danger) => dangersOf(b).includes(danger))));
}
