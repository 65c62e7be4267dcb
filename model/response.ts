import type { Right } from "./account.ts";
import type { Level, RegionCode } from "./region.ts";
import type { Words } from "./words.ts";

/** 应急响应级别: what a command body does (I to IV, 1 gravest). Neither a warning's colour nor an incident's grade. */
export type ResponseLevel = 1 | 2 | 3 | 4;
/** A level in force, or none. */
export type Standing = ResponseLevel | null;
/** As it is written: Latin letters, never the full-width numerals (VISUAL §3). */
export const ROMAN: Readonly<Record<ResponseLevel, string>> = { 1: "I", 2: "II", 3: "III", 4: "IV" };

/** Plans start each kind by itself: a region may stand at II for the wind and at IV for the flood. */
export const RESPONSE_KINDS = {
  general: { zh: "综合", en: "general" },
  typhoon: { zh: "防风", en: "typhoon" },
  flood: { zh: "防汛", en: "flood" },
  drought: { zh: "防旱", en: "drought" },
  frost: { zh: "防冻", en: "frost" },
  geology: { zh: "地质灾害", en: "geological disaster" },
  quake: { zh: "地震", en: "earthquake" },
  fire: { zh: "森林火灾", en: "forest fire" },
  chemical: { zh: "危险化学品", en: "hazardous chemicals" },
  epidemic: { zh: "公共卫生", en: "public health" },
  power: { zh: "大面积停电", en: "power outage" },
} as const satisfies Readonly<Record<string, Words>>;
export type ResponseKind = keyof typeof RESPONSE_KINDS;
export const RESPONSE_KIND_IDS = Object.keys(RESPONSE_KINDS) as ResponseKind[];

/** A response in force; a fold of the journal. It holds in its region and in all below it. Times are RFC 3339, of people. */
export interface Response {
  readonly id: string;
  readonly region: RegionCode;
  readonly kind: ResponseKind;
  readonly level: ResponseLevel;
  /** Since when it stands at all, and since when at this level. */
  readonly since: string;
  readonly levelSince: string;
  /** Who ordered this level, and who agreed where two must. */
  readonly by: string;
  readonly confirmedBy?: string;
  readonly reason: string;
  /** Clause of the plan, number of the document. */
  readonly plan?: string;
}

/** A change of a response that waits for a second person; its id is that of the command. */
export interface WaitingResponse {
  readonly id: string;
  readonly region: RegionCode;
  readonly kind: ResponseKind;
  readonly from: Standing;
  readonly level: Standing;
  readonly by: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly reason: string;
  readonly plan?: string;
}

/** What the channel `responses` and `GET /responses` carry. */
export type ResponseRecord = (Response & { readonly state: "inForce" } & Named) | (WaitingResponse & { readonly state: "pending" } & Named);
interface Named {
  readonly regionName: string;
  readonly regionLevel: Level;
  /** In the whole region that was asked about, not only in a part of it. */
  readonly holdsHere: boolean;
}

/** 0 = none, 4 = the gravest. */
const height = (level: Standing): number => (level === null ? 0 : 5 - level);
/** What a change is; undefined when nothing would change. */
export const changeOf = (from: Standing, to: Standing): "response.raise" | "response.lower" | undefined =>
  height(to) === height(from) ? undefined : height(to) > height(from) ? "response.raise" : "response.lower";

/** Down goes one level at a time, with a reason for each; up goes as far as it must (governance b1). */
export const oneDown = (level: ResponseLevel): Standing => (level === 4 ? null : ((level + 1) as ResponseLevel));

/** To raise to I or II, and to leave them, takes two persons. */
export const needsSecond = (from: Standing, to: Standing): boolean => Math.max(height(from), height(to)) >= height(2);

/** The duty chief may change IV alone; everything above is the commander's (governance c1). */
export const rightToChange = (from: Standing, to: Standing): Right => (Math.max(height(from), height(to)) > height(4) ? "respondAny" : "respond");

/** Towns and villages have no power to declare more than their own plan, which reaches IV (governance a3). */
export const gravestOfOwn = (level: Level): ResponseLevel => (level === "town" || level === "village" ? 4 : 1);

/** Command kinds that are legal on a response now. */
export function legalOnResponse(level: Standing): string[] {
  return [...(level === 1 ? [] : ["response.raise"]), ...(level === null ? [] : ["response.lower"])];
}

/** Gravest first, then the longer standing. */
export const byGravity = <T extends Pick<Response, "level" | "levelSince" | "id">>(responses: Iterable<T>): T[] =>
  [...responses].sort((a, b) => a.level - b.level || (a.levelSince < b.levelSince ? -1 : a.levelSince > b.levelSince ? 1 : a.id < b.id ? -1 : 1));
