export { darkOf, watchDark, withDark, type DarkNeeds } from "./dark.ts";
export { createDevices, type Devices, type DevicesNeeds } from "./devices.ts";
