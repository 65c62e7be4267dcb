import type { Freshness } from "../../model/freshness.ts";
import type { Quality } from "../../model/quality.ts";
import type { Coverage } from "../../model/sample.ts";
import type { Severity } from "../../model/words.ts";
import type { Ink } from "../../themes/ink.ts";
import type { Texture } from "../../themes/level.ts";
import type { Family, Weight } from "../../themes/scale.ts";
import type { Ground, Outline } from "./ground.ts";
import type { Measure } from "./measure.ts";
import type { Point, Transform } from "./plane.ts";

export type { Point, Transform };

/** The room a picture is drawn for, in px; `u` is the smallest Chinese type of the display in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly u: number;
  /** Width of a text in px; without it a fixed table of widths is used. */
  readonly measure?: Measure;
}

/** How a shape is painted: inks by name, widths and dashes in px. */
export interface Paint {
  readonly fill?: Ink;
  readonly fillAlpha?: number;
  /** Fills with stripes or dots of the fill ink instead of a plain tint. */
  readonly texture?: Texture;
  readonly stroke?: Ink;
  readonly strokeAlpha?: number;
  readonly widthPx?: number;
  readonly dash?: readonly number[];
}

export interface LineMark extends Paint {
  readonly kind: "line";
  readonly points: readonly Point[];
  readonly cap?: "butt" | "round";
}
/** A closed shape; further rings are holes. */
export interface AreaMark extends Paint {
  readonly kind: "area";
  readonly rings: readonly (readonly Point[])[];
}
export interface RectMark extends Paint {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}
export interface CircleMark extends Paint {
  readonly kind: "circle";
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}
/** Part of a circle's line; degrees clockwise from north. */
export interface ArcMark extends Paint {
  readonly kind: "arc";
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly from: number;
  readonly to: number;
}
/** A free shape; absolute coordinates. */
export interface PathMark extends Paint {
  readonly kind: "path";
  readonly steps: readonly PathStep[];
}
export type PathStep =
  | readonly ["M" | "L", number, number]
  | readonly ["Q", number, number, number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

/** What a rendered number must know of itself (CONTRACT §1); becomes `<wall-value>`. */
export interface Truth {
  readonly indicator: string;
  readonly place: string;
  /** null where there is none to show. */
  readonly value: number | null;
  /** Epoch ms. */
  readonly observedAt: number | null;
  readonly state: Freshness;
  readonly quality: Quality;
  readonly coverage: Coverage;
  readonly tick: number;
}

/** A stretch of words in one type. */
export interface Run {
  readonly text: string;
  readonly sizePx: number;
  readonly ink: Ink;
  readonly weight?: Weight;
  readonly family?: Family;
  /** Truth of the number that this run shows; neighbours with the very same truth are one number: ≥, 1,234 and 户. */
  readonly truth?: Truth;
  /** A drawn box behind or around: quality tags, inverse blocks. */
  readonly box?: Box;
  /** Space before, in px. */
  readonly gapPx?: number;
  /** A scale or a time of data, read from the front row; all other words are read from the seats. */
  readonly role?: "axis" | "asOf";
  /** `data-*` attributes for readers and tests: `{alert: id, state}`. */
  readonly data?: Readonly<Record<string, string>>;
}
export interface Box {
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly dashed?: boolean;
  readonly padPx: number;
}

/** One line of words: `text` in its own type, then further runs on the same baseline. */
export interface TextMark extends Run {
  readonly kind: "text";
  /** Keeps a word the same word when its text or place changes (cross-fade instead of a new one). */
  readonly id?: string;
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  /** Where `y` lies: the letters' baseline (default), their middle, or the top of the line. */
  readonly baseline?: "alphabetic" | "middle" | "top";
  readonly tail?: readonly Run[];
  /** An outline of this ink, 0.25 u wide, that keeps words readable on a map. */
  readonly halo?: Ink;
  readonly alpha?: number;
}

/** The mark of a level. Filled = issued by an authority; hollow = a machine's finding; count 0 = hollow grey. */
export interface BadgeMark {
  readonly kind: "badge";
  readonly cx: number;
  readonly cy: number;
  readonly heightPx: number;
  readonly severity: Severity;
  readonly look: "filled" | "hollow" | "expected" | "none";
  /** The character inside; absent = the level's own, empty = none. */
  readonly char?: string;
}

/** A ground of many regions painted as one: one ink or null (nothing) per region, in the ground's order. */
export interface RegionsMark {
  readonly kind: "regions";
  readonly ground: Ground;
  readonly transform: Transform;
  readonly fills: readonly (Ink | null)[];
  /** Texture over the fill, with its ink; levels use their line ink. */
  readonly textures?: readonly (RegionTexture | null)[];
  readonly alpha?: number;
}
export interface RegionTexture {
  readonly texture: Texture;
  readonly ink: Ink;
  /** A third as strong: found by a machine, not issued. */
  readonly faint?: boolean;
}

/** Many lines of the map plane painted as one, of constant width on the glass. */
export interface OutlineMark {
  readonly kind: "outline";
  readonly outline: Outline;
  readonly transform: Transform;
  readonly stroke: Ink;
  readonly widthPx: number;
  readonly alpha?: number;
}

/** Many equal signs at places of the map plane, painted as one and of constant size on the glass: their camera moves without new triangles while `at` is the same array. */
export interface PointsMark extends Omit<Paint, "texture" | "dash"> {
  readonly kind: "points";
  readonly at: readonly Point[];
  readonly transform: Transform;
  /** The sign around its place, px. */
  readonly corners: readonly Point[];
}

/** Somewhere to touch: a button of its own, drawn by nobody, reached by keyboard. */
export interface HitMark {
  readonly kind: "hit";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Read aloud: 海宴镇. */
  readonly label: string;
  readonly hit: Hit;
}
export type Hit =
  | { readonly kind: "region"; readonly code: string }
  | { readonly kind: "alert" | "incident" | "task" | "warning"; readonly id: string; readonly state: string };

/** Keeps shapes inside a rectangle. */
export interface ClipMark {
  readonly kind: "clip";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Everything that can be drawn, as plain data; painted in order, words always above shapes. */
export type Mark =
  | LineMark | AreaMark | RectMark | CircleMark | ArcMark | PathMark
  | TextMark | BadgeMark | RegionsMark | OutlineMark | PointsMark | HitMark | ClipMark;
