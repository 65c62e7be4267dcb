import { conditionWords } from "./condition-words.ts";
import { grouped } from "./numerals.ts";
import type { Op, Rule } from "./rule.ts";
import { unitIn } from "./units.ts";

const MET: Readonly<Record<Op, string>> = { ">": "超过", ">=": "达", "<": "低于", "<=": "低至", "==": "为" };

/**
 * What a finding of a rule is said to be: the standard that it meets, or what was measured, which way it is wrong and past which limit (停航航线数达10条,
 * 旋转备用率低于5%). An indicator by its name alone tells nobody what it lacks.
 */
export function findingWords(rule: Pick<Rule, "when" | "says">, indicator: { readonly title: { readonly zh: string }; readonly unit: string }): string {
  if (rule.says) return rule.says.zh;
  const { when } = rule;
  const title = indicator.title.zh;
  if (!("op" in when) || "of" in when || "site" in when) return `${title} ${conditionWords(rule, indicator.unit, "zh")}`;
  const [, digits = ""] = String(when.value).split(".");
  return `${title}${MET[when.op]}${grouped(when.value, digits.length)}${unitIn(indicator.unit, "zh")}`;
}
