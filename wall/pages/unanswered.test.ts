import { expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import type { Link } from "../link/link.ts";
import { whenUnanswered } from "./unanswered.ts";

function aStart(answers: () => Promise<boolean>) {
  const start = { clock: new ManualClock(1_000_000), link: { state: "down" as Link["state"], farewell: "" }, asked: 0, given: 0 };
  const ask = () => {
    start.asked++;
    return answers();
  };
  whenUnanswered({ clock: start.clock, link: start.link, answers: ask, giveUp: () => void start.given++ });
  return {
    ...start, link: start.link, told: () => ({ asked: start.asked, given: start.given }),
    async pass(ms: number) {
      start.clock.advance(ms);
      for (let i = 0; i < 10; i++) await Promise.resolve();
    },
  };
}

test("a page whose link was not opened in time goes on while its server answers", async () => {
  const page = aStart(async () => true);
  page.link.farewell = "timeout";
  for (let i = 0; i < 20; i++) await page.pass(500);
  expect(page.told()).toEqual({ asked: 20, given: 0 });
  page.link.state = "live";
  await page.pass(5_000);
  page.link.state = "down";
  await page.pass(5_000);
  expect(page.told()).toEqual({ asked: 20, given: 0 });
});
test.each([["gives no answer", async () => false], ["cannot be asked", async () => Promise.reject(new Error("no line"))]])("a server that %s is told of once", async (_, answers) => {
  const page = aStart(answers);
  page.link.farewell = "websocket error";
  await page.pass(500);
  await page.pass(5_000);
  expect(page.told()).toEqual({ asked: 1, given: 1 });
});
test("who is not let in, and a link of which nothing is known yet, are no reason to ask", async () => {
  const page = aStart(async () => false);
  for (const farewell of ["", "no_session", "session_ended"]) {
    page.link.farewell = farewell;
    await page.pass(1_000);
  }
  expect(page.told()).toEqual({ asked: 0, given: 0 });
});
test("a question that takes its time is asked once", async () => {
  const page = aStart(() => new Promise(() => {}));
  page.link.farewell = "timeout";
  for (let i = 0; i < 10; i++) await page.pass(500);
  expect(page.told()).toEqual({ asked: 1, given: 0 });
});
