import { describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Alert } from "../../model/alert.ts";
import { decode } from "../../model/wire/codec.ts";
import type { RecordFrame } from "../../model/wire/frame.ts";
import { createFrames } from "../frames/index.ts";
import { anAlert } from "../../tests/fixtures/small-house.ts";
import type { AlertRecord, IncidentRecord } from "../../model/records.ts";
import type { Channel } from "../../model/wire/channel.ts";
import { factWords } from "./fact-words.ts";
import { newsOf } from "./news.ts";
import { recordsOf } from "./records.ts";
import type { Shelves, Viewer } from "./shelves.ts";

const ALERTS = [anAlert("44", { id: "dark", rule: "wall.display.dark", indicator: "display:main/2" }), anAlert("44", { id: "pack", rule: "pack.ended.overrun", indicator: "pack:water" }), anAlert("44", { id: "stage" })];
const regions = { indexOf: () => -1, find: () => undefined };
const shelves = {
  catalog: { regions, indicator: (id: string) => (id === "stage" ? { class: "open", title: { zh: "水位", en: "" }, unit: "m", decimals: 2 } : undefined), topic: () => ({ title: { zh: "水利", en: "Water" } }), walls: [], rule: () => undefined, site: () => undefined },
  alerts: { openIn: () => ALERTS, levels: () => ALERTS.map((alert) => ({ alert, levels: [{ rule: alert.rule, severity: alert.severity, from: 0 }] })) },
  isWithin: () => true, regionOf: () => "44", quality: () => undefined, simNow: () => 0, judged: () => [{ from: -1, to: 1 }], alertWaits: () => new Map(), incidentWaits: () => new Map(),
} as unknown as Shelves;
const ids = (kind: "alerts" | "levels", viewer: Viewer): string[] => recordsOf({ kind, region: "44" } as Channel, { viewer, unit: undefined }, shelves).map(({ id }) => id);

test("a display is told that a pack's code was ended, and not that a display is dark", () => {
  expect(ids("alerts", "person").toSorted()).toEqual(["dark", "pack", "stage"]);
  expect(ids("alerts", "display").toSorted()).toEqual(["pack", "stage"]);
});

test("what became of a pack's code is said in words, with its topic", () => {
  const [record] = recordsOf({ kind: "alerts", region: "44" }, { viewer: "person", unit: undefined }, shelves).filter(({ id }) => id === "pack");
  expect((record!.record as AlertRecord).indicatorTitle).toBe("水利 专题代码超时已停用");
});

test("a group of them, which speaks of no one fault, is named by its topic", () => {
  expect(factWords({ indicator: "pack:water", rule: "" }, { ...shelves.catalog, gateway: () => undefined })).toBe("水利 专题代码");
});

test("the line of time tells of the province alone, to persons too", () => {
  expect(ids("levels", "person").every((id) => id.includes("stage"))).toBe(true);
  expect(ids("levels", "person").length).toBeGreaterThan(0);
});

test("a finding from a number that was not observed says of what it is made, as soon as that number has come again", () => {
  const stage = anAlert("44", { id: "stage" });
  let quality: string | undefined;
  const alerts = { ...shelves.alerts, openIn: () => [stage] };
  const told = () => recordsOf({ kind: "alerts", region: "44" }, { viewer: "person", unit: undefined }, { ...shelves, alerts, quality: () => quality } as unknown as Shelves)[0]!.record as AlertRecord;
  const before = told();
  expect([before.quality, told()]).toEqual([undefined, before]);
  quality = "modelled";
  const computed = told();
  expect(computed.quality).toBe("modelled");
  // What was found was found then: a number that comes later changes nothing of it, and none is named anew.
  quality = "good";
  expect(told()).toBe(computed);
});

test("the number of a growth is told in percent, whatever its indicator counts in", () => {
  const rule = { id: "stage#1", indicator: "stage", level: 1, when: { op: ">", value: 50, of: "growth", over: 86_400_000 }, holdMs: 0, deadband: 5, source: "operational default" };
  const grown = anAlert("44", { id: "stage-grown", rule: rule.id, value: 62.5, limit: 50 });
  const told = { ...shelves, catalog: { ...shelves.catalog, rule: () => rule }, alerts: { ...shelves.alerts, openIn: () => [grown] } } as unknown as Shelves;
  const record = recordsOf({ kind: "alerts", region: "44" }, { viewer: "person", unit: undefined }, told)[0]!.record as AlertRecord;
  expect([record.value, record.unit, record.decimals, record.says]).toEqual([62.5, "%", 0, "水位 1 日增幅 > 50%"]);
});

test("that an alert waits to be shelved is told to persons, who may decide on it, and to no display", () => {
  const waits = { command: "c1", kind: "alert.shelve", by: "officer@44", expiresAt: "2026-11-29T09:01:00.000+08:00", minutes: 30, reason: "检修" } as const;
  const asked = { ...shelves, alertWaits: () => new Map([["stage", waits]]) } as unknown as Shelves;
  const told = (viewer: Viewer) => recordsOf({ kind: "alerts", region: "44" }, { viewer, unit: undefined }, asked).map(({ id, record }) => [id, (record as AlertRecord).waits] as const).filter(([, one]) => one !== undefined);
  expect(told("person")).toEqual([["stage", waits]]);
  expect(told("display")).toEqual([]);
});

test("that an incident waits to be cancelled is told to persons alone, and to no unit", () => {
  const waits = { command: "c2", kind: "incident.cancel", by: "officer@44", expiresAt: "2026-11-29T09:01:00.000+08:00", reason: "误报" } as const;
  const incident = { id: "i1", region: "44", type: "t", state: "pending", title: "", tasks: [], log: [], reportedAt: "2026-11-29T09:00:00.000+08:00" };
  const catalog = { ...shelves.catalog, incidentType: () => ({ class: "open", title: { zh: "", en: "" } }) };
  const asked = { ...shelves, catalog, incidents: { incidents: () => [incident], incident: () => incident, tasks: () => [], task: () => undefined }, incidentWaits: () => new Map([["i1", waits]]) } as unknown as Shelves;
  const told = (viewer: Viewer, unit?: string) => recordsOf({ kind: "incidents", region: "44" }, { viewer, unit }, asked).map(({ record }) => (record as IncidentRecord).waits);
  expect(told("person")).toEqual([waits]);
  expect([...told("display"), ...told("person", "44:fire")].every((one) => one === undefined)).toBe(true);
});

describe("what a tick reads of alerts", () => {
  /** 5,000 open alerts of as many towns, and how often each part of them was looked at. */
  function storm() {
    const all = new Map(Array.from({ length: 5_000 }, (_, i) => [`al-${i}`, anAlert("44", { id: `al-${i}`, severity: i % 100 === 0 ? 1 : 3, group: i < 300 ? "g1" : "g2" })]));
    const changed: string[] = [];
    const looked = { one: 0, all: 0 };
    const alerts = {
      openIn: () => (looked.all++, all.values()), found: (id: string) => (looked.one++, all.get(id)), since: (mark: number) => ({ mark: changed.length, ids: mark < 0 ? null : new Set(changed.slice(mark)) }),
      members: (group: string) => new Set([...all.values()].filter((a) => a.group === group).map(({ id }) => id)), levels: () => [],
    };
    const house = { ...shelves, alerts, quality: () => "good" } as unknown as Shelves;
    let id = 0;
    const clock = new ManualClock(0);
    const frames = createFrames({
      situation: "live", clock, simNow: () => 0, applyDelayMs: 0, nextId: () => ++id, indicator: () => undefined, slice: () => [], cell: () => undefined, newest: () => null, series: async () => [], isPartOf: () => false,
      records: (channel) => recordsOf(channel, { viewer: "person", unit: undefined }, house), news: (channel, _unit, mark) => newsOf(channel, { viewer: "person", unit: undefined }, house, mark),
    });
    const put = (alert: Alert): void => {
      all.set(alert.id, alert);
      changed.push(alert.id);
    };
    const tick = (): RecordFrame["records"] => frames.compose([], new Set<Channel["kind"]>(["alerts"]), 1).flatMap(({ bytes }) => (decode(bytes) as RecordFrame).records);
    return { all, looked, frames, put, tick };
  }

  test("a tick in which one of 5,000 changed reads one", async () => {
    const { all, looked, frames, put, tick } = storm();
    await frames.open({ kind: "alerts", region: "44" });
    Object.assign(looked, { one: 0, all: 0 });
    put({ ...all.get("al-7")!, state: "acknowledged" });
    expect(tick()).toMatchObject([{ id: "al-7", record: { state: "acknowledged" } }]);
    put({ ...all.get("al-8")!, state: "closed" });
    expect(tick()).toEqual([{ id: "al-8", record: null }]);
    expect(tick()).toEqual([]);
    expect(looked).toEqual({ one: 2, all: 0 });
  });

  test("the alerts of one group, or of one level, are a channel of their own, which hears of no others", async () => {
    const { all, frames, put, tick } = storm();
    const shown = async (channel: Channel) => (decode((await frames.open(channel)).snapshot) as RecordFrame).records.length;
    expect([await shown({ kind: "alerts", region: "44", group: "g1" }), await shown({ kind: "alerts", region: "44", severity: 1 })]).toEqual([300, 50]);
    put({ ...all.get("al-4001")!, state: "acknowledged" });
    expect(tick()).toEqual([]);
    put({ ...all.get("al-4001")!, severity: 1 });
    expect(tick()).toMatchObject([{ id: "al-4001" }]);
    put({ ...all.get("al-4001")!, severity: 2 });
    expect(tick()).toEqual([{ id: "al-4001", record: null }]);
  });
});
