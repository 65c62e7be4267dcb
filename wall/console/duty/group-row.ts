import { html, nothing } from "lit";
import { asOf } from "../../../model/moments.ts";
import { QUALITY_TAG } from "../../../model/quality.ts";
import type { AlertGroupRecord, AlertRecord } from "../../../model/records.ts";
import { parseTime } from "../../../model/time.ts";
import { SEVERITY_WORDS, type Severity } from "../../../model/words.ts";
import { inWords, language } from "../../kit/language.ts";
import { levelShape } from "../../kit/level-shape.ts";
import { placeWords, titleOf, type RowDesk } from "../alert-row.ts";
import { foundThen } from "../alert-words.ts";
import { alertWord } from "../words.ts";
import { openIn, reachedBy, STANDINGS } from "./group-order.ts";
import { t } from "./words.ts";

const LEVELS: readonly Severity[] = [1, 2, 3, 4];

export interface GroupDesk extends Pick<RowDesk, "names" | "session" | "indicators" | "topics" | "serverNow" | "simNow"> {
  /** The one open member of a group, as far as it has been read: what was found there is said on the row. */
  only(group: AlertGroupRecord): AlertRecord | undefined;
  openGroup(id: string): void;
  acknowledgeGroup(group: AlertGroupRecord): void;
}
export const groupWords = (group: AlertGroupRecord, desk: Pick<GroupDesk, "names" | "indicators" | "topics">): string =>
  `${language() === "en" ? desk.names.of(group.area) : group.areaName} ${titleOf({ ...group, rule: "" }, desk)}`;

/**
 * One group of alerts: how many, how grave, where they stand, and how it grew. A touch opens its members.
 * @param isOpened it stands above its members
 */
export function groupRow(group: AlertGroupRecord, desk: GroupDesk, isOpened = false) {
  const { counts, bySeverity, gravest, chattering, newestAt } = group;
  const at = (time: string): string => asOf(parseTime(time)!, desk.serverNow, 0, language());
  const facts = [
    ...STANDINGS.filter((state) => counts[state] > 0).map((state) => `${alertWord(state)} ${counts[state]}`),
    ...(chattering > 0 ? [t("抖动 {n}", { n: chattering })] : []),
  ];
  const levels = LEVELS.filter((level) => bySeverity[level] > 0).map((level) => t("{level} {n}", { level: inWords(SEVERITY_WORDS[level]), n: bySeverity[level] }));
  const mayAcknowledge = desk.session.rights.includes("acknowledge") && reachedBy(group).most > 0;
  const only = isOpened ? undefined : desk.only(group);
  const where = [...levels, grown(group, at)].filter(Boolean);
  const lines = only ? [found(only, desk), [...facts, ...where].join(" · ")] : [facts.join(" · "), where.join(" · ")];
  const words = html`<span class="head"><strong>${groupWords(group, desk)}</strong> <span class="many">${t("{n} 条", { n: openIn(group) })}</span></span>
      ${lines.map((line) => html`<span class="second facts">${line}</span>`)}`;
  return html`<li data-group=${group.id} data-heading=${isOpened ? "" : nothing} data-gravest=${gravest ?? nothing} data-asks=${counts.unacknowledged + counts.returned} tabindex="-1">
    ${gravest === null ? html`<span class="level"></span>` : levelShape(gravest, "hollow")}
    ${isOpened ? html`<div class="what">${words}</div>` : html`<button class="plain what" data-opens="group" @click=${() => desk.openGroup(group.id)}>${words}</button>`}
    <span class="time">${at(newestAt)}</span>
    <div class="acts">${mayAcknowledge ? html`<button data-opens="alert.acknowledgeGroup" aria-haspopup="dialog" @click=${() => desk.acknowledgeGroup(group)}>${t("确认整组")}</button>` : nothing}</div>
  </li>`;
}
/** Where, and by how much, as on the row of the alert itself. */
function found(alert: AlertRecord, desk: GroupDesk) {
  return html`<span>${placeWords(alert, desk)} · ${alert.quality ? html`<span class="tag">${inWords(QUALITY_TAG[alert.quality])}</span> ` : nothing}${foundThen(alert, desk.indicators.get(alert.indicator), desk.simNow)}</span>`;
}
/** Why a desk was last told of it; a group that was told once, when it began, only says since when. */
function grown({ told }: AlertGroupRecord, at: (time: string) => string): string {
  if (told === null) return "";
  if (told.why === "again") return t("{at} 再次提示：尚无人处置", { at: at(told.at) });
  if (told.why === "graver") return t("{at} 加重", { at: at(told.at) });
  return told.why === "grown" ? t("上次提示 {at}（{n} 条）", { at: at(told.at), n: told.size }) : t("{at} 起", { at: at(told.at) });
}
