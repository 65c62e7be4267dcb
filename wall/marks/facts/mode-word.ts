import { phrases } from "../../../model/phrases.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ 平时: "routine", 常态布局: "routine layout", 战时: "EMERGENCY" });

/** In which mode a wall is run, in short. Beside a level 平时 would deny it: there the mode is only how the wall is set out. */
export const modeWord = ({ lang, mode }: Pick<Standpoint, "lang" | "mode">, hasLevel = false): string => say(lang)(mode === "emergency" ? "战时" : hasLevel ? "常态布局" : "平时");
