import type { Session } from "../kit/session.ts";
import type { RegionView } from "../kit/reads.ts";

/** Why this seat may not set the clocks of drills; `may` when it may, as the server judges it. */
export type Steering = "may" | "no_right" | "not_root";

/** Clocks belong to posts of the whole platform: the right, and a seat at the root of the regions. */
export const steering = ({ rights }: Pick<Session, "rights">, seat: Pick<RegionView, "parent"> | undefined): Steering =>
  !rights.includes("situation") ? "no_right" : seat?.parent === null ? "may" : "not_root";

/** What is left of a seat in a replay: to look, to set the clock, and to send what it sees to a wall. */
export const spectator = (session: Session): Session => ({ ...session, rights: session.rights.filter((right) => SPECTATOR.has(right)) });
const SPECTATOR: ReadonlySet<string> = new Set(["read", "situation", "wall"]);
