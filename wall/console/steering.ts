import type { Session } from "../kit/session.ts";
import type { RegionView } from "../kit/reads.ts";

/** Why this seat may not set the clocks of drills; `may` when it may, as the server judges it. */
export type Steering = "may" | "no_right" | "not_root";

/** Clocks belong to posts of the whole platform: the right, and a seat at the root of the regions. */
export const steering = ({ rights }: Pick<Session, "rights">, seat: Pick<RegionView, "parent"> | undefined): Steering =>
  !rights.includes("situation") ? "no_right" : seat?.parent === null ? "may" : "not_root";
