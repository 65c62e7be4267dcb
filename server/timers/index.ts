export { CLOCK_STEPPED, createTimers, type Timers, type TimersNeeds } from "./timers.ts";
