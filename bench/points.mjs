import { DEEP_QUERY } from "./browser.mjs";
import { quantile } from "./quantile.mjs";

/** As many as the figure speaks of; what has come by then is told. */
const LEAST = 10_000;
const MOVED_MS = 5_000;

/**
 * The console's map at 1920×1080 with more than 10,000 points (villages, which report nothing), pushed and brought nearer by hand for 5 s: how long the page's thread
 * works for each frame, from the browser's own record of its tasks (`RunTask`), summed between two frames that it asked for. Where a processor plays the graphics card
 * the thread also waits for its picture (`GLES2::ReadPixels`): that is no work of ours and told apart, in the time from frame to frame.
 */
export async function pointsFrames(house, browser) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const { account, password } = house.account("commander@44");
  await context.request.post(`${house.base}/api/v1/session`, { data: { account, password }, headers: { origin: house.base } });
  const page = await context.newPage();
  await page.addInitScript(DEEP_QUERY);
  await page.goto(`${house.base}/console?points=village`);
  const there = await (await page.waitForFunction((least) => {
    const points = window.deepAll("wall-map")[0]?.data?.points;
    return points && !points.awaited && points.points.length >= least ? points.points.length : false;
  }, LEAST, { timeout: 120_000 })).jsonValue();
  await page.waitForTimeout(2_000);
  const box = await page.locator("wall-map").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.35];

  const still = await watched(page, () => page.waitForTimeout(2_000));
  const moving = await watched(page, async () => {
    const until = performance.now() + MOVED_MS;
    for (let round = 0; performance.now() < until; round++) {
      await page.mouse.move(x, y);
      for (let turn = 0; turn < 6; turn++) {
        await page.mouse.wheel(0, round % 2 === 0 ? -120 : 120);
        await page.waitForTimeout(16);
      }
      await page.mouse.down();
      for (let step = 1; step <= 20; step++) {
        await page.mouse.move(x + 8 * step * (round % 2 === 0 ? 1 : -1), y + 3 * step);
        await page.waitForTimeout(16);
      }
      await page.mouse.up();
      await page.waitForTimeout(120);
    }
  });
  await context.close();
  const what = `${there.toLocaleString("en")} points, 5 s of pan and zoom by hand in software WebGL, 1920×1080: the page's thread at work for a frame`;
  const round = (value) => Math.round(value * 10) / 10;
  return [
    { id: "points.p50", what: `${what}, median of ${moving.work.length} frames`, value: round(quantile(moving.work, 0.5)), peer: round(quantile(still.work, 0.5)), ratio: quantile(moving.work, 0.5) / Math.max(0.1, quantile(still.work, 0.5)), unit: "ms", goal: null },
    { id: "points.p95", what: "the same, p95", value: round(quantile(moving.work, 0.95)), unit: "ms", goal: 16 },
    { id: "points.gap", what: "from frame to frame meanwhile, p95: what is seen on this machine, whose processor paints", value: round(quantile(moving.gaps, 0.95)), unit: "ms", goal: null },
  ];
}

/** Work of the page's thread for each frame, ms, and the time between frames, ms. */
async function watched(page, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline", "toplevel", "devtools.timeline", "gpu"] } });
  // A mark for each frame, on the very thread that is measured.
  await page.evaluate(() => {
    const mark = () => {
      performance.mark("guanlan-frame");
      console.timeStamp("guanlan-frame");
      window.guanlanMark = requestAnimationFrame(mark);
    };
    mark();
  });
  await act();
  await page.evaluate(() => cancelAnimationFrame(window.guanlanMark));
  const done = new Promise((end) => session.once("Tracing.tracingComplete", end));
  await session.send("Tracing.end");
  await done;
  await session.detach();
  const frames = events.filter(({ name, args }) => name === "TimeStamp" && args?.data?.message === "guanlan-frame").sort((a, b) => a.ts - b.ts);
  const { pid, tid } = frames[0];
  const tasks = events.filter((event) => event.name === "RunTask" && event.pid === pid && event.tid === tid && event.ph === "X").sort((a, b) => a.ts - b.ts);
  const waits = events.filter((event) => event.name === "GLES2::ReadPixels" && event.pid === pid && event.tid === tid && event.dur > 0);
  const waited = ({ ts, dur }) => waits.filter((wait) => wait.ts >= ts && wait.ts + wait.dur <= ts + dur).reduce((sum, wait) => sum + wait.dur, 0);
  const own = tasks.map((each) => each.dur - waited(each));
  const work = [];
  const gaps = [];
  let task = 0;
  for (let i = 0; i + 1 < frames.length; i++) {
    let sum = 0;
    while (task < tasks.length && tasks[task].ts < frames[i].ts) task++;
    // The task in which a frame is marked is that frame's.
    if (task > 0) sum += tasks[task - 1].ts + tasks[task - 1].dur > frames[i].ts ? own[task - 1] : 0;
    for (let t = task; t < tasks.length && tasks[t].ts + tasks[t].dur < frames[i + 1].ts; t++) sum += own[t];
    work.push(sum / 1000);
    gaps.push((frames[i + 1].ts - frames[i].ts) / 1000);
  }
  return { work, gaps };
}
