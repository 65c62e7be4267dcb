import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { compass, windForce } from "../../model/numerals.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import type { Cell } from "../../model/sample.ts";
import type { StormRecord } from "../../model/hazard.ts";
import type { StormNow } from "../../model/storm.ts";
import { gradeZh } from "../../model/storm-words.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import type { Figure } from "../marks/panel-text.ts";
import { marks, sentence, spec, type Said, type StormFactRow, type StormNowData } from "../marks/storm-now.ts";
import { figureOf } from "./figures.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { hoursMinutes, moment } from "./time-words.ts";
import { arrivals, decisive, isWithoutCircles, nearest, stormCell, type Arrival, type StormFact } from "./storm-view.ts";

export interface StormNowConfig {
  readonly region?: string;
}
const t = dictionary({
  台风实况与到达: "Storm now and arrival", 此情景没有台风记录: "no storm in this situation", "暂无定位，最近定位已过 6 小时": "no position: the last fix is over 6 h old",
  "{c}级风到 {p}": "force {c} reaches {p}", "（外推）": " (extrap.)", "{c}级风圈已覆盖": "inside force {c}", "48 小时内无县进入风圈（外推）": "no county reached within 48 h (extrap.)",
  该记录不含风圈半径: "this record states no radii", 最近定位未载风圈半径: "the last fix states no radii", "{c}级风圈内 {n} 县：{p}": "inside force {c}, {n} counties: {p}", 时: "h", 分: "min", 县: "counties", 等: " …", "约 {at} 到达": "about {at}", "10级 {at} {p}": "F10 {at} {p}", 最近: "nearest",
  "{name} {id} · 10分钟平均风": "{name} {id} · 10-min mean wind", 强度: "Grade", 风力: "Wind", 气压: "Pressure", 移动: "Motion", "7级圈": "F7", "10级": "F10", 位置: "Position",
});

/** Where the storm is, how strong, where it goes, and how long until its wind reaches the first county. */
@customElement("wall-storm-now")
export class StormNowPanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StormNowConfig = {};
  @query(".plot") private plot!: HTMLElement | null;

  private readonly storm = new StormSource(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly places = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    return {
      r7: arrivals(s.cells("met.storm.arrival.r7", region, "county").cells.values()),
      r10: arrivals(s.cells("met.storm.arrival.r10", region, "county").cells.values()),
      // That nothing comes is a statement of both circles; that one has not come to the page is not.
      told: s.cells("met.storm.arrival.r10", region, "county").status === "ready" && [...s.cells("met.storm.arrival.r7", region, "county").cells.values()].some((c) => c.state !== "never"),
      circle: s.cells("met.storm.circle", region, "province").cells.get(region),
      near: nearest(s.cells("met.storm.distance", region, "county").cells.values()),
    };
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(), size), { within: () => this.plot });
  }
  override render() {
    const { record, status, code } = this.storm;
    const facts = record ? [this.fact("wind"), this.fact("lat")] : [];
    const worst = worstOf(facts.map((f) => f.cell));
    const empty = !record ? t("此情景没有台风记录") : record.now === null ? t("暂无定位，最近定位已过 6 小时") : "";
    return html`<wall-card heading=${t("台风实况与到达")} note=${record ? t("{name} {id} · 10分钟平均风", { name: record.nameZh, id: record.id.slice(2) }) : ""} status=${status} code=${code}
        .observedAt=${record ? (record.fixes.at(-1)?.at ?? null) : undefined} state=${worst.state} empty=${status === "ready" ? empty : ""}>
      <div class="plot" role="img" aria-label=${record?.now ? sentence(this.data()) : ""}></div>
    </wall-card>`;
  }
  private data(): StormNowData {
    return this.storm.record?.now ? { ...this.countdown(this.storm.record), facts: this.facts(this.storm.record.now) } : { lead: { text: "" }, under: [], facts: [] };
  }
  private get standpoint() {
    return { simNow: this.storm.now, linked: this.storm.live };
  }
  private fact(name: StormFact) {
    return stormCell(this.storm.record!, name, this.storm.now, this.storm.live, this.storm.tick);
  }
  private figure(name: StormFact): Figure {
    const { measured, cell } = this.fact(name);
    return figureOf(cell, measured, this.standpoint);
  }

  private countdown(record: StormRecord): Omit<StormNowData, "facts"> {
    const { now } = this.storm;
    if (!record.hasRadii) return { lead: { text: t("该记录不含风圈半径") }, under: [this.nearestPlace()] };
    if (isWithoutCircles(record)) return { lead: { text: t("最近定位未载风圈半径") }, under: [this.nearestPlace()] };
    const { r7, r10, circle: inside, told } = this.places.value;
    const next = decisive(r7, r10, now);
    const covered = inside?.value === 10 ? { circle: 10, all: r10 } : { circle: 7, all: r7 };
    const within = covered.all.filter((a) => a.at === null);
    const old = !this.storm.live;
    if (!next && inside && within.length > 0)
      return {
        lead: { text: t("{c}级风圈已覆盖", { c: covered.circle }) }, hero: { parts: [[String(within.length), t("县")]], old, ...this.truth(inside, "met.storm.circle") },
        under: [[{ text: this.some(within), tone: "strong" }], this.nearestPlace()],
      };
    if (!next) return { lead: told ? { text: t("48 小时内无县进入风圈（外推）"), tone: "notActual" } : { text: "··" }, under: [this.nearestPlace()] };
    const left = hoursMinutes(next.to.at - now);
    const minutes: [string, string] = [String(left.minutes).padStart(left.hours > 0 ? 2 : 1, "0"), t("分")];
    return {
      lead: { text: `${t("{c}级风到 {p}", { c: next.circle, p: this.names.of(next.to.place) })}${t("（外推）")}`, tone: "notActual" },
      hero: { parts: left.hours > 0 ? [[String(left.hours), t("时")], minutes] : [minutes], old, ...this.truth({ ...next.to.cell, quality: "extrapolated" }, `met.storm.arrival.r${next.circle}`) },
      under: [
        [{ text: t("约 {at} 到达", { at: moment(next.to.at, now) }) }],
        ...(next.circle === 7 ? this.tenToo(now) : []),
        ...(within.length > 0 ? [[{ text: t("{c}级风圈内 {n} 县：{p}", { c: covered.circle, n: within.length, p: this.some(within) }), tone: "strong" as const }]] : []),
        this.nearestPlace(),
      ],
    };
  }
  private truth(cell: Cell, indicator: string) {
    const { truth } = figureOf(cell, this.words.indicator(indicator), this.standpoint);
    return truth ? { truth } : {};
  }
  /** 徐闻、雷州 or 徐闻等: the names without their city, as many as stand in half a line. */
  private some(inside: readonly Arrival[]): string {
    const names = inside.map((a) => this.names.of(a.place).split(" ").at(-1)!);
    return names.length > 2 ? `${names[0]!}${t("等")}` : names.join("、");
  }
  private tenToo(now: number): Said[][] {
    const first = this.places.value.r10.find((a) => a.at !== null);
    return first ? [[{ text: t("10级 {at} {p}", { at: moment(first.at!, now), p: this.names.of(first.place) }), tone: "notActual" }]] : [];
  }
  private nearestPlace(): Said[] {
    const { near } = this.places.value;
    return near ? [{ text: `${t("最近")} ${this.names.of(near.place)} ` }, { text: `${Math.round(near.value!)} km`, tone: "strong", ...this.truth(near, "met.storm.distance") }] : [];
  }

  private facts(now: NonNullable<StormRecord["now"]>): StormFactRow[] {
    const word = (text: string): Figure => ({ text, unit: "" });
    const degrees = (name: "lat" | "lon"): Figure => {
      const { measured, cell } = this.fact(name);
      return { ...this.figure(name), text: `${Math.abs(cell.value ?? 0).toFixed(1)}${measured.unit}`, unit: "", tag: "" };
    };
    const tag = QUALITY_TAG[now.quality][language()];
    return [
      { id: "grade", label: t("强度"), main: [word(gradeZh(now.grade))] },
      { id: "wind", label: t("风力"), main: [now.windMs === null ? word("—") : { ...this.figure("wind"), text: String(windForce(now.windMs)), unit: "级" }], right: [this.figure("wind")] },
      { id: "pressure", label: t("气压"), main: [this.figure("pressure")] },
      { id: "motion", label: t("移动"), main: [word(now.heading === null ? "—" : compass(now.heading))], right: [this.figure("speed")] },
      { id: "reach", label: t("7级圈"), main: [this.reach(now.r30)], right: [{ text: t("10级") }, this.figure("r50")] },
      { id: "place", label: t("位置"), main: [degrees("lat"), degrees("lon")], ...(tag && { tag }) },
    ];
  }
  /** JMA states a long and a short side; both are told. */
  private reach(radii: StormNow["r30"]): Figure {
    const figure = this.figure("r30");
    return radii && radii.longKm !== radii.shortKm ? { ...figure, text: `${radii.shortKm}—${radii.longKm}`, unit: "km" } : figure;
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-now": StormNowPanel;
  }
}
definePanel<StormNowConfig>({ ...spec, tag: "wall-storm-now", title: { zh: "台风实况与到达", en: "Storm now and arrival" }, example: { region: "44" } });
