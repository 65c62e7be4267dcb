import "../console/shell.ts";
import "./sign-in.ts";
import { ContextProvider } from "@lit/context";
import { systemClock } from "../../model/clock.ts";
import { OWN_SOUND } from "../../model/tone.ts";
import { soundContext } from "../kit/contexts.ts";
import { openAtTouch } from "../kit/sound-opening.ts";
import { browserAir, Sound } from "../kit/sound.ts";
import { guardTouches } from "../kit/touch-guard.ts";
import { askedSituation } from "./asked-situation.ts";
import { openOrSignIn } from "./entrance.ts";
import { glassOf, themeOf, wear } from "./theme.ts";

const query = new URLSearchParams(location.search);
/** 27″ QHD at 0.65 m: u = 16, 0.233 mm a pixel; on 1080 lines 24″, u = 14, 0.277 mm (VISUAL §3). */
const dress = () => {
  const large = innerHeight >= 1300;
  wear(themeOf(query, "graphite"), large ? 16 : 14);
  glassOf(large ? 0.233 : 0.277);
};
dress();
addEventListener("resize", dress);
guardTouches(window, () => systemClock.monotonic());
const sound = new Sound({ clock: systemClock, room: OWN_SOUND, air: browserAir });
new ContextProvider(document.body, { context: soundContext, initialValue: sound });
openAtTouch(window, sound);
await openOrSignIn({ situation: askedSituation(location.search) ?? "live", element: "console-page", roles: ["commander", "chief", "officer", "topicAdmin"] });
