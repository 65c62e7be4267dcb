import { runnerImport } from "vite";
import { root } from "../scripts/prepare.mjs";

/** A module of the product or of its tests, as it stands in the source: the bench reads frames and opens lines as they do. */
export const fromSource = async (path) => (await runnerImport(`./${path}`, { configFile: false, root, logLevel: "error" })).module;
