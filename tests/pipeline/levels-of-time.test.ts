import { describe, expect, test } from "vitest";
import { stillHolds } from "../../model/alert.ts";
import { isStood, type LevelRecord } from "../../model/level-record.ts";
import { formatTime, HOUR, MINUTE } from "../../model/time.ts";
import type { Severity } from "../../model/words.ts";
import { decode } from "../../model/wire/codec.ts";
import { spinePhases } from "../../wall/marks/facts/spine-view.ts";
import { at, commander, drill, type Drill } from "../fixtures/storm-drill.ts";

/** What the line of time is given now. */
async function levels({ storm }: Drill): Promise<LevelRecord[]> {
  const { id, snapshot } = await storm.frames.person.open({ kind: "levels", region: "44" });
  storm.frames.person.close(id);
  const frame = decode(snapshot);
  return frame.body === "records" ? frame.records.map(({ record }) => record as LevelRecord) : [];
}
/** The level that the line tells of each instant; null where it tells none. */
async function toldAt(house: Drill, times: Iterable<number>): Promise<(Severity | null)[]> {
  const phases = spinePhases({ levels: await levels(house), r7: [], r10: [], now: house.storm.simNow() });
  return [...times].map((time) => phases.find(({ from, to }) => from <= time && time <= to)?.severity ?? null);
}
const standing = ({ storm }: Drill): Severity | null => [...storm.alerts.all()].filter(stillHolds).reduce<Severity | null>((worst, { severity }) => (worst === null || severity < worst ? severity : worst), null);
/** What stood at each minute before the end of a step, while it was so. */
async function playThrough(house: Drill, ms: number, stepMs: number, seen = new Map<number, Severity | null>()): Promise<Map<number, Severity | null>> {
  for (let gone = 0; gone < ms; gone += stepMs) {
    const stood = standing(house);
    const begun = house.storm.simNow();
    await house.play(stepMs);
    seen.set(begun + stepMs / 2, stood);
  }
  return seen;
}
async function acknowledgeAll({ storm }: Drill): Promise<void> {
  for (const { id, state } of storm.alerts.all()) if (state === "unacknowledged") await storm.execute(commander, { id: `ack-${id}`, kind: "alert.acknowledge", data: { alert: id } });
}
const hours = (text: string, n: number): number[] => Array.from({ length: n }, (_, i) => at(text) + i * HOUR + 30 * MINUTE);

describe("the levels on the line of time", () => {
  test("a storm that is played from its beginning until it has gone: at each time the line tells the gravest level that stood then, risen, returned and closed as they are by now", async () => {
    const house = await drill();
    const seen = await playThrough(house, 14 * HOUR, 30 * MINUTE);
    await acknowledgeAll(house);
    await playThrough(house, 26 * HOUR, HOUR, seen);
    const alerts = [...house.storm.alerts.all()];
    expect(new Set(alerts.map(({ state }) => state)), "some have closed, acknowledged as they were").toContain("closed");
    expect([...new Set(seen.values())], "yellow, orange as it came nearer, and what was left as it went").toEqual(expect.arrayContaining([3, 2]));
    expect(standing(house)).not.toBe(2);
    expect(await toldAt(house, seen.keys())).toEqual([...seen.values()]);
    const found = (await levels(house)).flatMap((one) => (!isStood(one) && one.places.includes("440825") ? [one.severity] : []));
    expect(found, "徐闻 has its flag at each level").toEqual(expect.arrayContaining([2, 3]));
    const again = await house.again();
    expect(await toldAt(again, seen.keys()), "as the journal is read again").toEqual([...seen.values()]);
    await again.situations.stop();
  });

  test("of time that a seek went over nothing is told, what was played before it stays, and set back the line knows nothing later", async () => {
    let house = await drill();
    await playThrough(house, HOUR, 10 * MINUTE);
    await house.seek(at("04T14:00"));
    expect(standing(house)).toBe(2);
    expect(await toldAt(house, [at("03T16:30"), ...hours("03T17:00", 20), at("04T14:00")])).toEqual([3, ...Array.from({ length: 20 }, () => null), 2]);
    await house.play(HOUR, 2);
    expect(await toldAt(house, [at("03T16:30"), at("04T13:00"), at("04T14:30")])).toEqual([3, null, 2]);

    house = await house.again();
    expect(await toldAt(house, [at("03T16:30"), at("04T13:00"), at("04T14:30")]), "after a restart").toEqual([3, null, 2]);

    await house.seek(at("05T05:00"));
    expect(standing(house)).not.toBe(2);
    expect(await toldAt(house, [at("03T16:30"), at("04T13:00"), at("04T14:30"), at("04T20:00")])).toEqual([3, null, 2, null]);

    await house.seek(at("03T16:40"));
    expect(await toldAt(house, [at("03T16:30"), at("03T16:40")])).toEqual([3, 3]);
    for (const { from, to = 0 } of (await levels(house)).flatMap((one) => (isStood(one) ? one.stood : [{ from: one.at }] as { from: number; to?: number }[]))) expect(Math.max(from, to), formatTime(from)).toBeLessThanOrEqual(at("03T16:40"));
    await house.situations.stop();
  });

  test("each level that rises or returns goes out to who listens, with the alerts", async () => {
    const house = await drill();
    const { storm } = house;
    const { id } = await storm.frames.person.open({ kind: "levels", region: "44" });
    const heard: LevelRecord[] = [];
    storm.frames.person.onFrames((frames) => {
      for (const one of frames) {
        const frame = decode(one.bytes);
        if (frame.id === id && frame.body === "records") heard.push(...frame.records.map(({ record }) => record as LevelRecord));
      }
    });
    await house.play(5 * HOUR, 10);
    const orange = (await levels(house)).filter(({ severity }) => severity === 2);
    expect(orange.map(isStood)).toEqual(expect.arrayContaining([true, false]));
    for (const one of orange) expect(heard.findLast(({ id: own }) => own === one.id)).toEqual(one);
    await house.situations.stop();
  });
});
