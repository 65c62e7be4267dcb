export { openSqlite } from "./sqlite.ts";
export { StoreRefusal, type RefusalCode } from "./refusal.ts";
