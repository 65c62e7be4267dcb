import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ROLE_WORDS, type Role } from "../../model/account.ts";
import { systemClock } from "../../model/clock.ts";
import { WORLD_ACTOR } from "../../model/incident.ts";
import { LEVELS, type Level } from "../../model/region.ts";
import { UNIT_KIND_EN } from "../../model/unit.ts";
import { readsContext, sessionContext } from "./contexts.ts";
import { dictionary, inWords, language } from "./language.ts";
import { ReadRefused, type RegionView } from "./reads.ts";

const t = dictionary({ 系统: "system", 模拟: "simulation", 省级: "Provincial", 市级: "City", 县级: "County", 镇级: "Town" });
const ABOVE: Readonly<Partial<Record<Level, Parameters<typeof t>[0]>>> = { province: "省级", city: "市级", county: "县级", town: "镇级" };
/** Until a name that did not come is asked for again. */
const AGAIN_MS = 5_000;
const isRole = (word: string | undefined): word is Role => word !== undefined && Object.hasOwn(ROLE_WORDS, word);

/** Names of places for its host: at once when known, else asked for, and the host renders again when it has come. */
export class Names implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly reads: ContextConsumer<typeof readsContext, ReactiveControllerHost & HTMLElement>;
  private readonly session: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  private readonly asked = new Set<string>();
  private readonly sites = new Map<string, { name: string; nameEn?: string; region: string }>();
  private sitesAsked = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.reads = new ContextConsumer(host, { context: readsContext });
    this.session = new ContextConsumer(host, { context: sessionContext });
    host.addController(this);
  }
  hostConnected(): void {}

  region(code: string): RegionView | undefined {
    // A site is no region, though its region may not be known yet.
    if (!/^\d+$/.test(code)) return undefined;
    const reads = this.reads.value;
    const known = reads?.regionNow(code);
    if (!known && reads && !this.asked.has(code)) {
      this.asked.add(code);
      reads.region(code).then(
        () => this.host.requestUpdate(),
        (error: unknown) => {
          // A place outside the reader's subtree keeps its code for a name; an answer that was lost on the way is asked for again.
          if (error instanceof ReadRefused && error.status < 500) return;
          systemClock.after(AGAIN_MS, () => {
            this.asked.delete(code);
            this.host.requestUpdate();
          });
        },
      );
    }
    return known;
  }
  /** The name of a region or site; its code while the name is awaited. */
  of(place: string): string {
    const site = this.sites.get(place);
    if (site) return inWords({ zh: site.name, en: site.nameEn ?? "" });
    if (/^\d+$/.test(place)) {
      const region = this.region(place);
      return region ? inWords({ zh: region.name, en: region.nameEn }) : place;
    }
    this.askSites();
    return place;
  }
  /** "zh-CN" for a place that stands in Chinese on an English page, because it has no other name. */
  langOf(place: string): "zh-CN" | undefined {
    return language() === "en" && /\p{Script=Han}/u.test(this.of(place)) ? "zh-CN" : undefined;
  }
  /** 市 · 县 · 镇 above and with a place, as far as the reader sees; the province left out. */
  withParents(code: string): string {
    const region = this.region(code);
    if (!region) return this.of(code);
    const line = [...region.path, code];
    const own = line.indexOf(this.session.value?.region ?? "");
    return line.slice(Math.min(line.length - 1, Math.max(1, own))).map((each) => this.of(each)).join(" ");
  }
  /** A unit by its name; in English by its place and what it does. */
  unit(id: string, name: string): string {
    const [region = "", kind = ""] = id.split(":");
    const does = UNIT_KIND_EN[kind];
    return language() === "en" && does ? `${this.of(region)} ${does}` : name;
  }
  /**
   * Who did something, as a post: 湛江市 值班员. Of a post above the reader, who does not see its region, only the level is
   * said: 省级 指挥长. Of posts of a simulated world it is said that they are: 模拟. An account that is not named after its post keeps its own name.
   */
  post(account: string): string {
    if (account === WORLD_ACTOR) return t("模拟");
    const rule = account.startsWith("rule:");
    const [, role, code] = /^(\w+)@(\d+)$/.exec(account) ?? [];
    if (rule || !isRole(role) || code === undefined) return rule || account === "system" ? t("系统") : account;
    // What lies above the reader is not asked for: the answer would be that there is no such place.
    const above = LEVELS[this.region(this.session.value?.region ?? "")?.path.indexOf(code) ?? -1];
    const where = above ? t(ABOVE[above]!) : this.of(code);
    return `${where} ${inWords(ROLE_WORDS[role])}`.trim();
  }
  /** The region in which a place lies: itself, or the site's. */
  regionOf(place: string): string {
    if (!/^\d+$/.test(place)) this.askSites();
    return this.sites.get(place)?.region ?? place;
  }
  private askSites(): void {
    const reads = this.reads.value;
    if (this.sitesAsked || !reads) return;
    this.sitesAsked = true;
    reads.sites().then(
      (sites) => {
        for (const site of sites) this.sites.set(site.id, site);
        this.host.requestUpdate();
      },
      () => systemClock.after(AGAIN_MS, () => {
        this.sitesAsked = false;
        this.host.requestUpdate();
      }),
    );
  }
}
