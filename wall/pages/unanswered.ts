import type { Clock } from "../../model/ports.ts";
import type { Link } from "../link/link.ts";

/** How often a page that has heard nothing yet looks whether it was refused. */
const LOOKED_AT_MS = 500;

export interface UnansweredNeeds {
  readonly clock: Clock;
  readonly link: Pick<Link, "state" | "farewell">;
  /** Whether the server answers a plain question, asked beside the link. */
  answers(): Promise<boolean>;
  /** Nobody answers: run once, and nothing is looked at after it. */
  giveUp(): void;
}

/**
 * Watches a start that has no picture kept until it is live, and tells when the platform cannot be reached. A link that was not
 * opened in time is no proof of that: a page busy with its own start misses its server's answer, and would begin that start again
 * and again. So the server is asked plainly, and while it answers the page goes on and the link tries again by itself.
 */
export function whenUnanswered({ clock, link, answers, giveUp }: UnansweredNeeds): void {
  let asking = false;
  const stop = clock.every(LOOKED_AT_MS, () => {
    if (link.state === "live") return stop();
    // Who is not let in is told so elsewhere.
    if (asking || link.farewell === "" || link.farewell === "no_session" || link.farewell === "session_ended") return;
    asking = true;
    void look();
  });
  async function look(): Promise<void> {
    const isThere = await answers().catch(() => false);
    asking = false;
    if (isThere || link.state === "live") return;
    stop();
    giveUp();
  }
}
