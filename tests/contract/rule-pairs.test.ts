import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isDefaultThreshold, type Rule } from "../../model/rule.ts";
import { formatTime, MINUTE, SECOND } from "../../model/time.ts";
import { callerOf, until, type Caller } from "../fixtures/caller.ts";
import { temporaryFolder } from "../fixtures/folder.ts";
import pairs from "../fixtures/rule-pairs.json" with { type: "json" };
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

/*
 * Every threshold of the catalogue for six topics, by samples that must raise its alert and samples that must not, written from the catalogue's text. They go to
 * one live server as a source sends them, each at its own time; what lies between is passed over by the server's clock. So a delay of a quarter of an hour is one
 * of a quarter of an hour, and a rise in a day one in a day.
 */

interface Said {
  /** Seconds from when the case comes to its end. */
  readonly at: number;
  readonly value?: number;
  readonly num?: number;
  readonly den?: number;
  readonly weight?: number;
  /** Where it is not the case's own. */
  readonly place?: string;
  readonly indicator?: string;
}
interface Pair {
  readonly indicator: string;
  readonly level: string;
  readonly text: string;
  readonly source: string;
  readonly place: string;
  readonly holdsPlace?: string;
  readonly trips?: readonly Said[];
  readonly holds?: readonly Said[];
  readonly cannot?: string;
}
interface Found {
  readonly indicator: string;
  readonly place: string;
  readonly severity: number;
  readonly source: string;
  /** On the clock of the play, in s. */
  readonly at: number;
}
/** One of a case's two sequences, from when to when it is played. */
interface Part {
  readonly from: number;
  readonly to: number;
}

const SEVERITY: Readonly<Record<string, number>> = { red: 1, orange: 2, yellow: 3, blue: 4 };
const PROVINCE = "44";
/** The last reading of a place comes again so long after (s): most limits must hold for a while before they speak. */
const AGAIN_S = [60, 120, 240, 360, 660];
/** At places that several sequences share (the province) they follow each other, the milder first. */
const TURN_S = 180;
const AGAIN_IN_TURN_S = [60, 120];

const all: readonly Pair[] = pairs;
const judged = all.filter((pair) => pair.cannot === undefined);
const named = (list: readonly Pair[]) => list.map((pair) => ({ name: `${pair.indicator} ${pair.level} ${pair.text}`, pair }));

let server: RunningServer;
let api: Caller;
let rules: readonly Rule[];
const found: Found[] = [];

/** What is sent when, in s; and for each sequence when it is played. */
const moments = new Map<number, Said[]>();
const parts = new Map<readonly Said[], Part>();
const turns = new Map<string, number>();
for (const pair of judged) {
  const shares = pair.holdsPlace === undefined && (pair.holds?.length ?? 0) > 0;
  for (const [said, place] of [[pair.holds ?? [], pair.holdsPlace ?? pair.place], [pair.trips ?? [], pair.place]] as const) {
    if (said.length === 0) continue;
    const turn = shares ? (turns.get(pair.indicator) ?? 0) + 1 : 0;
    if (shares) turns.set(pair.indicator, turn);
    const end = turn * TURN_S;
    const again = shares ? AGAIN_IN_TURN_S : AGAIN_S;
    const say = (at: number, each: Said): void => void moments.set(at, [...(moments.get(at) ?? []), { indicator: pair.indicator, place, ...each }]);
    const last = new Map<string, Said>();
    for (const each of said) {
      say(end + each.at, each);
      last.set(`${each.indicator} ${each.place}`, each);
    }
    for (const each of last.values()) for (const later of again) say(end + later, each);
    parts.set(said, { from: end + Math.min(...said.map(({ at }) => at)), to: end + again.at(-1)! });
  }
}

beforeAll(async () => {
  const passedFile = join(temporaryFolder(), "passed");
  writeFileSync(passedFile, "0");
  server = await startServer({ env: { ...RECORD_ALONE, NODE_OPTIONS: `--import ${pathToFileURL(resolve("tests/fixtures/passing-clock.mjs")).href}`, PASSED_FILE: passedFile, TICK_MS: "20" } });
  api = callerOf(server);
  expect((await api.command("commander@44", "situation.stop", { situation: "storm" })).status).toBe(200);
  rules = (await api.get("/topics?limit=100", "commander@44")).body.items.flatMap((topic: { rules: Rule[] }) => topic.rules);
  const live = async () => (await api.get("/situations", "commander@44")).body.items.find((s: { id: string }) => s.id === "live");
  const tick = async (): Promise<number> => (await api.get(`/slice?indicator=ener.freq&region=${PROVINCE}&level=province`, "commander@44")).body.tick;
  const ticked = async () => {
    const now = await tick();
    await until(tick, (later) => later > now + 1);
  };

  const times = Array.from(moments.keys()).toSorted((a, b) => a - b);
  const began = Date.now() + MINUTE;
  for (const time of times) {
    const now = began + (time - times[0]!) * SECOND;
    const passed = now - Date.now();
    writeFileSync(passedFile, String(passed));
    server.signal("SIGUSR2");
    await until(live, ({ simAt }) => Date.parse(simAt) >= now);
    await ticked();
    const samples = moments.get(time)!.map((said) => ({ ...said, at: undefined, observedAt: formatTime(now) }));
    expect((await api.post("/samples", { samples }, "source@44")).body).toMatchObject({ accepted: samples.length, problems: [] });
    await ticked();
    for (const { indicator, place, severity, source } of (await api.get("/alerts?limit=1000", "commander@44")).body.items) found.push({ indicator, place, severity, source, at: time });
  }
}, RESTARTS_MS);
afterAll(() => server?.stop());

/** The gravest alert at each place that a sequence speaks of, while it is played. */
function gravest({ indicator, place, holdsPlace }: Pair, said: readonly Said[], isTrip: boolean): readonly { readonly place: string; readonly severity: number; readonly source?: string }[] {
  const { from, to } = parts.get(said)!;
  const own = isTrip ? place : (holdsPlace ?? place);
  const measured = new Set([indicator, ...said.flatMap((each) => each.indicator ?? [])]);
  const places = own === PROVINCE ? [PROVINCE] : Array.from(new Set(said.map((each) => each.place ?? own)));
  return places.map((where) => {
    const here = found.filter((alert) => measured.has(alert.indicator) && alert.place === where && alert.at >= from && alert.at <= to).toSorted((a, b) => a.severity - b.severity)[0];
    return { place: where, severity: here?.severity ?? Number.POSITIVE_INFINITY, ...(here && { source: here.source }) };
  });
}

describe("a sample on the wrong side of a limit raises the alert of its level, and one on the right side none", () => {
  test.each(named(judged))("$name", ({ pair }) => {
    const level = SEVERITY[pair.level]!;
    for (const { place, severity, source } of gravest(pair, pair.trips!, true)) expect({ place, severity, source }).toEqual({ place, severity: level, source: pair.source });
    if (pair.holds!.length > 0) for (const { place, severity } of gravest(pair, pair.holds!, false)) expect({ place, isQuiet: severity > level, severity }).toMatchObject({ place, isQuiet: true });
  });
});

test("every threshold of the catalogue has its pair, and its rule names the catalogue's source, as a default where it is one", () => {
  expect(all).toHaveLength(128);
  for (const { indicator, level, source, trips } of all) {
    const measured = [indicator, ...(trips ?? []).flatMap((said: Said) => said.indicator ?? [])];
    const sources = rules.filter((rule) => measured.includes(rule.indicator) && rule.level === SEVERITY[level]).map((rule) => ({ source: rule.source, isDefault: isDefaultThreshold(rule) }));
    expect({ indicator, level, sources }).toEqual({ indicator, level, sources: sources.length > 0 ? sources.map(() => ({ source, isDefault: source.startsWith("operational default") })) : ["a rule"] });
  }
});

test("what no sample can tell is left to people: the alert says what must be verified", () => {
  const left = all.filter((pair) => pair.cannot !== undefined);
  expect(left.map(({ indicator, level }) => `${indicator} ${level}`)).toEqual([
    "emg.boat.return orange", "emg.death.safety orange", "emg.death.safety red",
  ]);
  for (const { indicator, level } of left) {
    const { says } = rules.find((rule) => rule.indicator === indicator && rule.level === SEVERITY[level])!;
    expect({ indicator, zh: says!.zh, en: says!.en }).toEqual({ indicator, zh: expect.stringContaining("须核实"), en: expect.stringContaining("verify") });
  }
});
