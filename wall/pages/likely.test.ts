import { expect, test } from "vitest";
import type { Picture } from "../../model/wall.ts";
import { likelyPictures } from "./likely.ts";

const title = { zh: "预设", en: "preset" };
const wall = {
  scene: "overview", scenes: { storm: "storm", covid: "epidemic" }, emergencyScene: "storm",
  presets: [{ id: "handover", title, scene: "handover" }, { id: "front", title, scene: "front", situation: "storm", region: "4408" }, { id: "own", title }],
};
const standing: Picture = { scene: "overview", focus: { situation: "live", region: "44" }, parts: [], mode: "routine", theme: "ember" };
const live = { id: "live", feed: "" };
const looks = (...given: Parameters<typeof likelyPictures>) => [...likelyPictures(...given)].map(([scene, { focus }]) => `${scene} ${focus.situation} ${focus.region}`);

test("likely next are the scenes of the presets, of a response and of the records that are played, each once and where it would look", () => {
  expect(looks(wall, standing, [live, { id: "storm", feed: "storm:201522" }, { id: "drill-1", feed: "covid:2020" }])).toEqual(["handover live 44", "front storm 4408", "storm storm 44", "epidemic drill-1 44"]);
});
test("a preset of a world that does not run is taken in the one that stands, and what stands is not likely next", () => {
  expect(looks(wall, { ...standing, scene: "storm" }, [live])).toEqual(["handover live 44", "front live 4408", "overview live 44"]);
});
test("a wall with one scene has nothing that is likely next", () => {
  expect(looks({ scene: "overview" }, standing, [live])).toEqual([]);
});
