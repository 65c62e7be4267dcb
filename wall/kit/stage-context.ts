import { createContext } from "@lit/context";
import type { PanelStage } from "../stage/curtain.ts";

/** The one stage of this page; panels find it here and draw on it. */
export const stageContext = createContext<PanelStage>("wall-stage");
