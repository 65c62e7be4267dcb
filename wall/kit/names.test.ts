import { expect, test } from "vitest";
import { WORLD_ACTOR } from "../../model/incident.ts";
import { Names } from "./names.ts";

/** As much of a Lit element as the names need of one that nobody has signed in to. */
const host = Object.assign(new EventTarget(), { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) });

test("what a simulated world did itself was done by the simulation, what the house did by the system, and both are said in words", () => {
  const names = new Names(host as unknown as ConstructorParameters<typeof Names>[0]);
  expect([names.post(WORLD_ACTOR), names.post("rule:gust#3"), names.post("system"), names.post("somebody")]).toEqual(["模拟", "系统", "系统", "somebody"]);
});
