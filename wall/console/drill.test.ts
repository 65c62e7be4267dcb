import { beforeEach, describe, expect, test } from "vitest";
import { ReadRefused, type RegionView } from "../kit/reads.ts";
import { Drill } from "./drill.ts";

const WAY = ["44", "4408", "440882", "440882115", "440882115212"];
const LEVELS = ["province", "city", "county", "town", "village"] as const;
const view = (depth: number): RegionView => ({
  code: WAY[depth]!, name: WAY[depth]!, nameEn: "", level: LEVELS[depth]!, parent: WAY[depth - 1] ?? null, path: WAY.slice(0, depth),
  children: depth === 4 ? [] : [{ code: WAY[depth + 1]!, name: "", level: LEVELS[depth + 1]!, childCount: depth === 3 ? 0 : 1 }],
});

describe("the drill", () => {
  let here: Map<string, RegionView>;
  let asked: string[];
  let slow: Map<string, () => void>;
  let drill: Drill;
  let changes: number;
  const settle = async () => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  beforeEach(async () => {
    here = new Map();
    asked = [];
    slow = new Map();
    changes = 0;
    const reads = {
      regionNow: (code: string) => here.get(code),
      region: async (code: string) => {
        asked.push(code);
        const found = WAY.indexOf(code);
        if (code === "cut off") throw new TypeError("Failed to fetch");
        if (found < 0) throw new ReadRefused(404, "not_found", "There is no such region.");
        if (slow.has(code)) await new Promise<void>((go) => slow.set(code, go));
        here.set(code, view(found));
        return view(found);
      },
    };
    drill = new Drill(reads, view(0), () => {
      changes++;
      drill.lookAhead();
    });
    drill.lookAhead();
    await settle();
  });

  test("goes from the province to a village in four steps, each found already fetched", async () => {
    for (const code of WAY.slice(1)) {
      expect(here.has(code)).toBe(true);
      await drill.to(code);
      await settle();
    }
    expect(drill.focus.code).toBe("440882115212");
    expect(drill.current.code).toBe("440882115");
    expect(drill.crumbs).toEqual(WAY);
    expect(changes).toBe(4);
  });
  test("goes back up to the seat's own region and no further", async () => {
    await drill.to("440882115212");
    for (let i = 0; i < 6; i++) await drill.up();
    expect(drill.focus.code).toBe("44");
  });
  test("the crumbs of a county seat begin at its county", async () => {
    const county = new Drill({ regionNow: (c) => here.get(c), region: async (c) => view(WAY.indexOf(c)) }, view(2), () => {});
    await county.to("440882115");
    expect(county.crumbs).toEqual(["440882", "440882115"]);
  });
  test("a slow answer does not pull the view back from where somebody has gone since", async () => {
    here.delete("4408");
    slow.set("4408", () => {});
    const first = drill.to("4408");
    await drill.to("440882");
    slow.get("4408")!();
    await first;
    expect(drill.current.code).toBe("440882");
  });
  test("a place that is not there leaves the view where it is, and says so; so does one that nobody answers for", async () => {
    expect(await drill.to("4408")).toBe("there");
    expect(await drill.to("9999")).toBe("unknown");
    expect(await drill.to("cut off")).toBe("unanswered");
    expect(drill.current.code).toBe("4408");
  });
});
