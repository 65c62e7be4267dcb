import { describe, expect, test } from "vitest";
import { parseTime } from "../../../model/time.ts";
import { darkWords } from "./dark-words.ts";

const seen = { own: 1, now: parseTime("2026-11-22T15:00:00+08:00")!, isOneTime: true, lang: "zh" } as const;
const dark = (n: number, at = "22T14:31") => ({ n, since: `2026-11-${at}:00.000+08:00` });

describe("what a wall says of its own displays", () => {
  test("one that is dark is named, with since when", () => {
    expect(darkWords([dark(2)], seen)).toEqual({ what: "显示屏 2 黑屏", since: "14:31 起" });
    expect(darkWords([dark(2)], { ...seen, lang: "en" })).toEqual({ what: "Display 2 dark", since: "since 14:31" });
  });
  test("beside a drill's clock the time says that it is people's, and one of another day says which", () => {
    expect(darkWords([dark(2, "21T23:59")], { ...seen, isOneTime: false })).toEqual({ what: "显示屏 2 黑屏", since: "现实时间 11月21日 23:59 起" });
  });
  test("several are named by number, with the time of the one that has been dark longest", () => {
    expect(darkWords([dark(3), dark(2, "22T14:40")], seen)).toEqual({ what: "显示屏 2、3 黑屏", since: "最早 14:31 起" });
  });
  test("nothing is said while all others are lit, and none says it of itself", () => {
    expect(darkWords([], seen)).toBeNull();
    expect(darkWords([dark(1)], seen)).toBeNull();
  });
});
