import type { Site } from "../../../model/sample.ts";

const illustrative = { class: "open", illustrative: true } as const;
const gauge = (id: string, name: string, region: string, riverKm: number, warningStageM: number): Site => ({ id, kind: "river-gauge", name, region, attributes: { river: "北江", riverKm, warningStageM, guaranteedStageM: warningStageM + 1.5, recordStageM: warningStageM + 2.7, lowStageM: warningStageM - 7 }, ...illustrative });
const reservoir = (id: string, name: string, riverKm: number, floodLimitM: number, tributary?: string): Site => ({ id, kind: "reservoir", name, region: "4402", attributes: { river: "北江", riverKm, floodLimitM, designFloodM: floodLimitM + 6, ...(tributary && { tributary }) }, ...illustrative });
const road = (id: string, road: string, stretch: string, orderKm: number): Site => ({ id, kind: "road-section", name: `${road} ${stretch}段`, region: "44", attributes: { road, orderKm }, ...illustrative });
const one = (id: string, kind: string, name: string, region = "44"): Site => ({ id, kind, name, region, attributes: {}, ...illustrative });
const toll = (id: string, name: string, region: string): Site => one(id, "toll-station", name, region);
const standing = (kind: "hospital" | "shelter", title: string, at: readonly (readonly [region: string, lon: number, lat: number])[]): Site[] =>
  at.map(([region, lon, lat], i) => ({ ...one(`${kind}-${i}`, kind, `示例${title} ${i + 1}`, region), point: [lon, lat] }));

/** A handful of facilities by their real names, so that the gallery has a river and two roads without a server; hospitals and shelters are examples by name, too. */
export const SAMPLE_SITES: readonly Site[] = [
  one("wx-guangzhou", "weather-station", "广州站", "4401"),
  gauge("rg-xinshao", "北江新韶测站", "4402", 0, 53), gauge("rg-yingde", "北江英德测站", "4418", 118, 26), gauge("rg-qingyuan", "北江清远测站", "4418", 206, 12), gauge("rg-shijiao", "石角水文站", "4418", 222, 11), gauge("rg-sanshui", "三水水文站", "4406", 258, 6),
  reservoir("rv-lechangxia", "乐昌峡水库", 0, 145.5, "武江"), reservoir("rv-nanshui", "南水水库", 26, 215, "南水"), reservoir("rv-feilaixia", "飞来峡水库", 168, 22.5),
  ...["乐昌—韶关", "韶关—英德", "英德—清远", "清远—广州", "广州—东莞", "东莞—深圳"].map((stretch, i) => road(`rs-g4-${i}`, "G4 京港澳高速", stretch, 40 + 70 * i)),
  ...["饶平—汕头", "汕头—普宁", "陆丰—海丰", "海丰—惠东", "惠东—深圳"].map((stretch, i) => road(`rs-g15-${i}`, "G15 沈海高速", stretch, 20 + 70 * i)),
  one("tl-yuebei", "toll-station", "G4 粤北主线站"), one("tl-g15-fen", "toll-station", "G15 汾水关主线站"),
  toll("tl-luogang", "北环萝岗站", "4401"), toll("tl-dongguan", "东莞站", "44"), toll("tl-sanshui", "三水站", "4406"), toll("tl-zhuhai", "珠海金鼎站", "4404"), toll("tl-yangjiang", "阳江站", "4417"), toll("tl-maoming", "茂名站", "4409"),
  one("br-hzm", "bridge", "港珠澳大桥"), one("br-humen", "bridge", "虎门大桥"), one("br-shenzhong", "bridge", "深中通道"), one("br-zhanjiang", "bridge", "湛江海湾大桥"),
  ...standing("hospital", "医院", [["4401", 113.22, 23.1], ["4401", 113.33, 23.28], ["4406", 113.1, 23.03], ["4408", 110.38, 21.2], ["4409", 110.92, 21.66], ["4417", 111.97, 21.86], ["4412", 112.47, 23.05], ["4418", 113.04, 23.7]]),
  ...standing("shelter", "避护场所", [["4408", 110.1, 20.9], ["4408", 110.18, 20.33], ["4408", 110.28, 21.61], ["4409", 111.03, 21.5], ["4409", 110.85, 21.92], ["4417", 111.62, 21.75], ["4407", 112.79, 22.25], ["4404", 113.35, 22.15]]),
];
/** Indicators by the kind of facility that tells them. */
const KINDS: Readonly<Record<string, string>> = { "water.river": "river-gauge", "water.reservoir": "reservoir", "tra.seg": "road-section", "tra.visibility": "road-section", "tra.toll": "toll-station", "tra.expressway.flow": "toll-station", "tra.bridge": "bridge" };
export const sampleSitesOf = (indicator: string): string[] => {
  const kind = Object.entries(KINDS).find(([prefix]) => indicator.startsWith(prefix))?.[1] ?? "weather-station";
  return SAMPLE_SITES.filter((site) => site.kind === kind).map(({ id }) => id);
};
/** Numbers that fit such facilities; nobody takes them for measurements. */
export function sampleSiteValue(indicator: string, i: number): number | undefined {
  const pick = (...values: number[]): number => values[i % values.length]!;
  if (indicator === "water.river.level") return pick(-0.9, -0.8, -0.28, 0.32, 0.38);
  if (indicator === "water.river.flow") return 3_210 + 1_400 * i;
  if (indicator === "water.reservoir.level") return pick(0.1, 0.6, -2);
  if (indicator === "tra.seg.speed") return pick(102, 96, 46, 24, 98, 8);
  if (indicator === "tra.visibility") return pick(12_000, 9_000, 150);
  if (indicator === "tra.toll.queue") return pick(420, 60);
  if (indicator === "tra.expressway.flow") return pick(4.1, 2.2, 6.8, 7.9, 4.6, 5.2, 3.1, 2.7);
  if (indicator === "tra.bridge.wind") return pick(18.2, 12.1, 21.4, 9.8);
  return undefined;
}
