import { css, html, nothing } from "lit";
import { dictionary } from "../../kit/language.ts";
import type { Standing } from "../map-sets.ts";

const t = dictionary({
  "{place}底图未取到，正在重试": "no base map of {place} yet, trying again", "底图未取到，正在重试": "no base map yet, trying again",
  "正在取{place}底图": "fetching the base map of {place}", 正在取底图: "fetching the base map", "{place}没有界线，不绘地图": "{place} has no boundary and is not drawn", "此地没有界线，不绘地图": "a place without boundary is not drawn",
});

export const noGroundStyles = css`
  p.no-ground { position: absolute; inset: auto 0; top: 50%; transform: translateY(-50%); margin: 0; padding: 0 calc(var(--u) * 2); text-align: center; color: var(--t2); font: 400 var(--type-body) / 1.4 var(--face-sans); }
`;

/** What stands where a map may not: another place under the name of the one that is looked at would be a false picture. @param place empty = the whole province */
export function noGround(lack: Extract<Standing, { lack: unknown }>["lack"], place: string) {
  // Its name may be what has not come.
  if (/^\d+$/.test(place)) place = "";
  if (lack === "coming") return nothing;
  if (lack === "late") return html`<p class="no-ground" role="status">${place ? t("正在取{place}底图", { place }) : t("正在取底图")}</p>`;
  if (lack === "none") return html`<p class="no-ground" role="status">${place ? t("{place}没有界线，不绘地图", { place }) : t("此地没有界线，不绘地图")}</p>`;
  return html`<p class="no-ground" role="alert">✕ ${place ? t("{place}底图未取到，正在重试", { place }) : t("底图未取到，正在重试")}</p>`;
}
