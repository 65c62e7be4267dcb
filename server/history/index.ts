export { createHistory } from "./history.ts";
export type { History, HistoryNeeds, PastWorld } from "./needs.ts";
