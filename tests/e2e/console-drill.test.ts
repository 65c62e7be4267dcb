import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startServer, type RunningServer } from "../fixtures/start-server.ts";
import { launch, seat, type Seat } from "./browser.ts";

const WAY = ["4408", "440882", "440882115", "440882115212"];

describe("the console", () => {
  let server: RunningServer;
  let browser: Browser;
  let at: Seat;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch()]);
    at = await seat(browser, server.url, "commander@44", { width: 1920, height: 1080 });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(at.faults).toEqual([]));
  const standsAt = (code: string) => at.page.locator(`console-page[place="${code}"]`).waitFor({ state: "attached" });

  test("goes from the province to a village in four activations, and back by the breadcrumb", async () => {
    await at.page.goto("/console?situation=storm");
    for (const code of WAY) {
      const region = at.page.locator(`[data-region="${code}"]`);
      await region.first().waitFor();
      expect(await region.count()).toBe(1);
      await region.click();
      await standsAt(code);
    }
    expect(await at.page.locator("[aria-current=location]").textContent()).toContain("乌石村");
    for (const code of [...WAY.slice(0, -1).reverse(), "44"]) {
      await at.page.locator(`.crumbs [data-region="${code}"]`).click();
      await standsAt(code);
    }
  });

  test("goes the same way by keyboard alone", async () => {
    for (const code of WAY) {
      await at.page.locator(`[data-region="${code}"]`).focus();
      await at.page.keyboard.press("Enter");
      await standsAt(code);
    }
    await at.page.locator("header .up").focus();
    await at.page.keyboard.press("Enter");
    await standsAt("440882115");
  });

  test("shows a number with its truth for every city of the province", async () => {
    await at.page.goto("/console?situation=storm");
    const guangzhou = at.page.locator('console-regions wall-value[place="4401"][state]');
    await guangzhou.waitFor();
    for (const name of ["indicator", "value", "observed-at", "state", "quality", "coverage", "tick"]) expect(await guangzhou.getAttribute(name), name).not.toBeNull();
    expect(await guangzhou.getAttribute("indicator")).toBe("met.storm.circle");
    expect(await at.page.locator("console-regions wall-value").count()).toBe(21);
  });

  test("says that it is a drill, and whose clock it shows", async () => {
    expect(await at.page.locator("html").getAttribute("data-situation")).toBe("storm");
    expect(await at.page.locator("wall-situation").textContent()).toBeDefined();
    await expect.poll(() => at.page.locator("wall-situation .words").textContent()).toContain("演练");
  });

  test("speaks English when asked, and remembers it", async () => {
    await at.page.getByRole("button", { name: "English" }).click();
    await at.page.getByRole("button", { name: "Send to wall" }).waitFor();
    await at.page.reload();
    await at.page.getByRole("button", { name: "Send to wall" }).waitFor();
    expect(await at.page.locator("html").getAttribute("lang")).toBe("en");
    await at.page.getByRole("button", { name: "中文" }).click();
    await at.page.getByRole("button", { name: "送上大屏" }).waitFor();
  });

  test("sends what it looks at to the wall, and takes the wall back", async () => {
    await at.page.locator('[data-region="4408"]').click();
    await standsAt("4408");
    await at.page.locator('[data-command="wall.focus"]').click();
    await at.page.getByText("大屏正看：湛江市").waitFor();
    await at.page.locator('[data-command="wall.back"]').click();
    await at.page.getByText("大屏正看：广东省").waitFor();
  });

  test("a stopped server is seen as stale within five seconds and no number looks fresh; when it runs again all is live", async () => {
    const html = at.page.locator("html");
    await at.page.locator('console-regions wall-value[state="fresh"]').first().waitFor();
    server.signal("SIGSTOP");
    try {
      await expect.poll(() => html.getAttribute("data-link"), { timeout: 30_000 }).toBe("stale");
      await expect.poll(() => at.page.locator('wall-value[state="fresh"]').count()).toBe(0);
      await at.page.getByText(/与平台断开/).first().waitFor();
    } finally {
      server.signal("SIGCONT");
    }
    await expect.poll(() => html.getAttribute("data-link"), { timeout: 30_000 }).toBe("live");
    await at.page.locator('console-regions wall-value[state="fresh"]').first().waitFor();
  });
});
