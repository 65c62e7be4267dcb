export { watchGateways } from "./gateways.ts";
