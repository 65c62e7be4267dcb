import type { AlertRecord } from "../../model/records.ts";
import type { TopicView } from "../kit/reads.ts";

/**
 * The incident type that an alert most likely becomes, to stand first in the form: of its topic, named like the standard
 * that was met, of the same severity. A person decides.
 */
export function likelyType(alert: Pick<AlertRecord, "topic" | "severity" | "says" | "indicatorTitle">, topics: readonly TopicView[]): string | undefined {
  const types = topics.find(({ id }) => id === alert.topic)?.incidentTypes ?? [];
  const words = pairs(`${alert.says} ${alert.indicatorTitle}`);
  const score = (title: string, severity: number) => 2 * [...pairs(title)].filter((pair) => words.has(pair)).length + (severity === alert.severity ? 1 : 0);
  return types.reduce<{ id?: string; best: number }>((best, { id, title, severity }) => {
    const mine = score(title.zh, severity);
    return mine > best.best ? { id, best: mine } : best;
  }, { best: 0 }).id ?? types[0]?.id;
}
/** Every two neighbouring characters: enough to find 台风 in both. */
const pairs = (text: string): Set<string> => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)).filter((pair) => !/\s/.test(pair)));
