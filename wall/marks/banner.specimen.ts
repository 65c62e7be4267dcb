import type { BannerData } from "./banner.ts";

export const specimen: BannerData = { title: "", tags: [{ text: "战时 · 指挥" }], block: { level: 1, head: "I 级响应", name: "防台风 防汛", notes: ["省防总 10月3日 20:00 启动", "已持续 12 时 10 分"] } };
/** The other levels, a drill, responses of a drill, and peace. */
export const variants: readonly BannerData[] = [
  ...([2, 3, 4] as const).map((level): BannerData => ({ ...specimen, block: { ...specimen.block!, level, head: `${["", "I", "II", "III", "IV"][level]!} 级响应` } })),
  { title: "", tags: [{ text: "平时 · 值守" }], block: { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速　未启动应急响应"] } },
  ...([1, 2, 3, 4] as const).map((level): BannerData => ({
    ...specimen, tags: [{ text: `湛江 ${["", "I", "II", "III", "IV"][level]!} 级响应`, level, notActual: true }, { text: "平时 · 值守" }],
    block: { level, exercise: "演练", head: `${["", "I", "II", "III", "IV"][level]!} 级响应`, name: "防风　防汛", notes: ["广东省 现实时间 20:00 启动　已持续 12 分", "历史台风 彩虹　60 倍速"] },
  })),
  { title: "", tags: [{ text: "含模拟数据", notActual: true, stays: true }, { text: "平时 · 值守" }], block: { head: "演练", name: "历史台风 彩虹", notes: ["2015 年实录推进，不对外发送", "60 倍速　未启动应急响应"] } },
  {
    ...specimen, tags: [{ text: "含模拟数据", notActual: true, stays: true }, { text: "湛江 II 级响应", level: 2, notActual: true }, { text: "平时 · 值守" }],
    block: { level: 1, exercise: "演练", head: "I 级响应", name: "防风 I 级　防汛 II 级　地质灾害 III 级", briefs: ["防风 I 级　防汛 II 级　另 1 种", "防风 I 级　另 2 种"], notes: ["广东省 现实时间 20:00 启动　已持续 12 分", "历史台风 彩虹　60 倍速"], below: ["广东省 现实时间 20:00 启动　已持续 12 分", "广东省 现实时间 20:00 启动", "广东省　已持续 12 分", "广东省"] },
  },
  ...([1, 2, 3, 4] as const).map((level): BannerData => ({ title: "广东省域治理态势", tags: [{ text: `湛江等 3 地 ${["", "I", "II", "III", "IV"][level]!} 级响应`, level }, { text: "平时 · 值守" }] })),
  { title: "广东省域治理态势", tags: [{ text: "平时 · 值守" }, { text: "演示系统", notActual: true }] },
];
