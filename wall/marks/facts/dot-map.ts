import { phrases, wordsIn } from "../../../model/phrases.ts";
import { levelOf } from "../../../model/region.ts";
import type { Site } from "../../../model/sample.ts";
import type { Focus } from "../../../model/wall.ts";
import type { Words } from "../../../model/words.ts";
import { CAMERAS, type CameraName } from "../camera.ts";
import { sentence } from "../dot-map.ts";
import type { MapData } from "../map-data.ts";
import { mapGround } from "../map-ground.ts";
import { project } from "../mercator.ts";
import type { Point } from "../plane.ts";
import { foundLevels } from "./found-levels.ts";
import { pointsOver, readOver, type LaidOver } from "./laid-over.ts";
import { placeInTitle } from "./looked-at.ts";
import { shownRegion, type MapBase } from "./map-sets.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

export interface DotMapConfig extends LaidOver {
  readonly region?: string;
  readonly title: Words;
  /** Facilities of these kinds, each in a shape of its own. */
  readonly kinds: readonly { readonly kind: string; readonly title: Words }[];
  /** The towns or villages that the map's ground has, too: towns where it looks at a county, villages where at a town. */
  readonly places?: boolean;
  /** The levels that machines found lie under the points. */
  readonly alerts?: boolean;
  readonly camera?: CameraName;
  /** Given by the room and the page. */
  readonly seams?: MapData["seams"];
  readonly tags?: MapData["tags"];
  readonly focus?: Focus;
  readonly wall?: string;
}
const say = phrases({ 处: "sites", 含示例点位: "with example points", "{n} 处无坐标，未画": "{n} without a point, not drawn", 正在取数: "fetching", 镇街: "towns", 村: "villages" });
const PROVINCE = "44";
type From = Pick<Standpoint, "lang" | "here" | "names" | "sites">;
type Seen = ReturnType<typeof read>;

export const read = (reader: Reader, { region = PROVINCE, alerts = false, over }: DotMapConfig) => ({ over: readOver(reader, { over }, region), alerts: alerts ? reader.findings(region) : undefined });
export const viewOf = ({ camera = "province" }: DotMapConfig, { focus }: Pick<MapBase, "focus">): CameraName | { readonly region: string } => (focus ? { region: shownRegion(focus) } : camera);

export function data(seen: Seen, config: DotMapConfig, from: From, { sets, focus }: MapBase): MapData {
  const { lang, here, sites } = from;
  const t = say(lang);
  const kinds = config.kinds.map(({ kind, title }) => ({ title: wordsIn(title, lang), all: sites.ofKind(kind) }));
  const isAwaited = kinds.some(({ all }) => all === undefined);
  const known = kinds.flatMap(({ all = [] }) => all);
  const placed = kinds.map(({ title, all = [] }) => ({ title, points: all.flatMap(({ point }): Point[] => (point ? [project(...point)] : [])) }));
  const places = config.places && focus ? placesIn({ sets, focus }, lang) : [];
  const lost = known.filter(({ point }) => !point).length;
  const foot = [...(isAwaited ? [t("正在取数")] : []), ...(known.some(isExample) ? [t("含示例点位")] : []), ...(lost > 0 ? [t("{n} 处无坐标，未画", { n: lost })] : [])];
  return {
    sets, lang, ...pointsOver(seen.over, config, from, focus && from.names.of(config.region ?? PROVINCE)), dots: { counter: t("处"), kinds: [...placed, ...places] },
    ...(!here.linked && { old: true }),
    ...(focus && { focus: shownRegion(focus), ...(focus.level === "village" && { selected: focus.code }) }),
    ...(seen.alerts && seen.alerts.status !== "loading" && { alerts: foundLevels(seen.alerts.records.values(), sets) }),
    legend: { title: wordsIn(config.title, lang), ...(foot.length > 0 && { foot }) },
    ...(config.seams && { seams: config.seams }), ...(config.tags && { tags: config.tags }),
  };
}
const isExample = ({ illustrative }: Site): boolean => illustrative === true;
/** The villages of a town, else the towns of a county; of the province neither is on the ground. */
function placesIn({ sets, focus }: MapBase, lang: From["lang"]): { title: string; points: readonly Point[] }[] {
  const t = say(lang);
  if (sets.villages) return [{ title: t("村"), points: mapGround(sets.villages).ground.regions.map(({ labelAt }) => labelAt) }];
  if (sets.main.level !== "town" || !focus) return [];
  return [{ title: t("镇街"), points: mapGround(sets.main).ground.regions.map(({ labelAt }) => labelAt) }];
}
export function spoken(seen: Seen, config: DotMapConfig, from: From, base: MapBase): string {
  const { focus } = base;
  const where = focus && levelOf(focus.code) !== "province" ? placeInTitle(focus.code, from.names) : wordsIn(CAMERAS[config.camera ?? "province"].title, from.lang);
  return sentence(data(seen, config, from, base), wordsIn(config.title, from.lang), where);
}
