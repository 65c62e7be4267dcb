import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { IncidentRecord } from "../../../model/records.ts";
import { INCIDENT_STATE_WORDS } from "../../../model/state-words.ts";
import type { Looks } from "./looked-at.ts";
import type { Standpoint } from "./standpoint.ts";
import { worldWord } from "./world-word.ts";

const say = phrases({ "所看专题 {topic}": "looking at {topic}", "所看事件 {title}，{state}": "looking at {title}: {state}", "【{world}】": "[{world}] " });
/** What is urgent stands behind it: a longer title loses its end. */
const LONGEST_TITLE = 18;

/** 所看专题 水利: the topic that the wall was sent to (`wall.focus {topic}`); empty where it was sent to none. */
export function topicSaid({ focus }: Looks, { lang, words }: Pick<Standpoint, "lang" | "words">): string {
  const topic = focus?.topic === undefined ? undefined : words.topic(focus.topic);
  return topic ? say(lang)("所看专题 {topic}", { topic: wordsIn(topic.title, lang) }) : "";
}
/** 所看事件 【演练】海塘漫溢，处置中: the incident that it was sent to (`wall.focus {incident}`), as far as its record has come. */
export function incidentSaid(incident: Pick<IncidentRecord, "title" | "state"> | undefined, from: Pick<Standpoint, "lang" | "here">): string {
  if (!incident) return "";
  const t = say(from.lang);
  const world = from.here.isLive ? "" : t("【{world}】", { world: worldWord(from) });
  const own = incident.title.startsWith(world) ? incident.title.slice(world.length) : incident.title;
  const title = own.length <= LONGEST_TITLE ? own : `${own.slice(0, LONGEST_TITLE - 1)}…`;
  return t("所看事件 {title}，{state}", { title: `${world}${title}`, state: wordsIn(INCIDENT_STATE_WORDS[incident.state], from.lang) });
}
