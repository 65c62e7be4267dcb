import type { ConsequenceTableName } from "./consequence.ts";
import { LONGEST_MIN, type Happens } from "./happens.ts";
import type { Indicator } from "./indicator.ts";
import type { Plan } from "./plan.ts";
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
  /** The law's table that says how grave its consequences are; without it a person grades by the special plan. */
  readonly gradedBy?: ConsequenceTableName;
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
  /** Run cards for its incident types. */
  readonly plans: readonly Plan[];
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
  const types = new Set(topic.incidentTypes.map(({ id }) => id));
  for (const plan of topic.plans) {
    const stranger = plan.types.find((type) => !types.has(type));
    if (stranger !== undefined || plan.types.length === 0)
      throw new Error(`Topic "${topic.id}": plan "${plan.id}" is for incident type ${stranger === undefined ? "none" : `"${stranger}", which the pack does not declare`}; expected some of ${[...types].join(", ")}. Fix topics/${topic.id}/plans.ts.`);
    if (!plan.source || plan.orders.length === 0) throw new Error(`Topic "${topic.id}": plan "${plan.id}" has no ${plan.source ? "orders" : "source"}. Fix topics/${topic.id}/plans.ts.`);
    const wrong = plan.orders.find(({ minutes, text }) => !(minutes > 0) || text.trim() === "");
    if (wrong) throw new Error(`Topic "${topic.id}": plan "${plan.id}" gives "${wrong.text}" ${wrong.minutes} min; expected words and more than 0 min. Fix topics/${topic.id}/plans.ts.`);
  }
  return topic;
}
