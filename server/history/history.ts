import { downsample } from "../../model/downsample.ts";
import { MIN_PEOPLE } from "../../model/freshness.ts";
import type { Indicator } from "../../model/indicator.ts";
import { Problem } from "../../model/problem.ts";
import { qualityRank } from "../../model/quality.ts";
import { LEVELS } from "../../model/region.ts";
import type { Reading, SeriesPoint } from "../../model/sample.ts";
import { HOUR, formatTime } from "../../model/time.ts";
import { ARRIVALS, ARRIVALS_SPAN_MS, ROLLED, blockOf, isImageDue, pendingOf, type Pending } from "./flush.ts";
import { knownPoints } from "./known.ts";
import { Memory, SHELVED_BLOCK_SAMPLES } from "./memory.ts";
import type { History, HistoryNeeds } from "./needs.ts";
import { unpackPlaces, unpackSamples } from "./pack.ts";
import { createShelf, type Shelf } from "./shelf.ts";
import { readingOf, replaces, storedOf, type Stored } from "./stored.ts";
import { foldInstant, foldTrend } from "./trend.ts";

const FLUSH_EVERY_MS = 1_000;
/** What the blocks of a world in memory may take. */
const SHELF_BYTES = 48 * 1024 * 1024;
/** A roll-up of at most so many reporting leaves is told from them; of more, as it was noted. */
const FEW_LEAVES = 32;
/** How far back a leaf is asked for what still stood at the beginning of a trend. */
const LOOK_BACK_MS = 86_400_000;
const TOWN = LEVELS.indexOf("town");

export function createHistory(needs: HistoryNeeds): History {
  const { situation, clock, regions, log, store, told } = needs;
  /** A played world's blocks; its arrivals and images are not kept, for its record can tell them again. */
  const shelf = told ? createShelf(SHELF_BYTES, 2 * SHELVED_BLOCK_SAMPLES - 1) : null;
  const sampled = new Map<string, Memory>();
  const rolled = new Map<string, Memory>();
  /** The roll-up of a span that is not over yet, by indicator and place. */
  let open = new Map<string, { readonly indicator: string; readonly place: string; readonly span: number; sample: Stored }>();
  let writing: Promise<void> = Promise.resolve();
  /** Samples and roll-ups that were noted and are not written yet. */
  let unwritten = 0;
  const knownFromKey = `known-from:${situation}`;
  let knownFrom = Number.NEGATIVE_INFINITY;
  /** The province and its cities: below them nothing is made of many places that report. */
  const manyFold = (["province", "city"] as const).flatMap((level) => {
    const { from, to } = regions.atLevel(level);
    return regions.rows.slice(from, to).map(({ code }, i) => ({ row: code, index: from + i }));
  });
  const siteRegion = new Map(needs.sites.map((site) => [site.id, regions.indexOf(site.region)]));

  const emptyMemory = () => new Memory(clock.now(), shelf === null);
  const memoryOf = (map: Map<string, Memory>, indicator: string): Memory => {
    let memory = map.get(indicator);
    if (!memory) map.set(indicator, (memory = emptyMemory()));
    return memory;
  };
  const regionOf = (place: string): number => {
    const region = regions.indexOf(place);
    return region >= 0 ? region : (siteRegion.get(place) ?? -1);
  };

  /**
   * Of what is computed of a played world's towns and villages one sample an hour is kept, the hour's last: in such a world everything is due once an
   * hour, and thousands of places each quarter of an hour would take more than all that the record tells.
   */
  function isOutdone(memory: Memory, { place, quality, observedAt }: Reading): boolean {
    if (!shelf || quality !== "modelled") return false;
    const region = regions.indexOf(place);
    const last = memory.tails.get(place)?.samples.at(-1);
    return region >= 0 && regions.depth[region]! >= TOWN && last !== undefined && last.observedAt < observedAt && Math.floor(last.observedAt / HOUR) === Math.floor(observedAt / HOUR);
  }

  function noteRolled(indicator: Indicator, place: string, simNow: number): void {
    const cell = needs.cell(indicator.id, place, simNow);
    if (!cell || cell.observedAt === null) return;
    const span = Math.floor(simNow / Math.min(60_000, Math.max(1_000, indicator.cadenceMs / 4)));
    const at = Math.round(simNow);
    const sample: Stored = { observedAt: at, receivedAt: at, value: cell.value ?? Number.NaN, num: Number.NaN, den: Number.NaN, quality: qualityRank(cell.quality) };
    const key = `${indicator.id}|${place}`;
    const before = open.get(key);
    if (before && before.span === span) {
      before.sample = sample;
      return;
    }
    if (before && memoryOf(rolled, indicator.id).note(place, before.sample)) unwritten += 1;
    open.set(key, { indicator: indicator.id, place, span, sample });
  }

  async function write(): Promise<void> {
    const now = clock.now();
    const pending: Pending[] = [];
    const taken = unwritten;
    // One whole column at a time, so that no flush holds up the ticks for long. Its roll-ups go with it: after a restart
    // both are read again from what came in since.
    const [due] = [...sampled].find(([, memory]) => isImageDue(memory, now)) ?? [];
    for (const [indicator, memory] of sampled) pending.push(pendingOf(memory, { situation, indicator, arrivals: ARRIVALS }, now, indicator === due));
    for (const [indicator, memory] of rolled) pending.push(pendingOf(memory, { situation, indicator, arrivals: ROLLED }, now, indicator === due));
    const blocks = pending.flatMap((p) => p.blocks);
    const images = pending.flatMap((p) => p.images);
    if (blocks.length === 0 && images.length === 0) return;
    try {
      await store.writeHistory(blocks, images);
      for (const p of pending) p.done();
      unwritten -= taken;
    } catch (error) {
      for (const p of pending) p.failed();
      throw error;
    }
  }
  /** Packs long tails where they stay. In a fast world all of them grow long at once. */
  async function shelve(on: Shelf): Promise<void> {
    const pace = needs.turns();
    for (const map of [sampled, rolled])
      for (const [indicator, memory] of map)
        for (const place of memory.long) {
          const { samples } = memory.tails.get(place)!;
          on.put(blockOf(samples, { situation, indicator, place }));
          samples.length = 0;
          memory.long.delete(place);
          const others = pace();
          if (others) await others;
        }
  }
  function flush(): Promise<void> {
    const next = writing.then(() => (shelf ? shelve(shelf) : write()));
    // One failed flush must not stop those after it; whoever waits for it learns.
    writing = next.catch(() => {});
    return next;
  }

  async function samplesOf(indicator: string, place: string, from: number, to: number): Promise<Stored[]> {
    const blocks = shelf ? shelf.blocks(indicator, place, from, to) : await store.blocks(situation, indicator, place, from, to);
    const samples = blocks.flatMap((b) => unpackSamples(b.bytes));
    for (const map of [sampled, rolled]) samples.push(...(map.get(indicator)?.tails.get(place)?.samples ?? []));
    const last = open.get(`${indicator}|${place}`);
    if (last) samples.push(last.sample);
    const current = sampled.get(indicator)?.tails.get(place)?.current;
    if (current) samples.push(current);
    return samples;
  }

  /** Places below `place` that report, or null when they are many or `place` reports itself. A region that reports itself stands for all in it. */
  function fewLeaves(indicator: string, place: string): string[] | null {
    const memory = sampled.get(indicator);
    const top = regions.indexOf(place);
    if (!memory || top < 0 || memory.tails.has(place)) return null;
    const leaves: string[] = [];
    for (const leaf of memory.tails.keys()) {
      const region = regionOf(leaf);
      if (region < 0 || !regions.isWithin(region, top)) continue;
      let covered = false;
      for (let r = regions.indexOf(leaf) >= 0 ? regions.parent[region]! : region; r >= 0 && r !== top && !covered; r = regions.parent[r]!) covered = memory.tails.has(regions.row(r).code);
      if (!covered) leaves.push(leaf);
      if (leaves.length > FEW_LEAVES) return null;
    }
    return leaves.length > 0 ? leaves : null;
  }

  async function trendOf(indicator: Indicator, place: string, leaves: readonly string[], from: number, to: number, asOf: number): Promise<SeriesPoint[]> {
    const back = Math.max(LOOK_BACK_MS, 10 * indicator.cadenceMs);
    const samples = await Promise.all(leaves.map((leaf) => samplesOf(indicator.id, leaf, from - back, to)));
    return foldTrend(indicator, samples, needs.cell(indicator.id, place, needs.simNow())?.coverage.of ?? 0, { from, to, asOf });
  }

  /** Counts of fewer than five people are withheld below town, in the past as well. */
  function withheld(indicator: Indicator, place: string, points: SeriesPoint[]): SeriesPoint[] {
    const region = regionOf(place);
    if (!indicator.people || region < 0 || regions.depth[region]! <= TOWN) return points;
    return points.map((p): SeriesPoint => (p[1] !== null && p[1] < MIN_PEOPLE ? [p[0], null, p[2]] : p));
  }

  /** What a record had told of one indicator by `asOf`. */
  async function toldAt(record: NonNullable<HistoryNeeds["told"]>, id: string, asOf: number): Promise<Reading[]> {
    const pace = needs.turns();
    const readings: Reading[] = [];
    for await (const part of record(asOf)) {
      for (const reading of part) if (reading.indicator === id) readings.push(reading);
      await pace();
    }
    return readings;
  }

  /** Every place's sample as it was known at `asOf`. */
  async function knownAt(id: string, asOf: number): Promise<Map<string, Stored>> {
    if (asOf < knownFrom)
      throw new Problem("bad_time", `Columns are known as of any instant since ${formatTime(knownFrom)}; ${formatTime(asOf)} lies before. Ask for a later instant, or for the series of a place.`);
    const known = new Map<string, Stored>();
    const take = (place: string, sample: Stored) => {
      if (sample.receivedAt <= asOf && replaces(sample, known.get(place))) known.set(place, sample);
    };
    const image = await store.image(situation, id, asOf);
    if (image) for (const [place, samples] of unpackPlaces(image.bytes)) for (const s of samples) take(place, s);
    for (const block of await store.blocks(situation, id, ARRIVALS, image?.at ?? Number.MIN_SAFE_INTEGER, asOf, ARRIVALS_SPAN_MS))
      for (const [place, samples] of unpackPlaces(block.bytes)) for (const s of samples) take(place, s);
    for (const [place, tail] of sampled.get(id)?.tails ?? []) for (const s of tail.samples) take(place, s);
    return known;
  }

  function keptOnly(what: string): void {
    if (shelf) throw new Error(`Situation "${situation}" is played from a record and keeps no account of ${what}; ask the record.`);
  }

  return {
    note(readings) {
      for (const reading of readings) {
        const memory = memoryOf(sampled, reading.indicator);
        if (isOutdone(memory, reading)) memory.supersede(reading.place, storedOf(reading));
        else if (memory.note(reading.place, storedOf(reading))) unwritten += 1;
      }
    },
    noteChanged(changed, simNow) {
      for (const { indicator: id, places } of changed) {
        const indicator = needs.indicator(id);
        if (!indicator) continue;
        const reported = sampled.get(id)?.tails;
        for (const place of places) if (regions.indexOf(place) >= 0 && !reported?.has(place)) noteRolled(indicator, place, simNow);
      }
    },
    notePast(readings) {
      this.note(readings);
      const now = needs.simNow();
      for (const id of new Set(readings.map((reading) => reading.indicator))) {
        const indicator = needs.indicator(id)!;
        const told = readings.filter((reading) => reading.indicator === id);
        for (const { row, index } of manyFold) {
          const inside = told.filter(({ place }) => regions.isWithin(regionOf(place), index));
          if (inside.length <= FEW_LEAVES) continue;
          const sample = foldInstant(indicator, inside.map(storedOf), needs.cell(id, row, now)?.coverage.of ?? 0);
          if (memoryOf(rolled, id).note(row, sample)) unwritten += 1;
        }
      }
    },
    flush,
    unwritten: () => (shelf ? 0 : unwritten),
    start() {
      const stop = clock.every(FLUSH_EVERY_MS, () => {
        flush().catch((error: unknown) => log.error("History could not be written; it is kept in memory and tried again", { situation, error: String(error) }));
      });
      return () => {
        stop();
        for (const { indicator, place, sample } of open.values()) if (memoryOf(rolled, indicator).note(place, sample)) unwritten += 1;
        open = new Map();
      };
    },
    async restore() {
      const forgotten = await needs.store.document(knownFromKey);
      if (typeof forgotten === "number") knownFrom = forgotten;
      const readings: Reading[] = [];
      for (const indicator of needs.indicators) {
        const image = await store.image(situation, indicator.id, Number.MAX_SAFE_INTEGER);
        const since = image?.at ?? Number.MIN_SAFE_INTEGER;
        const memory = emptyMemory();
        if (image) for (const [place, samples] of unpackPlaces(image.bytes)) for (const s of samples) memory.stand(place, s);
        for (const block of await store.blocks(situation, indicator.id, ARRIVALS, since, Number.MAX_SAFE_INTEGER))
          for (const [place, samples] of unpackPlaces(block.bytes)) for (const s of samples) memory.recall(place, s);
        if (memory.tails.size === 0) continue;
        memory.changed = true;
        sampled.set(indicator.id, memory);
        const trends = await store.blocks(situation, indicator.id, ROLLED, since, Number.MAX_SAFE_INTEGER);
        for (const block of trends) for (const [place, samples] of unpackPlaces(block.bytes)) for (const s of samples) memoryOf(rolled, indicator.id).recall(place, s);
        for (const [place, { current }] of memory.tails) if (current) readings.push(readingOf(indicator, place, current));
      }
      return readings;
    },
    async forget(before) {
      if (shelf) return;
      for (const id of sampled.keys()) {
        // The image that stood then, and what came in since, are needed for all instants after it.
        const image = await store.image(situation, id, before);
        if (!image) continue;
        if (before > knownFrom) {
          // Said before it is done: a crash in between must not make "forgotten" look like "never reported".
          await needs.store.commit({ documents: [{ key: knownFromKey, body: before }] });
          knownFrom = before;
        }
        await store.forgetHistory(situation, id, [ARRIVALS, ROLLED], image.at);
        await needs.others();
      }
    },
    knownFrom: () => knownFrom,
    async series(id, place, from, to, points, asOf = Number.POSITIVE_INFINITY) {
      const indicator = needs.indicator(id);
      if (!indicator) throw new Error(`Indicator "${id}" is not in the catalogue; ask only for declared ones.`);
      const leaves = fewLeaves(id, place);
      const all = leaves ? await trendOf(indicator, place, leaves, from, to, asOf) : knownPoints(await samplesOf(id, place, from, to), from, to, asOf);
      return downsample(withheld(indicator, place, all), points);
    },
    async samples(id, place, from, to) {
      const all = (await samplesOf(id, place, from, to)).filter(({ observedAt }) => observedAt <= to);
      const stood = Math.max(...all.filter(({ observedAt }) => observedAt <= from).map(({ observedAt }) => observedAt));
      return all.filter(({ observedAt }) => observedAt >= Math.min(stood, from)).map(({ observedAt, receivedAt, value }) => ({ observedAt, knownAt: receivedAt, value: Number.isNaN(value) ? null : value }));
    },
    async arrivals(from, to) {
      keptOnly("what came in and when");
      const arrived: Reading[] = [];
      for (const id of sampled.keys()) {
        const indicator = needs.indicator(id)!;
        for (const block of await store.blocks(situation, id, ARRIVALS, from, to, ARRIVALS_SPAN_MS))
          for (const [place, samples] of unpackPlaces(block.bytes))
            for (const s of samples) if (s.receivedAt > from && s.receivedAt <= to) arrived.push(readingOf(indicator, place, s));
      }
      return arrived.sort((a, b) => a.receivedAt - b.receivedAt);
    },
    async known(asOf) {
      keptOnly("what was known");
      const readings: Reading[] = [];
      for (const id of sampled.keys()) {
        const indicator = needs.indicator(id)!;
        for (const [place, sample] of await knownAt(id, asOf)) readings.push(readingOf(indicator, place, sample));
        // Whole columns take their time; the world that runs beside this must not wait for all of them.
        await needs.others();
      }
      return readings;
    },
    async isKnown(id, asOf) {
      return (await knownAt(id, asOf)).size > 0;
    },
    async asKnown(id, asOf) {
      const indicator = needs.indicator(id);
      if (!indicator) throw new Error(`Indicator "${id}" is not in the catalogue; ask only for declared ones.`);
      if (told) return needs.worldOf(await toldAt(told, id, asOf));
      return needs.worldOf([...(await knownAt(id, asOf))].map(([place, sample]) => readingOf(indicator, place, sample)));
    },
  };
}
