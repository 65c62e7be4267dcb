import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { AlertRecord } from "../../../model/records.ts";
import type { Records } from "../../../model/view.ts";
import type { Standpoint } from "./standpoint.ts";

/** A panel that keeps to a hazard: whose findings it tells; absent = those of all topics. */
export interface FindingsOf {
  readonly findingsOf?: readonly string[];
}
/** The findings of some topics alone. */
export function onlyOf<R extends Records<AlertRecord>>(found: R, { findingsOf }: FindingsOf): R {
  return findingsOf ? { ...found, records: new Map([...found.records].filter(([, { topic }]) => findingsOf.includes(topic))) } : found;
}
const say = phrases({ 所选专题: "chosen topics" });
/** 气象服务、水利: whose findings are told, so that nobody takes them for all. Never empty: while the dictionary is not known they are 所选专题. */
export function topicsSaid({ findingsOf }: FindingsOf, { lang, words }: Pick<Standpoint, "lang" | "words">): string {
  const known = (findingsOf ?? []).flatMap((id) => {
    const topic = words.topic(id);
    return topic ? [wordsIn(topic.title, lang)] : [];
  });
  return known.length > 0 ? known.join(lang === "zh" ? "、" : ", ") : say(lang)("所选专题");
}
