import { phrases } from "../../../model/phrases.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ 平时: "routine", 战时: "EMERGENCY" });

/** 平时 or 战时: in which mode a wall is run, in short. */
export const modeWord = ({ lang, mode }: Pick<Standpoint, "lang" | "mode">): string => say(lang)(mode === "emergency" ? "战时" : "平时");
