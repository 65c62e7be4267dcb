import "../kit/link-notice.ts";
import "../kit/situation-banner.ts";
import "./response-strip.ts";
import "./time-here.ts";
import { html, nothing } from "lit";
import { ROLE_WORDS } from "../../model/account.ts";
import { inWords, language, speak } from "../kit/language.ts";
import type { Names } from "../kit/names.ts";
import type { Session } from "../kit/session.ts";
import type { Drill } from "./drill.ts";
import { t as keysWords } from "./keys-words.ts";
import { levelWord, t } from "./words.ts";

interface Strip {
  readonly drill: Drill;
  readonly names: Names;
  readonly session: Session;
  readonly isLinked: boolean;
  /** Somebody asks for what waits for a second person: for the response of a region, or, with null, for all of it. */
  readonly decide: (region: string | null) => void;
  readonly keys: () => void;
}

/** The strip above the desk: the way from the seat's region to the place, what world it is, and who sits here. */
export function top({ drill, names, session, isLinked, decide, keys }: Strip) {
  const other = language() === "zh" ? "en" : "zh";
  const crumbs = drill.crumbs;
  return html`<button class="up" aria-label=${t("返回上一级")} ?disabled=${crumbs.length < 2} @click=${() => void drill.up()}>‹</button>
      <nav class="crumbs" aria-label=${t("层级")}><ol>${crumbs.map((code, i) => {
        const name = names.of(code);
        return i === crumbs.length - 1
          ? html`<li aria-current="location">${name}<span class="level">${levelWord(drill.focus.level)}</span></li>`
          : html`<li><button class="plain" data-region=${code} @click=${() => void drill.to(code)}>${name}</button></li>`;
      })}</ol></nav>
      <wall-situation></wall-situation>
      <console-response-strip .region=${drill.focus.code} @open=${(e: CustomEvent<string | null>) => decide(e.detail)}></console-response-strip>
      <div class="who">
        <button class="help" aria-label=${keysWords("键盘")} aria-keyshortcuts="?" aria-haspopup="dialog" data-opens="keys" @click=${keys}>?</button>
        <button lang=${other} @click=${() => speak(other)}>${other === "en" ? "English" : "中文"}</button>
        <span class="seat">${inWords(ROLE_WORDS[session.role])}<br /><span class="second">${names.of(session.region)}</span></span>
        <console-time></console-time>
        ${isLinked ? html`<wall-link-notice></wall-link-notice>` : nothing}
      </div>`;
}
