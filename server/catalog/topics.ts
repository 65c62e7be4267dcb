import type { Indicator } from "../../model/indicator.ts";
import type { Rule } from "../../model/rule.ts";
import type { IncidentType, Topic } from "../../model/topic.ts";

/** Found by their folder: the 28th topic is one new folder and no other change. */
const packs = import.meta.glob<Topic>("../../topics/*/topic.ts", { eager: true, import: "default" });

export interface Topics {
  readonly topics: readonly Topic[];
  topic(id: string): Topic | undefined;
  /** The topic whose pack declares an indicator. */
  topicOf(indicator: string): string | undefined;
  readonly indicators: readonly Indicator[];
  indicator(id: string): Indicator | undefined;
  readonly rules: readonly Rule[];
  rule(id: string): Rule | undefined;
  incidentType(id: string): (IncidentType & { readonly topic: string }) | undefined;
}

/** All packs in the order of their numbers. @throws when two packs claim one id */
export const readTopics = (): Topics => joinTopics(Object.entries(packs));

/** @throws when a topic is shown by a scene that has no file */
export function withScenes(read: Topics, files: readonly string[]): Topics {
  const scenes = files.map((path) => path.split("/").at(-1)!.replace(/\.json$/, ""));
  for (const { id, scene } of read.topics)
    if (scene !== null && !scenes.includes(scene)) throw new Error(`topics/${id}/topic.ts: scene "${scene}" is not in layouts/scenes. There are: ${scenes.join(", ")}. Name one of them, add layouts/scenes/${scene}.json, or say null.`);
  return read;
}

/** Joins packs by their path, so that a clash names both files. */
export function joinTopics(found: readonly (readonly [path: string, topic: Topic])[]): Topics {
  const owner = new Map<string, string>();
  const claim = (kind: string, id: string, topic: string): void => {
    const other = owner.get(`${kind} ${id}`);
    if (other) throw new Error(`${kind} "${id}" is declared by topics/${other} and by topics/${topic}; ids are unique across packs. Rename one.`);
    owner.set(`${kind} ${id}`, topic);
  };
  const topics = found.map(([, topic]) => topic).sort((a, b) => a.no - b.no);
  for (const [path, topic] of found)
    if (!path.includes(`/topics/${topic.id}/`)) throw new Error(`${path}: the pack calls itself "${topic.id}"; expected the name of its folder.`);
  for (const topic of topics) {
    claim("Topic", topic.id, topic.id);
    for (const { id } of topic.indicators) claim("Indicator", id, topic.id);
    for (const { id } of topic.rules) claim("Rule", id, topic.id);
    for (const { id } of topic.incidentTypes) claim("Incident type", id, topic.id);
  }
  const indicators = topics.flatMap((topic) => topic.indicators);
  const rules = topics.flatMap((topic) => topic.rules);
  const byTopic = new Map(topics.map((topic) => [topic.id, topic]));
  const byIndicator = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const topicOf = new Map(topics.flatMap((topic) => topic.indicators.map((indicator) => [indicator.id, topic.id] as const)));
  const byRule = new Map(rules.map((rule) => [rule.id, rule]));
  const byIncident = new Map(topics.flatMap((topic) => topic.incidentTypes.map((type) => [type.id, { ...type, topic: topic.id }] as const)));
  return {
    topics,
    topic: (id) => byTopic.get(id),
    topicOf: (indicator) => topicOf.get(indicator),
    indicators,
    indicator: (id) => byIndicator.get(id),
    rules,
    rule: (id) => byRule.get(id),
    incidentType: (id) => byIncident.get(id),
  };
}
