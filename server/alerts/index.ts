export { createAlerts } from "./alerts.ts";
export { type AlertCommand } from "./decide.ts";
export type { Alerts, AlertsNeeds } from "./needs.ts";
