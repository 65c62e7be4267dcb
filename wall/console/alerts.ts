import "../kit/card.ts";
import "./waiting/decide.ts";
import "./duty/acknowledge-group.ts";
import "./duty/remark.ts";
import "./shelve.ts";
import { consume } from "@lit/context";
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { legalOnAlert } from "../../model/alert.ts";
import { inOrder } from "../../model/alert-order.ts";
import { holdingBelow } from "../../model/holding-below.ts";
import type { Clock, Stop } from "../../model/ports.ts";
import type { AlertGroupRecord, AlertRecord } from "../../model/records.ts";
import type { RegionCode } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import { clockText, MINUTE } from "../../model/time.ts";
import { Act } from "../kit/act.ts";
import { checkedAt } from "../kit/checked-at.ts";
import { clockContext, linkContext, sessionContext, situationContext, type Link } from "../kit/contexts.ts";
import { controls } from "../kit/controls.ts";
import { Keys } from "../kit/keys.ts";
import { inBrackets, Speaks } from "../kit/language.ts";
import { Names } from "../kit/names.ts";
import type { IndicatorView, TopicView } from "../kit/reads.ts";
import { Select, type Reader } from "../kit/select.ts";
import type { Session } from "../kit/session.ts";
import { isSheetOpen } from "../kit/sheet.ts";
import { WholeRows } from "../kit/whole-rows.ts";
import { Here } from "../panels/here.ts";
import { alertRow, placeWords, titleOf, type RowDesk } from "./alert-row.ts";
import { waitingFirst, waitsOn } from "./alert-waits.ts";
import { isMoreAbove, regionsAbove } from "./alerts-above.ts";
import { groupsInOrder, openIn } from "./duty/group-order.ts";
import { groupRow, groupWords, type GroupDesk } from "./duty/group-row.ts";
import { chooseListing, chosenListing, EACH_UP_TO, listingOf, type Listing } from "./duty/queue-choice.ts";
import { RowKeys } from "./duty/row-keys.ts";
import { t as groupT } from "./duty/words.ts";
import { inTheirPlaces } from "./just-taken.ts";
import { queueKeys } from "./keys.ts";
import { rows } from "./look.ts";
import { MovedRows } from "./moved-rows.ts";
import { queue } from "./queue-look.ts";
import { t, withinWord } from "./words.ts";

/** Rows that stand in the queue at first, once it was asked for more, and then. */
const LISTED = [60, 600, Infinity] as const;
/** The same of one group: a touch has opened it, a second one reaches the last of its alerts. */
const LISTED_OF_GROUP = [600, Infinity] as const;
/** An alert that was just acknowledged stays in its place for so long. */
const STAYS_MS = 10_000;
/** That a touch was kept back is said so long. */
const MISSED_MS = 5_000;
/** So few rows leave their room to the incidents below. */
const FEW = 3;

/**
 * What machines have found in a region and nobody has closed: hollow shapes, by need, gravity and code; where there are many,
 * by group, with each red one that nobody has seen by itself before them. After it, by themselves, what the places above it
 * stand at, for that holds here as well. Fires `report`, `open` and `group`.
 */
@customElement("console-alerts")
export class AlertsElement extends LitElement {
  static override styles = [controls, rows, queue];
  @consume({ context: linkContext }) private link!: Link;
  @consume({ context: sessionContext, subscribe: true }) private session!: Session;
  @consume({ context: situationContext, subscribe: true }) private situation!: string;
  @consume({ context: clockContext }) private clock!: Clock;
  @property() region = "";
  /** The group whose alerts are listed; empty = all groups. */
  @property() group = "";
  @property({ attribute: false }) indicators: ReadonlyMap<string, IndicatorView> = new Map();
  /** They name the standard that an alert meets, in both languages. */
  @property({ attribute: false }) rules: readonly Rule[] = [];
  /** They name the pack whose code an alert speaks of. */
  @property({ attribute: false }) topics: readonly Pick<TopicView, "id" | "title">[] = [];
  /** How often more rows were asked for. */
  @state() private asked = 0;
  /** The alert that is being set aside; empty = none is. */
  @state() private shelving = "";
  /** The alert that is noted on, or given to a post; empty = none is. */
  @state() private remarking = "";
  /** The group that is being acknowledged, as it stood when that began. */
  @state() private acknowledging: AlertGroupRecord | null = null;
  @state() private chosen = chosenListing();
  private listedAs: Listing | null = null;
  /** What this seat has just acknowledged, as it stood before. */
  private readonly taken = new Map<string, AlertRecord>();
  private readonly act = new Act(this);
  // Only for whose clock a shelf ends on: hundreds of rows are not drawn each second for that.
  private readonly here = new Here(this, MINUTE);
  private readonly rows = new WholeRows(this);
  private readonly moved = new MovedRows();
  /** A finger was kept from a row that had just come under it. */
  @state() private missed = false;
  private hushMissed: Stop = () => {};
  private readonly rowKeys = new RowKeys(this);
  private readonly names = new Names(this);
  private readonly alerts = new Select(this, (s) => this.read(s));

  constructor() {
    super();
    new Speaks(this);
    new Keys(this, () => queueKeys({ rows: this.rowKeys, isFree: () => !isSheetOpen() }));
  }
  private read(s: Reader) {
    const groups = s.alertGroups(this.region);
    const all = [...groups.records.values()];
    const total = all.reduce((sum, group) => sum + openIn(group), 0);
    const listing = this.group !== "" ? "each" : listingOf(total, this.chosen, this.listedAs);
    const place = this.names.region(this.region);
    const above = (place ? regionsAbove(place, this.session.region) : []).map((region) => ({ region, alerts: s.alerts(region) }));
    // By group only what waits for a person each by itself is read: red ones, and orange ones that wait for a second person.
    const own = listing === "groups" ? [s.alerts(this.region, { severity: 1 }), s.alerts(this.region, { severity: 2 })] : [s.alerts(this.region, this.group === "" ? {} : { group: this.group })];
    // Until everything that holds here has come, nothing can be said to be absent.
    const awaited = [groups, ...own, ...above.map(({ alerts }) => alerts)].find(({ status }) => status !== "ready");
    const read = own.flatMap(({ records }) => [...records.values()]);
    return {
      own: listing === "groups" ? groups : own[0]!, awaited, place, listing, total,
      groups: groupsInOrder(all), read: new Map(read.map((a) => [a.group, a])), opened: groups.records.get(this.group),
      open: inOrder(listing === "groups" ? read.filter((a) => this.standsAlone(a)) : read),
      above: above.map(({ region, alerts }) => ({ region, open: inOrder(holdingBelow(alerts.records.values(), region)) })).filter(({ open }) => open.length > 0),
    };
  }
  /** Where alerts are listed by group: what is red and unseen, what waits for a second person, and what was taken a moment ago. */
  private standsAlone(a: AlertRecord): boolean {
    return (a.severity === 1 && a.state === "unacknowledged") || waitsOn(a, this.link.serverNow()) !== undefined || this.taken.has(a.id);
  }
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region") || changed.has("group")) this.asked = 0;
    if (changed.has("region")) this.listedAs = null;
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("region") || changed.has("group")) this.rows.toTop();
    const { total, above, awaited, listing, opened } = this.alerts.value;
    if (awaited) return;
    if (this.group === "") this.listedAs = listing;
    // For the page, which shares out the room.
    this.toggleAttribute("few", total + above.reduce((n, each) => n + each.open.length, 0) <= FEW && opened === undefined);
  }
  override render() {
    const { own, above, awaited, listing, groups, total, open: found } = this.alerts.value;
    const open = waitingFirst(inTheirPlaces(found, this.taken), this.link.serverNow());
    const seen = [...open, ...above.flatMap((each) => each.open)];
    const byGroup = listing === "groups" && this.group === "";
    const listed = byGroup ? groups : [];
    const any = open.length > 0 || listed.length > 0 || (above.length > 0 && this.group === "");
    const { status, code } = any && own.status !== "loading" ? own : (awaited ?? own);
    const count = byGroup ? total : open.length;
    this.moved.stand([...open, ...listed].map(({ id }) => id), this.clock.monotonic());
    return html`<wall-card .heading=${t("告警")} .note=${[count > 0 ? String(count) : "", byGroup && total > 0 ? groupT("系统研判，未发布") : "", byGroup && total > 0 && !this.here.isOneTime ? groupT("组的时间为现实时间") : ""].filter(Boolean).join(" · ")} .status=${status} .code=${code} .empty=${status === "ready" && !any && this.group === "" ? this.none : ""}>
      ${this.listings(total, listing)}
      <p role="alert" class=${this.act.failure ? "wrong" : this.missed ? "second" : "unseen"}>${this.act.failure || (this.missed ? groupT("队列刚刚移动，这一下没有发出：请看清再点") : "")}</p>
      <ul @click=${this.aimed} class=${this.asked > 0 || this.group !== "" || byGroup ? "whole many" : "whole"}>${this.above(open, above)}
        ${repeat(open.slice(0, this.listed), ({ id }) => id, (a) => alertRow(a, this.desk))}${open.length > this.listed ? html`<li class="own" data-heading><button data-opens="more" @click=${() => this.asked++}>${t("再列 {n} 条", { n: Math.min(open.length, this.steps[this.asked + 1]!) - this.listed })}</button></li>` : nothing}
        ${repeat(listed, ({ id }) => id, (group) => groupRow(group, this.desk))}${this.group === "" ? above.map((each) => this.holding(each)) : nothing}</ul>
      <p class="below">${this.later(open.length)}</p>
    </wall-card>${this.shelf(seen)}${this.remarks(seen)}
    ${this.acknowledging ? html`<console-acknowledge-group .group=${this.acknowledging} .what=${groupWords(this.acknowledging, this.desk)} @close=${() => (this.acknowledging = null)}></console-acknowledge-group>` : nothing}`;
  }
  /** How the queue is listed, where that makes a difference; of an opened group the way back. */
  private listings(total: number, listing: Listing) {
    if (this.group !== "") return html`<button slot="title" class="listing" data-opens="groups" @click=${() => this.fire("group", "")}>${groupT("‹ 返回各组")}</button>`;
    if (total <= EACH_UP_TO && listing === "each" && this.chosen !== "each") return nothing;
    const button = (which: Listing, word: string) => html`<button data-list=${which} aria-pressed=${String(listing === which)} @click=${() => this.choose(which)}>${word}</button>`;
    return html`<div slot="title" class="listing">${button("groups", groupT("按组"))}${button("each", groupT("逐条"))}</div>`;
  }
  private choose(listing: Listing): void {
    chooseListing(listing);
    this.chosen = listing;
    this.asked = 0;
    this.rows.toTop();
  }
  /** What stands above the rows: the name of the group that is open, or that the place itself has none. */
  private above(open: readonly AlertRecord[], above: readonly unknown[]) {
    const { opened, awaited, own } = this.alerts.value;
    if (this.group !== "") {
      if (opened) return groupRow(opened, this.desk, true);
      return awaited || own.status !== "ready" ? nothing : html`<li class="own second" data-heading>${groupT("本组已无未了告警")}${this.checked}</li>`;
    }
    return open.length === 0 && this.alerts.value.total === 0 && above.length > 0 ? html`<li class="own second" data-heading>${t("{place}及以下另无告警", { place: this.names.of(this.region) })}${this.checked}</li>` : nothing;
  }
  /** The sheet of what is set aside, as long as that can be done. */
  private shelf(rows: readonly AlertRecord[]) {
    const alert = this.shelving === "" ? undefined : rows.find(({ id }) => id === this.shelving);
    if (!alert || !legalOnAlert(alert).includes("alert.shelve")) return nothing;
    return html`<console-shelve .alert=${alert} .what=${`${placeWords(alert, this.desk)} ${titleOf(alert, this.desk)}`} @close=${() => (this.shelving = "")}></console-shelve>`;
  }
  /** The sheet of notes and of who has it, as long as the alert is open. */
  private remarks(rows: readonly AlertRecord[]) {
    const alert = this.remarking === "" ? undefined : rows.find(({ id }) => id === this.remarking);
    return alert ? html`<console-remark .alert=${alert} .what=${`${placeWords(alert, this.desk)} ${titleOf(alert, this.desk)}`} @close=${() => (this.remarking = "")}></console-remark>` : nothing;
  }
  private get checked(): string {
    return inBrackets(t("{at} 核", { at: clockText(checkedAt(this.link, this.situation, this.alerts.value.own)) }));
  }
  /** That there is none, as far as this seat sees. */
  private get none(): string {
    const { place } = this.alerts.value;
    const blind = place !== undefined && isMoreAbove(place, this.session.region);
    return blind ? `${t("本辖区无未了告警")}${this.checked}${t("；上级区域的告警本席位看不到")}` : `${t("无未了告警")}${this.checked}`;
  }
  private holding({ region, open }: { readonly region: RegionCode; readonly open: readonly AlertRecord[] }) {
    const view = this.names.region(region);
    return html`<li data-heading=${region}>${view ? withinWord(view) : nothing} <strong>${this.names.of(region)}</strong> <span>${open.length}</span></li>
      ${repeat(open, ({ id }) => id, (a) => alertRow(a, this.desk, region))}`;
  }
  private get steps(): readonly number[] {
    return this.group === "" ? LISTED : LISTED_OF_GROUP;
  }
  private get listed(): number {
    return this.steps[this.asked] ?? Infinity;
  }
  /** What follows the rows that are seen, listed or not. */
  private later(all: number): string {
    const follow = this.rows.below + Math.max(0, all - this.listed);
    return follow > 0 ? t("↓ 其后还有 {n} 条", { n: follow }) : "";
  }
  /** What rows know of this list, and do in it. */
  private get desk(): RowDesk & GroupDesk {
    const { names, session, indicators, rules, topics, act } = this;
    return {
      names, session, indicators, rules, topics, act,
      simNow: this.link.simNow(this.situation), serverNow: this.link.serverNow(), isOneTime: this.here.isOneTime,
      hasTaken: (alert) => this.taken.has(alert),
      acknowledge: (alert) => void this.acknowledge(alert),
      shelve: (alert) => (this.shelving = alert),
      remark: (alert) => (this.remarking = alert),
      report: (alert) => this.fire("report", alert),
      open: (incident) => this.fire("open", incident),
      again: () => this.requestUpdate(),
      only: (group) => (openIn(group) === 1 ? this.alerts.value.read.get(group.id) : undefined),
      openGroup: (id) => this.fire("group", id),
      acknowledgeGroup: (group) => (this.acknowledging = group),
    };
  }
  /** A finger takes no row that came under it while it was on its way; a mouse is seen where it points, and keys follow their row. */
  private readonly aimed = {
    capture: true,
    handleEvent: (e: Event): void => {
      const [control, row] = ["[data-command]", "[data-alert]"].map((what) => e.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.matches(what)));
      const { pointerType } = e as PointerEvent;
      const isFinger = pointerType === "touch" || pointerType === "pen";
      this.missed = isFinger && control !== undefined && row !== undefined && this.moved.hasJustMoved(row.dataset.alert!, this.clock.monotonic());
      this.hushMissed();
      if (!this.missed) return;
      e.stopPropagation();
      this.hushMissed = this.clock.after(MISSED_MS, () => (this.missed = false));
    },
  };
  private async acknowledge(a: AlertRecord): Promise<void> {
    this.taken.set(a.id, a);
    if (await this.act.do("alert.acknowledge", { alert: a.id }))
      this.clock.after(STAYS_MS, () => {
        this.taken.delete(a.id);
        this.requestUpdate();
      });
    else this.taken.delete(a.id);
  }
  private fire(kind: "open" | "report" | "group", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true, composed: true }));
  }
}
