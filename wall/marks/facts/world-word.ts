import { PEACE_FEED } from "../../../model/feed.ts";
import { phrases } from "../../../model/phrases.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ 演练: "DRILL", 回放: "REPLAY", 模拟数据: "SIMULATED" });

/** 演练, 回放, or 模拟数据 where no record is played at all: what a world that is not the one now is called in short. */
export const worldWord = ({ lang, here: { info } }: Pick<Standpoint, "lang" | "here">): string => say(lang)(info?.kind === "replay" ? "回放" : info?.feed === PEACE_FEED ? "模拟数据" : "演练");
