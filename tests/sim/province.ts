import type { Actor, Role } from "../../model/account.ts";
import { GATEWAY_RULE, gatewayFact } from "../../model/gateway-fact.ts";
import type { Rule } from "../../model/rule.ts";
import type { Site } from "../../model/sample.ts";
import { MINUTE } from "../../model/time.ts";
import type { Severity } from "../../model/words.ts";
import type { Catalog } from "../../server/catalog/index.ts";
import { indicator, littleSites, littleTree } from "../fixtures/little-province.ts";

const GATEWAY = "gw-a";
const sites: readonly Site[] = littleSites.map((site) => (site.id === "gauge-a" || site.id === "gauge-b" ? { ...site, gateway: GATEWAY } : site));
const LEVELS: readonly Severity[] = [1, 2, 3, 4];
const rule = (of: string, level: Severity): Rule => ({ id: `${of}#${level}`, indicator: of, level, when: { op: ">=", value: 50 - level * 10 }, holdMs: 0, deadband: 0, source: "试验" });
const silence: Rule = { id: "stage#silent", indicator: "stage", level: 4, when: { of: "absence", over: 10 * MINUTE }, holdMs: 0, deadband: 0, source: "试验" };
const gateway: Rule = { id: GATEWAY_RULE, indicator: gatewayFact(GATEWAY), level: 3, when: { op: ">=", value: 2 }, holdMs: 0, deadband: 0, source: "试验" };
const rules = new Map([...LEVELS.flatMap((level) => [rule("gust", level), rule("stage", level)]), silence].map((one) => [one.id, one]));

/** What may be found at a place: the rules of one cause, the gravest first. */
export interface Cause {
  readonly place: string;
  readonly rules: readonly Rule[];
}
export const CAUSES: readonly Cause[] = [
  ...["440103001", "440103002", "440104001", "440104", "441900003"].map((place) => ({ place, rules: LEVELS.map((level) => rules.get(`gust#${level}`)!) })),
  ...["gauge-a", "gauge-b", "gauge-c"].flatMap((place) => [{ place, rules: LEVELS.slice(1, 3).map((level) => rules.get(`stage#${level}`)!) }, { place, rules: [silence] }]),
  { place: "4401", rules: [gateway] },
];

export const TYPES = ["flood", "collapse"] as const;
const limits = { verifyMin: 10, acceptMin: 5, arriveMin: 30, reportMin: 60, closeH: 24, source: "试验" };
export const UNITS = ["4401:fire", "440103:fire", "440104:flood", "440103001:team", "441900003:team"];
/** What of the catalogue is asked for by whoever decides. */
export const province = {
  regions: littleTree,
  rule: (id: string) => rules.get(id),
  topicOf: () => "water",
  site: (id: string) => sites.find((site) => site.id === id),
  unit: (id: string) => (UNITS.includes(id) ? { id, region: id.split(":")[0]! } : undefined),
  incidentType: (id: string) => (id === "flood" ? { topic: "water", severity: 2, limits } : id === "collapse" ? { topic: "emergency", severity: 1, gradedBy: "safety", limits } : undefined),
  away: () => null,
} as unknown as Catalog;

export const outage = indicator("outage", "sum", "town", { range: [0, 1_000] });

const post = (role: Role, region: string, unit?: string): Actor => ({ account: `${role}@${unit ?? region}`, role, region, session: "s", ...(unit !== undefined && { unit }) });
export const SEATS: readonly Actor[] = [post("commander", "44"), post("chief", "44"), post("chief", "4401"), post("officer", "4401"), post("officer", "440103"), post("officer", "44"), post("chief", "4419")];
export const CREWS: readonly Actor[] = UNITS.map((unit) => post("unit", unit.split(":")[0]!, unit));
