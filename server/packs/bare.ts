const AWAY = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "fetch", "WebSocket", "EventSource", "BroadcastChannel", "process", "performance"] as const;

/**
 * Takes from packs what a pure function has no use for, so that one that asks the time, takes chance of its own or leaves something to run
 * later fails where it does so. No jail: who means harm finds other ways, and no pack comes from strangers.
 */
export function bareGlobals(): void {
  for (const name of AWAY) Reflect.deleteProperty(globalThis, name);
  // What the platform makes only when it is first asked for (crypto, streams, Buffer) could not be frozen unless it were made.
  for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) if (get) Reflect.deleteProperty(globalThis, name);
  const refuse = (what: string, instead: string) => () => {
    throw new Error(`${what} is not for packs: ${instead}.`);
  };
  Math.random = refuse("Math.random", "a feed is handed its chance");
  // oxlint-disable-next-line no-restricted-globals -- it is taken away here
  Date.now = refuse("Date.now", "a feed is handed its time");
  for (const name of ["log", "info", "warn", "error", "debug", "trace"] as const) console[name] = () => {};
}
