/** A kind of panel among all that are told. */
interface Need {
  /** Told of a picture however full it is; of several pieces of one situation, of the first. */
  readonly stays?: true;
  /** What it is called where it is left out, of a kind that has no card with a title. */
  readonly name?: string;
}
/** In the order of need of action: which world and who is called, what is wrong, who does what about it, what comes next, then how things are. */
const NEEDS: Readonly<Record<string, Need>> = {
  banner: { stays: true, name: "响应条" }, "response-tag": { stays: true }, headline: { stays: true, name: "要点" }, clock: { stays: true, name: "时钟" },
  alerts: { stays: true }, "call-matrix": { stays: true }, orders: { stays: true }, "order-log": { stays: true }, "alert-tally": {}, incidents: {}, receipt: {}, "plan-progress": {}, rollcall: {}, resource: {}, funnel: {},
  spine: { name: "时间轴" }, "storm-now": {}, "storm-exposure": {}, map: { name: "地图" }, "dot-map": { name: "点图" }, "flow-map": { name: "流向图" }, trust: { name: "数据可信" }, sources: {},
  ledger: {}, profile: {}, "line-diagram": {}, curve: {}, "epi-curve": {}, "fan-cone": {}, "threshold-bar": {}, "datum-bar": {}, kpi: {}, "kpi-strip": {}, "heat-strip": {}, "small-multiples": {}, "spark-band": {}, "tile-map": {}, "share-bar": {}, balance: {}, scatter: {}, bump: {}, calendar: {}, ranking: {}, "station-weather": {}, "storm-intensity": {}, trends: {},
};
const ORDER = Object.keys(NEEDS);

/** Less is needed sooner; a kind that nobody placed comes last. */
export const rankOf = (kind: string): number => (kind in NEEDS ? ORDER.indexOf(kind) : ORDER.length);
export const stays = (kind: string): boolean => NEEDS[kind]?.stays ?? false;
export const nameOf = ({ kind, heading }: { readonly kind: string; readonly heading?: string }): string => heading ?? NEEDS[kind]?.name ?? kind;
