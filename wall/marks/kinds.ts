/// <reference types="vite/client" />
interface Spec {
  readonly kind: string;
  readonly minU: readonly [widthU: number, heightU: number];
}

const found = import.meta.glob<{ readonly spec?: Spec }>(["./*.ts", "!./*.test.ts", "!./kinds.ts"], { eager: true });
/** What every kind of picture needs at least, by kind; each file of this folder that has a `spec` is one. */
const KINDS: ReadonlyMap<string, Spec> = new Map(Object.values(found).flatMap(({ spec }) => (spec ? [[spec.kind, spec] as const] : [])));

/** Smallest legible size of a kind in u; undefined when there is no such kind. */
export const sizeOf = (kind: string): Spec["minU"] | undefined => KINDS.get(kind)?.minU;
