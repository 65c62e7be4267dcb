import { resolve } from "node:path";
import { runnerImport, type Plugin } from "vite";
import type * as simulator from "./simulate.ts";

/** The simulator with a house of its own, through these plugins. */
export async function loadSimulator(plugins: readonly Plugin[] = []): Promise<typeof simulator> {
  const { module } = await runnerImport<typeof simulator>(resolve("tests/sim/simulate.ts"), { root: resolve("."), configFile: false, logLevel: "warn", plugins: [...plugins] });
  return module;
}
