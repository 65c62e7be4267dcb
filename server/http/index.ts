export { createHttp } from "./http.ts";
export type * from "./needs.ts";
