/** Numbers as walls write them (VISUAL §7): Chinese orders of magnitude, real minus, fixed decimals. */
export type Lang = "zh" | "en";
/** 0 as it is, 4 in 万, 8 in 亿; English: 0, 3 thousand, 6 million, 9 billion. */
export type Order = 0 | 3 | 4 | 6 | 8 | 9;
/** A number in words: the digits, and the order with the unit behind them. */
export interface Amount {
  readonly text: string;
  readonly unit: string;
}
export interface AmountOptions {
  /** Decimals that may be shown below the first order. */
  readonly decimals: number;
  readonly unit?: string;
  /** One order for a whole column; absent = the number's own. */
  readonly order?: Order;
  readonly lang?: Lang;
}

const MINUS = "\u2212";
const ORDER_WORDS: Readonly<Record<Lang, Partial<Record<Order, string>>>> = {
  zh: { 0: "", 4: "万", 8: "亿" },
  en: { 0: "", 3: "thousand", 6: "million", 9: "billion" },
};

/** By four digits each; the last is the last word that there is: nothing is told in 亿亿. */
const STEPS_ZH = ["", "万", "亿", "万亿"];

/** Writes a finite number: 3,218 · 8.71 万 · 1.417 亿; a unit that begins with an order is raised to the next: 1.417 亿kW. Nobody sees 1.30 万m far: 13.0 km. */
export function amount(value: number, { decimals, unit = "", order, lang = "zh" }: AmountOptions): Amount {
  const wanted = order ?? orderOf(value, decimals, lang);
  if (unit === "m" && wanted > 0) return { text: grouped(value / 1_000, round(Math.abs(value) / 1_000, 1) < 10 ? 2 : 1), unit: "km" };
  const own = lang === "zh" ? STEPS_ZH.findLastIndex((word) => unit.startsWith(word)) : 0;
  const steps = Math.min(wanted / 4, STEPS_ZH.length - 1 - own);
  const chosen = own === 0 ? wanted : ((4 * steps) as Order);
  const scaled = value / 10 ** chosen;
  // Raised to 亿 it has as many digits as any 亿 has: 1.417 亿kW.
  const digits = chosen === 0 ? decimals : decimalsAt(scaled, STEPS_ZH[own + steps] === "亿" ? 8 : chosen);
  if (own > 0) return { text: grouped(scaled, digits), unit: STEPS_ZH[own + steps]! + unit.slice(STEPS_ZH[own]!.length) };
  const word = ORDER_WORDS[lang][chosen] ?? "";
  return { text: grouped(scaled, digits), unit: lang === "en" && word && unit ? `${word} ${unit}` : word + unit };
}

/** The order of a number after rounding, so that 9,999.6 becomes 1.00 万 and never 10,000. */
export function orderOf(value: number, decimals: number, lang: Lang = "zh"): Order {
  const steps: readonly Order[] = lang === "zh" ? [4, 8] : [3, 6, 9];
  let order: Order = 0;
  for (const step of steps) {
    if (lang === "en" && step === 3 && Math.abs(value) < 10_000) continue;
    const digits = order === 0 ? decimals : decimalsAt(value / 10 ** order, order);
    if (round(Math.abs(value) / 10 ** order, digits) * 10 ** order >= 10 ** step) order = step;
  }
  return order;
}

function decimalsAt(scaled: number, order: Order): number {
  const size = Math.abs(scaled);
  if (order === 8) return size < 10 ? 3 : 2;
  // Four digits at most: 8.71, 871.2, 7,012 万.
  return round(size, 2) < 10 ? 2 : round(size, 1) < 1000 ? 1 : 0;
}
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Fixed decimals, groups of three, U+2212; a rounded zero has no sign. */
export function grouped(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = fixed.split(".") as [string, string?];
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && /[1-9]/.test(fixed) ? MINUS : "";
  return sign + (fraction === undefined ? spaced : `${spaced}.${fraction}`);
}

/** A difference: +0.38, −0.90, 持平. */
export function difference(value: number, decimals: number, lang: Lang = "zh"): string {
  const text = grouped(value, decimals);
  if (!/[1-9]/.test(text)) return lang === "zh" ? "持平" : "level";
  return value > 0 ? `+${text}` : text;
}

/** Upper bounds of wind force 0–17 in m/s (GB/T 28591); force first, then m/s. */
const FORCE_MS = [0.3, 1.6, 3.4, 5.5, 8, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37, 41.5, 46.2, 51, 56.1];
export const windForce = (ms: number): number => {
  const force = FORCE_MS.findIndex((below) => ms < below);
  return force < 0 ? 17 : force;
};

const COMPASS = ["北", "北东北", "东北", "东东北", "东", "东东南", "东南", "南东南", "南", "南西南", "西南", "西西南", "西", "西西北", "西北", "北西北"];
const COMPASS_EN = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];
/** One of 16 directions from degrees clockwise from north: 西西北. */
export const compass = (degrees: number, lang: Lang = "zh"): string =>
  (lang === "zh" ? COMPASS : COMPASS_EN)[((Math.round(degrees / 22.5) % 16) + 16) % 16]!;
