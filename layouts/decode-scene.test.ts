import { describe, expect, test } from "vitest";
import { MALFORMED, handover } from "../tests/fixtures/composed-scenes.ts";
import { commandData } from "../model/command-data.ts";
import { CONFIGS } from "../wall/marks/configs.ts";
import { judgedKinds } from "../wall/marks/kinds.ts";
import { checkScene, type Knowledge } from "./decode-scene.ts";
import { SCENES } from "./shelf.ts";

const known: Knowledge = {
  config: (panel) => (Object.hasOwn(CONFIGS, panel) ? CONFIGS[panel] : undefined), panels: Object.keys(CONFIGS),
  indicator: (id) => id !== "grid.nothing", topic: (id) => id !== "nothing", place: (id) => id !== "45",
};
const check = (data: unknown): void => checkScene(commandData("scene.save", data).scene, known);

describe("a scene as it is sent", () => {
  test("is taken", () => {
    expect(() => check({ scene: handover })).not.toThrow();
  });
  test.each([...SCENES.values()].map((scene) => [scene.id, scene] as const))("what the product itself has could have been sent: %s", (_, scene) => {
    expect(() => check({ scene })).not.toThrow();
  });
  test.each(MALFORMED)("%s is refused, and the field named", (_, data, says) => {
    expect(() => check(data)).toThrow(says);
  });
  test("a place outside the asker's region is not there", () => {
    expect(() => check({ scene: { ...handover, action: [{ panel: "alerts", config: { region: "45" } }] } })).toThrow(/action\.0\.config\.region is "45"; there is no such place in your region/);
  });
  test("keys of prototypes are no fields", () => {
    expect(() => check(JSON.parse(`{"scene": ${JSON.stringify(handover).replace('"id"', '"__proto__": {"x": 1}, "id"')}}`))).toThrow(/no field of it/);
    expect(() => check({ scene: { ...handover, focal: { panel: "map", config: JSON.parse('{"__proto__": {"camera": "east"}}') } } })).toThrow(/no field of it/);
    expect(({} as Record<string, unknown>).camera).toBeUndefined();
  });
});
test("every kind that a scene may hold is judged by a specimen, and every kind that is judged may be told something, but for what the room itself sets", () => {
  expect([...Object.keys(CONFIGS), "response-line", "response-tag"].sort()).toEqual(judgedKinds());
});
