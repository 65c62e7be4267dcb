import { isOpenAlert, stillHolds, type Alert } from "../../model/alert.ts";
import { causeOf, type Finding } from "../../model/finding.ts";
import type { Rule } from "../../model/rule.ts";
import { CAUSES, type Cause } from "./province.ts";
import type { Chance } from "./chance.ts";
import type { SimHouse } from "./sim-house.ts";
import type { Court } from "./violation.ts";

interface Truth {
  readonly cause: Cause;
  readonly name: string;
  /** The rule that holds now. */
  rule: Rule | null;
  /** The rule that was told last. */
  told: Rule | null;
  isDown: boolean;
}
/** What is so in the province, and what rules find of it: told when it changes, and once more to a house that opens. */
export interface World {
  change(): void;
  /** All that is so, to a house that has just opened. */
  tellAll(house: SimHouse): void;
  /** Writes what waits, one finding after the other, as the pipeline does. */
  pump(house: SimHouse): void;
  /** The house is gone, with all that waited. */
  gone(): void;
  isTold(): boolean;
  /** What is so, and what the alerts say of it. */
  compare(house: SimHouse, court: Court): void;
}

export function createWorld(chance: Chance): World {
  const truths: Truth[] = CAUSES.map((cause) => ({ cause, name: causeOf(cause.rules[0]!, cause.place), rule: null, told: null, isDown: false }));
  let waiting: Finding[][] = [];
  let pumping: object | null = null;

  const finding = ({ cause }: Truth, kind: Finding["kind"], rule: Rule): Finding => ({ kind, indicator: rule.indicator, place: cause.place, rule, value: kind === "clear" ? 0 : 55 - rule.level * 10, limit: 50 - rule.level * 10 });
  function findings(truth: Truth): Finding[] {
    const { rule, told } = truth;
    truth.told = rule ?? told;
    return rule ? [finding(truth, "exceed", rule)] : told ? [finding(truth, "clear", told)] : [];
  }
  const alertOf = ({ name }: Truth, alerts: readonly Alert[]): Alert | undefined => alerts.findLast((alert) => isOpenAlert(alert.state) && causeOf(ruleOf(alert), alert.place) === name);

  return {
    change() {
      const truth = chance.pick(truths);
      // A dead source measures nothing; only of what holds it is told.
      if (truth.isDown) {
        const { told } = truth;
        truth.isDown = false;
        if (chance.oneIn(2)) truth.rule = null;
        waiting.push([finding(truth, "sourceBack", told!), ...(truth.rule ? [] : findings(truth))]);
        return;
      }
      if (truth.rule && chance.oneIn(5)) {
        truth.isDown = true;
        waiting.push([finding(truth, "sourceDown", truth.rule)]);
        return;
      }
      truth.rule = truth.rule && chance.oneIn(2) ? null : chance.pick(truth.cause.rules);
      waiting.push(findings(truth));
      // A storm comes to many places at once.
      if (chance.oneIn(4)) for (const other of truths) if (other !== truth && !other.isDown && other.cause.rules.length > 3 && chance.oneIn(2)) {
        other.rule = chance.pick(other.cause.rules);
        waiting.at(-1)!.push(...findings(other));
      }
    },
    tellAll(house) {
      const alerts = [...house.alerts.all()];
      waiting = [truths.flatMap((truth) => {
        const alert = alertOf(truth, alerts);
        const holds = alert !== undefined && stillHolds(alert);
        if (!truth.rule && !holds) return [];
        if (alert && !truth.rule) truth.told ??= ruleOf(alert);
        const down = truth.isDown && truth.told ? [finding(truth, "sourceDown", truth.told)] : alert?.sourceDown ? [finding(truth, "sourceBack", ruleOf(alert))] : [];
        return [...(truth.isDown && alert ? [] : findings(truth)), ...down];
      })];
    },
    pump(house) {
      if (pumping) return;
      if (waiting.length === 0 && house.alerts.hasSettled()) waiting.push([]);
      if (waiting.length === 0) return;
      const me = (pumping = {});
      void (async () => {
        try {
          for (let next = waiting[0]; next; next = waiting[0]) {
            const found = next;
            await house.note(() => house.alerts.consider(found));
            if (pumping !== me) return;
            waiting.shift();
          }
        } catch {
          // It waits, and is tried again.
        }
        if (pumping === me) pumping = null;
      })();
    },
    gone() {
      waiting = [];
      pumping = null;
    },
    isTold: () => waiting.length === 0 && pumping === null,
    compare(house, court) {
      const alerts = [...house.alerts.all()];
      for (const truth of truths) {
        if (truth.isDown) continue;
        const alert = alertOf(truth, alerts);
        const isSo = alert !== undefined && stillHolds(alert);
        court.must(isSo === (truth.rule !== null), "live", () => `${truth.name} ${truth.rule ? `exceeds by ${truth.rule.id}` : "is back to normal"}, and its alert is ${alert ? `${alert.id}, ${alert.state}` : "none"}.`);
      }
    },
  };
}
const RULES = new Map(CAUSES.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));
const ruleOf = ({ rule }: Alert): Rule => RULES.get(rule)!;
