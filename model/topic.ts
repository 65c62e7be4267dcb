import { LONGEST_MIN, type Happens } from "./happens.ts";
import type { Indicator } from "./indicator.ts";
import type { Rule } from "./rule.ts";
import type { Class, Severity, Words } from "./words.ts";

/** Time limits of an incident type, in minutes except closeH. `arriveMin` absent = no field visit. */
export interface Limits {
  readonly verifyMin: number;
  readonly acceptMin: number;
  readonly arriveMin?: number;
  readonly reportMin: number;
  readonly closeH: number;
  readonly source: string;
}

/** What kind of incident a topic handles (事件类型). */
export interface IncidentType {
  readonly id: string;
  readonly title: Words;
  readonly severity: Severity;
  readonly sop: readonly string[];
  /** Who is dispatched, in the catalogue's words. */
  readonly units: string;
  readonly limits: Limits;
  readonly class: Class;
  /** How often it happens in a simulated world; without it, it happens in none. */
  readonly happens?: Happens;
}

/** One of the 27 topics (专题), as a folder of data. */
export interface Topic {
  readonly id: string;
  readonly no: number;
  readonly title: Words;
  readonly lead: string;
  readonly indicators: readonly Indicator[];
  readonly rules: readonly Rule[];
  readonly incidentTypes: readonly IncidentType[];
  /** Plans come with later packs. */
  readonly plans: readonly never[];
  /** The scene of layouts/scenes that shows this topic by itself; null = none yet. */
  readonly scene: string | null;
}

/** Checks what a pack says of itself, so that an error names the file to fix. */
export function defineTopic(topic: Topic): Topic {
  const ids = new Set<string>();
  for (const { id } of topic.indicators) {
    if (ids.has(id)) throw new Error(`Topic "${topic.id}": indicator "${id}" is declared twice. Fix topics/${topic.id}/indicators.ts.`);
    ids.add(id);
  }
  const ruleIds = new Set<string>();
  for (const rule of topic.rules) {
    if (!ids.has(rule.indicator))
      throw new Error(`Topic "${topic.id}": rule "${rule.id}" speaks of "${rule.indicator}", which the pack does not declare. Fix topics/${topic.id}/rules.ts.`);
    if (!rule.source) throw new Error(`Topic "${topic.id}": rule "${rule.id}" has no source. Name the standard, or say "operational default".`);
    if (ruleIds.has(rule.id)) throw new Error(`Topic "${topic.id}": rule "${rule.id}" is declared twice. Fix topics/${topic.id}/rules.ts.`);
    ruleIds.add(rule.id);
  }
  for (const { id, happens } of topic.incidentTypes) {
    const [shortest, longest] = happens?.lastsMin ?? [1, 1];
    if (!(shortest > 0 && shortest <= longest && longest <= LONGEST_MIN))
      throw new Error(`Topic "${topic.id}": incident type "${id}" lasts ${shortest} to ${longest} min; expected more than 0, and at most ${LONGEST_MIN}. Fix topics/${topic.id}/incident-types.ts.`);
  }
  return topic;
}
