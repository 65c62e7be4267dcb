import { html, nothing } from "lit";
import { WALLS } from "../../layouts/shelf.ts";
import { legalOnAlert } from "../../model/alert.ts";
import { displayOf } from "../../model/display.ts";
import { asOf } from "../../model/moments.ts";
import { CODE_WORDS, FAULT_WORDS, faultOf, packOf } from "../../model/pack-fact.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import type { AlertRecord } from "../../model/records.ts";
import { LEVELS, type RegionCode } from "../../model/region.ts";
import { isDefaultThreshold, type Rule } from "../../model/rule.ts";
import { parseTime } from "../../model/time.ts";
import type { Act } from "../kit/act.ts";
import { inWords, language } from "../kit/language.ts";
import { levelShape } from "../kit/level-shape.ts";
import type { Names } from "../kit/names.ts";
import type { IndicatorView, TopicView } from "../kit/reads.ts";
import type { Session } from "../kit/session.ts";
import { askedWords, waitsOn } from "./alert-waits.ts";
import { chatterWords, coverWords, foundThen } from "./alert-words.ts";
import { t as remarkWords } from "./duty/remark-words.ts";
import { t as shelveWords } from "./shelve-words.ts";
import { alertWord, t } from "./words.ts";

/** What lies between a county and the place is not named. */
const AS_FAR_AS = LEVELS.indexOf("county") + 1;

/** What a row knows of its list, and what is done from it. */
export interface RowDesk {
  readonly names: Names;
  readonly session: Session;
  readonly indicators: ReadonlyMap<string, IndicatorView>;
  readonly rules: readonly Rule[];
  readonly topics: readonly Pick<TopicView, "id" | "title">[];
  readonly act: Act;
  /** The situation's time, as the wall tells it: in a drill the people's clock says nothing of when the wind comes. */
  readonly simNow: number;
  readonly serverNow: number;
  readonly isOneTime: boolean;
  /** Whether this seat has acknowledged it a moment ago. */
  hasTaken(alert: string): boolean;
  acknowledge(alert: AlertRecord): void;
  shelve(alert: string): void;
  remark(alert: string): void;
  report(alert: AlertRecord): void;
  open(incident: string): void;
  again(): void;
}
type Known = Pick<RowDesk, "names" | "session" | "indicators" | "topics">;

/** Where it was found, in the reader's language. */
export const placeWords = (a: AlertRecord, desk: Known): string => (language() === "en" ? pathOf(a, desk) : placeOf(a));
/** What was found there, by its indicator or by the part of the house that it speaks of. */
export function titleOf(a: Pick<AlertRecord, "indicator" | "indicatorTitle" | "rule">, { topics, indicators }: Pick<Known, "topics" | "indicators">): string {
  const pack = packOf(a.indicator);
  const fault = faultOf(a);
  if (pack !== null) return `${inWords(topics.find(({ id }) => id === pack)?.title ?? { zh: pack, en: pack })} ${inWords(fault ? FAULT_WORDS[fault] : CODE_WORDS)}`;
  const glass = displayOf(a.indicator);
  if (glass) return t("{wall} 显示屏 {n} 黑屏", { wall: inWords(WALLS.get(glass.wall)?.title ?? { zh: glass.wall, en: glass.wall }), n: glass.n });
  const indicator = indicators.get(a.indicator);
  return indicator ? inWords(indicator.title) : a.indicatorTitle;
}

/**
 * One alert of a queue: what was found, how it stands, what can be done about it.
 * @param above the region that it holds for, where that is not the one looked at
 */
export function alertRow(a: AlertRecord, desk: RowDesk, above?: RegionCode) {
  const { rights } = desk.session;
  const nameOf = (account: string): string => desk.names.post(account);
  const indicator = desk.indicators.get(a.indicator);
  const fault = packOf(a.indicator) === null ? undefined : faultOf(a);
  const byDefault = isDefaultThreshold({ source: a.source });
  const standard = desk.rules.find(({ id }) => id === a.rule)?.says;
  const at = parseTime(a.simAt);
  const facts = [
    ...(fault === undefined ? [foundThen(a, indicator, desk.simNow)] : fault === "flood" || a.value === 0 ? [] : [t("第 {n} 次停用", { n: a.value })]),
    ...(byDefault ? [t("默认阈值")] : []),
    ...(a.chatter ? [chatterWords(a.chatter, desk.isOneTime)] : []),
    ...(a.sourceDown ? [`✕ ${t("数据中断")}`] : []),
    a.state === "acknowledged" && a.ackBy ? t("{who} 已确认", { who: nameOf(a.ackBy) }) : a.cover ? coverWords(a.cover, nameOf, desk.isOneTime) : alertWord(a.state),
    ...(a.assignedTo === undefined ? [] : [t("交 {who}", { who: nameOf(a.assignedTo) })]),
  ];
  const waits = waitsOn(a, desk.serverNow);
  const said = a.comments?.at(-1);
  const made = a.quality ? html`<span class="tag">${inWords(QUALITY_TAG[a.quality])}</span> ` : nothing;
  return html`<li data-alert=${a.id} data-state=${a.state} data-severity=${a.severity} data-above=${above ?? nothing} tabindex="-1">
    ${levelShape(a.severity, "hollow")}
    <div class="what">
      <p class="head"><strong>${placeWords(a, desk)}</strong> ${titleOf(a, desk)} <span class="found">${t("研判")}</span></p>
      <p class="second facts">${facts.map((each, i) => html`<span>${i === 0 ? made : nothing}${each}${i < facts.length - 1 ? "\u00a0·" : nothing}</span> `)}</p>
      ${byDefault ? nothing : html`<p class="quiet">${a.says ? t("{says}，系统研判，未发布", { says: standard ? inWords(standard) : a.says }) : html`${t("依据：")}<span lang="zh-CN">${a.source}</span>`}</p>`}
      ${said ? html`<p class="second said">${t("{who}：", { who: nameOf(said.actor) })}<span lang="zh-CN">${said.text}</span>${a.comments!.length > 1 ? ` · ${t("共 {n} 条备注", { n: a.comments!.length })}` : nothing}</p>` : nothing}
    </div>
    <span class="time">${at === null ? "" : asOf(at, desk.simNow, 0, language())}</span>
    <div class="acts">
      ${answers(a, desk)}
      ${a.incident
        ? html`<button data-opens="incident" @click=${() => desk.open(a.incident!)}>${t("打开事件")}</button>`
        : rights.includes("report")
          ? html`<button data-opens="incident.report" @click=${() => desk.report(a)}>${t("转为事件")}</button>`
          : nothing}
      ${rights.includes("shelve") && legalOnAlert(a).includes("alert.shelve") && !waits ? html`<button data-opens="alert.shelve" aria-haspopup="dialog" @click=${() => desk.shelve(a.id)}>${shelveWords("搁置")}</button>` : nothing}
      ${rights.includes("acknowledge") ? html`<button data-opens="alert.remark" aria-haspopup="dialog" @click=${() => desk.remark(a.id)}>${remarkWords("备注")}</button>` : nothing}
    </div>
    ${waits ? html`<console-decide .command=${waits.command} .by=${waits.by} .expiresAt=${waits.expiresAt} .what=${askedWords(waits, nameOf)} @expired=${() => desk.again()}></console-decide>` : nothing}
  </li>`;
}
/** What this seat may answer with one touch, as the alert stands. */
function answers(a: AlertRecord, { session: { rights, account }, act, hasTaken, acknowledge }: RowDesk) {
  const button = (kind: "alert.acknowledge" | "alert.unacknowledge" | "alert.unshelve" | "alert.putBack", word: string, does: () => unknown) => html`<button data-command=${kind} ?disabled=${act.busy !== null} @click=${() => void does()}>${word}</button>`;
  if (rights.includes("acknowledge") && (a.state === "unacknowledged" || a.state === "returned")) return button("alert.acknowledge", t("确认"), () => acknowledge(a));
  // A slip of the finger, while the row still stands where it was touched.
  if (a.state === "acknowledged" && a.ackBy === account && hasTaken(a.id)) return button("alert.unacknowledge", t("撤回确认"), () => act.do("alert.unacknowledge", { alert: a.id }));
  if (a.state === "shelved" && rights.includes("shelve")) return button("alert.unshelve", t("取消搁置"), () => act.do("alert.unshelve", { alert: a.id }));
  if (a.state === "outOfService" && rights.includes("shelveLong")) return button("alert.putBack", t("恢复使用"), () => act.do("alert.putBack", { alert: a.id }));
  return nothing;
}
/** Zhanjiang Leizhou City Wushi Town, from the city down as far as the reader sees; each name once. */
function pathOf({ place, within }: AlertRecord, { names, session }: Known): string {
  const above = within.slice(Math.max(1, within.indexOf(session.region)), AS_FAR_AS).filter((code) => code !== place);
  return [...new Set([...above, place].map((code) => names.of(code)))].join(" ");
}
/** 湛江市 雷州市 乌石镇: an area's own name is not said twice. */
const placeOf = ({ areaName, placeName }: AlertRecord): string => (areaName.split(" ").includes(placeName) ? areaName : `${areaName} ${placeName}`);

