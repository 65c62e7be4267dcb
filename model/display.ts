import { Type, type Static } from "typebox";

/** How often a display says how it is, and the silence after which it is dark (黑屏). */
export const DISPLAY_REPORT_MS = 2_000;
export const DISPLAY_DARK_MS = 5_000;

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
/** What a display says of itself. Not a command: it decides nothing, and nobody's order depends on it. */
export const DisplayReport = Type.Object(
  {
    picture: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: "The picture that it has set up, or shows" })),
    paintedTick: Type.Optional(Count),
    skewMs: Type.Optional(Type.Number({ minimum: -60_000, maximum: 60_000, description: "How much later than stated it painted last" })),
    fps: Type.Optional(Type.Number({ minimum: 0, maximum: 1_000 })),
  },
  { additionalProperties: false },
);
export type DisplayReport = Static<typeof DisplayReport>;

/** How a display is: `unknown` has never been there, `dark` was and is not, or is silent, or its alert of that still holds. What it has not said is null. */
export interface DisplayHealth {
  readonly n: number;
  readonly state: "unknown" | "connected" | "dark";
  readonly paintedTick: number | null;
  readonly skewMs: number | null;
  readonly fps: number | null;
  /** Server time at which it was heard last, epoch ms. */
  readonly heardAt: number | null;
}

/** What an alert speaks of that concerns a display of the house itself, in the place of an indicator: `display:main/2`. */
export const displayFact = (wall: string, n: number): string => `display:${wall}/${n}`;
/** The display that such an alert speaks of; null for an indicator. */
export function displayOf(indicator: string): { readonly wall: string; readonly n: number } | null {
  const match = /^display:(.+)\/(\d+)$/.exec(indicator);
  return match && { wall: match[1]!, n: Number(match[2]) };
}
/** The topic of what concerns the house itself; no pack bears that name. */
export const PLATFORM_TOPIC = "platform";
/** How such an alert is named: 指挥中心大屏显示屏 2 黑屏. */
export const darkWords = (wallTitle: string, n: number): string => `${wallTitle}显示屏 ${n} 黑屏`;
