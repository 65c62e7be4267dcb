import type { AlertRecord, AlertWaits } from "../../model/records.ts";
import { parseTime } from "../../model/time.ts";
import { minutesWord, t } from "./shelve-words.ts";

/** What still waits on an alert at server time `now`: one that has expired is told by nobody. */
export const waitsOn = ({ waits }: Pick<AlertRecord, "waits">, now: number): AlertWaits | undefined => (waits && (parseTime(waits.expiresAt) ?? 0) > now ? waits : undefined);
/** Those that wait for somebody come before all that does not run out in a minute. */
export const waitingFirst = <A extends Pick<AlertRecord, "waits">>(alerts: readonly A[], now: number): readonly A[] => {
  const waiting = alerts.filter((a) => waitsOn(a, now));
  return waiting.length === 0 ? alerts : [...waiting, ...alerts.filter((a) => !waiting.includes(a))];
};
/** Who asks for what, and why. */
export function askedWords(waits: AlertWaits, nameOf: (account: string) => string): string {
  const said = { who: nameOf(waits.by), why: waits.reason };
  if (waits.kind === "alert.shelve") return t("{who} 申请搁置 {d}：{why}", { ...said, d: minutesWord(waits.minutes) });
  return waits.kind === "alert.close" ? t("{who} 申请关闭（数据中断）：{why}", said) : t("{who} 申请停用：{why}", said);
}
