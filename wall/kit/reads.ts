import type { AlertPost } from "../../model/alert-post.ts";
import type { BoundaryLevel, BoundarySet } from "../../model/boundary.ts";
import type { FeedInfo } from "../../model/feed.ts";
import type { IncidentType } from "../../model/topic.ts";
import type { DisplayHealth } from "../../model/display.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Level, RegionCode } from "../../model/region.ts";
import type { Rule } from "../../model/rule.ts";
import type { Contribution, Lineage, Site } from "../../model/sample.ts";
import type { Similar } from "../../model/similar.ts";
import type { Unit } from "../../model/unit.ts";
import type { Preset, Surface } from "../../model/wall.ts";
import type { Class, Words } from "../../model/words.ts";
import type { FitsView } from "./fits.ts";
import type { Session } from "./session.ts";

/** A region with its children, as `GET /regions/:code` answers. */
export interface RegionView {
  readonly code: RegionCode;
  readonly name: string;
  readonly nameEn: string;
  readonly level: Level;
  readonly parent: RegionCode | null;
  /** From the province down, itself excluded. */
  readonly path: readonly RegionCode[];
  readonly children: readonly RegionChild[];
}
export interface RegionChild {
  readonly code: RegionCode;
  readonly name: string;
  readonly nameEn?: string;
  readonly level: Level;
  readonly childCount: number;
  readonly passThrough?: boolean;
  /** A statistical area: counted, but without point and without drill. */
  readonly special?: boolean;
}
/** An indicator as `GET /topics` lists it: what a page needs to word and to age its numbers. */
export interface IndicatorView extends Pick<Indicator, "id" | "title" | "unit" | "unitEn" | "decimals" | "leaf" | "siteKind" | "rollup" | "none" | "zero" | "basis"> {
  /** Declared interval T in ms. */
  readonly cadence: number;
  readonly class: Class;
  readonly worse?: Indicator["worse"];
  /** What to say where the source states that there is none now. */
  readonly none?: Words;
}
/** A record that a drill can play, as `GET /feeds` answers; times as RFC 3339. */
export interface FeedView extends Omit<FeedInfo, "span"> {
  readonly span: { readonly from: string; readonly to: string };
}
type OnWire<T extends { readonly observedAt: number | null }> = Omit<T, "observedAt"> & { readonly observedAt: string | null };
/** What a number is made of, as `GET /lineage` answers; times as RFC 3339. */
export interface LineageView extends Omit<OnWire<Lineage>, "at" | "contributions">, Pick<Indicator, "rollup" | "unit" | "decimals"> {
  readonly at: string;
  readonly contributions: readonly OnWire<Contribution>[];
}
export interface TopicView {
  readonly id: string;
  readonly no: number;
  readonly title: Words;
  readonly lead: string;
  readonly indicators: readonly IndicatorView[];
  readonly incidentTypes: readonly Pick<IncidentType, "id" | "title" | "severity" | "sop" | "limits" | "units" | "gradedBy">[];
  readonly rules?: readonly Rule[];
}

/** What was found by its name, as `GET /search` answers, best first. */
export interface FoundView {
  readonly kind: "region" | "indicator" | "site" | "incident" | "scene";
  readonly id: string;
  readonly title: Words;
  /** The part of each name that was meant, in its UTF-16 units. */
  readonly match: { readonly zh?: readonly [from: number, to: number]; readonly en?: readonly [from: number, to: number] };
  readonly region?: RegionCode;
  /** From the province down to where it lies, itself excluded. */
  readonly path?: readonly RegionCode[];
}

/** When and by whom a situation was stopped and what it played, or that there never was one of that id. */
export type Gone = { readonly at: string; readonly by: string; readonly feed: string } | "never";

/** A wall that this seat sees. */
export interface WallName {
  readonly id: string;
  readonly title: Words;
}

/** A wall with its glass, and how each of its displays is. */
export interface WallView extends WallName {
  readonly scenes: readonly string[];
  /** Those of them that people have composed; a page knows the product's own. */
  readonly published?: readonly { readonly id: string; readonly version: number; readonly title: Words }[];
  readonly presets: readonly Preset[];
  readonly geometry: { readonly surfaces: readonly Surface[] };
  readonly displays: readonly (Omit<DisplayHealth, "n" | "heardAt"> & { readonly id: string })[];
}

/** Where a region, and the shapes of a level within one, are asked for. */
export const regionPath = (code: RegionCode): string => `/regions/${encodeURIComponent(code)}`;
export const boundariesPath = (level: BoundaryLevel, parent?: RegionCode): string => `/boundaries/${level}${parent === undefined ? "" : `?parent=${encodeURIComponent(parent)}`}`;

/** A read that the server refused; `code` as in model/problem. */
export class ReadRefused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "ReadRefused";
    this.status = status;
    this.code = code;
  }
}

/** The few things that come by HTTP. Regions, units and topics stand still while the page is open and are asked once. */
export class Reads {
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly got = new Map<string, unknown>();

  /** @throws ReadRefused */
  async get<T>(path: string): Promise<T> {
    const response = await fetch(`/api/v1${path}`, { headers: { accept: "application/json" } });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body as T;
    const { code = "failed", message = `HTTP ${response.status}` } = (body ?? {}) as { code?: string; message?: string };
    throw new ReadRefused(response.status, code, message);
  }
  session = (): Promise<Session> => this.get<Session>("/session");
  region = (code: RegionCode): Promise<RegionView> => this.once(regionPath(code));
  /** The cities that this seat sees, each with its counties. */
  cities = async (): Promise<readonly RegionView[]> => this.all<RegionView>("/regions?level=city");
  /** At once, when it has been asked before. */
  regionNow = (code: RegionCode): RegionView | undefined => this.got.get(regionPath(code)) as RegionView | undefined;
  topics = async (): Promise<readonly TopicView[]> => this.all<TopicView>("/topics");
  /** Shapes of a level within a region, with all that must be printed beside them. */
  boundaries = (level: BoundaryLevel, parent?: RegionCode): Promise<BoundarySet> => this.once(boundariesPath(level, parent));
  /** Facilities with their names; they are few. */
  sites = async (): Promise<readonly Site[]> => this.all<Site>("/sites");
  feeds = async (): Promise<readonly FeedView[]> => this.all<FeedView>("/feeds");
  /** Of this moment, so it is never kept. @throws ReadRefused */
  lineage = (situation: string, indicator: string, place: string): Promise<LineageView> => this.get(`/lineage?${new URLSearchParams({ situation, indicator, place }).toString()}`);
  /** Of this moment, so it is never kept: incidents come and go. @throws ReadRefused */
  search = async (situation: string, q: string, limit: number): Promise<readonly FoundView[]> => (await this.get<{ items: readonly FoundView[] }>(`/search?${new URLSearchParams({ situation, q, limit: String(limit) }).toString()}`)).items;
  /** What became of a situation that does not run. Neither answer changes any more, so it is asked once for all who ask. @throws ReadRefused */
  gone = (id: string): Promise<Gone> =>
    this.keep(`gone ${id}`, async () => {
      const path = `/situations/${encodeURIComponent(id)}`;
      const { ended } = await this.get<{ readonly ended?: Exclude<Gone, "never"> }>(path).catch((error: unknown) => {
        if (error instanceof ReadRefused && error.status === 404) return { ended: "never" as const };
        throw error;
      });
      if (ended === undefined) throw new ReadRefused(409, "running", `Situation ${id} runs.`);
      return ended;
    });
  /** Who fits an incident, and what may be the same thing: of this moment, so neither is kept. @throws ReadRefused */
  fits = (situation: string, incident: string): Promise<FitsView> => this.get(`/incidents/${encodeURIComponent(incident)}/units?${new URLSearchParams({ situation, limit: "300" }).toString()}`);
  /** Posts that an alert may be given to, the nearest first. */
  postsFor = async (situation: string, alert: string): Promise<readonly AlertPost[]> => this.all<AlertPost>(`/alerts/${encodeURIComponent(alert)}/posts?${new URLSearchParams({ situation }).toString()}`);
  similar = async (situation: string, incident: string): Promise<readonly Similar[]> => (await this.get<{ readonly similar?: readonly Similar[] }>(`/incidents/${encodeURIComponent(incident)}?${new URLSearchParams({ situation }).toString()}`)).similar ?? [];
  /** Of this moment, so it is never kept. @throws ReadRefused */
  wall = (id: string): Promise<WallView> => this.get(`/walls/${encodeURIComponent(id)}`);
  walls = async (): Promise<readonly WallName[]> => this.all<WallName>("/walls");
  /** Those of that region itself, not of its subtree. */
  units = async (region: RegionCode): Promise<readonly Unit[]> => this.all<Unit>(`/units?region=${encodeURIComponent(region)}`);

  /** A whole list, following `next`. */
  private all<T>(path: string): Promise<readonly T[]> {
    return this.keep(path, async () => {
      const items: T[] = [];
      let after: string | undefined;
      do {
        const more = after === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(after)}`;
        const page: { items: readonly T[]; next?: string } = await this.get(more);
        items.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      return items;
    });
  }
  private once<T>(path: string): Promise<T> {
    return this.keep(path, () => this.get<T>(path));
  }
  private keep<T>(path: string, ask: () => Promise<T>): Promise<T> {
    const before = this.kept.get(path);
    if (before) return before as Promise<T>;
    const asked = ask();
    this.kept.set(path, asked);
    asked.then(
      (body) => this.got.set(path, body),
      // A failure is not kept: the next one asks again.
      () => this.kept.delete(path),
    );
    return asked;
  }
}
