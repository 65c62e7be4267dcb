/// <reference types="vite/client" />
import type { CardFacts } from "./card.ts";
import type { MapBase } from "./map-sets.ts";
import type { Reader } from "./reader.ts";
import type { Standpoint } from "./standpoint.ts";

/** A panel as it is read aloud: what it reads of the world, what its frame says of that, and the one sentence. */
export interface Telling {
  read(reader: Reader, config: unknown): unknown;
  card?(seen: unknown, config: unknown, from: Standpoint): CardFacts;
  /** @param base what a map stands on; other kinds need none */
  spoken(seen: unknown, config: unknown, from: Standpoint, base: MapBase): string;
  /** The same with fewer things said, for a picture that would else be longer than a minute; absent where nothing can be left out. */
  briefly?(seen: unknown, config: unknown, from: Standpoint, base: MapBase): string;
}
const files = import.meta.glob<Partial<Telling>>(["./*.ts", "!./*.test.ts", "!./kinds.ts"], { eager: true });
const TELLINGS: ReadonlyMap<string, Telling> = new Map(
  Object.entries(files).flatMap(([path, file]) => (file.read && file.spoken ? [[path.slice("./".length, -".ts".length), file as Telling] as const] : [])),
);

/** How a kind of panel is told; each file of this folder that has a `spoken` is one. Undefined when there is no such kind. */
export const tellingOf = (kind: string): Telling | undefined => TELLINGS.get(kind);
