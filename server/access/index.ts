export { Access, createAccess, type AccessNeeds, type OpenedSession } from "./access.ts";
export { DEMO_PASSWORD } from "./demo.ts";
