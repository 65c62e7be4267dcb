import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Entry } from "../../model/journal.ts";
import { liveADay } from "../fixtures/journal-day.ts";
import { comesTo, journalHouse, type JournalHouse } from "../fixtures/journal-house.ts";
import { memoryStore } from "../fixtures/memory-store.ts";

const { verifyFile } = (await import(pathToFileURL(resolve("scripts/verify/file.mjs")).href)) as { verifyFile(asked: { readonly file: string }): Promise<{ readonly sound: boolean; readonly verdict: string }> };
const FOLDER = resolve("tests/fixtures/journals");
/** Each journal that some build has kept: the chains of one house. */
const journals = readdirSync(FOLDER).map((name) => ({ name, chains: readdirSync(join(FOLDER, name)).filter((file) => file.endsWith(".ndjson")).map((file) => file.replace(".ndjson", "")) }));
const linesOf = (name: string, situation: string): unknown[] => readFileSync(join(FOLDER, name, `${situation}.ndjson`), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
const keptOf = (name: string, situation: string) => JSON.parse(readFileSync(join(FOLDER, name, `${situation}.json`), "utf8")) as { readonly at: string; readonly comesTo: object };

describe.each(journals)("the journal that build $name left", ({ name, chains }) => {
  let house: JournalHouse;
  let at: number;
  beforeAll(async () => {
    at = Date.parse(keptOf(name, "live").at);
    const store = memoryStore();
    await store.commit({ entries: chains.flatMap((situation) => linesOf(name, situation).slice(1) as Entry[]) });
    const silent = (): never => {
      throw new Error("Nobody decides anything here.");
    };
    house = await journalHouse({ store, clock: new ManualClock(at), ids: { next: silent, secret: () => "" } });
  });

  test.each(chains)("is sound, and says so to whoever verifies it: %s", async (situation) => {
    const entries = linesOf(name, situation).slice(1) as Entry[];
    expect(await verifyFile({ file: join(FOLDER, name, `${situation}.ndjson`) })).toMatchObject({ sound: true, verdict: `ok ${entries.length} ${entries.at(-1)!.hash}` });
  });

  // What a record has gained since is no matter; what it had then it has now.
  test.each(chains)("yesterday's journal gives yesterday's alerts, incidents, tasks and responses: %s", (situation) => {
    expect(comesTo(house, situation, at)).toMatchObject(keptOf(name, situation).comesTo);
  });

  test("no other world runs than ran then", () => {
    expect(house.situations.all().map(({ id }) => id)).toEqual(["live", "storm", "replay"]);
  });
});

describe("a day that is lived again", () => {
  let first: Awaited<ReturnType<typeof liveADay>>;
  beforeAll(async () => {
    first = await liveADay();
  });
  test("gives the same journal, entry for entry", async () => expect(await liveADay()).toEqual(first));
  test("has an entry of every command that there is: none waits for a room that decides it", () => {
    expect(first.missing).toEqual([]);
    // What no command is, and yet is written.
    expect(first.kinds).toEqual(expect.arrayContaining(["limit.passed", "incident.checking", "alert.linked"]));
  });
});
