import { NOTICES_EN } from "../../model/boundary.ts";
import type { Lang } from "../../model/numerals.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";

/** The words that a map says of itself; `{n}` takes a fact. */
const SAYS = {
  observed: { zh: "观测路径", en: "observed track" },
  ahead: { zh: "外推路径", en: "extrapolated track" },
  windCircle: { zh: "{force}级风圈", en: "force {force} circle" },
  mean: { zh: "（10分钟平均）", en: " (10-min mean)" },
  storm: { zh: "台风 {name}", en: "Typhoon {name}" },
  legend: { zh: "图例", en: "Legend" },
  noData: { zh: "无数据", en: "no data" },
  issued: { zh: "{level}预警 {n}", en: "{level} warning: {n}" },
  found: { zh: "达{level}{basis} {n}", en: "{level} {basis} met: {n}" },
  foundOnly: { zh: "仅达{level}{basis} {n}", en: "{level} {basis} only: {n}" },
  wholeCities: { zh: "全市 {n} 个", en: "{n} whole {counted}" },
  issuedAll: { zh: "{level}预警 全省", en: "{level} warning: whole province" },
  foundAll: { zh: "达{level}{basis} 全省", en: "{level} {basis} met: whole province" },
  everywhere: { zh: "全省", en: "whole province" },
  machine: { zh: "达{basis} = 系统研判，未发布预警", en: "system findings, no warning issued" },
  onlyOf: { zh: "告警仅计{topics}", en: "alerts of {topics} only" },
  latest: { zh: "告警最近一条 {at}", en: "latest alert {at}" },
  onlyOfLatest: { zh: "告警仅计{topics}，最近一条 {at}", en: "alerts of {topics} only, latest {at}" },
  alertsOf: { zh: "{topics}告警：", en: "alerts of {topics}: " },
  calmIn: { zh: "{topics}没有达到预警标准的地方", en: "no place meets a warning standard of {topics}" },
  ofAlerts: { zh: "告警：", en: "alerts: " },
  extrapolated: { zh: "外推", en: "extrap." },
  offMap: { zh: "图外", en: "off the map" },
  beyond: { zh: "图外 {km} km", en: "{km} km off the map" },
  ofFix: { zh: "{at}定位", en: "fix {at}" },
  noWind: { zh: "风速未载", en: "wind not stated" },
  wind: { zh: "{force}级 {ms} m/s", en: "force {force}, {ms} m/s" },
  interpolatedPlace: { zh: "位置插值", en: "position interpolated" },
  extrapolatedPlace: { zh: "位置外推", en: "position extrapolated" },
  circle: { zh: "{force}级 {km} km", en: "force {force}: {km} km" },
  count: { zh: "{level} {n} 处", en: "{level}: {n}" },
  places: { zh: "{level} {n} 处（{names}）", en: "{level}: {n} ({names})" },
  oneDot: { zh: "1 点 = 1 {counter}", en: "1 dot = 1 {counter}" },
  perCell: { zh: "{counter}/格", en: "{counter} per cell" },
  sites: { zh: "{n} 处", en: "{n} sites" },
  inAll: { zh: "共 {n}", en: "{n} in all" },
  untold: { zh: "未报 {n}", en: "never reported: {n}" },
  allUntold: { zh: "共 {n}，均未报", en: "{n}, none has reported" },
  allUntoldShort: { zh: "均未报", en: "none has reported" },
  inCircle: { zh: "圈内数字 = 点位处数", en: "number in a circle = sites" },
  lost: { zh: "{n} 处无坐标，未画", en: "{n} without a point, not drawn" },
  laidOver: { zh: "图上点位：", en: "points: " },
  awaited: { zh: "正在取数", en: "fetching" },
  unheard: { zh: "告警未取到", en: "alerts not fetched" },
  hearing: { zh: "告警正在取数", en: "fetching alerts" },
  unshaped: { zh: "{level}界线未取到，各数未绘", en: "no boundaries of {level} yet, numbers not drawn" },
  notFetched: { zh: "未能判定，各数未取到", en: "cannot be told: numbers not fetched" },
  fetching: { zh: "未能判定，各数正在取数", en: "cannot be told: fetching numbers" },
  unjudged: { zh: "未能判定，各数从未上报", en: "cannot be told: no number has ever been reported" },
  mostUnjudged: { zh: "未能判定，多数无数", en: "cannot be told: most numbers are missing" },
  calmOf: { zh: "有数的 {n} 处中{topics}没有达到预警标准的地方，其余 {m} 处无数，未能判定", en: "of {n} with a number none meets a warning standard{topics}; {m} without one cannot be told" },
  calm: { zh: "没有达到预警标准的地方", en: "no place meets a warning standard" },
} as const;

/** One of the map's words in a reader's language. */
export const say = (what: keyof typeof SAYS, lang: Lang = "zh", facts: Readonly<Record<string, string | number>> = {}): string =>
  SAYS[what][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));

const UNIT: Readonly<Record<string, Record<Lang, string>>> = {
  city: { zh: "市", en: "cities" }, county: { zh: "县", en: "counties" }, town: { zh: "镇街", en: "towns" }, village: { zh: "村", en: "villages" },
};
const ONE_EN: Readonly<Record<string, string>> = { city: "city", county: "county", town: "town", village: "village" };
/** What the regions of a set are counted in. @param n how many there are: 1 city, 2 cities */
export const countedIn = (level: string, lang: Lang = "zh", n?: number): string => (lang === "en" && n === 1 ? (ONE_EN[level] ?? "place") : (UNIT[level]?.[lang] ?? (lang === "en" ? "places" : "处")));
/** The sign inside a level's shape. */
export const levelSign = (severity: Severity, lang: Lang = "zh"): string => (lang === "en" ? SEVERITY_WORDS[severity].letter : SEVERITY_WORDS[severity].char);
/** A notice as the reader's language has it; an approval number is the same in all. */
export const noticeIn = (text: string, lang: Lang = "zh"): string => (lang === "en" ? (NOTICES_EN[text] ?? text) : text);
