import type { Ids } from "../../model/ports.ts";

/** Ids from the browser's own source of chance, which also works without TLS. */
export const browserIds: Ids = {
  next: (prefix) => `${prefix}-${hex(12)}`,
  secret: (bytes) => hex(bytes),
};
/** 0…1, to spread what many pages would otherwise do at once. */
export const jitter = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

const hex = (bytes: number): string => [...crypto.getRandomValues(new Uint8Array(bytes))].map((b) => b.toString(16).padStart(2, "0")).join("");
