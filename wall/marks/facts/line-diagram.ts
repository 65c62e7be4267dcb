import type { Lang } from "../../../model/numerals.ts";
import { phrases, wordsIn } from "../../../model/phrases.ts";
import type { Cell, Site } from "../../../model/sample.ts";
import { unitOf } from "../../../model/units.ts";
import type { Severity, Words } from "../../../model/words.ts";
import { brief, sentence, type EdgeState, type LineAside, type LineDiagramData, type LineEdge, type LineNode, type LineRow } from "../line-diagram.ts";
import { worstOf, type CardFacts } from "./card.ts";
import { figureOf } from "./figures.ts";
import { foundAt } from "./found-at.ts";
import { limitsOf } from "./limits.ts";
import { PROVINCE, titled, type Looks } from "./looked-at.ts";
import type { Reader } from "./reader.ts";
import { siteName, stated } from "./site-name.ts";
import type { Standpoint } from "./standpoint.ts";

export interface LineDiagramConfig extends Pick<Looks, "focus"> {
  readonly title?: Words;
  /** Codes of roads in their order: G4, G15. */
  readonly roads?: readonly string[];
  /** The gust on each sea bridge, below the roads. */
  readonly bridges?: boolean;
}
const ROADS = ["G4", "G15", "G80"] as const;
const [SPEED, SIGHT, QUEUE, GUST] = ["tra.seg.speed", "tra.visibility", "tra.toll.queue", "tra.bridge.wind"] as const;
const STATES: readonly EdgeState[] = ["free", "slow", "jam", "stuck"];
const say = phrases({
  高速通行: "Expressways", 畅通: "free", 缓行: "slow", 拥堵: "jam", 严重拥堵: "stuck", 无车速: "no traffic", 无数: "no data", 排队最长: "longest queue", 能见度: "visibility", 桥: "Br", "阵风 {unit}": "gust, {unit}", "另 {n} 条": "{n} more", 尚无上报: "nothing reported yet",
});
const WORDS = { free: "畅通", slow: "缓行", jam: "拥堵", stuck: "严重拥堵", closed: "无车速", unknown: "无数" } as const;
type From = Pick<Standpoint, "lang" | "here" | "words" | "names" | "sites">;
type Seen = ReturnType<typeof read>;

/** Roads run through many cities: whatever the wall looks at, the whole road is told. */
export const read = (reader: Reader, { bridges = false }: LineDiagramConfig) => {
  const at = (indicator: string) => reader.cells(indicator, PROVINCE, "site");
  return { speeds: at(SPEED), sights: at(SIGHT).cells, queues: at(QUEUE).cells, gusts: bridges ? at(GUST).cells : undefined, findings: [...reader.findings(PROVINCE).records.values()] };
};
export function data(seen: Seen, config: LineDiagramConfig, from: From): LineDiagramData {
  const t = say(from.lang);
  const roads = (config.roads ?? ROADS).flatMap((code) => roadOf(code, seen, from));
  return { lines: [...roads, ...(seen.gusts ? bridgesOf(seen.gusts, seen, from) : [])], more: (n) => t("另 {n} 条", { n }) };
}
/** G4 and 京港澳高速 of G4 京港澳高速. */
const codeOf = (road: unknown): string => (typeof road === "string" ? road.split(" ")[0]! : "");
const orderedOn = (sites: readonly Site[] | undefined, code: string): Site[] => (sites ?? []).filter(({ attributes }) => codeOf(attributes.road) === code).sort((a, b) => (stated(a, "orderKm") ?? 0) - (stated(b, "orderKm") ?? 0));
/** 乐昌 and 韶关 of G4 京港澳高速 乐昌—韶关段; Lechang and Shaoguan of G4 Lechang to Shaoguan. */
function endsOf({ name, nameEn }: Site, lang: Lang): readonly [string, string] {
  if (lang === "en" && nameEn) {
    const [begins = nameEn, ends = ""] = nameEn.slice(nameEn.indexOf(" ") + 1).split(" to ");
    return [begins, ends];
  }
  const [from = name, to = ""] = name.split(" ").at(-1)!.replace(/段$/, "").split("—");
  return [from, to];
}
/** 粤北 of G4 粤北主线站. */
const tollName = (site: Site, lang: Lang): string => (lang === "en" && site.nameEn ? site.nameEn.slice(site.nameEn.indexOf(" ") + 1).replace(/ (?:main line )?toll(?: station)?$/i, "") : siteName(site).split(" ").at(-1)!);
function roadOf(code: string, seen: Seen, from: From): LineRow[] {
  const sites = orderedOn(from.sites.ofKind("road-section"), code);
  if (sites.length === 0) return [];
  const nodes: LineNode[] = [];
  const edges: (LineEdge | null)[] = [];
  for (const site of sites) {
    const [begins, ends] = endsOf(site, from.lang);
    if (nodes.at(-1)?.name !== begins) {
      // Between two stretches that do not meet lies road that nobody watches here.
      if (nodes.length > 0) edges.push(null);
      nodes.push({ id: `${site.id}.from`, name: begins });
    }
    edges.push(edgeOf(site, seen, from));
    nodes.push({ id: site.id, name: ends });
  }
  return [{ id: code, code, name: from.lang === "en" ? "Expressway" : String(sites[0]!.attributes.road).split(" ").slice(1).join(" "), nodes, edges, asides: asidesOf(code, sites, seen, from) }];
}
function edgeOf({ id }: Site, { speeds, findings }: Seen, from: From): LineEdge {
  const cell = speeds.cells.get(id);
  const state = stateOf(cell, from);
  const found = foundAt(findings, SPEED).get(id);
  return { id, state, figure: figureOf(cell, from.words.indicator(SPEED), from), word: say(from.lang)(WORDS[state]), ...(found && { found }) };
}
/** Where the source says that nothing moves there is no speed; a source that says nothing leaves it unknown. */
function stateOf(cell: Cell | undefined, { words }: From): EdgeState {
  if (!cell || cell.state === "never" || cell.state === "withheld" || cell.state === "down") return "unknown";
  if (cell.value === null) return "closed";
  return STATES[Math.min(STATES.length - 1, limitsOf(words.rulesOf(SPEED)).filter(({ value, op }) => (op === "<=" ? cell.value! <= value : cell.value! < value)).length)]!;
}
function asidesOf(code: string, sections: readonly Site[], { queues, sights, findings }: Seen, from: From): LineAside[] {
  const t = say(from.lang);
  const tolls = (from.sites.ofKind("toll-station") ?? []).filter(({ name }) => codeOf(name) === code);
  const longest = extreme(tolls, queues, 1);
  const asides: LineAside[] = [];
  if (tolls.length > 0) asides.push(told(t("排队最长"), longest ?? (tolls[0] && { site: tolls[0], cell: queues.get(tolls[0].id) }), longest ? tollName(longest.site, from.lang) : "", QUEUE, findings, from));
  const poorest = extreme(sections, sights, -1);
  // Sight is told when it is short of a standard; a clear day needs no word.
  if (poorest && limitsOf(from.words.rulesOf(SIGHT)).some(({ value }) => poorest.cell.value! < value)) asides.push(told(t("能见度"), poorest, endsOf(poorest.site, from.lang).filter(Boolean).join("—"), SIGHT, findings, from));
  return asides;
}
function told(label: string, one: { readonly site: Site; readonly cell: Cell | undefined } | undefined, at: string, indicator: string, findings: Seen["findings"], from: From): LineAside {
  const found: Severity | undefined = one && foundAt(findings, indicator).get(one.site.id);
  return { label: at ? `${label} ${at}` : label, figure: figureOf(one?.cell, from.words.indicator(indicator), from), ...(found && { found }) };
}
function extreme(sites: readonly Site[], cells: ReadonlyMap<string, Cell>, sign: 1 | -1): { readonly site: Site; readonly cell: Cell } | undefined {
  return sites.flatMap((site) => {
    const cell = cells.get(site.id);
    return cell?.value == null ? [] : [{ site, cell }];
  }).sort((a, b) => sign * (b.cell.value! - a.cell.value!))[0];
}
/** Bridges stand under the roads' km/h: their own unit is said with them. */
const unitIn = ({ words, lang }: From): string => {
  const gust = words.indicator(GUST);
  return gust ? unitOf(gust, lang) : "";
};
function bridgesOf(gusts: ReadonlyMap<string, Cell>, { findings }: Seen, from: From): LineRow[] {
  const t = say(from.lang);
  const bridges = from.sites.ofKind("bridge") ?? [];
  const found = foundAt(findings, GUST);
  const nodes = bridges.map((site): LineNode => ({ id: site.id, name: siteName(site, from.lang).replace(/(?:大桥|跨海通道|通道| Bridge| Link)$/, ""), figure: figureOf(gusts.get(site.id), from.words.indicator(GUST), from), ...(found.has(site.id) && { found: found.get(site.id)! }) }));
  // Where not all have room, those stand that the wind is strongest on.
  const blowing = (id: string): number => gusts.get(id)?.value ?? -1;
  return nodes.length === 0 ? [] : [{ id: "bridges", code: t("桥"), name: t("阵风 {unit}", { unit: unitIn(from) }), nodes: nodes.sort((a, b) => blowing(b.id) - blowing(a.id)), edges: [], asides: [] }];
}
export function card({ speeds: { status, code, cells } }: Seen, config: LineDiagramConfig, { lang, names, words, sites }: From): CardFacts {
  const t = say(lang);
  const own = (config.roads ?? ROADS).flatMap((road) => orderedOn(sites.ofKind("road-section"), road)).map(({ id }) => cells.get(id)).filter((cell) => cell !== undefined);
  const worst = worstOf(own.filter(({ state }) => state !== "never"));
  const indicator = words.indicator(SPEED);
  return {
    heading: titled(config.title ? wordsIn(config.title, lang) : t("高速通行"), PROVINCE, config, names), note: indicator?.unit ?? "", status: status === "ready" && !sites.ofKind("road-section") ? "loading" : status, code,
    observedAt: own.length > 0 ? worst.observedAt : undefined, cadenceMs: indicator?.cadence ?? 0, state: worst.state, ...(own.length > 0 && { coverage: { have: own.filter(({ state }) => state !== "never").length, of: own.length, level: "site" as const } }),
    empty: status === "ready" && own.length > 0 && own.every(({ state }) => state === "never") ? t("尚无上报") : "",
  };
}
export const spoken = (seen: Seen, config: LineDiagramConfig, from: From): string => sentence(data(seen, config, from));
export const briefly = (seen: Seen, config: LineDiagramConfig, from: From): string => brief(data(seen, config, from));
