import * as module from "polygon-clipping";

/** The package is CommonJS: Node hangs its functions on `default`, bundlers do not. */
export const clipping = (module as { default?: typeof module }).default ?? module;
