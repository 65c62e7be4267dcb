import { html, nothing } from "lit";
import { LIMIT_WORDS, type LimitName, type LimitsPassed } from "../../../model/limit.ts";
import { NOTICE_WITHIN_MS } from "../../../model/notice.ts";
import { RUNGS, type Ladder, type Rung, type Task } from "../../../model/task.ts";
import { clockText, DAY, parseTime } from "../../../model/time.ts";
import { inWords } from "../../kit/language.ts";
import { t } from "./words.ts";

const WORD: Readonly<Record<Rung, Parameters<typeof t>[0]>> = { sent: "已发", delivered: "送达", seen: "已读", accepted: "接令", arrived: "到场", handling: "处置", finished: "办结", checked: "核查" };
export interface RungTold {
  readonly rung: Rung;
  readonly words: string;
  /** Empty where it has not been reached, or nobody said when. */
  readonly at: string;
}
/** The rungs of an order as far as it has come; of what is ahead, none. A rung that was passed over unsaid is left out: nobody said that it was reached. */
export const rungsOf = (ladder: Ladder | undefined): readonly RungTold[] =>
  RUNGS.flatMap((rung) => {
    const at = parseTime(ladder?.[rung]);
    return at === null ? [] : [{ rung, words: t(WORD[rung]), at: clockText(at) }];
  });
/** Limits that run and have passed a step, the worst first. */
export const passedOf = (limits: LimitsPassed | undefined): readonly { readonly words: string; readonly percent: number }[] =>
  (Object.entries(limits ?? {}) as [LimitName, number][]).toSorted(([, a], [, b]) => b - a).map(([name, percent]) => ({ words: t("{limit} {n}%", { limit: inWords(LIMIT_WORDS[name]), n: percent }), percent }));

/** Limits that were passed, as blocks: white from their end on. */
export const limitsLine = ({ limits, missed }: { readonly limits?: LimitsPassed; readonly missed?: number }) => {
  const passed = passedOf(limits);
  return passed.length === 0 && !missed ? nothing : html`<span class="limits-run" aria-label=${t("限时")}>${passed.map(({ words, percent }) => html`<span class=${percent >= 100 ? "limit over" : "limit"} data-percent=${percent}>${words}</span>`)}${(missed ?? 0) > 1 ? html`<span class="limit over">${t("连续 {n} 次超时", { n: missed! })}</span>` : nothing}</span>`;
};
/** How far an order has come, and what it was told to do. */
export function ladderLine(task: Task) {
  const steps = task.steps ?? [];
  return html`<p class="ladder" aria-label=${t("进度")}>${rungsOf(task.ladder).map(({ rung, words, at }) => html`<span data-rung=${rung}>${words} <time>${at}</time></span>`)}
    ${steps.length > 0 ? html`<span>${t("步骤 {n}/{of}", { n: steps.filter(({ doneAt }) => doneAt !== undefined).length, of: steps.length })}</span>` : nothing}${task.supervised ? html`<span>${t("督办 {n} 次", { n: task.supervised.times })}</span>` : nothing}${task.notice ? html`<span class="limit over" data-notice=${task.notice.times}>${t("应通报：该单位 {days} 天内督办 {n} 次", { days: NOTICE_WITHIN_MS / DAY, n: task.notice.times })}</span>` : nothing}${limitsLine(task)}</p>
    ${task.success ? html`<p class="quiet">${t("完成标准：{what}", { what: task.success })}</p>` : nothing}`;
}
