export { createSockets, type Sockets } from "./sockets.ts";
export type * from "./needs.ts";
