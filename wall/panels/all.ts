/// <reference types="vite/client" />
// No list names the panels: each file of this folder that defines one is its own entry.
import.meta.glob(["./*.ts", "!./*.test.ts", "!./all.ts", "./map/*.ts", "!./map/*.test.ts"], { eager: true });
