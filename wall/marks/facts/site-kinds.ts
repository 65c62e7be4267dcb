import type { Words } from "../../../model/words.ts";

/** What sites of a kind are called together (点位类型). */
export const SITE_KINDS: Readonly<Record<string, Words>> = {
  "weather-station": { zh: "气象站", en: "weather stations" }, "river-gauge": { zh: "水文站", en: "river gauges" }, reservoir: { zh: "水库", en: "reservoirs" },
  "road-section": { zh: "高速路段", en: "expressway sections" }, bridge: { zh: "跨海大桥", en: "sea bridges" }, port: { zh: "港口", en: "ports" }, airport: { zh: "机场", en: "airports" },
  "toll-station": { zh: "收费站", en: "toll stations" }, "metro-line": { zh: "地铁线路", en: "metro lines" }, "hazmat-fleet": { zh: "危运车队", en: "hazmat fleets" },
  hospital: { zh: "医院", en: "hospitals" }, shelter: { zh: "避护场所", en: "shelters" }, "hazard-source": { zh: "危险源", en: "hazard sources" }, "grid-node": { zh: "电网节点", en: "grid nodes" },
  "power-plant": { zh: "电厂", en: "power plants" }, "nuclear-plant": { zh: "核电厂", en: "nuclear plants" }, "lng-terminal": { zh: "LNG 接收站", en: "LNG terminals" }, radar: { zh: "天气雷达", en: "weather radars" }, "air-station": { zh: "空气站", en: "air stations" },
};
export const siteKind = (kind: string): Words => SITE_KINDS[kind] ?? { zh: kind, en: kind };
