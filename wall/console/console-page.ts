import "../kit/link-notice.ts";
import "../kit/situation-banner.ts";
import "../kit/stage-ground.ts";
import "../panels/map/drill-map.ts";
import "./alerts.ts";
import "./announcer.ts";
import "./incident.ts";
import "./incidents.ts";
import "./lineage.ts";
import "./regions.ts";
import "./report.ts";
import "./response-strip.ts";
import "./responses.ts";
import "./search.ts";
import "./site.ts";
import "./situations.ts";
import "./time-here.ts";
import "./hand-map.ts";
import "./wall-bar.ts";
import { consume, ContextProvider } from "@lit/context";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { ROLE_WORDS } from "../../model/account.ts";
import { amount } from "../../model/numerals.ts";
import { isNotActual, QUALITY_TAG, sharedQuality } from "../../model/quality.ts";
import type { Stop } from "../../model/ports.ts";
import type { AlertRecord } from "../../model/records.ts";
import type { Level } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { Cell, Site } from "../../model/sample.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { SituationInfo } from "../../model/situation.ts";
import { unitOf } from "../../model/units.ts";
import { linkContext, readsContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { inWords, language, speak, Speaks } from "../kit/language.ts";
import { LongPress } from "../kit/long-press.ts";
import { Names } from "../kit/names.ts";
import { Pulse } from "../kit/pulse.ts";
import type { FoundView, IndicatorView, Reads, RegionView, TopicView } from "../kit/reads.ts";
import { Select, type Reader } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { runsDown } from "../kit/still-to-come.ts";
import { classInks, classWords, colouredBy, isNone, roundUp } from "../panels/map/breaks.ts";
import { gapWords } from "../panels/map/gaps.ts";
import { NO_POINTS, pointChoices, pointsShown, type PointChoice } from "../panels/map/point-choices.ts";
import { addressAt, addressLaying, addressShowing, placeIn } from "./address.ts";
import { Drill } from "./drill.ts";
import { coverageLine, timeLine, timeLook } from "./figures-line.ts";
import { figuresTime } from "./figures-time.ts";
import { cellsWithin, figuresFor, reaches, type PlacedFigure } from "./figures.ts";
import { railOf } from "./layers.ts";
import { page } from "./page-look.ts";
import { t as responseWords } from "./response-words.ts";
import { t as searchWords } from "./search-words.ts";
import { kindWord } from "./situation-words.ts";
import { spectator, steering } from "./steering.ts";
import { levelWord, t } from "./words.ts";

/** A number that is taken apart. */
type Asked = { readonly indicator: string; readonly place: string };
const SHOWN_FIGURES = 4;
/** A code has twelve digits at most; of what is longer, its beginning is enough to know it by. */
const LONGEST_CODE = 16;
/** Smallest type of this display, px, as the page wears it. */
const unit = (): number => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--u")) || 16;

/** The leader's and the duty officer's console: drill by touch from province to village, queues, incidents, orders. */
@customElement("console-page")
export class ConsolePage extends LitElement {
  static override styles = [controls, page, timeLook];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  /** The place that is looked at, for readers of the page. */
  @property({ reflect: true }) place = "";
  @state() private topics: readonly TopicView[] = [];
  @state() private layer = "";
  /** The points that somebody laid over the map; empty = what the indicator has of itself. */
  @state() private points = "";
  @state() private sites: readonly Site[] = [];
  /** The site that was found: it bears a ring. */
  @state() private found: { readonly id: string; readonly name: string; readonly at: LonLat } | null = null;
  @state() private right: { show: "queues" } | { show: "incident"; id: string } | { show: "report"; alert: AlertRecord | null } = { show: "queues" };
  @state() private drill: Drill | null = null;
  /** Why the page does not show what its address asked for. */
  @state() private astray = "";
  /** The sheet above the page: the menu of situations, or one number taken apart. */
  /** The wall on which a hand draws; empty = none does. */
  @state() private hand = "";
  @state() private sheet: "situations" | "responses" | "search" | Asked | { readonly site: { readonly id: string; readonly name: string; readonly region: string } } | null = null;
  /** A scene that was found: the wall is directed with it. */
  @state() private scene = "";
  private replayed = false;
  private rules: readonly Rule[] = [];
  private indicators: ReadonlyMap<string, IndicatorView> = new Map();
  private stops: Stop[] = [];
  private restWaits = false;
  /** The place that the map and the queues show: the one that is looked at, a frame later. */
  @state() private followed: RegionView | undefined;
  /** Whether the place of the address was looked for. */
  private opened = false;
  private readonly names = new Names(this);
  private readonly numbers = new Select(this, (s) => this.read(s));
  private readonly incidents = new Select(this, (s) => s.incidents(this.session.region));

  /** What whoever sits here may do in this world. */
  private readonly seat = new ContextProvider(this, { context: sessionContext });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new LongPress(this, (number) => this.takeApart(number));
  }
  protected override firstUpdated(): void {
    void this.open();
    // On the whole page: the button that was pressed may be gone, and the focus with it.
    const pressed = (e: KeyboardEvent) => this.pressed(e);
    const travelled = () => void this.follow();
    addEventListener("keydown", pressed);
    addEventListener("popstate", travelled);
    this.stops = [() => removeEventListener("keydown", pressed), () => removeEventListener("popstate", travelled), this.link.onSituations(() => this.requestUpdate()), this.link.onState(() => this.requestUpdate())];
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
  }
  private async open(): Promise<void> {
    const [topics, root] = await Promise.all([this.reads.topics().catch(() => []), this.reads.region(this.session.region)]);
    this.topics = topics;
    this.rules = topics.flatMap((topic) => topic.rules ?? []);
    this.indicators = new Map(topics.flatMap((topic) => topic.indicators.map((i) => [i.id, i] as const)));
    // Points come when they come: what people look at first does not wait for them.
    void this.reads.sites().then((sites) => (this.sites = sites), () => {});
    this.drill = new Drill(this.reads, root, () => this.arrived());
    this.place = root.code;
    await this.follow();
    this.opened = true;
    this.requestUpdate();
  }
  /** Somebody went somewhere: one step of the browser's history, so that Back, Forward and a reload find it again. */
  private arrived(): void {
    this.place = this.drill?.focus.code ?? this.session.region;
    this.astray = "";
    if ((placeIn(location.search) ?? this.session.region) !== this.place) history.pushState(null, "", this.addressOf(addressAt(location.search, this.place, this.session.region)));
    this.requestUpdate();
  }
  /** Goes where the address says. What it asks for and this seat cannot see is told, and the address then says what is shown. */
  private async follow(): Promise<void> {
    this.layer = new URLSearchParams(location.search).get("indicator") ?? "";
    this.points = new URLSearchParams(location.search).get("points") ?? "";
    const asked = placeIn(location.search) ?? this.session.region;
    const going = asked === this.place ? "there" : await this.drill!.to(asked);
    if (going === "there" || going === "overtaken") return;
    if (going === "unknown") history.replaceState(null, "", this.addressOf(addressAt(location.search, this.place, this.session.region)));
    const facts = { code: asked.slice(0, LONGEST_CODE), place: this.names.of(this.place) };
    this.astray = going === "unknown" ? t("地址里的区域 {code} 不存在，或不在本席位辖区；现在显示{place}", facts) : t("区域 {code} 没有取到，请重试；现在显示{place}", facts);
  }
  private addressOf(search: string): string {
    return `${location.pathname}${search}`;
  }
  private choose(indicator: string): void {
    this.layer = indicator;
    history.replaceState(null, "", this.addressOf(addressShowing(location.search, indicator)));
  }
  private lay(points: string): void {
    this.points = points;
    history.replaceState(null, "", this.addressOf(addressLaying(location.search, points)));
  }
  private get choices(): readonly PointChoice[] {
    return pointChoices(this.topics, this.sites);
  }
  private get info(): SituationInfo | undefined {
    return this.link.situations.find((s) => s.id === this.situation);
  }
  private get rail(): readonly IndicatorView[] {
    return railOf(this.info?.feed ?? "", this.indicators);
  }
  private get measured(): IndicatorView | undefined {
    return this.indicators.get(this.layer) ?? this.rail[0];
  }

  /**
   * Numbers of the region, of its children, and of the level below them: what a tap will ask for is here already. Until
   * a region's own slice has come, the one above it shows the same numbers.
   */
  private read(s: Reader): { children: ReadonlyMap<string, Cell>; figures: readonly PlacedFigure[] } {
    const { drill, measured } = this;
    if (!drill || !measured) return { children: new Map(), figures: [] };
    const { current, focus } = drill;
    const root = this.session.region;
    const level = current.children[0]?.level;
    const children = level && reaches(measured, level) ? cellsWithin(s, measured.id, current, level, root) : new Map<string, Cell>();
    const below = level && LEVEL_BELOW[level];
    if (below && reaches(measured, below)) s.cells(measured.id, current.code, below);
    const shown = this.rail.slice(0, SHOWN_FIGURES);
    for (const each of shown) if (level && reaches(each, level)) s.cells(each.id, current.code, level);
    const above = [current, ...focus.path.flatMap((code) => this.reads.regionNow(code) ?? [])].filter(({ code }) => focus.path.includes(code));
    return { children, figures: figuresFor(s, shown, [focus, ...above], root) };
  }

  private pressed(e: KeyboardEvent): void {
    if (e.isComposing) return;
    const typing = e.composedPath().some((node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement);
    const held = e.ctrlKey || e.metaKey;
    if ((!typing && !held && !e.altKey && e.key === "/") || (held && e.key.toLowerCase() === "k")) {
      e.preventDefault();
      this.sheet = "search";
    }
    if (!typing && (e.key === "Backspace" || (e.key === "Escape" && this.right.show === "queues"))) void this.drill?.up();
    if (!typing && e.key === "Escape" && this.right.show !== "queues") this.right = { show: "queues" };
  }
  /** Goes to the place whose response waits, and opens what is to be decided there. */
  private decide(drill: Drill, region: string): void {
    this.sheet = "responses";
    if (region) void drill.to(region);
  }
  /** A site opens what is measured there, a village is drilled to. */
  private openPoint(drill: Drill, id: string): void {
    const site = this.sites.find((each) => each.id === id);
    if (!site) return void drill.to(id);
    this.mark(site);
    this.sheet = { site: { id, name: inWords({ zh: site.name, en: site.nameEn ?? "" }), region: site.region } };
  }
  /** One that has no point bears no ring. */
  private mark(site: Site | undefined): void {
    this.found = site?.point ? { id: site.id, name: inWords({ zh: site.name, en: site.nameEn ?? "" }), at: site.point } : null;
  }
  /** The same layer is the same object, so that its points are built once. */
  private get pointLayer() {
    const { measured, points, topics, sites } = this;
    const of = [measured, points, topics, sites];
    if (!this.keptLayer || !of.every((part, i) => part === this.keptLayer!.of[i])) this.keptLayer = { of, layer: pointsShown(points, this.choices, measured) };
    return this.keptLayer.layer;
  }
  private keptLayer: { readonly of: readonly unknown[]; readonly layer: ReturnType<typeof pointsShown> } | undefined;
  /** Goes to what was found, or shows it. */
  private find(drill: Drill, { kind, id, title, region }: FoundView): void {
    this.sheet = null;
    this.found = null;
    if (kind === "region") void drill.to(id);
    if (kind === "indicator") this.sheet = { indicator: id, place: this.place };
    if (kind === "incident" && this.incidents.value.records.has(id)) this.right = { show: "incident", id };
    else if (kind === "incident") this.astray = searchWords("此事件不在本席位辖区，看不到");
    if (kind === "scene") this.scene = id;
    if (kind !== "site" || region === undefined) return;
    this.mark(this.sites.find((site) => site.id === id));
    void drill.to(region);
    this.sheet = { site: { id, name: inWords(title), region } };
  }
  private takeApart(number: Element): void {
    this.sheet = { indicator: number.getAttribute("indicator")!, place: number.getAttribute("place")! };
  }
  /** The same place in another world: a page of its own address, so that it can be opened again. */
  private show(situation: string): void {
    const query = new URLSearchParams(location.search);
    query.set("situation", situation);
    query.set("region", this.place);
    location.search = query.toString();
  }

  protected override willUpdate(): void {
    const replayed = this.info?.kind === "replay";
    if (this.seat.value !== undefined && replayed === this.replayed) return;
    this.replayed = replayed;
    this.seat.setValue(replayed ? spectator(this.session) : this.session);
  }
  override render() {
    const { drill } = this;
    if (!drill) return html`<p class="second">··</p>`;
    const level = drill.current.children[0]?.level;
    const opened = this.right.show === "incident" ? this.incidents.value.records.get(this.right.id) : undefined;
    return html`<header><h1 class="unseen">${t("触控台")} · ${this.names.of(drill.focus.code)}</h1>${this.top(drill)}${this.link.state === "live" ? nothing : html`<wall-link-notice class="cut"></wall-link-notice>`}${this.astray ? html`<p class="astray" role="alert">${this.astray}</p>` : nothing}</header>
      <main>
        <section class="map" aria-label=${this.names.of(drill.focus.code)}>
          <div class="figures">${this.numbers.value.figures.map((figure, i, all) => this.figure(figure, all[i - 1], drill))}${timeLine(this.numbers.value.figures, this.link.simNow(this.situation), this.link.state === "live")}</div>
          <wall-stage class="ground" .unitPx=${unit()}><wall-drill-map .unitPx=${unit()} .wall=${this.hand} .found=${this.found} .layer=${this.pointLayer} @point-activate=${(e: CustomEvent<{ id: string }>) => this.openPoint(drill, e.detail.id)} @region-activate=${(e: CustomEvent<{ code: string }>) => void drill.to(e.detail.code)}></wall-drill-map>${this.hand ? html`<console-hand .wall=${this.hand} .placeAt=${(x: number, y: number) => this.renderRoot.querySelector("wall-drill-map")?.placeAt(x, y) ?? null} @close=${() => (this.hand = "")}></console-hand>` : nothing}</wall-stage>
          <console-regions .region=${drill.current} .cells=${this.numbers.value.children} .measured=${this.measured} .reaches=${level !== undefined && this.measured !== undefined && reaches(this.measured, level)} .picked=${drill.picked?.code ?? ""} .now=${this.measured && runsDown(this.measured) ? this.link.simNow(this.situation) : undefined}
            @drill=${(e: CustomEvent<string>) => void drill.to(e.detail)}></console-regions>
          <nav class="rail" aria-label=${t("图层")}>${this.layers()}</nav>
          <div class="foot"><console-wall .region=${drill.focus.code} .incident=${opened?.id ?? ""} .scene=${this.scene} @directed=${() => (this.scene = "")} .hand=${this.hand !== ""} @hand=${(e: CustomEvent<string>) => (this.hand = this.hand === "" ? e.detail : "")}></console-wall>
            <div class=${this.session.rights.includes("wall") ? "opens beside" : "opens"}><button data-opens="responses" aria-haspopup="dialog" aria-expanded=${String(this.sheet === "responses")} @click=${() => (this.sheet = this.sheet === "responses" ? null : "responses")}>${responseWords("响应")}</button>
              <button data-opens="situations" aria-haspopup="dialog" aria-expanded=${String(this.sheet === "situations")} @click=${() => (this.sheet = this.sheet === "situations" ? null : "situations")}>${t("态势")}${this.info ? html` · ${kindWord(this.info.kind)}` : nothing}</button>
              <button data-opens="search" aria-haspopup="dialog" aria-expanded=${String(this.sheet === "search")} aria-keyshortcuts="/ Control+K" @click=${() => (this.sheet = this.sheet === "search" ? null : "search")}>${searchWords("查找")}</button></div></div>
        </section>
        <aside class=${this.replayed ? "replayed" : ""}>${this.replayed ? html`<p class="second" role="status">${t("回放只读：可看当时的告警和事件，不能处置")}</p>` : nothing}${this.side(drill, opened)}</aside>
      </main>
      ${this.above()}
      <console-announcer .region=${this.session.region} .indicators=${this.indicators}></console-announcer>`;
  }
  /** A number of the place; one of the place above it stands behind that place's name, which is told once. */
  private figure({ measured, cell, of }: PlacedFigure, before: PlacedFigure | undefined, { focus }: Drill) {
    const stops = () => t("统计到{level}级", { level: levelWord(measured.leaf as Level) });
    const told = before && before.of === of && (of !== undefined || before.measured.leaf === measured.leaf);
    const above = of?.code === focus.code || told ? nothing : html`<div class="figure of"><h2>${stops()}</h2>${of ? html`<p class="short">${t("所在{level}", { level: levelWord(of.level) })} ${inWords({ zh: of.name, en: of.nameEn ?? "" })}</p>` : nothing}</div>`;
    return html`${above}<div class="figure"><h2>${inWords(measured.title)}${coverageLine({ measured, cell })}</h2>
      ${of ? html`<button class="plain" aria-haspopup="dialog" @click=${() => (this.sheet = { indicator: measured.id, place: of.code })}><wall-value .measured=${measured} .cell=${cell} .of=${of.code} .now=${this.link.simNow(this.situation)}></wall-value><span class="unseen"> ${inWords(measured.title)} ${t("一指拆数")}</span></button>` : nothing}</div>`;
  }
  private above() {
    const leave = () => (this.sheet = null);
    if (this.sheet === null) return nothing;
    if (this.sheet === "responses") return html`<console-responses .region=${this.drill!.focus.code} @close=${leave}></console-responses>`;
    if (this.sheet === "situations")
      return html`<console-situations .steering=${steering(this.session, this.names.region(this.session.region))} @close=${leave} @show=${(e: CustomEvent<string>) => this.show(e.detail)}></console-situations>`;
    if (this.sheet === "search") return html`<console-search .topics=${this.topics} @close=${leave} @choose=${(e: CustomEvent<FoundView>) => this.find(this.drill!, e.detail)}></console-search>`;
    if ("site" in this.sheet) return html`<console-site .indicators=${this.indicators} .found=${this.sheet.site} @close=${leave} @apart=${(e: CustomEvent<Asked>) => (this.sheet = e.detail)}></console-site>`;
    return html`<console-lineage .indicators=${this.indicators} .asked=${this.sheet} @close=${leave}></console-lineage>`;
  }
  protected override updated(): void {
    this.restLater();
  }
  /** Names and numbers of a place are painted first; its map, its queues and the names of the level below follow in the frame after. */
  private restLater(): void {
    const map = () => this.renderRoot.querySelector("wall-drill-map");
    if (this.drill?.focus !== this.followed) map()?.hold();
    if (this.restWaits) return;
    this.restWaits = true;
    requestAnimationFrame(() => {
      const painted = this.drill?.focus;
      setTimeout(() => {
        this.restWaits = false;
        const { drill, measured, rules } = this;
        // Where a tap came in between, its names are not painted yet.
        if (drill?.focus !== painted) return this.restLater();
        const there = map();
        // Before the address was followed the map would show the seat's own region and then fly away from it.
        if (!there || !drill || !this.opened) return;
        Object.assign(there, { region: drill.current, picked: drill.picked?.code ?? "", cells: this.numbers.value.children, measured, rules });
        there.release();
        if (this.followed === drill.focus) return;
        this.followed = drill.focus;
        drill.lookAhead();
      });
    });
  }

  private top(drill: Drill) {
    const other = language() === "zh" ? "en" : "zh";
    const crumbs = drill.crumbs;
    return html`<button class="up" aria-label=${t("返回上一级")} ?disabled=${crumbs.length < 2} @click=${() => void drill.up()}>‹</button>
      <nav class="crumbs" aria-label=${t("层级")}><ol>${crumbs.map((code, i) => {
        const name = this.names.of(code);
        return i === crumbs.length - 1
          ? html`<li aria-current="location">${name}<span class="level">${levelWord(drill.focus.level)}</span></li>`
          : html`<li><button class="plain" data-region=${code} @click=${() => void drill.to(code)}>${name}</button></li>`;
      })}</ol></nav>
      <wall-situation></wall-situation>
      <console-response-strip .region=${drill.focus.code} @open=${(e: CustomEvent<string>) => this.decide(drill, e.detail)}></console-response-strip>
      <div class="who">
        <button lang=${other} @click=${() => speak(other)}>${other === "en" ? "English" : "中文"}</button>
        <span class="seat">${inWords(ROLE_WORDS[this.session.role])}<br /><span class="second">${this.names.of(this.session.region)}</span></span>
        <console-time></console-time>
        ${this.link.state === "live" ? html`<wall-link-notice></wall-link-notice>` : nothing}
      </div>`;
  }
  private layers() {
    const { measured, rail } = this;
    const others = this.topics.filter((topic) => topic.indicators.length > 0);
    return html`${measured ? this.legend(measured) : nothing}${rail.map((each) => html`<button data-layer=${each.id} aria-pressed=${String(each.id === measured?.id)} @click=${() => this.choose(each.id)}>${inWords(each.title)}</button>`)}
      <label><span class="unseen">${t("更多指标")}</span><select @change=${(e: Event) => this.choose((e.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${rail.some((each) => each.id === measured?.id)}>${t("更多指标")}</option>
        ${others.map((topic) => html`<optgroup label=${inWords(topic.title)}>${topic.indicators.map((i) => html`<option value=${i.id} ?selected=${i.id === measured?.id && !rail.includes(i)}>${inWords(i.title)}</option>`)}</optgroup>`)}
      </select></label>
      <label><span class="unseen">${t("图上点位")}</span><select data-map="points" @change=${(e: Event) => this.lay((e.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${this.points === ""}>${t("点位：随指标")}</option><option value=${NO_POINTS} ?selected=${this.points === NO_POINTS}>${t("点位：不显示")}</option>
        ${this.choices.map(({ id, title }) => html`<option value=${id} ?selected=${this.points === id}>${t("点位：{what}", { what: inWords(title) })}</option>`)}
      </select></label>`;
  }
  /** What the map's colours mean: the brightest needs most attention; an amount is a circle. Nothing is explained that is not there. */
  private legend(measured: IndicatorView) {
    const cells = [...this.numbers.value.children.values()];
    const values = cells.map(({ value }) => value);
    const none = measured.none && cells.some((cell) => isNone(cell, measured)) ? inWords(measured.none) : "";
    const gaps = cells.filter((cell) => cell.value === null && !isNone(cell, measured));
    const unknown = gaps.length > 0;
    const time = runsDown(measured) ? figuresTime(cells.map((cell) => ({ measured, cell })), this.link.simNow(this.situation), true, language()) : undefined;
    const made = sharedQuality(cells);
    const known = values.filter((value) => value !== null);
    const below = this.drill?.current.children[0]?.level;
    const stops = below !== undefined && !reaches(measured, below) && measured.leaf !== "site" ? t("统计到{level}级", { level: levelWord(measured.leaf as Level) }) : "";
    const coloured = colouredBy(measured, this.rules, values);
    const full = Math.max(0, ...known);
    const classes = coloured.as === "fill" && known.length > 0 ? coloured.classes : undefined;
    const inks = classes ? classInks(classes) : [];
    return html`<div class="legend"><h2>${inWords(measured.title)} <span class="second">${unitOf(measured, language())}</span></h2>
      <ul>${classes ? classWords(classes).map((words, i) => html`<li><i class=${inks[i]!}></i>${words}</li>`) : nothing}
        ${coloured.as === "amount" && full > 0 ? html`<li><i class="amount"></i>${t("圆面积 = 数量，最大 {n}", { n: this.amountOf(roundUp(full), measured) })}</li>` : nothing}
        ${none ? html`<li><i></i>${none}</li>` : nothing}
        ${unknown ? html`<li><i class="none"></i>${gapWords(gaps, language()) || t("无数据")}</li>` : nothing}</ul>
      ${stops && values.length === 0 && this.drill?.picked === null ? html`<p>${stops}</p>` : nothing}
      ${made && isNotActual(made) ? html`<p class="made"><span class="tag">${inWords(QUALITY_TAG[made])}</span> ${t("图上各数")}</p>` : nothing}
      ${time ? html`<p>${t("图上各数为 {at} 所报", { at: time.at })}</p>` : nothing}
      ${classes?.ofNow ? html`<p>${t("按此刻各地的数分级")}</p>` : nothing}</div>`;
  }
  private amountOf(value: number, measured: IndicatorView): string {
    const { text, unit } = amount(value, { decimals: 0, unit: unitOf(measured, language()), lang: language() });
    return `${text} ${unit}`.trim();
  }
  private side(drill: Drill, opened: ReturnType<ConsolePage["incidents"]["value"]["records"]["get"]>) {
    const leave = () => (this.right = { show: "queues" });
    // One incident's words never stand under another's name.
    if (opened) return keyed(opened.id, html`<console-incident .incident=${opened} .topics=${this.topics} .rail=${this.rail} @leave=${leave} @apart=${(e: CustomEvent<Asked>) => (this.sheet = e.detail)}></console-incident>`);
    if (this.right.show === "report")
      return html`<console-report .region=${drill.focus.code} .alert=${this.right.alert} .topics=${this.topics} .indicators=${this.indicators} @leave=${leave}
        @reported=${(e: CustomEvent<string>) => (this.right = { show: "incident", id: e.detail })}></console-report>`;
    const region = (this.followed ?? drill.focus).code;
    const open = (e: CustomEvent<string>) => (this.right = { show: "incident", id: e.detail });
    const report = (e: CustomEvent<AlertRecord | null>) => (this.right = { show: "report", alert: e.detail });
    return html`<console-alerts .region=${region} .indicators=${this.indicators} .rules=${this.rules} .topics=${this.topics} @open=${open} @report=${report}></console-alerts>
      <console-incidents .region=${region} @open=${open} @report=${report}></console-incidents>`;
  }
}
const LEVEL_BELOW: Readonly<Partial<Record<Level, Level>>> = { city: "county", county: "town", town: "village" };
