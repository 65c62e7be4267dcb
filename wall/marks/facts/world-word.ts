import { phrases } from "../../../model/phrases.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ 演练: "DRILL", 回放: "REPLAY" });

/** 演练 or 回放: what a world that is not the one now is called in short. */
export const worldWord = ({ lang, here: { info } }: Pick<Standpoint, "lang" | "here">): string => say(lang)(info?.kind === "replay" ? "回放" : "演练");
