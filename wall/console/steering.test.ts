import { expect, test } from "vitest";
import { rightsOf } from "../../model/account.ts";
import { spectator, steering } from "./steering.ts";

const province = { parent: null };
const city = { parent: "44" };

test("a post of the whole province with the right may set the clocks of drills", () => {
  for (const role of ["commander", "chief", "officer"] as const) expect(steering({ rights: rightsOf(role) }, province)).toBe("may");
});
test("the same post of a city may not, and is told why", () => {
  expect(steering({ rights: rightsOf("commander") }, city)).toBe("not_root");
});
test("a role without the right may not, wherever it sits; before the seat is known nobody may", () => {
  expect(steering({ rights: rightsOf("topicAdmin") }, province)).toBe("no_right");
  expect(steering({ rights: rightsOf("commander") }, undefined)).toBe("not_root");
});
test("in a replay nobody orders anything: a seat may look, set the clock and direct walls", () => {
  expect(spectator({ account: "commander@44", role: "commander", region: "44", rights: rightsOf("commander") }).rights).toEqual(["read", "wall", "situation"]);
});
