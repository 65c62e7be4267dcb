/** A device that several sites report through (网关). */
export interface Gateway {
  readonly id: string;
  readonly name: string;
  /** Where it stands. */
  readonly region: string;
  /** Lists that were made up say so. */
  readonly illustrative?: boolean;
}

export const GATEWAY_FACT = "gateway:";
/** What an alert speaks of that concerns a gateway, in the place of an indicator: `gateway:gw-4408-water`. */
export const gatewayFact = (gateway: string): string => `${GATEWAY_FACT}${gateway}`;
/** The gateway that such an alert speaks of; null for an indicator. */
export const gatewayIn = (indicator: string): string | null => (indicator.startsWith(GATEWAY_FACT) ? indicator.slice(GATEWAY_FACT.length) : null);
/** The rule by which it is found (网关中断). */
export const GATEWAY_RULE = "gateway.silent";
export const GATEWAY_WORDS = { zh: "数据网关中断", en: "gateway is silent" } as const;
