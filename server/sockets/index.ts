export type * from "./needs.ts";
