import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";

const executablePath = process.env.WALL_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

/** One Chromium for a test file; software drawing, so that it is the same everywhere. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });

export const DEMO_PASSWORD = "guanlan-demo";
/** Nobody sits before this screen in a hurry; a shared machine may. */
export const PATIENCE_MS = 30_000;

/** A page of somebody who has signed in, and everything that went wrong on it. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Script errors and refused policies, in the browser's words. */
  readonly faults: string[];
}

/** Sits somebody down at a screen of this size. */
export async function seat(browser: Browser, url: string, account: string | null, size: { width: number; height: number }, more: Parameters<Browser["newContext"]>[0] = {}): Promise<Seat> {
  const context = await browser.newContext({ viewport: size, baseURL: url, reducedMotion: "reduce", ...more });
  context.setDefaultTimeout(PATIENCE_MS);
  if (account !== null) {
    const answer = await context.request.post("/api/v1/session", { data: { account, password: DEMO_PASSWORD }, headers: { origin: url } });
    if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()} ${await answer.text()}`);
  }
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
  return { context, page, faults };
}

/** Sends a command as this seat's account, without its page. */
export async function command(at: Seat, url: string, kind: string, data: unknown, situation = "storm"): Promise<Record<string, string>> {
  const id = `e2e-${crypto.randomUUID()}`;
  const answer = await at.context.request.post("/api/v1/commands", { data: { id, kind, situation, data }, headers: { origin: url } });
  const body = (await answer.json()) as { result: Record<string, string> };
  if (!answer.ok()) throw new Error(`${kind}: ${answer.status()} ${JSON.stringify(body)}`);
  return body.result;
}
