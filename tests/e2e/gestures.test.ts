import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CDPSession, Locator, Page } from "playwright";
import { openStage, OPENING_MS, PATIENCE_MS, type Stage } from "../fixtures/chromium.ts";

let stage: Stage;
let page: Page;
let hands: CDPSession;
beforeAll(async () => {
  stage = await openStage();
  ({ page } = await stage.sit("/gallery?theme=graphite&panel=controls", { account: "commander@44", hasTouch: true }));
  hands = await page.context().newCDPSession(page);
});
afterAll(() => stage?.close());
beforeEach(async () => {
  await page.reload();
  await page.locator("#controls wall-hold").first().waitFor({ timeout: OPENING_MS });
});

const control = (kind: string): Locator => page.locator(`[data-command="sample.${kind}"]`);
const sent = async (kind: string): Promise<number> => Number((await control(kind).getAttribute("data-sent")) ?? 0);
const sentOnce = (kind: string) => expect.poll(() => sent(kind), { timeout: PATIENCE_MS }).toBe(1);
/** A finger on the glass, at a share of a control's width; `radius` in px. */
async function finger(kind: string, { id = 1, across = 0.5, radius = 8 } = {}) {
  await control(kind).scrollIntoViewIfNeeded();
  const box = (await control(kind).boundingBox())!;
  return { id, x: box.x + box.width * across, y: box.y + box.height / 2, radiusX: radius, radiusY: radius };
}
type Finger = Awaited<ReturnType<typeof finger>>;
const touch = (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", touchPoints: readonly Finger[]) => hands.send("Input.dispatchTouchEvent", { type, touchPoints: [...touchPoints] });
/** The page's own clock: so long it stood still, or held, whatever the machine was busy with. */
const passes = (ms: number) => page.evaluate((span) => new Promise<void>((go) => setTimeout(go, span)), ms);
async function tap(kind: string, radius?: number): Promise<void> {
  const at = await finger(kind, { ...(radius !== undefined && { radius }) });
  await touch("touchStart", [at]);
  await touch("touchEnd", []);
}

test("a hold sends once its time has passed, shows what is left, and not before", async () => {
  await touch("touchStart", [await finger("hold")]);
  await page.getByText(/松手即取消，余 \d\.\d 秒/).waitFor();
  await sentOnce("hold");
  await touch("touchEnd", []);
  await passes(1_300);
  expect(await sent("hold")).toBe(1);
});

test("a hold that lets go before, or wanders off, sends nothing", async () => {
  const at = await finger("hold");
  await touch("touchStart", [at]);
  await page.locator('[data-command="sample.hold"][holding]').waitFor();
  await touch("touchEnd", []);
  await page.locator('[data-command="sample.hold"]:not([holding])').waitFor();
  await touch("touchStart", [at]);
  await touch("touchMove", [{ ...at, y: at.y + 200 }]);
  await page.locator('[data-command="sample.hold"]:not([holding])').waitFor();
  await passes(1_400);
  await touch("touchEnd", []);
  expect(await sent("hold")).toBe(0);
});

test("Enter held does what the hold does, and let go before does not", async () => {
  await control("hold").focus();
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await passes(1_400);
  expect(await sent("hold")).toBe(0);
  await page.keyboard.down("Enter");
  await sentOnce("hold");
  await page.keyboard.up("Enter");
});

test("a palm sends nothing: neither a tap, nor a hold, nor a slide", async () => {
  const palm = 60;
  await tap("tap", palm);
  const held = await finger("hold", { radius: palm });
  await touch("touchStart", [held]);
  await passes(1_400);
  await touch("touchEnd", []);
  const slid = await finger("slide", { across: 0.08, radius: palm });
  await touch("touchStart", [slid]);
  for (let x = 0; x <= 460; x += 46) await touch("touchMove", [{ ...slid, x: slid.x + x }]);
  await touch("touchEnd", []);
  expect([await sent("tap"), await sent("hold"), await sent("slide")]).toEqual([0, 0, 0]);
});

test("a slide that reaches the end sends once; a second finger on it, or a jump of another, sends nothing", async () => {
  const slid = await finger("slide", { across: 0.08 });
  await touch("touchStart", [slid]);
  const other = { ...(await finger("slide", { across: 0.98, id: 2 })) };
  await touch("touchStart", [slid, other]);
  await touch("touchMove", [{ ...slid, x: slid.x + 460 }, other]);
  await touch("touchEnd", []);
  expect(await sent("slide")).toBe(0);
  await touch("touchStart", [slid]);
  for (let x = 0; x <= 460; x += 46) await touch("touchMove", [{ ...slid, x: slid.x + x }]);
  await touch("touchEnd", []);
  await sentOnce("slide");
});

test("a second finger on a hold lets it go; a finger elsewhere does not", async () => {
  const at = await finger("hold");
  await touch("touchStart", [at]);
  await touch("touchStart", [at, { ...at, id: 2, x: at.x + 60 }]);
  await passes(1_400);
  await touch("touchEnd", []);
  expect(await sent("hold")).toBe(0);
  await touch("touchStart", [at]);
  await touch("touchStart", [at, { ...at, id: 2, y: 5 }]);
  await sentOnce("hold");
  await touch("touchEnd", []);
});

test("a double touch sends once; two touches with a thought between them send twice", async () => {
  await tap("tap");
  await tap("tap");
  expect(await sent("tap")).toBe(1);
  await passes(500);
  await tap("tap");
  expect(await sent("tap")).toBe(2);
});

test("Enter that repeats while it is held presses a button once", async () => {
  await control("tap").focus();
  for (let i = 0; i < 5; i++) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  expect(await sent("tap")).toBe(1);
});

test("controls are 64 px at least, a decision 104, and 3 mm apart", async () => {
  const heights = await page.locator("#controls :is(wall-hold, wall-slide, wall-sound, .row > button)").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(64);
  expect((await control("slide").boundingBox())!.height).toBeGreaterThanOrEqual(104);
  expect((await control("undo").boundingBox())!.height).toBeGreaterThanOrEqual(104);
  const gaps = await page.locator("#controls .row").first().evaluate((row) => {
    const [a, b] = [...row.children].map((child) => child.getBoundingClientRect());
    return (b!.left - a!.right) * 0.233;
  });
  expect(gaps).toBeGreaterThanOrEqual(3);
});

test("what is read back wrongly is said to be, and what is right is", async () => {
  const [choice, typed] = [page.locator("wall-read-back").first(), page.locator("wall-read-back").nth(1)];
  const right = (at: Locator) => at.evaluate((element) => (element as HTMLElement & { isRight: boolean }).isRight);
  await choice.locator('[data-choice="橙色"]').click();
  expect([await right(choice), await choice.getByText("与所令不符，不能发出").count()]).toEqual([false, 1]);
  await choice.locator('[data-choice="红色"]').click();
  expect(await right(choice)).toBe(true);
  await typed.locator("input").fill("雷州市 60 分");
  expect(await right(typed)).toBe(false);
  await typed.locator("input").fill("雷州市 30分");
  expect(await right(typed)).toBe(true);
});

test("nothing went wrong on the way", () => {
  expect(stage.complaints()).toEqual([]);
});
