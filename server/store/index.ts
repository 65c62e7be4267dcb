export { createBackups, type Backups } from "./backups.ts";
export { openSqlite } from "./sqlite.ts";
export { StoreRefusal, type RefusalCode } from "./refusal.ts";
