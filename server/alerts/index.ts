export { createAlerts, type Alerts, type AlertsNeeds } from "./alerts.ts";
export type { LevelSpan } from "./levels.ts";
