export { createAlerts, type Alerts, type AlertsNeeds } from "./alerts.ts";
