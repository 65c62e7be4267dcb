import { GATEWAY_FACT } from "./gateway-fact.ts";
import type { Severity } from "./words.ts";

/** Which alert explains which (抑制), as data: while the one holds, nobody is asked about the others. */
export interface Inhibition {
  readonly id: string;
  readonly by: { readonly fact: "gateway" } | { readonly indicator: string; readonly level?: Severity };
  /** Silence alone, or what an indicator says: what is measured is never explained away by what measures it. */
  readonly of: { readonly indicator?: string; readonly absence?: true };
  /** What both must have in common. */
  readonly same: "gateway" | "region" | "place";
}

/** Sensors behind a gateway that is silent are silent because of it. */
export const INHIBITIONS: readonly Inhibition[] = [{ id: "gateway", by: { fact: "gateway" }, of: { absence: true }, same: "gateway" }];

/** An alert as far as it explains or is explained. */
export interface Explicable {
  readonly indicator: string;
  readonly place: string;
  readonly severity: Severity;
  readonly isAbsence: boolean;
}
export interface Lies {
  gatewayOf(place: string): string | undefined;
  regionOf(place: string): string | undefined;
}

/** True when `by` explains `of`. */
export function explains(inhibition: Inhibition, by: Explicable, of: Explicable, lies: Lies): boolean {
  if ("fact" in inhibition.by ? !by.indicator.startsWith(GATEWAY_FACT) : by.indicator !== inhibition.by.indicator || by.severity > (inhibition.by.level ?? 4)) return false;
  if (of.indicator === by.indicator && of.place === by.place) return false;
  if (inhibition.of.absence === true && !of.isAbsence) return false;
  if (inhibition.of.indicator !== undefined && of.indicator !== inhibition.of.indicator) return false;
  switch (inhibition.same) {
    case "place":
      return by.place === of.place;
    case "region":
      return lies.regionOf(by.place) !== undefined && lies.regionOf(by.place) === lies.regionOf(of.place);
    case "gateway":
      return by.indicator.slice(GATEWAY_FACT.length) === lies.gatewayOf(of.place);
  }
}
