import { grouped, type Lang } from "./numerals.ts";
import type { Op, Rule, WindowStatistic } from "./rule.ts";
import { DAY, HOUR, MINUTE, SECOND } from "./time.ts";
import { unitIn } from "./units.ts";
import type { Words } from "./words.ts";

const SIGN: Readonly<Record<Op, string>> = { ">": ">", ">=": "≥", "<": "<", "<=": "≤", "==": "=" };
const WINDOW: Readonly<Record<WindowStatistic, Words>> = {
  mean: { zh: "平均", en: "mean" }, min: { zh: "最低", en: "lowest" }, max: { zh: "最高", en: "highest" }, sum: { zh: "合计", en: "sum" }, rate: { zh: "变化", en: "change" }, growth: { zh: "增幅", en: "growth" },
};
const UNITS: readonly (readonly [ms: number, zh: string, en: string])[] = [[DAY, "日", "d"], [HOUR, "小时", "h"], [MINUTE, "分钟", "min"], [SECOND, "秒", "s"]];

/** 24 小时, 7 日, 90 秒: in the largest unit that leaves a whole number. */
export function durationWords(ms: number, lang: Lang): string {
  const [size, zh, en] = UNITS.find(([unit]) => ms >= unit && ms % unit === 0) ?? UNITS.at(-1)!;
  return `${grouped(Math.round((ms / size) * 10) / 10, ms % size === 0 ? 0 : 1)} ${lang === "en" ? en : zh}`;
}
const plain = (value: number): string => {
  const [, digits = ""] = String(Math.abs(value)).split(".");
  return grouped(value, digits.length);
};

/** What a rule holds its number against, as one would read it: ≥ 80 mm/h; 24 小时增幅 > 50%; 断报 10 分钟. The site's own figures are named as the site's list names them. */
export function conditionWords({ when }: Pick<Rule, "when">, unit: string, lang: Lang): string {
  const zh = lang === "zh";
  const of = unit === "%" ? "%" : unit === "" ? "" : ` ${unitIn(unit, lang)}`;
  if (!("op" in when)) return zh ? `断报 ${durationWords(when.over, lang)}` : `silent for ${durationWords(when.over, lang)}`;
  const sign = SIGN[when.op];
  if (!("of" in when)) {
    if (!("site" in when)) return `${sign} ${plain(when.value)}${of}`;
    const less = when.minus === undefined ? "" : typeof when.minus === "string" ? ` − ${when.minus}` : ` − ${plain(when.minus)}`;
    return zh ? `${sign} 各点位自有限值 ${when.site}${less}` : `${sign} each site's own ${when.site}${less}`;
  }
  switch (when.of) {
    case "deviation":
      return zh ? `偏离 ${plain(when.minus)} ${sign} ${plain(when.value)}${of}` : `off ${plain(when.minus)} by ${sign} ${plain(when.value)}${of}`;
    case "returnPeriod":
      return zh ? `${sign} ${plain(when.value)} 年一遇（按各站自有频率值）` : `${sign} once in ${plain(when.value)} years, by each station's own figures`;
    case "baseline": {
      const over = when.over === undefined ? "" : zh ? `${durationWords(when.over, lang)}平均 ` : `mean of ${durationWords(when.over, lang)} `;
      const below = when.op.startsWith("<");
      return zh
        ? `${over}${below ? "低于" : "高于"}常态 ${sign.replace("<", ">").replace("≤", "≥")} ${plain(when.value)} 个标准差（同星期同时段，8 周）`
        : `${over}${below ? "below" : "above"} what is usual by ${sign.replace("<", ">").replace("≤", "≥")} ${plain(when.value)} standard deviations (same weekday and hour, 8 weeks)`;
    }
    default: {
      const what = WINDOW[when.of];
      const by = when.of === "growth" ? "%" : of;
      return zh ? `${durationWords(when.over, lang)}${what.zh} ${sign} ${plain(when.value)}${by}` : `${what.en} of ${durationWords(when.over, lang)} ${sign} ${plain(when.value)}${by}`;
    }
  }
}
