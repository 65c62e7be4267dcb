import type { MapData } from "./map.ts";

export { marks } from "./map.ts";
/** The ground and the corners of a map, with flows between its places. */
export const spec = { kind: "flow-map", minU: [44, 28] } as const;

/** The greatest flows by name, and of how many nothing is known. */
export function sentence({ flows }: MapData, title: string, named: (id: string) => string, basis: string, most = 3): string {
  const all = (flows?.flows ?? []).toSorted((a, b) => (b.volume ?? -1) - (a.volume ?? -1));
  const known = all.filter(({ volume }) => volume !== null);
  const told = known.slice(0, most).map(({ id, figure }) => `${named(id)} ${figure.map(({ text }) => text).join("")}`);
  const unfetched = all.filter((flow) => flow.unfetched).length;
  const unknown = all.length - known.length - unfetched;
  const missing = [...(unknown > 0 ? [`${unknown} 条无数`] : []), ...(unfetched > 0 ? [`${unfetched} 条未取到`] : [])];
  const none = unfetched === 0 ? ["没有数"] : missing;
  return `${title}（${basis}）：${(told.length > 0 ? [told.join("、"), ...missing] : none).join("，")}。`;
}
