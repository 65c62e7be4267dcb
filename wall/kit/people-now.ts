import { peopleTime } from "../../model/situation.ts";
import type { Link } from "./contexts.ts";

/** People's time in a situation now: the server's, but in a replay of the past the time of that past. */
export const peopleNow = (link: Link, situation: string): number => peopleTime(link.situations.find(({ id }) => id === situation), link.serverNow());
