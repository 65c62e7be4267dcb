import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright";
import { formatTime } from "../../model/time.ts";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

/** 雷州市, 徐闻县, 廉江市. */
const [COUNTY, SECOND, THIRD] = ["440882", "440825", "440881"];
let stage: Stage;
let desk: Page;
beforeAll(async () => {
  stage = await openStage();
  ({ page: desk } = await stage.sit("/console?situation=live", {
    account: "commander@44", hasTouch: true,
    // A headless machine has no ears: what is hung into its air is counted.
    before: (context) => context.addInitScript(() => {
      const make = AudioContext.prototype.createOscillator;
      (window as unknown as { notes: number }).notes = 0;
      AudioContext.prototype.createOscillator = function (this: AudioContext) {
        (window as unknown as { notes: number }).notes++;
        return make.call(this);
      };
    }),
  }));
  await desk.locator("console-incidents").waitFor({ timeout: 2 * OPENING_MS });
  // What stands before the page has been told is not news.
  await desk.locator("console-alerts wall-card[status=ready]").or(desk.getByText(/无未了告警/)).first().waitFor({ timeout: OPENING_MS });
});
afterAll(() => stage?.close());
const notes = (): Promise<number> => desk.evaluate(() => (window as unknown as { notes: number }).notes);
const deaths = async (place: string, value: number): Promise<void> => {
  expect(await stage.api.post("/samples", { samples: [{ indicator: "emg.death.safety", place, observedAt: formatTime(Date.now()), value }] }, "source@44")).toMatchObject({ body: { accepted: 1 } });
};
const told = (words: RegExp) => desk.locator("wall-alarm .told").getByText(words).waitFor({ timeout: PATIENCE_MS });

test("until somebody has touched the page it says that its sound is off, and a red finding stands there in words", async () => {
  await desk.locator('wall-sound [data-sound="unopened"]').getByText("声音未开").waitFor();
  await deaths(COUNTY, 12);
  await told(/红色研判：.*雷州市/);
  await told(/声音未开，未响/);
  expect(await notes()).toBe(0);
  await desk.locator("wall-alarm .told").getByRole("button", { name: "知道了" }).tap();
  await desk.locator("wall-alarm .told").waitFor({ state: "detached" });
});

test("the first touch, whatever it was for, opens it: the next red one is five notes", async () => {
  await desk.locator('html[data-sound="open"]').waitFor({ state: "attached" });
  await deaths(SECOND, 12);
  await told(/红色研判：.*徐闻县/);
  await expect.poll(notes, { timeout: PATIENCE_MS }).toBe(5);
  expect(await desk.locator("wall-alarm .told").getByText(/未响/).count()).toBe(0);
});

test("a mute shows what is left of it, is silent, and a touch ends it; what came meanwhile stands in words", async () => {
  await desk.locator('wall-sound [data-sound="open"]').tap();
  await desk.locator("wall-sound").getByText(/静音 余 4:\d\d/).waitFor();
  const before = await notes();
  await deaths(THIRD, 4);
  // The third of its group, which has asked as red: the group says that it has grown.
  await told(/红色告警组：湛江市.*增至 3 条/);
  await told(/静音中，未响/);
  expect(await notes()).toBe(before);
  await desk.keyboard.press("m");
  await desk.locator('html[data-sound="open"]').waitFor({ state: "attached" });
  expect(await notes()).toBe(before);
});

test("from the words of a finding one touch leads to where it stands", async () => {
  await desk.locator("wall-alarm .told").getByRole("button", { name: "看告警" }).tap();
  await desk.locator('console-page[place="4408"]').waitFor({ state: "attached" });
  expect(stage.complaints()).toEqual([]);
});
