import type { SituationInfo } from "../../../model/situation.ts";
import type { Link } from "../../link/link.ts";
import type { Look } from "./store.ts";
import { SAMPLE_NOW } from "./world.ts";

const INFO: SituationInfo = {
  id: "storm", kind: "drill", banner: "演练 · 历史台风 彩虹", title: { zh: "台风“彩虹”（2015年）", en: "Typhoon Mujigae (2015)" },
  clock: { at: SAMPLE_NOW, simAt: SAMPLE_NOW, speed: 60, paused: true }, span: null, feed: "storm:201522",
};

/** A link whose clock stands still; cut off in the stale look. */
export const sampleLink = (look: Look): Link => ({
  state: look === "stale" ? "down" : "live", silentMs: look === "stale" ? 47_000 : 0, isAgeKnown: true, farewell: "", roundTripMs: 1, situations: [INFO], build: "",
  watch: () => () => undefined,
  serverNow: () => SAMPLE_NOW,
  stoodAt: () => SAMPLE_NOW,
  world: () => 1,
  simNow: () => SAMPLE_NOW,
  onState: () => () => undefined,
  onSituations: () => () => undefined,
  house: null,
  onHouse: () => () => undefined,
  point: () => undefined,
  onPointer: () => () => undefined,
  close: () => undefined,
});
