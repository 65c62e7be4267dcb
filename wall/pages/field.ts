import "../field/field-page.ts";
import "./sign-in.ts";
import { systemClock } from "../../model/clock.ts";
import { chinaTime } from "../../model/time.ts";
import { askedSituation } from "./asked-situation.ts";
import { openOrSignIn } from "./entrance.ts";
import { themeOf, wear } from "./theme.ts";

/** Smallest type on a phone at 0.35 m, css px. */
const PHONE_U = 15;
const query = new URLSearchParams(location.search);
const dress = () => {
  const { hour } = chinaTime(systemClock.now());
  wear(themeOf(query, hour >= 19 || hour < 6 ? "ember" : "paper"), PHONE_U);
};
dress();
systemClock.every(60_000, dress);
await openOrSignIn({ situation: askedSituation(location.search) ?? "live", element: "wall-field", roles: ["unit", "officer", "chief", "commander"] });
