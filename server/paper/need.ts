/** A kind of panel among all that are told. */
interface Need {
  /** Told in any picture, however full it is. */
  readonly stays?: true;
  /** What it is called where it is left out, of a kind that has no card with a title. */
  readonly name?: string;
}
/** In the order of need of action: which world and who is called, what is wrong, who does what about it, what comes next, then how things are. */
const NEEDS: Readonly<Record<string, Need>> = {
  banner: { stays: true }, "response-tag": { stays: true }, headline: { stays: true }, clock: { stays: true },
  alerts: { stays: true }, orders: { stays: true }, incidents: {},
  spine: { name: "时间轴" }, "storm-now": {}, "storm-exposure": {}, map: { name: "地图" }, trust: { name: "数据可信" }, sources: {},
  ledger: {}, curve: {}, "epi-curve": {}, "fan-cone": {}, kpi: {}, "kpi-strip": {}, "heat-strip": {}, "small-multiples": {}, "spark-band": {}, calendar: {}, ranking: {}, "station-weather": {}, "storm-intensity": {}, trends: {},
};
const ORDER = Object.keys(NEEDS);

/** Less is needed sooner; a kind that nobody placed comes last. */
export const rankOf = (kind: string): number => (kind in NEEDS ? ORDER.indexOf(kind) : ORDER.length);
export const stays = (kind: string): boolean => NEEDS[kind]?.stays ?? false;
export const nameOf = ({ kind, heading }: { readonly kind: string; readonly heading?: string }): string => heading ?? NEEDS[kind]?.name ?? kind;
