export { createDevices, type Devices, type DevicesNeeds } from "./devices.ts";
