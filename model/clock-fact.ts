/** What an alert speaks of that concerns the clock of the machine, in the place of an indicator. */
export const CLOCK_FACT = "clock:server";
/** The rule by which it is found (时钟异常). */
export const CLOCK_RULE = "clock.stepped";
export const CLOCK_WORDS = { zh: "服务器时钟被拨动", en: "The server's clock was set" } as const;
