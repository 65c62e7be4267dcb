export { createHttp } from "./http.ts";
export { isOwnOrigin } from "./origin.ts";
export type * from "./needs.ts";
