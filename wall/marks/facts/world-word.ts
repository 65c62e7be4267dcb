import { PEACE_FEED } from "../../../model/feed.ts";
import { phrases } from "../../../model/phrases.ts";
import type { Standpoint } from "./standpoint.ts";

const say = phrases({ 演练: "DRILL", 回放: "REPLAY", 模拟数据: "SIMULATED", "{world}含模拟数据": "{world}, part-simulated" });
type From = Pick<Standpoint, "lang" | "here" | "ended">;

/** How the name of a record says that computed numbers stand beside it. */
const PARTLY = /\s*·\s*含模拟数据$/;
export const withoutPartly = (banner: string): string => banner.replace(PARTLY, "");
/** Computed numbers stand among those of a record. */
export const isPartlySimulated = ({ here: { info }, ended }: Pick<From, "here" | "ended">): boolean => !ended && PARTLY.test(info?.banner ?? "");

/** 演练, 回放, or 模拟数据 where no record is played at all: what a world that is not the one now is called in short. */
export const worldWord = ({ lang, here: { info } }: Pick<From, "lang" | "here">): string => say(lang)(info?.kind === "replay" ? "回放" : info?.feed === PEACE_FEED ? "模拟数据" : "演练");
/** What ends with the world's time: the record that is played, or, of a world of no record, what is computed. */
export const endWord = ({ here: { info } }: Pick<From, "here">): string => (info?.feed === PEACE_FEED ? "模拟时段止" : info?.kind === "replay" ? "回放记录止" : "演练记录止");
/** 演练含模拟数据, or 模拟数据: that numbers are computed, which every screen says of itself (DESIGN §4); nothing where none are. */
export function simulatedWord(from: From): string | undefined {
  if (isPartlySimulated(from)) return say(from.lang)("{world}含模拟数据", { world: worldWord(from) });
  return !from.ended && from.here.info?.feed === PEACE_FEED ? worldWord(from) : undefined;
}
