import type { Alert } from "../../model/alert.ts";
import type { Finding } from "../../model/finding.ts";
import type { Freshness } from "../../model/freshness.ts";
import { GATEWAY_RULE, gatewayFact, gatewayIn, type Gateway } from "../../model/gateway-fact.ts";
import type { Stop } from "../../model/ports.ts";
import type { Rule } from "../../model/rule.ts";
import { SECOND } from "../../model/time.ts";
import type { Watch } from "../../model/watched.ts";

const LOOKED_AT_MS = 10 * SECOND;
/** One site alone is silent by itself. */
const LEAST_SITES = 2;

export interface GatewaysNeeds {
  readonly gateways: readonly Gateway[];
  /** The sites behind a gateway. */
  sitesOf(gateway: string): readonly string[];
  /** How the numbers of a site stand, each that is expected of it. */
  states(site: string): readonly Freshness[];
  /** Alerts of live. */
  readonly alerts: { all(): Iterable<Alert> };
  readonly watch: Watch;
}

const ruleOf = (gateway: string): Rule => ({
  id: GATEWAY_RULE, indicator: gatewayFact(gateway), level: 3, when: { op: ">=", value: LEAST_SITES }, holdMs: 0, deadband: 0, source: `平台设定：同一网关下有过数据的站点全部中断（不少于 ${LEAST_SITES} 个）即判网关中断`,
});

/** Raises an alert of live for each gateway of which every site that ever reported has fallen silent, and returns it with the first that is heard again. */
export function watchGateways({ gateways, sitesOf, states, alerts, watch }: GatewaysNeeds): Stop {
  /** Whether a site is heard; null of one that never was, which says nothing. */
  function isHeard(site: string): boolean | null {
    const known = states(site).filter((state) => state !== "never");
    return known.length === 0 ? null : known.some((state) => state !== "stale" && state !== "down");
  }
  const finding = (kind: "exceed" | "clear", gateway: string, place: string, silent: number): Finding => {
    const rule = ruleOf(gateway);
    return { kind, indicator: rule.indicator, place, rule, value: silent, limit: LEAST_SITES };
  };
  function findings(): Finding[] {
    const out: Finding[] = [];
    for (const { id, region } of gateways) {
      const heard = sitesOf(id).flatMap((site) => isHeard(site) ?? []);
      if (heard.includes(true)) out.push(finding("clear", id, region, 0));
      else if (heard.length >= LEAST_SITES) out.push(finding("exceed", id, region, heard.length));
    }
    // One that the list no longer knows is nobody's cause any more.
    const there = new Set(gateways.map(({ id }) => id));
    for (const { indicator, place } of alerts.all()) {
      const gateway = gatewayIn(indicator);
      if (gateway !== null && !there.has(gateway)) out.push(finding("clear", gateway, place, 0));
    }
    return out;
  }
  return watch({ everyMs: LOOKED_AT_MS, findings, unwritten: "That a gateway is silent, or back, could not be written yet" });
}
