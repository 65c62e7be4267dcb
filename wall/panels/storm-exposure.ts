import { html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { grouped } from "../../model/numerals.ts";
import { QUALITY_TAG } from "../../model/quality.ts";
import { DAY, HOUR } from "../../model/time.ts";
import { Canvas } from "../kit/canvas.ts";
import { worstOf } from "../kit/card.ts";
import { dictionary, language, Speaks } from "../kit/language.ts";
import { definePanel } from "../kit/panel.ts";
import { Select } from "../kit/select.ts";
import type { Figure } from "../marks/panel-text.ts";
import { marks, rowsOf, sentence, spec, type Arrives, type StormExposureData } from "../marks/storm-exposure.ts";
import { countOf, figureOf } from "./figures.ts";
import { Lexicon } from "./lexicon.ts";
import { PlaceNames } from "./place-names.ts";
import { StormSource } from "./storm-source.ts";
import { panelStyle } from "./style.ts";
import { moment } from "./time-words.ts";
import { arrivals, inside, inTurn, isWithoutCircles } from "./storm-view.ts";

export interface StormExposureConfig {
  readonly region?: string;
}
const t = dictionary({
  风圈内与到达次序: "Inside the wind, and who is next", "10分钟平均": "10-min mean", "7级风圈内常住人口": "Residents inside force 7", 其中10级: "of them force 10",
  "2010 年普查": "census 2010", 县: "counties", 镇街: "towns", "7级": "F7", "10级": "F10", 市: "City", "7级到达": "force 7", "10级到达": "force 10",
  圈内: "inside", 外推: "extrap.", "48 小时内无市进入风圈（外推）": "no city reached within 48 h (extrap.)", 尚无推算: "not computed yet", 正在取数: "fetching", 该记录不含风圈半径: "this record states no radii", 此情景没有台风记录: "no storm in this situation", "最近定位（{at}）未载风圈半径": "the last fix ({at}) states no radii", "此后 {n} 时": "next {n} h", "{n}/{m} 市": "{n} of {m}",
});

/** Cities named when the panel is read aloud. */
const NAMED_ALOUD = 5;

/** Who is inside a wind circle now, and in which order the cities follow. */
@customElement("wall-storm-exposure")
export class StormExposurePanel extends LitElement {
  static override styles = panelStyle;
  @property({ attribute: false }) config: StormExposureConfig = {};
  @query(".plot") private plot!: HTMLElement | null;

  private readonly storm = new StormSource(this);
  private readonly names = new PlaceNames(this);
  private readonly words = new Lexicon(this);
  private readonly places = new Select(this, (s) => {
    const region = this.config.region ?? "44";
    const whole = (indicator: string) => s.cells(indicator, region, "province").cells.get(region);
    return {
      counties: s.cells("met.storm.circle", region, "county"),
      towns: s.cells("met.storm.circle", region, "town"),
      r7: arrivals(s.cells("met.storm.arrival.r7", region, "city").cells.values()),
      // That nothing comes is a statement; that nothing was said is not.
      told: [...s.cells("met.storm.arrival.r7", region, "city").cells.values()].some((c) => c.state !== "never"),
      isAwaited: [7, 10].some((force) => s.cells(`met.storm.arrival.r${force}`, region, "city").status === "loading"),
      r10: new Map(arrivals(s.cells("met.storm.arrival.r10", region, "city").cells.values()).map((a) => [a.place, a])),
      circle: whole("met.storm.circle"),
      exposed7: whole("met.storm.exposed.r7"),
      exposed10: whole("met.storm.exposed.r10"),
    };
  });

  constructor() {
    super();
    new Speaks(this);
    new Canvas(this, (size) => marks(this.data(rowsOf(size)), size), { within: () => this.plot });
  }
  override render() {
    const { counties, exposed7 } = this.places.value;
    const worst = worstOf(exposed7 ? [exposed7] : []);
    const noRadii = this.storm.record?.hasRadii === false;
    return html`<wall-card heading=${t("风圈内与到达次序")} note=${t("10分钟平均")} status=${counties.status} code=${counties.code}
        .observedAt=${exposed7 ? worst.observedAt : undefined} state=${worst.state} .coverage=${exposed7?.coverage} empty=${this.storm.status === "ready" && !this.storm.record ? t("此情景没有台风记录") : noRadii ? t("该记录不含风圈半径") : this.storm.record && isWithoutCircles(this.storm.record) ? t("最近定位（{at}）未载风圈半径", { at: moment(this.storm.record.fixes.at(-1)?.at ?? this.storm.record.at, this.storm.now) }) : ""}>
      <div class="plot" role="img" aria-label=${sentence(this.data(NAMED_ALOUD))}></div>
    </wall-card>`;
  }
  private data(rows: number): StormExposureData {
    const { exposed7, exposed10 } = this.places.value;
    const standpoint = { simNow: this.storm.now, linked: this.storm.live };
    return {
      people: {
        label: t("7级风圈内常住人口"), inside: figureOf(exposed7, this.words.indicator("met.storm.exposed.r7"), standpoint),
        strongLabel: t("其中10级"), strong: figureOf(exposed10, this.words.indicator("met.storm.exposed.r10"), standpoint),
        source: t("2010 年普查"), tag: exposed7 ? QUALITY_TAG[exposed7.quality][language()] : "",
      },
      counts: { headings: [t("县"), t("镇街")], rows: [this.inside(7, t("7级")), this.inside(10, t("10级"))] },
      order: this.order(rows), old: !this.storm.live,
    };
  }
  private inside(circle: 7 | 10, label: string) {
    const { counties, towns } = this.places.value;
    const count = (view: typeof counties, level: "county" | "town"): { figure: Figure; of: string } => {
      const { count: value, have, of } = inside([...view.cells.values()].filter((c) => !this.names.isPassThrough(c.place)), circle);
      const figure = countOf({ id: `met.storm.inside.r${circle}.${level}`, place: "44", value, observedAt: view.simAt || null, tick: view.tick, have, of, level }, { linked: this.storm.live });
      return { figure: have === 0 ? figure : { ...figure, text: grouped(value, 0) }, of: view.status === "loading" ? "··" : grouped(of, 0) };
    };
    const [county, town] = [count(counties, "county"), count(towns, "town")];
    return { label, county: county.figure, ofCounties: county.of, town: town.figure, ofTowns: town.of };
  }
  private order(rows: number): StormExposureData["order"] {
    const { r7, r10, told, isAwaited } = this.places.value;
    const now = this.storm.now;
    const shown = inTurn(r7, r10).slice(0, rows);
    const last = Math.max(6 * HOUR, ...shown.flatMap((a) => [a.at ?? now, r10.get(a.place)?.at ?? now])) - now;
    const spanMs = Math.min(2 * DAY, Math.max(6 * HOUR, last));
    const arrives = (at: number | null | undefined): Arrives => (at == null ? at : { inMs: at - now, words: moment(at, now) });
    return {
      headings: [shown.length < r7.length ? t("{n}/{m} 市", { n: shown.length, m: r7.length }) : t("市"), t("此后 {n} 时", { n: Math.round(spanMs / HOUR) }), t("7级到达"), t("10级到达")],
      rows: shown.map(({ place, at }) => ({ place, name: this.names.of(place), seven: arrives(at), ten: arrives(r10.get(place)?.at) })),
      none: isAwaited ? t("正在取数") : told ? t("48 小时内无市进入风圈（外推）") : t("尚无推算"), insideWord: t("圈内"), spanMs,
    };
  }
}
declare global {
  interface HTMLElementTagNameMap {
    "wall-storm-exposure": StormExposurePanel;
  }
}
definePanel<StormExposureConfig>({ ...spec, tag: "wall-storm-exposure", title: { zh: "风圈内与到达次序", en: "Inside the wind, and who is next" }, example: { region: "44" } });
