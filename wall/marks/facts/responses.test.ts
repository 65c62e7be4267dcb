import { expect, test } from "vitest";
import type { ResponseKind, ResponseLevel, ResponseRecord } from "../../../model/response.ts";
import { formatTime, HOUR, parseTime } from "../../../model/time.ts";
import { data } from "./banner.ts";
import { inForce, kindsInShort, kindsOf } from "./responses.ts";
import { Reader, type Shelf } from "./reader.ts";
import * as line from "./response-line.ts";
import * as tag from "./response-tag.ts";
import type { Standpoint } from "./standpoint.ts";
import { NO_RECORDS } from "../../../model/view.ts";

const NOW = parseTime("2026-11-30T16:07:00+08:00")!;
const NAMES: Readonly<Record<string, string>> = { 44: "广东省", 4408: "湛江市", 440882: "雷州市" };
const declared = (region: string, kind: ResponseKind, level: ResponseLevel, hoursAgo = 1): ResponseRecord => ({
  id: `${region}.${kind}`, state: "inForce", region, regionName: NAMES[region]!, regionLevel: "province", holdsHere: true, kind, level, since: formatTime(NOW - hoursAgo * HOUR), levelSince: formatTime(NOW - hoursAgo * HOUR), by: "a", reason: "b",
});
const told = (...records: ResponseRecord[]): string => kindsOf(inForce(records).here, "zh");
const block = (...records: ResponseRecord[]) => data({ status: "ready", records: new Map(records.map((one) => [one.id, one])) } as never, {}, { lang: "zh", mode: "emergency", here: { isLive: true, isOneTime: true, peopleNow: NOW } } as unknown as Standpoint).block!;

test("kinds of one level stand without it; where levels differ each bears its own", () => {
  expect(told(declared("44", "typhoon", 1), declared("44", "flood", 1))).toBe("防汛　防风");
  const mixed = [declared("44", "general", 3), declared("44", "flood", 2), declared("44", "typhoon", 1)];
  expect(told(...mixed)).toBe("防风 I 级　防汛 II 级　综合 III 级");
  expect(kindsInShort(inForce(mixed).here, "zh")).toEqual(["防风 I 级　防汛 II 级　另 1 种", "防风 I 级　另 2 种"]);
});
test("what several regions have declared names them; a kind that two have declared is told once, by the gravest", () => {
  expect(told(declared("44", "typhoon", 1, 3), declared("4408", "flood", 1, 2), declared("440882", "geology", 1))).toBe("防风（广东省）　防汛（湛江）　地质灾害（雷州）");
  expect(told(declared("44", "typhoon", 2), declared("4408", "typhoon", 1), declared("44", "flood", 2))).toBe("防风 I 级（湛江）　防汛 II 级（广东省）");
  expect(told(declared("44", "typhoon", 1), declared("4408", "typhoon", 2))).toBe("防风");
});
test("who started it and since when is said of the gravest and longest standing alone, by its kind, unless it is true of all", () => {
  const several = block(declared("440882", "geology", 1, 1), declared("44", "typhoon", 1, 3), declared("4408", "flood", 1, 2));
  expect(several.notes).toEqual(["广东省 11月30日 13:07 启动防风", "已持续 3\u2009时"]);
  expect(several.below!.at(-1)).toBe("广东省启动防风");
  expect(block(declared("44", "flood", 2, 1), declared("44", "typhoon", 1, 3)).notes[0]).toBe("广东省 11月30日 13:07 启动防风");
  expect(block(declared("44", "flood", 2, 3), declared("44", "typhoon", 1, 3)).notes[0]).toBe("广东省 11月30日 13:07 启动");
});
test.each([["refused", { unknown: "响应未取到" }], ["loading", { unknown: "响应正在取数" }], ["ready", {}]] as const)("of a list that is %s tag and line say whether a response is known at all", (status, said) => {
  const shelf = { records: () => ({ ...NO_RECORDS, status }) } as unknown as Shelf;
  const from = { lang: "zh", mode: "routine", here: { isLive: true } } as unknown as Standpoint;
  const seen = tag.read(new Reader(shelf, "live"), {});
  expect([tag.data(seen, {}, from), line.data(seen, {}, from)]).toEqual([{ mode: "平时", ...said }, { mode: "平时", ...said }]);
});
test("of a drill that is partly computed the banner says so in a box that stays, and its name without it; live says nothing of it", () => {
  const drill = (banner: string, isLive = false) => data({ status: "ready", records: new Map([["a", declared("44", "typhoon", 1)]]) } as never, {}, { lang: "zh", mode: "emergency", here: { isLive, isOneTime: true, peopleNow: NOW, info: { banner, clock: { speed: 60 }, title: {} } } } as unknown as Standpoint);
  const mixed = drill("演练 · 历史台风 彩虹 · 含模拟数据");
  expect([mixed.tags![0], mixed.block!.notes[1]]).toEqual([{ text: "含模拟数据", notActual: true, stays: true }, "历史台风 彩虹　60 倍速"]);
  expect(drill("演练 · 历史台风 彩虹").tags!.some(({ stays }) => stays)).toBe(false);
});
test("a banner whose list was refused says so beside the mode", () => {
  const of = (status: string) => data({ status, records: new Map() } as never, {}, { lang: "zh", mode: "routine", here: { isLive: true, peopleNow: NOW } } as unknown as Standpoint).tags!.map(({ text }) => text);
  expect([of("refused"), of("ready")]).toEqual([["响应未取到", "平时 · 值守", "演示系统"], ["平时 · 值守", "演示系统"]]);
});
