import type { Lang } from "../../model/numerals.ts";
import { SEVERITY_WORDS, type Severity } from "../../model/words.ts";
import { basesWords, basisOf, basisWords, type Basis } from "./basis.ts";
import type { LabelBox } from "./labels.ts";
import type { LegendData, LegendLine } from "./legend.ts";
import { say } from "./map-speech.ts";
import { clustersIn, discRadius, type Cluster, type MapPoint, type MapPoints } from "./map-points.ts";
import type { Size, TextMark } from "./mark.ts";
import { apply, type Transform } from "./plane.ts";

/** As many points are named at once: of more, the next look is nearer. */
const MOST_NAMED = 60;
const COUNT_U = 1.5;
const LEVELS = [1, 2, 3, 4] as const;

/** Where signs stand that count: names leave them their room while there is another place. */
export const discBoxes = (points: MapPoints, goal: Transform, size: Size): LabelBox[] => clustersIn(points, goal, size).flatMap((cluster) => {
  if (cluster.points.length === 1) return [];
  const [x, y] = apply(goal, cluster.at);
  const r = discRadius(cluster, size.u);
  return [{ x: x - r, y: y - r, width: 2 * r, height: 2 * r }];
});
/** How many each sign counts, where it stands, and how large it is, px. */
export const counts = (points: MapPoints, goal: Transform, size: Size): { readonly text: TextMark; readonly radius: number }[] => clustersIn(points, goal, size).filter((cluster) => cluster.points.length > 1).map((cluster) => {
  const [x, y] = apply(goal, cluster.at);
  const n = cluster.points.length;
  const text: TextMark = { kind: "text", id: `points-${cluster.points[0]!.id}`, x, y, anchor: "middle", baseline: "middle", text: n.toLocaleString("en"), sizePx: COUNT_U * size.u, weight: 500, family: "num", ink: cluster.isUntold ? "t3" : "t1", halo: "bg", data: { points: String(n), ...(cluster.severity && { level: String(cluster.severity) }) } };
  return { text, radius: discRadius(cluster, size.u) };
});
/** The single points whose names may stand, the gravest first, then those that report. */
export function nameable(points: MapPoints, goal: Transform, size: Size): MapPoint[] {
  const single = clustersIn(points, goal, size).flatMap((cluster: Cluster) => (cluster.points.length === 1 ? cluster.points : []));
  const rank = ({ severity, tells }: MapPoint): number => severity ?? (tells ? 5 : 6);
  return single.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1)).slice(0, MOST_NAMED);
}

interface LevelCount {
  readonly severity: Severity;
  readonly points: readonly MapPoint[];
}
const byLevel = ({ points }: MapPoints): LevelCount[] => LEVELS.flatMap((severity) => {
  const there = points.filter((point) => point.severity === severity);
  return there.length === 0 ? [] : [{ severity, points: there }];
});
const found = ({ severity, points }: LevelCount, lang: Lang): string =>
  say("found", lang, { level: SEVERITY_WORDS[severity][lang], basis: basisWords(basisAt(points), lang), n: say("sites", lang, { n: points.length.toLocaleString("en") }) });
const basisAt = (points: LevelCount["points"]): Basis => basisOf(points.map(({ byDefault = false }) => byDefault));
const untold = ({ points }: MapPoints): number => points.filter(({ tells }) => tells === false).length;

/** What the points' signs mean and how many there are: a legend of their own. */
export function legend(points: MapPoints, goal: Transform, size: Size, lang: Lang = "zh"): LegendData {
  const { title, awaited, caption, lost = 0 } = points;
  const n = points.points.length;
  const silent = untold(points);
  const levels = byLevel(points);
  const amount = (of: number): string => say("sites", lang, { n: of.toLocaleString("en") });
  const lines: LegendLine[] = [
    { shape: "dot", dot: silent === n ? "ring" : "dot", label: awaited ? say("awaited", lang) : silent === n && n > 0 ? say("allUntold", lang, { n: amount(n) }) : say("inAll", lang, { n: amount(n) }) },
    ...(silent > 0 && silent < n ? [{ shape: "dot" as const, dot: "ring" as const, label: say("untold", lang, { n: amount(silent) }) }] : []),
    ...levels.map((level): LegendLine => ({ shape: "level", severity: level.severity, label: found(level, lang) })),
    ...(clustersIn(points, goal, size).some((cluster) => cluster.points.length > 1) ? [{ shape: "text" as const, label: say("inCircle", lang) }] : []),
  ];
  const foot = [...(caption ? [caption] : []), ...(lost > 0 ? [say("lost", lang, { n: lost.toLocaleString("en") })] : []), ...(levels.length > 0 ? [say("machine", lang, { basis: basesWords(levels.map((level) => basisAt(level.points))) })] : [])];
  return { title, lines, ...(lang !== "zh" && { lang }), ...(foot.length > 0 && { foot }) };
}

/** The points in one sentence. */
export function sentence(points: MapPoints, lang: Lang = "zh"): string {
  const zh = lang === "zh";
  const silent = untold(points);
  const n = points.points.length;
  const parts = [
    `${points.title} ${say("sites", lang, { n: n.toLocaleString("en") })}`,
    ...(points.awaited ? [say("awaited", lang)] : silent > 0 ? [say(silent === n ? "allUntoldShort" : "untold", lang, { n: say("sites", lang, { n: silent.toLocaleString("en") }) })] : []),
    ...byLevel(points).map((level) => `${found(level, lang)}${level.points.length <= 2 ? `${zh ? "（" : " ("}${level.points.map(({ name }) => name).join(zh ? "、" : ", ")}${zh ? "）" : ")"}` : ""}`),
  ];
  return `${say("laidOver", lang)}${parts.join(zh ? "，" : ", ")}${zh ? "。" : "."}`;
}
