import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../model/account.ts";
import type { Decision } from "../../model/decision.ts";
import type { Entry } from "../../model/journal.ts";
import type { Scene, WallFault } from "../../model/scene.ts";
import { createScenes, type Scenes } from "./scenes.ts";

const post = (account: string, role: Actor["role"], region = "44"): Actor => ({ account, role, region, session: account });
const [composer, chief, commander, officer] = [post("topic@44", "topicAdmin"), post("chief@44", "chief"), post("commander@44", "commander"), post("officer@44", "officer")];
const scene: Scene = { id: "handover", title: { zh: "交接班", en: "Hand-over" }, strip: [], focal: { panel: "map" }, context: [], action: [], spine: { fromH: -1, toH: 1 } };
const fault: WallFault = { wall: "main", place: 'panel "ranking" (a1)', found: "“长” leaves its panel by 2.0 u", expected: "all words stand inside it", mend: "Shorten it." };

let scenes: Scenes;
let seq = 0;
const at = "2026-01-01T08:00:00+08:00";
const take = ({ drafts, result }: Decision) => {
  for (const draft of drafts) scenes.apply({ ...draft, seq: ++seq, situation: "live", at, simAt: at, bodyHash: "", prev: "", hash: "" } as unknown as Entry);
  return result;
};
const save = (actor = composer, over: Partial<Scene> = {}, faults: readonly WallFault[] = []) => take(scenes.decide(actor, "scene.save", { scene: { ...scene, ...over } }, faults));
const publish = (actor = chief, version = 1, id = "handover") => take(scenes.decide(actor, "scene.publish", { scene: id, version }, []));
beforeEach(() => {
  scenes = createScenes({ shipped: new Map([["storm", { title: { zh: "台风指挥", en: "Typhoon command" } }]]), isWithin: (code, ancestor) => code.startsWith(ancestor) });
});

describe("drafts and versions", () => {
  test("what is saved is a draft, and no picture can name it", () => {
    expect(save()).toEqual({ scene: "handover", version: 1 });
    expect([scenes.newest(), scenes.published("handover@1")]).toEqual([[], undefined]);
    expect(scenes.all("44")).toMatchObject([{ version: 1, savedBy: "topic@44", region: "44" }]);
  });
  test("another person publishes it; a later draft changes nothing of it", () => {
    save();
    expect(publish()).toEqual({ scene: "handover", version: 1 });
    save(composer, { title: { zh: "新", en: "new" } });
    expect(scenes.newestOf("handover")).toMatchObject({ version: 1, published: { by: "chief@44" } });
    publish(commander, 2);
    expect(scenes.newestOf("handover")).toMatchObject({ version: 2, scene: { title: { zh: "新" } } });
    // What stands on a wall is the version that was raised.
    expect(scenes.published("handover@1")?.scene.title.zh).toBe("交接班");
  });
});
describe("who may not", () => {
  test("whoever saved it does not publish it", () => {
    save(chief);
    expect(() => publish(chief)).toThrow(/chief@44 saved version 1 of "handover"; another person must publish it/);
  });
  test("an officer neither composes nor publishes, and a commander publishes only", () => {
    expect(() => save(officer)).toThrow(/may not compose/);
    expect(() => save(commander)).toThrow(/may not compose/);
    save();
    expect(() => publish(officer)).toThrow(/may not publish/);
  });
  test("a scene of the product is not overwritten", () => {
    expect(() => save(composer, { id: "storm" })).toThrow(/the product's own and is not overwritten/);
  });
  test("what lies outside the asker's region cannot be published, and its id is taken", () => {
    save(post("chief@4402", "chief", "4402"));
    const other = post("chief@4401", "chief", "4401");
    expect(() => publish(other)).toThrow(/no version 1 of a scene "handover" that was saved in your region/);
    expect(() => save(other)).toThrow(/The id "handover" is taken/);
    expect(scenes.all("4401")).toEqual([]);
    publish(chief);
    expect(scenes.newestOf("handover")?.region).toBe("4402");
  });
  test("nothing is published twice, nor what is not there", () => {
    save();
    publish();
    expect(() => publish(commander)).toThrow(/was published by chief@44 already/);
    expect(() => publish(commander, 2)).toThrow(/no version 2/);
    expect(() => publish(commander, 1, "nothing")).toThrow(/no version 1 of a scene "nothing"/);
  });
});
describe("a title is one scene's alone", () => {
  const other = (title: Scene["title"], actor = composer) => save(actor, { id: "other", title });
  test.each([["台风指挥", "New"], ["新", "Typhoon command"], ["新", " typhoon  Command"], ["新", "Ｔyphoon command"]])("the product's is refused at publishing: %s, %s", (zh, en) => {
    other({ zh, en });
    expect(() => publish(chief, 1, "other")).toThrow(/The title “.*” of version 1 of "other" is that of scene "storm"; .*Save a version with another title/);
    expect(scenes.newest()).toEqual([]);
  });
  test("so is that of another published scene, until a version has another", () => {
    save();
    publish();
    other(scene.title);
    expect(() => publish(chief, 1, "other")).toThrow(/is that of scene "handover"/);
    other({ zh: "夜班", en: "Night watch" });
    expect(publish(chief, 2, "other")).toEqual({ scene: "other", version: 2 });
  });
  test("a draft's is free, a later version keeps its own, and two regions that share no wall may have the same", () => {
    save(post("chief@4401", "chief", "4401"));
    other(scene.title, post("chief@4402", "chief", "4402"));
    publish(post("commander@4402", "commander", "4402"), 1, "other");
    publish(post("commander@4401", "commander", "4401"));
    save(post("chief@4401", "chief", "4401"));
    expect(publish(post("commander@4401", "commander", "4401"), 2)).toEqual({ scene: "handover", version: 2 });
    save(composer, { id: "third" });
    expect(() => publish(chief, 1, "third")).toThrow(/is that of scene "(handover|other)"/);
  });
});
test("a scene that some row cannot read is refused with every fault, and nothing is saved", () => {
  expect(() => save(composer, {}, [fault, { ...fault, wall: "live" }])).toThrow(/cannot be read on "main", "live"; nothing was saved:\n- wall "main", panel "ranking" \(a1\): “长” leaves its panel by 2\.0 u; all words stand inside it\. Shorten it\./);
  expect(scenes.all("44")).toEqual([]);
});
