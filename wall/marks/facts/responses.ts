import type { Lang } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import { byGravity, RESPONSE_KINDS, ROMAN, type ResponseLevel, type ResponseRecord } from "../../../model/response.ts";
import { levelOf } from "../../../model/region.ts";
import type { Status } from "../../../model/view.ts";
import { foundName } from "./place-names.ts";

const say = phrases({ 响应未取到: "responses not fetched", 响应正在取数: "fetching responses", "{level} 级响应": "Level {level} response", "{kind} {level} 级": "{kind} {level}", "{kind}（{where}）": "{kind} ({where})", "{kinds}　另 {n} 种": "{kinds}, {n} more", "{place} {response}": "{place}: {response}", "{place}等 {n} 地 {response}": "{place} and others ({n}): {response}" });
type InForce = Extract<ResponseRecord, { state: "inForce" }>;

/** Responses that hold in all of a place, and those that hold in a part of it; gravest first. */
export function inForce(records: Iterable<ResponseRecord>): { readonly here: readonly InForce[]; readonly within: readonly InForce[] } {
  const all = byGravity([...records].filter((one): one is InForce => one.state === "inForce"));
  return { here: all.filter((one) => one.holdsHere), within: all.filter((one) => !one.holdsHere) };
}
/** 响应未取到: without the list nobody knows whether one is in force; nothing while it has come. */
export const unknownSaid = (status: Status, lang: Lang): { readonly unknown?: string } => (status === "ready" ? {} : { unknown: say(lang)(status === "refused" ? "响应未取到" : "响应正在取数") });
/** II 级响应. */
export const headOf = (level: ResponseLevel, lang: Lang): string => say(lang)("{level} 级响应", { level: ROMAN[level] });

/**
 * 防风; 防风 II 级, 防汛 IV 级 where levels differ: one that stood without its level beside one with it would be read as of that level.
 * A kind that several regions have declared is told once, by the gravest. Where the kinds are of several regions each bears its own: 防风（广东省）, 防汛（湛江）.
 */
export const kindsOf = (responses: readonly InForce[], lang: Lang): string => namesOf(responses, lang).join("　");
/** Ever fewer of the kinds, the gravest first, and how many there are beside them: 防风 II 级 防汛 IV 级 另 1 种, 防风 II 级 另 2 种. */
export function kindsInShort(responses: readonly InForce[], lang: Lang): string[] {
  const names = namesOf(responses, lang);
  return names.slice(1).map((_, i) => say(lang)("{kinds}　另 {n} 种", { kinds: names.slice(0, names.length - 1 - i).join("　"), n: i + 1 }));
}
/** Of each kind the gravest, the longest standing of these. */
const gravestOfKinds = (responses: readonly InForce[]): readonly InForce[] => responses.filter(({ kind }, i) => responses.findIndex((one) => one.kind === kind) === i);
/** Whether one region has declared all that is told, at one moment; else who and since when are said of the first kind alone, by its name. */
export const isOneDeclaration = (responses: readonly InForce[]): boolean => gravestOfKinds(responses).every(({ region, levelSince }, _, [first]) => region === first!.region && levelSince === first!.levelSince);
export const kindName = ({ kind }: InForce, lang: Lang): string => wordsIn(RESPONSE_KINDS[kind], lang);
function namesOf(responses: readonly InForce[], lang: Lang): string[] {
  const told = gravestOfKinds(responses);
  const t = say(lang);
  const [levels, regions] = [new Set(told.map(({ level }) => level)).size, new Set(told.map(({ region }) => region)).size];
  return told.map((one) => {
    const name = kindName(one, lang);
    const levelled = levels === 1 ? name : t("{kind} {level} 级", { kind: name, level: ROMAN[one.level] });
    return regions === 1 ? levelled : t("{kind}（{where}）", { kind: levelled, where: declarer(one) });
  });
}
/** 湛江; the province by its full name. */
const declarer = ({ region, regionName }: InForce): string => (levelOf(region) === "province" ? regionName : foundName(regionName));
/** 湛江 II 级响应; 湛江等 3 地 II 级响应 when the gravest of several parts is told. */
export function partsOf([first, ...others]: readonly InForce[], lang: Lang): { readonly text: string; readonly level: ResponseLevel } | undefined {
  if (!first) return undefined;
  const facts = { place: foundName(first.regionName), response: headOf(first.level, lang), n: new Set([first, ...others].map(({ region }) => region)).size };
  return { text: say(lang)(facts.n === 1 ? "{place} {response}" : "{place}等 {n} 地 {response}", facts), level: first.level };
}
