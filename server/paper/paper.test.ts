import { beforeAll, describe, expect, test } from "vitest";
import { findScene, WALLS } from "../../layouts/shelf.ts";
import type { Actor } from "../../model/account.ts";
import type { FrameCell, FrameRecord } from "../../model/wire/frame.ts";
import type { Picture, Wall } from "../../model/wall.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { StormRecord } from "../../model/hazard.ts";
import { formatTime, HOUR, MINUTE, parseTime } from "../../model/time.ts";
import { channelKey, type Channel } from "../../model/wire/channel.ts";
import { encode } from "../../model/wire/codec.ts";
import { openCatalog, type Catalog } from "../catalog/index.ts";
import { asPage, asText, createPaper, type Twin } from "./index.ts";

const NOW = parseTime("2026-11-22T09:00:00+08:00")!;
const SIM = parseTime("2015-10-03T16:10:00+08:00")!;
const DRILL: SituationInfo = {
  id: "storm", kind: "drill", banner: "演练 · 历史台风 彩虹", title: { zh: "彩虹", en: "Mujigae" }, clock: { at: NOW, simAt: SIM, speed: 60, paused: true },
  span: { from: SIM - 60 * HOUR, to: SIM + 60 * HOUR }, feed: "storm:201522", cadences: {},
};
const LIVE: SituationInfo = { id: "live", kind: "live", banner: "", title: { zh: "实况", en: "Live" }, clock: { at: NOW, simAt: NOW, speed: 1, paused: false }, span: null, feed: "" };
const device: Actor = { account: "device@main", role: "device", region: "44", session: "s" };

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog(".");
});

/** A house that shows what a test puts into it; what it does not name is silent. */
function house({ cells = {}, records = {}, picture = {}, refuses = () => null }: { cells?: Record<string, Partial<FrameCell>[]>; records?: Record<string, unknown[]>; picture?: Partial<Picture>; refuses?: (channel: Channel) => string | null } = {}) {
  const opened = new Map<number, { channel: Channel; simAt: number }>();
  const asked: string[] = [];
  let next = 0;
  const streams = (simAt: number) => ({
    open: async (channel: Channel) => {
      opened.set(++next, { channel, simAt });
      asked.push(channelKey("", channel));
      return { id: next };
    },
    close: (id: number) => void opened.delete(id),
    snapshot(id: number) {
      const { channel } = opened.get(id)!;
      const head = { id, epoch: 1, seq: 1, kind: "snapshot", tick: 40, at: NOW, simAt, applyAt: NOW } as const;
      if (channel.kind === "slice") {
        const told = (cells[`${channel.indicator} ${channel.level}`] ?? []).map((cell): FrameCell => ({ place: "44", value: null, observedAt: SIM - MINUTE, state: null, tainted: false, quality: "good", have: 1, of: 1, ...cell }));
        return encode({ ...head, body: "cells", decimals: 3, cells: told });
      }
      return encode({ ...head, body: "records", records: (records[channel.kind] ?? []).map((record, i): FrameRecord => ({ id: String(i), record })) });
    },
  });
  const situations: Record<string, SituationInfo> = { live: LIVE, storm: DRILL };
  const paper = createPaper({
    scene: findScene,
    catalog, clock: { now: () => NOW }, refuses: (_, channel) => refuses(channel),
    picture: (wall: Wall): Picture => ({ scene: wall.scene, focus: { situation: wall.situation, region: wall.region }, parts: [], mode: "routine", theme: "graphite", ...picture }),
    situation(id) {
      const info = situations[id];
      const simNow = id === "live" ? NOW : SIM;
      return info && { info: () => info, simNow: () => simNow, streams: streams(simNow) };
    },
  });
  return { paper, opened, asked, twin: async (wall: string, situation?: string) => (await paper.twin(WALLS.get(wall)!, device, situation))! };
}
const storm: Partial<StormRecord> = {
  id: "201522", kind: "storm", name: "MUJIGAE", nameZh: "彩虹", at: SIM, hasRadii: true,
  now: { lat: 19.1, lon: 114, grade: "STS", windMs: 28.3, pressureHpa: 985, heading: 290, speedKmh: 21, quality: "interpolated", r50: null, r30: { longKm: 296, shortKm: 296, direction: null } } as unknown as NonNullable<StormRecord["now"]>,
  fixes: [{ at: SIM - 2 * HOUR, lat: 18.9, lon: 114.5, grade: "STS", windMs: 28.3, pressureHpa: 985, r50: null, r30: null }] as unknown as StormRecord["fixes"],
};
const finding = (id: string, place: string, areaName: string, more: object = {}) => ({
  id, rule: "storm#3", indicator: "met.storm.circle", place, placeName: areaName.split(" ").at(-1), areaName, within: ["44", place.slice(0, 4), place], severity: 3, state: "unacknowledged", value: 7, limit: 7, unit: "级", decimals: 0,
  says: "达到台风黄色预警标准", indicatorTitle: "风圈", source: "GB", sourceDown: false, raisedAt: formatTime(NOW - MINUTE), simAt: formatTime(SIM - MINUTE), group: "g", topic: "met", ...more,
});
const said = (twin: Twin, kind: string): string => twin.pieces.flatMap(({ panels }) => panels).filter((p) => p.kind === kind).map((p) => `${p.standing}|${p.said}`).join();

describe("a wall in sentences", () => {
  test("says which world, when and at which tick, then every panel of the picture once, in the order in which they are set", async () => {
    const twin = await house({ records: { hazard: [storm] } }).twin("main");
    expect(twin.pieces[0]!.panels.map(({ kind }) => kind)).toEqual(["banner", "headline", "trust", "clock", "storm-now", "storm-exposure", "storm-intensity", "station-weather", "map", "alerts", "orders", "incidents", "spine"]);
    expect(asText(twin)).toMatch(/^观澜 · 指挥中心大屏\n台风指挥，16:10:00，第 40 拍。\n演练，历史台风 彩虹，2015 年实录推进，不对外发送，已暂停/);
    expect(said(twin, "storm-now")).toMatch(/^14:10\|.*强度 强热带风暴；风力 10级；气压 985hPa；.*位置 19.1°N 114.0°E。$/);
  });
  test("a page of a browser has each sentence as a paragraph under its title, and no word of a record becomes markup", async () => {
    const page = asPage(await house({ records: { alerts: [finding("a", "440825", "湛江市 <b>徐闻县</b>")] } }).twin("main"));
    expect(page).toContain('<section data-tick="40">');
    expect(page).toMatch(/<section data-panel="wall-alerts"><h2>告警<\/h2><p>16:10。系统研判/);
    expect(page).not.toContain("<b>");
  });
  test("counts, times and coverage are those of the frames", async () => {
    const twin = await house({
      records: { hazard: [storm], alerts: [finding("a", "440825", "湛江市 徐闻县"), finding("b", "440882", "湛江市 雷州市"), finding("c", "440881", "湛江市 廉江市", { state: "returned" })] },
      cells: { "met.storm.exposed.r7 province": [{ value: 87100, have: 119, of: 122, quality: "extrapolated" }], "met.storm.arrival.r7 county": [{ place: "440825", value: 2.5, observedAt: SIM }], "met.storm.arrival.r10 county": [{ place: "440825", value: 5, observedAt: SIM }] },
    }).twin("main");
    expect(said(twin, "alerts")).toBe("16:10|系统研判（未发布）：红 0、橙 0、黄 2、蓝 0；最要紧：台风黄色标准 2 处（湛江），未确认 2。另 1 条已回落待确认。不含敏感类。");
    expect(said(twin, "storm-now")).toContain("7级风到 湛江 徐闻（外推），2时30分；");
    expect(said(twin, "storm-exposure")).toMatch(/到达 119\/122 县\|7级风圈内常住人口 ≥8\.71万人/);
    expect(said(twin, "map")).toContain("台风：黄色 2 处（徐闻、雷州）。");
  });
  test("a number that never came, a list that is empty and a channel that is refused are three different sentences", async () => {
    const twin = await house({ refuses: (channel) => (channel.kind === "tasks" ? "not_found" : null) }).twin("live");
    expect(said(twin, "orders")).toBe("|无权查看。");
    expect(said(twin, "alerts")).toContain("无未消告警（09:00 核）");
    expect(said(twin, "headline")).toContain("事件与指令未取到");
    const silent = await house({ cells: { "emg.shelter.load county": [{ place: "440825", state: "never", observedAt: null, have: 0 }] } }).twin("live");
    expect(said(silent, "map")).toContain("避护场所占用率：从未上报。");
  });
  test("glass that was taken is told after the rest, each in its own world", async () => {
    const part = { area: "right", scene: "overview", focus: { situation: "live", region: "44" } } as const;
    const twin = await house({ picture: { parts: [part] } }).twin("three-uhd");
    expect(twin.pieces.map(({ title, simAt }) => [title, simAt])).toEqual([[expect.any(String), expect.any(Number)], ["全省治理态势", NOW]]);
    // Where the piece has a banner, that says which world it is.
    expect(asText(twin)).toContain("全省治理态势，09:00:00，第 40 拍。\n广东省域治理态势（平时 · 值守、演示系统）。");
  });
  test("a wall that looks at a county says the county, and its map stands on the towns", async () => {
    const twin = await house({ picture: { focus: { situation: "storm", region: "440825" } }, records: { alerts: [finding("a", "440825", "湛江市 徐闻县")] } }).twin("main");
    expect(said(twin, "map")).toBe("|湛江 徐闻：黄色 1 处（徐闻）。");
    expect(said(twin, "headline")).toMatch(/^\|湛江徐闻 /);
    expect(twin.pieces[0]!.panels.flatMap(({ heading }) => heading ?? [])).toEqual(["台风实况与到达 · 湛江徐闻", "风圈与到达次序 · 湛江徐闻", "强度与气压", "广州雨风", "告警 · 湛江徐闻", "指令 · 湛江徐闻", "事件 · 湛江徐闻"]);
  });
  test("a wall that looks at a city counts on its map only what lies in it", async () => {
    const twin = await house({ picture: { focus: { situation: "storm", region: "4408" } }, records: { alerts: [finding("a", "440825", "湛江市 徐闻县"), finding("b", "440923", "茂名市 电白区")] } }).twin("main");
    expect(said(twin, "map")).toBe("|湛江：黄色 1 处（徐闻）。");
  });
  test("a page that is pinned to a situation tells that one; one that does not run has no sentences", async () => {
    const { paper, twin } = house();
    expect((await twin("main", "live")).pieces[0]!.situation).toBe("实况");
    expect(await paper.twin(WALLS.get("main")!, device, "gone")).toBeNull();
  });
  test("a display of the wall that is dark is named once, before all panels, in people's time; while all are lit nothing is said", async () => {
    const state = { wall: "main", dark: [{ n: 2, since: formatTime(NOW - 29 * MINUTE) }] };
    const right = { area: "right", scene: "overview", focus: { situation: "live", region: "44" } } as const;
    const twin = await house({ records: { wall: [state] }, picture: { parts: [right] } }).twin("main");
    expect(asText(twin).match(/显示屏 2 黑屏，现实时间 08:31 起。/g)).toHaveLength(1);
    expect(asText(twin).split("\n")[2]).toBe("显示屏 2 黑屏，现实时间 08:31 起。");
    expect(asPage(twin)).toContain("<p>显示屏 2 黑屏，现实时间 08:31 起。</p>");
    expect(asText(await house({ records: { wall: [{ ...state, dark: [] }] } }).twin("main"))).not.toContain("黑屏");
  });
  test("on a wall without a panel of sources a topic whose code was ended is named before all panels; where one stands it says so itself", async () => {
    const records = { alerts: [finding("p", "44", "广东省", { rule: "pack.ended.overrun", indicator: "pack:water", indicatorTitle: "水利 专题代码超时已停用", raisedAt: formatTime(NOW - 29 * MINUTE) })] };
    expect(asText(await house({ records }).twin("live")).split("\n")[2]).toBe("水利 专题代码超时已停用，08:31 起。");
    expect(asText(await house({ records }).twin("main", "live")).split("\n")[2]).not.toContain("水利");
  });
  test("nothing stays open, and each channel is opened once", async () => {
    const { opened, asked, twin } = house({ records: { hazard: [storm] } });
    await twin("main");
    expect(opened.size).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
