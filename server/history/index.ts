export { createHistory } from "./history.ts";
export type { History, HistoryNeeds, KnownWorld } from "./needs.ts";
