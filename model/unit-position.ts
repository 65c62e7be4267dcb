import type { LonLat } from "./geodesy.ts";
import type { Quality } from "./quality.ts";
import { MINUTE } from "./time.ts";

/** Where a unit said that it is (单位位置). It decides nothing and is in no journal. */
export interface UnitPosition {
  readonly unit: string;
  readonly point: LonLat;
  /** Epoch ms of people's clock, in a played world too: a unit is people. */
  readonly observedAt: number;
  readonly receivedAt: number;
  /** `modelled` of what is simulated. */
  readonly quality: Quality;
}

/** An older one says where the unit was, and not where it is. */
export const POSITION_STALE_MS = 15 * MINUTE;
export const isStalePosition = ({ observedAt }: Pick<UnitPosition, "observedAt">, now: number): boolean => now - observedAt > POSITION_STALE_MS;
