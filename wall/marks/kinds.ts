/// <reference types="vite/client" />
import type { Theme } from "../../themes/theme.ts";
import type { Mark, Size } from "./mark.ts";
import { moved } from "./moved.ts";
import { seen, type SeenPicture } from "./seen.ts";
import { bandHeight, marks as bandMarks, type BandFacts } from "./title-band.ts";

interface Spec {
  readonly kind: string;
  readonly minU: readonly [widthU: number, heightU: number];
  /** The height that it can fill at most, u. */
  readonly mostU?: number;
  /** Stands in a card, whose title band takes its part of the height. */
  readonly titled?: boolean;
  readonly blinks?: boolean;
}
type Config = Readonly<Record<string, unknown>>;
interface PictureFile {
  readonly spec?: Spec;
  marks?(data: unknown, size: Size): readonly Mark[];
}
/** `<kind>.specimen.ts`: the panel at its fullest and worst, and in its other states. */
interface SpecimenFile {
  readonly specimen: unknown;
  readonly variants?: readonly unknown[];
  /** What the title band of its card says at its longest, under what a scene calls it: of a place that the wall looks at, and of the whole province. */
  band?(config: Config): readonly BandFacts[];
  /** Instead of both, where a picture depends on what its scene tells it. */
  drawn?(size: Size, config: Config): readonly (readonly Mark[])[];
}
/** What is known of a kind before it has data. */
export interface KnownKind {
  readonly minU: Spec["minU"];
  readonly mostU?: number;
  readonly blinks?: boolean;
  seen?(size: Pick<Size, "width" | "height" | "u">, config: Config): SeenPicture;
}

const pictures = import.meta.glob<PictureFile>(["./*.ts", "!./*.test.ts", "!./*.specimen.ts", "!./kinds.ts", "!./configs.ts"], { eager: true });
const specimens = import.meta.glob<SpecimenFile>("./*.specimen.ts", { eager: true });
interface Known {
  readonly spec: Spec;
  readonly picture: PictureFile;
  readonly specimen: SpecimenFile | undefined;
}
/** Every kind of picture; each file of this folder that has a `spec` is one. */
const KINDS: ReadonlyMap<string, Known> = new Map(
  Object.entries(pictures).flatMap(([path, picture]) => (picture.spec ? [[picture.spec.kind, { spec: picture.spec, picture, specimen: specimens[path.replace(/\.ts$/, ".specimen.ts")] }] as const] : [])),
);

/** Smallest legible size of a kind in u, and the height that it can fill at most; undefined when there is no such kind. */
export function sizeOf(kind: string): readonly [widthU: number, heightU: number, mostHeightU?: number] | undefined {
  const spec = KINDS.get(kind)?.spec;
  return spec && (spec.mostU === undefined ? spec.minU : [...spec.minU, spec.mostU]);
}

/** What a kind shows at a size, as it looks in a theme; undefined when there is no such kind. */
export const kindOf = (theme: Theme, drawn: typeof specimenMarks = specimenMarks) => (kind: string): KnownKind | undefined => {
  const known = KINDS.get(kind);
  if (!known) return undefined;
  const { minU, mostU, blinks } = known.spec;
  return { minU, ...(mostU !== undefined && { mostU }), ...(blinks && { blinks }), ...(known.specimen && { seen: (size, config) => read(drawn(kind, size, config), size, theme) }) };
};
/** Specimens that are drawn once for as long as they are kept: a theme changes inks and nothing else. */
export function drawnOnce(): typeof specimenMarks {
  const kept = new Map<string, readonly (readonly Mark[])[]>();
  return (kind, size, config) => {
    const key = JSON.stringify([kind, size.width, size.height, size.u, config]);
    let marks = kept.get(key);
    if (!marks) kept.set(key, (marks = specimenMarks(kind, size, config)));
    return marks;
  };
}
/** Kinds with a specimen: what is judged can stand in a scene. */
export const judgedKinds = (): string[] => [...KINDS.values()].filter(({ specimen }) => specimen).map(({ spec }) => spec.kind).sort();

/** A specimen in each of its states, drawn as its panel draws it; undefined when the kind has none. */
export function specimenMarks(kind: string, size: Size, config: Config = {}): readonly (readonly Mark[])[] {
  const { spec, picture, specimen } = KINDS.get(kind) ?? {};
  if (!spec || !specimen) return [];
  if (specimen.drawn) return specimen.drawn(size, config);
  const top = spec.titled ? bandHeight(size.u) : 0;
  const plot = { ...size, height: size.height - top };
  const [band = [], ...bands] = spec.titled ? (specimen.band?.(config) ?? []).map((facts) => bandMarks(facts, size)) : [];
  // Every title, and every state; not each under each.
  return [...[specimen.specimen, ...(specimen.variants ?? [])].map((data) => [...band, ...moved(picture!.marks!(data, plot), 0, top)]), ...bands];
}

function read(states: readonly (readonly Mark[])[], size: Size, theme: Theme): SeenPicture {
  const all = states.map((marks) => seen(marks, size, theme));
  return { stretches: all.flatMap(({ stretches }) => stretches), levels: all.flatMap(({ levels }) => levels) };
}
