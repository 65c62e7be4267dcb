import "./page.css";
import "./pair-display.ts";
import "./sign-in.ts";
import { WALLS } from "../../layouts/shelf.ts";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ROLE_WORDS } from "../../model/account.ts";
import type { SituationInfo } from "../../model/situation.ts";
import { controls } from "../kit/controls.ts";
import { dictionary, inWords, recallLanguage, language, speak, Speaks } from "../kit/language.ts";
import { Reads } from "../kit/reads.ts";
import type { Session } from "../kit/session.ts";
import { themeOf, wear } from "./theme.ts";

const t = dictionary({
  观澜: "Guanlan", "省域治理态势墙": "Situation wall for provincial governance",
  "演示系统：数据为历史记录或模拟数据，不得用于真实处置。": "Demonstration system: historical or simulated data, not for real response.",
  大屏: "Walls", 工作台: "Workspaces", 触控台: "Console", 处置端: "Field page", "显示屏 {n}": "Display {n}", "已登录：{who}": "Signed in: {who}",
  指标字典: "Dictionary of indicators", 退出: "Sign out", 实况: "Live", "整幅": "whole wall", "其他房间的大屏 · {n}": "Walls of other rooms · {n}",
});

/** The walls of the house itself, as they are offered first (CONTRACT §1). */
const HOUSE_WALLS: readonly string[] = ["main", "live"];

/** As `GET /walls` lists it; displays are numbered from 1 in their order. */
interface WallView {
  readonly id: string;
  readonly displays: readonly unknown[];
}

/** The start page: who you are, and where to go. */
@customElement("wall-home")
export class HomePage extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; max-width: 1180px; margin: 0 auto; padding: 48px 32px 64px; font-size: 18px; --target: 56px; }
      header { display: flex; align-items: baseline; gap: 20px; flex-wrap: wrap; margin-bottom: 12px; }
      h1 { font-size: 44px; font-weight: 600; letter-spacing: 0.04em; }
      .notice { border: 1px dashed var(--w2); color: var(--w1); padding: 10px 16px; margin: 12px 0 36px; }
      .lang { margin-inline-start: auto; }
      .columns { display: grid; grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr); gap: 48px; }
      @media (max-width: 900px) {
        :host { padding: 24px 20px 48px; }
        h1 { font-size: 32px; }
        .columns { grid-template-columns: minmax(0, 1fr); gap: 16px; }
        .signed-in nav { order: -1; }
      }
      section { border-top: 2px solid var(--hair2); padding-top: 16px; margin-bottom: 32px; }
      h2 { font-size: 20px; font-weight: 600; margin-bottom: 12px; }
      nav li { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin-bottom: 12px; }
      details { border-top: 2px solid var(--hair2); padding-top: 16px; }
      summary { min-height: 48px; display: list-item; align-content: center; cursor: pointer; font-size: 20px; font-weight: 600; }
      nav li > span { flex-basis: 100%; color: var(--t2); }
    `,
  ];
  @state() private session: Session | null = null;
  @state() private regionName = "";
  @state() private walls: readonly WallView[] | null = null;
  @state() private situations: readonly Pick<SituationInfo, "id" | "title">[] = [];
  private reads = new Reads();

  constructor() {
    super();
    new Speaks(this);
  }
  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }
  private async look(): Promise<void> {
    this.reads = new Reads();
    this.session = await this.reads.session().catch(() => null);
    // The administrators of system and security and the auditor read nothing of all that.
    if (!this.session?.rights.includes("read")) {
      this.regionName = this.session?.region ?? "";
      return;
    }
    const none = { items: [] };
    const [region, walls, situations] = await Promise.all([
      this.reads.region(this.session.region).catch(() => null),
      this.reads.get<{ items: WallView[] }>("/walls").catch(() => null),
      this.reads.get<{ items: SituationInfo[] }>("/situations").catch(() => none),
    ]);
    this.regionName = region ? inWords({ zh: region.name, en: region.nameEn }) : this.session.region;
    this.walls = walls?.items ?? null;
    this.situations = situations.items;
  }
  private signedIn(role: string): void {
    const next = new URLSearchParams(location.search).get("next");
    if (next && /^\/(?![/\\])/.test(next)) location.assign(next);
    else if (role === "unit") location.assign("/field?situation=storm");
    else void this.look();
  }
  private async signOut(): Promise<void> {
    await fetch("/api/v1/session", { method: "DELETE" }).catch(() => null);
    this.session = null;
    this.walls = null;
  }
  override render() {
    // Before anybody has signed in nothing is known of the house but its own two walls.
    const walls = this.walls ? this.walls.map((w) => ({ id: w.id, ns: w.displays.map((_, i) => i + 1) })) : [{ id: "main", ns: [1, 2, 3] }, { id: "live", ns: [1] }];
    const own = HOUSE_WALLS.flatMap((id) => walls.filter((w) => w.id === id));
    const others = walls.filter(({ id }) => !HOUSE_WALLS.includes(id));
    const situations = this.situations.length > 0 ? this.situations : [{ id: "storm", title: { zh: "演练", en: "Drill" } }, { id: "live", title: { zh: "实况", en: "Live" } }];
    const other = language() === "zh" ? "en" : "zh";
    return html`<main>
      <header><h1>${t("观澜")}</h1><p class="second">${t("省域治理态势墙")}</p>
        <button class="lang" lang=${other} @click=${() => speak(other)}>${other === "en" ? "English" : "中文"}</button></header>
      <p class="notice">${t("演示系统：数据为历史记录或模拟数据，不得用于真实处置。")}</p>
      <div class=${this.session ? "columns signed-in" : "columns"}>
        <div>
          ${this.session && this.session.role !== "device"
            ? html`<section><h2>${t("已登录：{who}", { who: `${inWords(ROLE_WORDS[this.session.role])} · ${this.regionName}` })}</h2>
                <button @click=${() => void this.signOut()}>${t("退出")}</button></section>`
            : nothing}
          ${this.session?.rights.includes("devices") ? html`<section><wall-pair-display></wall-pair-display></section>` : nothing}
          <wall-sign-in @signed-in=${(e: CustomEvent<{ role: string }>) => this.signedIn(e.detail.role)}></wall-sign-in>
        </div>
        <nav>
          ${own.length === 0 ? nothing : html`<section aria-labelledby="walls"><h2 id="walls">${t("大屏")}</h2><ul>${own.map(wallLinks)}</ul></section>`}
          <section aria-labelledby="work"><h2 id="work">${t("工作台")}</h2><ul>
            ${situations.map((s) => html`<li><span>${inWords(s.title)}</span><a class="button" href=${`/console?situation=${s.id}`}>${t("触控台")}</a>
              <a class="button" href=${`/field?situation=${s.id}`}>${t("处置端")}</a></li>`)}
            ${this.walls ? html`<li><a class="button" href="/dictionary">${t("指标字典")}</a></li>` : nothing}
          </ul></section>
          ${others.length === 0 ? nothing : html`<details><summary>${t("其他房间的大屏 · {n}", { n: others.length })}</summary><ul>${others.map(wallLinks)}</ul></details>`}
        </nav>
      </div>
    </main>`;
  }
}
interface WallLinks {
  readonly id: string;
  readonly ns: readonly number[];
}
const wallLinks = ({ id, ns }: WallLinks) => html`<li><span>${nameOf(id)}</span><a class="button" href=${`/wall/${id}`}>${t("整幅")}</a>
  ${ns.length > 1 ? ns.map((n) => html`<a class="button" href=${`/wall/${id}/${n}`}>${t("显示屏 {n}", { n })}</a>`) : nothing}</li>`;
/** A wall by its title; by its id where this page knows no file of it. */
const nameOf = (id: string): string => {
  const wall = WALLS.get(id);
  return wall ? inWords(wall.title) : id;
};

recallLanguage();
wear(themeOf(new URLSearchParams(location.search), "graphite"), 16);
Object.assign(document.documentElement.dataset, { situation: "live", tick: "0", epoch: "0", link: "down", mode: "routine" });
document.body.append(document.createElement("wall-home"));
