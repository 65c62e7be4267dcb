import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, type Stage } from "../fixtures/chromium.ts";

/** 湛江市, 雷州市, 乌石镇, 乌石村. */
const WAY = ["4408", "440882", "440882115", "440882115212"] as const;

describe("the console", () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    // One hour of the storm for all: a drill that goes on would be drawn anew every second.
    stage = await openStage({ isStill: true });
    await stage.api.command("commander@44", "situation.seek", { situation: "storm", to: "2015-10-04T08:00:00+08:00" });
    page = (await stage.sit("/console?situation=storm", { account: "commander@44", hasTouch: true })).page;
    await child(WAY[0]).waitFor({ timeout: OPENING_MS });
  });
  afterAll(() => stage?.close());
  const child = (code: string) => page.locator(`console-regions [data-region="${code}"]`);
  const crumb = (code: string) => page.locator(`nav.crumbs [data-region="${code}"]`);
  const standsAt = (code: string) => page.locator(`console-page[place="${code}"]`).waitFor({ state: "attached" });
  /** The breadcrumb's names, the last with its level. */
  const way = async () => (await page.locator("nav.crumbs li").allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim());

  test("shows a number with its truth for every city of the province", async () => {
    const values = page.locator('console-regions wall-value[indicator="met.storm.circle"][tick]');
    await values.nth(20).waitFor();
    expect(await values.count()).toBe(21);
    const said = await page.locator('console-regions wall-value[place="4401"][tick]').evaluate((value) => value.getAttributeNames());
    expect(said).toEqual(expect.arrayContaining(["indicator", "place", "value", "observed-at", "state", "quality", "coverage", "tick"]));
  });

  test("says that it is a drill about a historical typhoon", async () => {
    expect(await page.locator("html").getAttribute("data-situation")).toBe("storm");
    await page.locator("wall-situation .words", { hasText: "演练 · 历史台风" }).waitFor();
  });

  test("leads from the province to a village in four touches, and back in four more", async () => {
    for (const code of WAY) {
      await child(code).waitFor();
      expect(await page.locator(`[data-region="${code}"]`).count(), `one button for ${code}`).toBe(1);
      await child(code).tap();
      await standsAt(code);
    }
    expect(await way()).toEqual(["广东省", "湛江市", "雷州市", "乌石镇", expect.stringMatching(/^乌石村.* 村$/)]);
    expect(await page.locator("nav.crumbs li").last().getAttribute("aria-current")).toBe("location");
    for (const code of ["440882115", "440882", "4408", "44"]) {
      await page.locator("button.up").tap();
      await standsAt(code);
    }
    expect(await way()).toEqual(["广东省 省"]);
    expect(await page.locator("button.up").isDisabled()).toBe(true);
  });

  test("two fingers that tap the map lead back one level, and choose nothing under them; a pinch does not lead back", async () => {
    await child("4408").tap();
    await standsAt("4408");
    const box = (await page.locator("wall-drill-map").boundingBox())!;
    const hands = await page.context().newCDPSession(page);
    const at = (id: number, across: number) => ({ id, x: box.x + box.width * across, y: box.y + box.height / 2, radiusX: 8, radiusY: 8 });
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: readonly ReturnType<typeof at>[]) => hands.send("Input.dispatchTouchEvent", { type, touchPoints: [...touchPoints] });
    await Promise.all([touch("touchStart", [at(1, 0.45)]), touch("touchStart", [at(1, 0.45), at(2, 0.6)]), touch("touchMove", [at(1, 0.4), at(2, 0.65)]), touch("touchEnd", [])]);
    // The pinch has the map; it is given back by its button.
    await page.locator('[data-map="whole"]:not([disabled])').tap();
    expect(await page.locator("console-page").getAttribute("place")).toBe("4408");
    await Promise.all([touch("touchStart", [at(1, 0.45)]), touch("touchStart", [at(1, 0.45), at(2, 0.6)]), touch("touchEnd", [])]);
    await standsAt("44");
    await hands.detach();
  });

  test("goes the same way with nothing but a keyboard, and back by name and by key", async () => {
    for (const code of WAY) {
      await child(code).focus();
      await page.keyboard.press("Enter");
      await standsAt(code);
    }
    await crumb("440882").focus();
    await page.keyboard.press("Enter");
    await standsAt("440882");
    expect(await way()).toEqual(["广东省", "湛江市", "雷州市 县"]);
    await page.keyboard.press("Backspace");
    await standsAt("4408");
    await page.keyboard.press("Escape");
    await standsAt("44");
  });

  test("passes through 东莞, which has no counties, to its towns and villages", async () => {
    await child("4419").click();
    await standsAt("4419");
    expect(await child("441900").innerText()).toContain("直管");
    await child("441900").click();
    await child("441900003").click();
    await standsAt("441900003");
    expect((await way()).at(-1)).toBe("东城街道 镇");
    await child("441900003001").click();
    await standsAt("441900003001");
    await crumb("44").click();
    await standsAt("44");
  });

  test("sends what it looks at to the wall, and takes the wall back", async () => {
    await child("4408").click();
    await standsAt("4408");
    await page.locator('[data-command="wall.focus"]').click();
    await page.getByText("大屏正看：湛江市").waitFor();
    await page.locator('[data-command="wall.back"]').click();
    await page.getByText("大屏正看：广东省").waitFor();
  });

  test("speaks English when asked, in headings and on buttons, and remembers it after a reload", async () => {
    const heading = (name: string) => page.getByRole("heading", { name, exact: true });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const english = async () => {
      await button("中文").waitFor({ timeout: OPENING_MS });
      await heading("Alerts").waitFor();
      await heading("Incidents").waitFor();
      await button("Send to wall").waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(await button("送上大屏").count()).toBe(0);
    };
    await heading("告警").waitFor();
    await button("English").click();
    await english();
    await page.reload();
    await english();
    await button("中文").click();
    await heading("告警").waitFor();
    await button("送上大屏").waitFor();
  });

  test("shows no half row: neither of the places nor of the findings", async () => {
    const halves = (list: string) =>
      page.locator(`${list} ul.whole`).evaluate((ul) => {
        const { top, bottom, height } = ul.getBoundingClientRect();
        const rows = [...ul.children].map((row) => ({ box: row.getBoundingClientRect(), shown: getComputedStyle(row).opacity !== "0" }));
        const inside = rows.filter(({ box }) => box.bottom > top + 2 && box.top < bottom - 2);
        return { shown: inside.filter(({ shown }) => shown).length, cut: inside.filter(({ box, shown }) => shown && box.height <= height && (box.top < top - 2 || box.bottom > bottom + 2)).length };
      });
    for (const list of ["console-regions", "console-alerts"]) {
      await expect.poll(() => halves(list)).toEqual({ shown: expect.any(Number), cut: 0 });
      expect((await halves(list)).shown, list).toBeGreaterThan(2);
    }
    for (const by of [30, 85, 3_000]) {
      await page.locator("console-regions ul.whole").evaluate((ul, px) => ul.scrollBy(0, px), by);
      await expect.poll(async () => (await halves("console-regions")).cut).toBe(0);
    }
  });

  test("another place's lists are read from their beginning", async () => {
    const at = (list: string) => page.locator(`${list} ul.whole`).evaluate((ul) => ul.scrollTop);
    const scroll = async (list: string) => {
      await page.locator(`${list} ul.whole`).evaluate((ul) => ul.scrollTo(0, 400));
      expect(await at(list), list).toBeGreaterThan(0);
    };
    await page.goto(`${stage.server.url}/console?situation=storm`);
    await page.locator('console-alerts [data-list="each"]').click({ timeout: OPENING_MS });
    await page.locator("console-alerts [data-alert]").nth(20).waitFor({ timeout: OPENING_MS });
    await scroll("console-alerts");
    await child("4408").click();
    await standsAt("4408");
    await expect.poll(() => at("console-alerts")).toBe(0);
    await child("440882").click();
    await standsAt("440882");
    await scroll("console-regions");
    await child(WAY[2]).click();
    await standsAt(WAY[2]);
    await expect.poll(() => at("console-regions")).toBe(0);
  });

  test("a town and its village show what their county stands at, by itself, and say of nothing that it is not there", async () => {
    const quiet = page.locator("console-alerts");
    for (const code of WAY.slice(2)) {
      await page.goto(`${stage.server.url}/console?situation=storm&region=${code}`);
      await standsAt(code);
      await page.locator('console-alerts [data-heading="440882"]', { hasText: /所在县市\s*雷州市/ }).waitFor({ timeout: OPENING_MS });
      await page.locator('console-alerts [data-alert][data-above="440882"]', { hasText: "10级风圈到达" }).waitFor();
      expect(await page.locator("console-alerts [data-alert]:not([data-above])").count()).toBe(0);
      expect(await quiet.innerText()).not.toContain("无未了告警");
    }
    // The county shows the same as its own.
    await crumb("440882").click();
    await standsAt("440882");
    await page.locator("console-alerts [data-alert]:not([data-above])", { hasText: "10级风圈到达" }).waitFor();
    expect(await page.locator("console-alerts [data-heading]").count()).toBe(0);
  });

  test("where there is nothing the queue says so in a line, and the incidents follow it", async () => {
    await page.goto(`${stage.server.url}/console?situation=storm&region=445102`);
    await page.getByText(/^无未了告警（08:00 核）$/).waitFor({ timeout: OPENING_MS });
    const [queue, side] = await Promise.all([page.locator("console-alerts").boundingBox(), page.locator("aside").boundingBox()]);
    expect(queue!.height).toBeLessThan(side!.height / 5);
  });

  test("stands in its address: back, forward and a reload find the place again", async () => {
    await page.goto(`${stage.server.url}/console?situation=storm`);
    await child("4408").waitFor({ timeout: OPENING_MS });
    for (const code of WAY.slice(0, 3)) {
      await child(code).click();
      await standsAt(code);
    }
    expect(new URL(page.url()).search).toBe("?situation=storm&region=440882115");
    await page.goBack();
    await standsAt("440882");
    await page.goBack();
    await standsAt("4408");
    await page.goForward();
    await standsAt("440882");
    await page.locator('[data-layer="met.storm.distance"]').click();
    await page.reload();
    await standsAt("440882");
    await page.locator('[data-layer="met.storm.distance"][aria-pressed="true"]').waitFor();
    expect(await page.locator("html").getAttribute("data-situation")).toBe("storm");
    await crumb("44").click();
    await standsAt("44");
    expect(new URL(page.url()).searchParams.has("region")).toBe(false);
  });

  test("opened by an address the map starts there: no frame of it shows the province", async () => {
    const { page: other, context } = await stage.sit("/console?situation=storm", { account: "commander@44" });
    await other.locator('console-regions [data-region="4408"]').waitFor({ timeout: OPENING_MS });
    await other.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { namesSeen: seen });
      const look = (root: ParentNode): void => {
        for (const element of root.querySelectorAll("*")) {
          if (element.classList.contains("stage-word") && !seen.includes(element.textContent ?? "")) seen.push(element.textContent ?? "");
          if (element.shadowRoot) look(element.shadowRoot);
        }
      };
      const frame = (): void => {
        look(document);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await other.goto(`${stage.server.url}/console?situation=storm&region=440882115`);
    const seen = () => other.evaluate(() => (window as unknown as { readonly namesSeen: readonly string[] }).namesSeen);
    await expect.poll(seen, { timeout: OPENING_MS }).toEqual(expect.arrayContaining([expect.stringMatching(/^乌石镇/)]));
    expect((await seen()).filter((word) => /^(韶关|梅州|清远|广州|茂名|徐闻)/.test(word))).toEqual([]);
    await context.close();
  });

  test("says kindly that an address asks for no place it knows, and shows the seat's own", async () => {
    const told = page.locator("header p.astray[role=alert]");
    for (const code of ["999999", "not-a-code", "%3Cimg%3E"]) {
      await page.goto(`${stage.server.url}/console?situation=storm&region=${code}`);
      await told.waitFor({ timeout: OPENING_MS });
      expect(await told.innerText()).toBe(`地址里的区域 ${decodeURIComponent(code)} 不存在，或不在本席位辖区；现在显示广东省`);
      await standsAt("44");
      expect(new URL(page.url()).search).toBe("?situation=storm");
    }
    await child("4408").click();
    await told.waitFor({ state: "detached" });
    const { page: other, context } = await stage.sit("/console?situation=storm&region=4401", { account: "officer@4408" });
    await other.locator('console-page[place="4408"]').waitFor({ state: "attached", timeout: OPENING_MS });
    await other.getByText("地址里的区域 4401 不存在，或不在本席位辖区；现在显示湛江市").waitFor();
    await context.close();
  });

  test("asked only its own server all the while, and complained of nothing but the places that are not there", () => {
    const expected = /status of 404 .*\/regions\/(999999|not-a-code|%3Cimg%3E|4401)\b/;
    expect(stage.complaints().filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
});
