import { PEACE_FEED } from "../../../model/feed.ts";
import { isNotActual, type Quality } from "../../../model/quality.ts";
import type { HereNow } from "./standpoint.ts";

/** Whether nobody observed a number: by its quality, and in a world that is computed altogether also where that calls it doubtful. */
export const isComputed = (quality: Quality, { info }: Partial<Pick<HereNow, "info">>): boolean => isNotActual(quality) || (quality === "suspect" && info?.feed === PEACE_FEED);
