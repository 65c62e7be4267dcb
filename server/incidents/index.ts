export { createIncidents, type Incidents } from "./incidents.ts";
export type { IncidentsNeeds } from "./needs.ts";
