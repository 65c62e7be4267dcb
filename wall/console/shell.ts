import "../kit/alarm.ts";
import "../kit/keys.ts";
import "./alarm-load/alarm-load.ts";
import "./announcer.ts";
import "./duty/desk.ts";
import "./leader/desk.ts";
import "./lineage.ts";
import "./responses.ts";
import "./search.ts";
import "./site.ts";
import "./situations.ts";
import "./waiting/waits-sheet.ts";
import { consume, ContextProvider } from "@lit/context";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Stop } from "../../model/ports.ts";
import type { AlertRecord } from "../../model/records.ts";
import type { Rule } from "../../model/rule.ts";
import type { Site } from "../../model/sample.ts";
import { MINUTE } from "../../model/time.ts";
import { linkContext, readsContext, sessionContext, situationContext, soundContext, type Link } from "../kit/contexts.ts";
import type { Called } from "../kit/alarm.ts";
import { controls } from "../kit/controls.ts";
import type { Key } from "../kit/key-table.ts";
import { Keys } from "../kit/keys.ts";
import { inWords, Speaks } from "../kit/language.ts";
import { LongPress } from "../kit/long-press.ts";
import { Names } from "../kit/names.ts";
import { Pulse } from "../kit/pulse.ts";
import type { FoundView, IndicatorView, Reads, TopicView } from "../kit/reads.ts";
import { Select } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import type { Sound } from "../kit/sound.ts";
import { pointChoices } from "../panels/map/point-choices.ts";
import { addressAt, addressLaying, addressShowing, placeIn } from "./address.ts";
import { unknownIn } from "./asked-layers.ts";
import { deskOf, type Asked, type DeskView, type Found, type Sheet, type Work } from "./desk-view.ts";
import { Drill } from "./drill.ts";
import { consoleKeys } from "./keys.ts";
import { railOf } from "./layers.ts";
import { page } from "./page-look.ts";
import { t as searchWords } from "./search-words.ts";
import { spectator, steering } from "./steering.ts";
import { top } from "./top.ts";
import { t } from "./words.ts";

/** A code has twelve digits at most; of what is longer, its beginning is enough to know it by. */
const LONGEST_CODE = 16;

/** The console's shell: where the seat looks, which sheet lies above, and the desk of whoever sits here. Drilled by touch from province to village. */
@customElement("console-page")
export class ConsoleShell extends LitElement {
  static override styles = [controls, page];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: readsContext }) private reads!: Reads;
  @consume({ context: sessionContext }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @consume({ context: soundContext }) private sound?: Sound;
  /** The place that is looked at, for readers of the page. */
  @property({ reflect: true }) place = "";
  @state() private topics: readonly TopicView[] = [];
  @state() private layer = "";
  @state() private points = "";
  @state() private sites: readonly Site[] = [];
  @state() private found: Found | null = null;
  @state() private work: Work = { show: "queues" };
  @state() private drill: Drill | null = null;
  /** Why the page does not show what its address asked for. */
  @state() private astray = "";
  @state() private sheet: Sheet | null = null;
  @state() private scene = "";
  private replayed = false;
  private rules: readonly Rule[] = [];
  private indicators: ReadonlyMap<string, IndicatorView> = new Map();
  private stops: Stop[] = [];
  private settled = false;
  private readonly names = new Names(this);
  private readonly incidents = new Select(this, (s) => s.incidents(this.session.region));
  /** What whoever sits here may do in this world. */
  private readonly seat = new ContextProvider(this, { context: sessionContext });

  constructor() {
    super();
    new Speaks(this);
    new Pulse(this);
    new LongPress(this, (number) => this.takeApart(number));
    new Keys(this, () => this.keys);
  }
  protected override firstUpdated(): void {
    void this.open();
    const travelled = () => void this.follow();
    addEventListener("popstate", travelled);
    this.stops = [() => removeEventListener("popstate", travelled), this.link.onSituations(() => this.requestUpdate()), this.link.onState(() => this.requestUpdate())];
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
    this.settled = true;
    this.requestUpdate();
  }
  /** Somebody went somewhere: one step of the browser's history, so that Back, Forward and a reload find it again. */
  private arrived(): void {
    this.place = this.drill?.focus.code ?? this.session.region;
    this.astray = "";
    // Groups are of the place that was looked at.
    if (this.work.show === "queues" && this.work.group !== undefined) this.work = { show: "queues" };
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
  /** What else the address asks for and is not there, until somebody chooses: what is found, what stands in its place, and where to choose. */
  private notThere({ measured, choices }: Pick<DeskView, "measured" | "choices">): readonly string[] {
    const offered = { indicators: this.indicators.size > 0 ? new Set(this.indicators.keys()) : undefined, points: this.sites.length > 0 && this.topics.length > 0 ? new Set(choices.map(({ id }) => id)) : undefined };
    const { indicator, points } = unknownIn({ indicator: this.layer, points: this.points }, offered);
    const shown = measured ? inWords(measured.title) : "—";
    return [
      ...(indicator === undefined ? [] : [t("地址里的指标 {id} 不存在，或本席位看不到；现在显示{shown}，可在图层栏另选", { id: indicator, shown })]),
      ...(points === undefined ? [] : [t("地址里的点位 {id} 不存在，或本席位看不到；现在按指标显示点位，可在“点位”中另选", { id: points })]),
    ];
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
  private viewOf(drill: Drill): DeskView {
    const { topics, indicators, rules, sites, points, found, work, sheet, scene, settled, replayed } = this;
    const info = this.link.situations.find((s) => s.id === this.situation);
    const rail = railOf(info?.feed ?? "", indicators);
    return {
      drill, topics, indicators, rules, sites, points, found, work, sheet, scene, settled, replayed, info, rail,
      measured: indicators.get(this.layer) ?? rail[0],
      choices: pointChoices(topics, sites),
      opened: work.show === "incident" ? this.incidents.value.records.get(work.id) : undefined,
      minute: Math.floor(this.link.simNow(this.situation) / MINUTE) * MINUTE,
    };
  }

  private get keys(): readonly Key[] {
    const opens = (sheet: Extract<Sheet, string>) => () => (this.sheet = this.sheet === sheet ? null : sheet);
    return consoleKeys({
      opens,
      atQueues: () => this.work.show === "queues" && this.work.group === undefined,
      queues: () => (this.work = { show: "queues" }),
      up: () => void this.drill?.up(),
      mute: () => (this.sound?.state === "muted" ? this.sound.unmute() : this.sound?.mute()),
    });
  }
  /** Goes to the place whose response waits, and opens what is to be decided there; else what waits anywhere. */
  private decide(drill: Drill, region: string | null): void {
    this.sheet = region === null ? "waits" : "responses";
    if (region) void drill.to(region);
  }
  /** Goes to where an alert was found, and to the queue in which it stands. */
  private lookAt(drill: Drill, { within, place }: Called): void {
    this.work = { show: "queues" };
    void drill.to(within.at(-1) ?? place);
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
  /** Goes to what was found, or shows it. */
  private find(drill: Drill, { kind, id, title, region }: FoundView): void {
    this.sheet = null;
    this.found = null;
    if (kind === "region") void drill.to(id);
    if (kind === "indicator") this.sheet = { indicator: id, place: region ?? this.place };
    if (kind === "incident" && this.incidents.value.records.has(id)) this.work = { show: "incident", id };
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
    const replayed = this.link.situations.find((s) => s.id === this.situation)?.kind === "replay";
    if (this.seat.value !== undefined && replayed === this.replayed) return;
    this.replayed = replayed;
    this.seat.setValue(replayed ? spectator(this.session) : this.session);
  }
  override render() {
    const { drill, link, names, session } = this;
    if (!drill) return html`<p class="second">··</p>`;
    const view = this.viewOf(drill);
    const isLinked = link.state === "live";
    return html`<header><h1 class="unseen">${t("触控台")} · ${names.of(drill.focus.code)}</h1>${top({ drill, names, session, isLinked, keys: () => (this.sheet = this.sheet === "keys" ? null : "keys"), decide: (region) => this.decide(drill, region) })}${isLinked ? nothing : html`<wall-link-notice class="cut"></wall-link-notice>`}${[this.astray, ...this.notThere(view)].filter((told) => told !== "").map((told) => html`<p class="astray" role="alert">${told}</p>`)}</header>
      ${this.desk(view)}
      ${this.above(drill)}
      <console-announcer .region=${session.region} .indicators=${this.indicators}></console-announcer>`;
  }
  /** The desk of whoever sits here; what is touched on it comes up as events. */
  private desk(view: DeskView) {
    const queues = () => (this.work = { show: "queues" });
    const group = (e: CustomEvent<string>) => (this.work = e.detail === "" ? { show: "queues" } : { show: "queues", group: e.detail });
    const open = (e: CustomEvent<string>) => (this.work = { show: "incident", id: e.detail });
    const report = (e: CustomEvent<AlertRecord | null>) => (this.work = { show: "report", alert: e.detail });
    const apart = (e: CustomEvent<Asked>) => (this.sheet = e.detail);
    const sheet = (e: CustomEvent<Sheet | null>) => (this.sheet = e.detail);
    const layer = (e: CustomEvent<string>) => this.choose(e.detail);
    const points = (e: CustomEvent<string>) => this.lay(e.detail);
    const point = (e: CustomEvent<string>) => this.openPoint(view.drill, e.detail);
    const directed = () => (this.scene = "");
    return deskOf(this.session.role) === "leader"
      ? html`<console-leader .view=${view} @leave=${queues} @group=${group} @open=${open} @report=${report} @reported=${open} @apart=${apart} @sheet=${sheet} @layer=${layer} @points=${points} @point=${point} @directed=${directed}>${this.alarm(view.drill)}</console-leader>`
      : html`<console-duty .view=${view} @leave=${queues} @group=${group} @open=${open} @report=${report} @reported=${open} @apart=${apart} @sheet=${sheet} @layer=${layer} @points=${points} @point=${point} @directed=${directed}>${this.alarm(view.drill)}</console-duty>`;
  }
  /** What calls whoever sits here; a record calls nobody. */
  private alarm(drill: Drill) {
    return this.replayed ? nothing : html`<wall-alarm .region=${this.session.region} .indicators=${this.indicators} @look=${(e: CustomEvent<Called>) => this.lookAt(drill, e.detail)}></wall-alarm>`;
  }
  private above(drill: Drill) {
    const leave = () => (this.sheet = null);
    const { sheet, indicators } = this;
    if (sheet === null) return nothing;
    if (sheet === "responses") return html`<console-responses .region=${drill.focus.code} @close=${leave}></console-responses>`;
    if (sheet === "waits") return html`<console-waits @close=${leave}></console-waits>`;
    if (sheet === "situations")
      return html`<console-situations .steering=${steering(this.session, this.names.region(this.session.region))} @close=${leave} @show=${(e: CustomEvent<string>) => this.show(e.detail)}></console-situations>`;
    if (sheet === "load") return html`<console-alarm-load .region=${drill.focus.code} .indicators=${indicators} .topics=${this.topics} @close=${leave}></console-alarm-load>`;
    if (sheet === "search") return html`<console-search .topics=${this.topics} @close=${leave} @choose=${(e: CustomEvent<FoundView>) => this.find(drill, e.detail)}></console-search>`;
    if (sheet === "keys") return html`<wall-keys .table=${this.keys} @close=${leave}></wall-keys>`;
    if ("site" in sheet) return html`<console-site .indicators=${indicators} .found=${sheet.site} @close=${leave} @apart=${(e: CustomEvent<Asked>) => (this.sheet = e.detail)}></console-site>`;
    return html`<console-lineage .indicators=${indicators} .asked=${sheet} @close=${leave}></console-lineage>`;
  }
}
