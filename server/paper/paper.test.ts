import { describe, expect, test } from "vitest";
import { WALLS } from "../../layouts/shelf.ts";
import { formatTime, MINUTE } from "../../model/time.ts";
import { finding, house, NOW, SIM, storm } from "../../tests/fixtures/paper-house.ts";
import { asPage, asText, type Twin } from "./index.ts";

const said = (twin: Twin, kind: string): string => twin.pieces.flatMap(({ panels }) => panels).filter((p) => p.kind === kind).map((p) => `${p.standing}|${p.said}`).join();

describe("a wall in sentences", () => {
  test("says which world, when and at which tick, then every panel of the picture once, in the order of need of action", async () => {
    const twin = await (await house({ records: { hazard: [storm] } })).twin("main");
    expect(twin.pieces[0]!.panels.map(({ kind }) => kind)).toEqual(["banner", "headline", "clock", "alerts", "orders", "incidents", "spine", "storm-now", "storm-exposure", "map", "trust", "station-weather", "storm-intensity"]);
    expect(asText(twin)).toMatch(/^观澜 · 指挥中心大屏\n台风指挥，16:10:00，第 40 拍。\n演练，历史台风 彩虹，2015 年实录推进，不对外发送，已暂停/);
    expect(said(twin, "storm-now")).toMatch(/^14:10\|.*强度 强热带风暴；风力 10级；气压 985hPa；.*位置 19.1°N 114.0°E。$/);
  });
  test("a page of a browser has each sentence as a paragraph under its title, and no word of a record becomes markup", async () => {
    const page = asPage(await (await house({ records: { alerts: [finding("a", "440825", "湛江市 <b>徐闻县</b>")] } })).twin("main"));
    expect(page).toContain('<section data-tick="40">');
    expect(page).toMatch(/<section data-panel="wall-alerts"><h2>告警<\/h2><p>16:10。系统研判/);
    expect(page).not.toContain("<b>");
  });
  test("counts, times and coverage are those of the frames", async () => {
    const twin = await (await house({
      records: { hazard: [storm], alerts: [finding("a", "440825", "湛江市 徐闻县"), finding("b", "440882", "湛江市 雷州市"), finding("c", "440881", "湛江市 廉江市", { state: "returned" })] },
      cells: { "met.storm.exposed.r7 province": [{ value: 87100, have: 119, of: 122, quality: "extrapolated" }], "met.storm.arrival.r7 county": [{ place: "440825", value: 2.5, observedAt: SIM }], "met.storm.arrival.r10 county": [{ place: "440825", value: 5, observedAt: SIM }] },
    })).twin("main");
    expect(said(twin, "alerts")).toBe("16:10|系统研判（未发布）：红 0、橙 0、黄 2、蓝 0；最要紧：台风黄色标准 2 处（湛江），未确认 2。另 1 条已回落待确认。不含敏感类。");
    expect(said(twin, "storm-now")).toContain("7级风到 湛江 徐闻（外推），2时30分；");
    expect(said(twin, "storm-exposure")).toMatch(/人口 119\/122 县\|7级风圈内常住人口 ≥8\.71万人/);
    expect(said(twin, "map")).toContain("台风（16:10 核）：气象服务、水利告警：黄色 2 处（徐闻、雷州）。");
  });
  test("a number that never came, a list that is empty and a channel that is refused are three different sentences", async () => {
    const twin = await (await house({ refuses: (channel) => (channel.kind === "tasks" ? "not_found" : null) })).twin("live");
    expect(said(twin, "orders")).toBe("|无权查看。");
    expect(said(twin, "alerts")).toContain("无未消告警（09:00 核）");
    expect(said(twin, "headline")).toContain("事件与指令未取到");
    const silent = await (await house({ cells: { "emg.shelter.load county": [{ place: "440825", state: "never", observedAt: null, have: 0 }] } })).twin("live");
    expect(said(silent, "map")).toContain("避护场所占用率：从未上报。");
  });
  test("glass that was taken is told after the rest, each in its own world", async () => {
    const part = { area: "right", scene: "overview", focus: { situation: "live", region: "44" } } as const;
    const twin = await (await house({ picture: { parts: [part] } })).twin("three-uhd");
    expect(twin.pieces.map(({ title, simAt }) => [title, simAt])).toEqual([[expect.any(String), expect.any(Number)], ["全省治理态势", NOW]]);
    // Where the piece has a banner, that says which world it is.
    expect(asText(twin)).toContain("全省治理态势，09:00:00，第 40 拍。\n广东省域治理态势（平时 · 值守、演示系统）。");
  });
  test("a wall that looks at a county says the county, and its map stands on the towns", async () => {
    const twin = await (await house({ picture: { focus: { situation: "storm", region: "440825" } }, records: { alerts: [finding("a", "440825", "湛江市 徐闻县")] } })).twin("main");
    expect(said(twin, "map")).toBe("|湛江徐闻（16:10 核）：气象服务、水利告警：黄色 1 处（徐闻）。");
    expect(said(twin, "headline")).toMatch(/^\|湛江徐闻 /);
    expect(twin.pieces[0]!.panels.flatMap(({ heading }) => heading ?? [])).toEqual(["告警 · 湛江徐闻", "指令 · 湛江徐闻", "事件 · 湛江徐闻", "台风实况与到达 · 湛江徐闻", "风圈与到达次序 · 湛江徐闻", "气象站雨风 · 湛江徐闻", "强度与气压"]);
  });
  test("a wall that looks at a city counts on its map only what lies in it", async () => {
    const twin = await (await house({ picture: { focus: { situation: "storm", region: "4408" } }, records: { alerts: [finding("a", "440825", "湛江市 徐闻县"), finding("b", "440923", "茂名市 电白区")] } })).twin("main");
    expect(said(twin, "map")).toBe("|湛江（16:10 核）：气象服务、水利告警：黄色 1 处（徐闻）。");
  });
  test("a page that is pinned to a situation tells that one; one that does not run has no sentences", async () => {
    const { paper, device, twin } = await house();
    expect((await twin("main", "live")).pieces[0]!.situation).toBe("实况");
    expect(await paper.twin(WALLS.get("main")!, device, "gone")).toBeNull();
  });
  test("a display of the wall that is dark is named once, before all panels, in people's time; while all are lit nothing is said", async () => {
    const state = { wall: "main", dark: [{ n: 2, since: formatTime(NOW - 29 * MINUTE) }] };
    const right = { area: "right", scene: "overview", focus: { situation: "live", region: "44" } } as const;
    const twin = await (await house({ records: { wall: [state] }, picture: { parts: [right] } })).twin("main");
    expect(asText(twin).match(/显示屏 2 黑屏，现实时间 08:31 起。/g)).toHaveLength(1);
    expect(asText(twin).split("\n")[2]).toBe("显示屏 2 黑屏，现实时间 08:31 起。");
    expect(asPage(twin)).toContain("<p>显示屏 2 黑屏，现实时间 08:31 起。</p>");
    expect(asText(await (await house({ records: { wall: [{ ...state, dark: [] }] } })).twin("main"))).not.toContain("黑屏");
  });
  test("on a wall without a panel of sources a topic whose code was ended is named before all panels; where one stands it says so itself", async () => {
    const records = { alerts: [finding("p", "44", "广东省", { rule: "pack.ended.overrun", indicator: "pack:water", indicatorTitle: "水利 专题代码超时已停用", raisedAt: formatTime(NOW - 29 * MINUTE) })] };
    expect(asText(await (await house({ records })).twin("live")).split("\n")[2]).toBe("水利 专题代码超时已停用，08:31 起。");
    expect(asText(await (await house({ records })).twin("main", "live")).split("\n")[2]).not.toContain("水利");
  });
  test("what stands in a panel's place while it has nothing to show is told in its place; where neither has anything the panel says why", async () => {
    const picture = { scene: "meteorology", focus: { situation: "live", region: "44" } } as const;
    const headings = async (cells: NonNullable<Parameters<typeof house>[0]>["cells"], records = {}) =>
      (await (await house({ picture, records: { hazard: [], ...records }, ...(cells && { cells }) })).twin("led-5760")).pieces[0]!.panels.map(({ kind, heading = "", said: words }) => [kind, heading, words] as const);
    const warm = { "met.temp.max city": [{ place: "4401", value: 24.6 }, { place: "4408", value: 26.1 }] };
    const calm = await headings(warm);
    expect(calm.some(([kind]) => kind === "storm-now")).toBe(false);
    expect(calm.find(([, heading]) => heading === "各市今日气温")?.[2]).toContain("26.1");
    const unknown = await headings({ "met.temp.max city": [{ place: "4401", state: "never", observedAt: null, have: 0 }] });
    expect(unknown.find(([kind]) => kind === "storm-now")?.[2]).toBe("此情景没有台风记录。");
    const refused = await (await house({ picture: { ...picture, scene: "emergency" }, cells: { "emg.event.active province": [{ place: "44", value: 4 }] }, refuses: (channel) => (channel.kind === "tasks" ? "not_found" : null) })).twin("led-5760");
    expect(said(refused, "order-log")).toContain("无权查看。");
    const quiet = await (await house({ picture: { ...picture, scene: "emergency" }, cells: { "emg.event.active province": [{ place: "44", value: 4 }] }, records: { tasks: [] } })).twin("led-5760");
    expect(said(quiet, "order-log")).toContain("尚未下发指令（09:00 核）");
    const stormy = await headings(warm, { hazard: [storm] });
    expect([stormy.some(([kind]) => kind === "storm-now"), stormy.some(([, heading]) => heading === "各市今日气温")]).toEqual([true, false]);
  });
  test("nothing stays open, and each channel is opened once", async () => {
    const { opened, asked, twin } = await house({ records: { hazard: [storm] } });
    await twin("main");
    expect(opened.size).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
