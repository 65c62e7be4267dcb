import { expect, test } from "vitest";
import type { AlertRecord } from "../../../model/records.ts";
import { parseTime } from "../../../model/time.ts";
import { areUntold, endedWords } from "./ended-packs.ts";

const seen = { now: parseTime("2026-11-22T15:00:00+08:00")!, lang: "zh" } as const;
const ended = (more: Partial<AlertRecord> = {}) => ({ indicator: "pack:water", indicatorTitle: "水利 专题代码超时已停用", state: "unacknowledged", raisedAt: "2026-11-22T14:31:00.000+08:00", ...more }) as AlertRecord;

test("a topic whose code was ended is named with since when; several by the first and their count", () => {
  expect(endedWords([ended()], seen)).toEqual({ what: "水利 专题代码超时已停用", since: "14:31 起" });
  expect(endedWords([ended({ indicator: "pack:health", raisedAt: "2026-11-22T14:40:00.000+08:00" }), ended({ state: "acknowledged" })], seen)).toEqual({ what: "水利 专题代码超时已停用等 2 个专题", since: "14:31 起" });
});
test("one that runs again, and an indicator of the province, is none of them", () => {
  expect(endedWords([ended({ state: "returned" }), ended({ indicator: "stage" })], seen)).toBeNull();
});
test("where sources are told the line does not say it as well", () => {
  expect([areUntold([{ panel: "map" }]), areUntold([{ panel: "map" }, { panel: "sources" }]), areUntold([{ panel: "trust" }])]).toEqual([true, false, false]);
});
