import { createContext } from "@lit/context";
import type { Stage } from "../stage/stage.ts";

/** The one stage of this page; panels find it here and draw on it. */
export const stageContext = createContext<Stage>("wall-stage");
