import "../field/field-page.ts";
import "./sign-in.ts";
import { systemClock } from "../../model/clock.ts";
import { POCKET_FAMILY } from "../../themes/scale.ts";
import type { ThemeId } from "../../themes/theme.ts";
import { chinaTime } from "../../model/time.ts";
import { guardTouches } from "../kit/touch-guard.ts";
import { askedSituation } from "./asked-situation.ts";
import { openOrSignIn } from "./entrance.ts";
import { provideQueue } from "./field-queue.ts";
import { glassOf, themeOf, wear } from "./theme.ts";

/** Smallest type on a phone at 0.35 m, css px. */
const PHONE_U = 15;
/** 160 css px an inch, as phones count them. */
const PHONE_MM = 25.4 / 160;
const query = new URLSearchParams(location.search);
/** What a person has chosen stands until the hour itself changes the light. */
let chosen: { readonly theme: ThemeId; readonly insteadOf: ThemeId } | null = null;
const byHour = (): ThemeId => {
  const { hour } = chinaTime(systemClock.now());
  return hour >= 19 || hour < 6 ? "ember" : "paper";
};
const dress = () => {
  const own = byHour();
  if (chosen?.insteadOf !== own) chosen = null;
  wear(chosen?.theme ?? themeOf(query, own), PHONE_U);
  glassOf(PHONE_MM);
  for (const face of ["--face-sans", "--face-num"]) document.documentElement.style.setProperty(face, POCKET_FAMILY);
};
dress();
systemClock.every(60_000, dress);
addEventListener("light", (e) => {
  chosen = { theme: (e as CustomEvent<ThemeId>).detail, insteadOf: byHour() };
  dress();
});
guardTouches(window, () => systemClock.monotonic());
await openOrSignIn({ situation: askedSituation(location.search) ?? "live", element: "wall-field", roles: ["unit", "officer", "chief", "commander"], ownFace: true, opened: provideQueue });
