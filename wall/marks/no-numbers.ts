import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Size } from "./mark.ts";
import { caption } from "./panel-text.ts";

/** Where a picture over time would have an axis over nothing: one sentence that there is no number in it. */
export const noNumbers = (says: string, size: Size): Mark[] => [caption(says, 0, 1.6 * size.u, size, { id: "none", sizePx: TYPE_U.body * size.u, ink: "t2" })];
