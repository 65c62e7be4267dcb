import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright";
import { openStage, OPENING_MS, PATIENCE_MS, type Seat, type Stage } from "../fixtures/chromium.ts";

/**
 * Elements that keep their Chinese for a reader of English: the button that leads back to it, and what the dictionary states
 * in Chinese alone (definition, source and owner of an indicator; the published standard that a threshold cites).
 */
const KEEPS_CHINESE = ['.who button[lang="zh"]', 'console-lineage dd[lang="zh-CN"]', 'console-alerts .quiet > [lang="zh-CN"]'];

let stage: Stage;
beforeAll(async () => {
  // One storm of one hour, so that all walks see findings that hold.
  stage = await openStage({ isStill: true });
  await stage.api.command("commander@44", "situation.seek", { situation: "storm", to: "2015-10-04T08:00:00+08:00" });
});
afterAll(() => stage?.close());

describe.each([[1920, 1080], [2560, 1440]])("the console in English at %i × %i", (width, height) => {
  let seat: Seat;
  let page: Page;
  /** Towns, villages and statistical areas have no English names; they are the only words that may stand in Chinese anywhere. */
  let names: string[];
  beforeAll(async () => {
    seat = await stage.sit("/console?situation=storm", { account: "commander@44", viewport: { width, height } });
    page = seat.page;
    await page.locator('console-regions [data-region="4408"]').waitFor({ timeout: OPENING_MS });
    await page.getByRole("button", { name: "English", exact: true }).click();
    const below = async (code: string) => (await stage.api.get(`/regions/${code}`, "commander@44")).body.children as { name: string; nameEn?: string }[];
    const all = await Promise.all(["440882", "440882115"].map(below));
    names = all.flat().filter(({ nameEn }) => !nameEn).map(({ name }) => name).sort((a, b) => b.length - a.length);
    expect(names).toEqual(expect.arrayContaining(["乌石镇", "湛江奋勇高新技术产业开发区"]));
  });
  afterAll(() => seat?.context.close());

  /** Every text and label on the page that still holds Chinese, with the element that it stands in. */
  const leftovers = (): Promise<string[]> =>
    page.evaluate(
      ({ keeps, names }) => {
        const CHINESE = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;
        const found: string[] = [];
        const judge = (element: Element, text: string) => {
          const rest = names.reduce((left, name) => left.replaceAll(name, ""), text);
          if (CHINESE.test(rest)) found.push(`<${element.tagName.toLowerCase()} class="${element.className}"> ${text.trim().slice(0, 80)}`);
        };
        /** Shadow roots are looked through; `kept` is asked inside the root where the element stands, and of its host. */
        const kept = (element: Element): boolean =>
          keeps.some((selector) => {
            const [first, ...rest] = selector.split(" ");
            const inside = rest.join(" ");
            const host = (element.getRootNode() as ShadowRoot).host;
            return element.closest(selector) !== null || (host?.matches(first!) && inside !== "" && element.closest(inside) !== null);
          });
        const walk = (node: Node): void => {
          if (node instanceof Text) {
            const element = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
            return judge(element, node.data);
          }
          if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return;
          if (node instanceof Element) {
            if (kept(node)) return;
            for (const name of ["aria-label", "title", "placeholder", "alt", "label"]) judge(node, node.getAttribute(name) ?? "");
            if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) judge(node, node.value);
            if (node.shadowRoot) walk(node.shadowRoot);
          }
          node.childNodes.forEach(walk);
        };
        walk(document.body);
        return found;
      },
      { keeps: KEEPS_CHINESE, names },
    );
  const isEnglish = () => expect.poll(async () => (await leftovers()).join("\n"), { timeout: PATIENCE_MS }).toBe("");
  const child = (code: string) => page.locator(`console-regions [data-region="${code}"]`);
  /** The map has drawn its words for what is looked at. */
  const drawn = (text: string) => page.locator(".stage-word", { hasText: text }).first().waitFor({ timeout: OPENING_MS });

  test("the province with its storm, its legend, its findings", async () => {
    await drawn("Mujigae · typhoon");
    await drawn("(10-min mean)");
    await drawn("Demonstration base map, no approval number, not for public display");
    await page.locator("console-alerts").getByText("machine findings, nothing issued").waitFor();
    await isEnglish();
    // A group says what was found of each once it is opened.
    await page.locator('console-alerts [data-opens="group"]', { hasText: "Storm circle arrival" }).first().click();
    await page.getByText(/^meets the (blue|orange|yellow) typhoon standard; nothing issued$/).first().waitFor();
    await isEnglish();
    await page.locator('console-alerts [data-opens="groups"]').click();
  });
  test("every layer of the rail", async () => {
    for (const layer of await page.locator("[data-layer]").all()) {
      await layer.click();
      await isEnglish();
    }
    await page.locator("[data-layer]").first().click();
  });
  test("city, county, town and village", async () => {
    for (const code of ["4408", "440882"]) {
      await child(code).click();
      await page.locator(`console-page[place="${code}"]`).waitFor({ state: "attached" });
      await isEnglish();
    }
    await child("440882115").click();
    await drawn("Town lines are sketches, not legal boundaries");
    await isEnglish();
    await child("440882115212").click();
    await isEnglish();
    await page.locator('nav.crumbs [data-region="440882"]').click();
  });
  test("an alert, the incident made of it, and the order to a unit", async () => {
    await page.locator('console-alerts [data-opens="incident.report"]').first().click();
    await isEnglish();
    await page.locator('console-report [data-command="incident.report"]').click();
    const say = page.locator("console-incident textarea[name=words]");
    await say.fill("confirmed by telephone");
    await isEnglish();
    await page.locator('[data-command="incident.verify"]').click();
    await page.locator('[data-grade="3"]').click();
    await say.fill("three coastal towns");
    await page.locator('[data-command="incident.grade"]').click();
    await page.locator('[data-unit="440882:flood"]').click();
    await page.locator("console-dispatch textarea[name=text]").fill("clear the low houses");
    await isEnglish();
    await page.locator('wall-slide[data-command="task.dispatch"]').focus();
    await page.keyboard.down("Enter");
    await page.locator('console-incident [data-task][data-state="dispatched"]').waitFor();
    await page.keyboard.up("Enter");
    await isEnglish();
  });
  test("the menu of situations, and the start of another", async () => {
    await page.locator('[data-opens="situations"]').click();
    await page.locator("console-situations [data-situation]").first().waitFor();
    await isEnglish();
    await page.locator('[data-opens="situation.start"]').click();
    await page.locator('[data-feed="storm:201822"]').waitFor();
    await isEnglish();
    await page.keyboard.press("Escape");
  });
  test("what is found by its name, what is not, and a site", async () => {
    await page.goto(`${stage.server.url}/console?situation=storm&region=440882`);
    await page.locator('[data-opens="search"]').click({ timeout: OPENING_MS });
    const field = page.locator("console-search input");
    await field.fill("warning stage");
    await page.locator('console-search [data-found="indicator"]').waitFor();
    await isEnglish();
    await field.fill("nowhere at all");
    await page.getByText("Nothing found for “nowhere at all”").waitFor();
    await isEnglish();
    await field.fill("leizhou");
    await page.locator('console-search [data-found="site"][data-id="wx-440882"]').click();
    await page.locator("console-site wall-value").first().waitFor();
    await isEnglish();
    await page.keyboard.press("Escape");
  });
  test("a number taken apart", async () => {
    await page.locator('section.map .figure button[aria-haspopup="dialog"]').first().click();
    await page.locator("console-lineage [data-adds-up]").waitFor();
    await isEnglish();
    await page.keyboard.press("Escape");
  });
  test("a place that is not there", async () => {
    await page.goto(`${stage.server.url}/console?situation=live&region=999999`);
    await page.locator("header p.astray[role=alert]").waitFor({ timeout: OPENING_MS });
    await isEnglish();
  });
  test("live, and the epidemic", async () => {
    await page.goto(`${stage.server.url}/console`);
    await child("4408").waitFor({ timeout: OPENING_MS });
    await isEnglish();
    const { body } = await stage.api.command("commander@44", "situation.start", { kind: "drill", feed: "covid:2020", speed: 60 });
    await page.goto(`${stage.server.url}/console?situation=${body.result.situation}`);
    await child("4408").waitFor({ timeout: OPENING_MS });
    await isEnglish();
    await stage.api.command("commander@44", "situation.stop", { situation: body.result.situation });
  });
});
