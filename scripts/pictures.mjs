// `npm run pictures`: what the wall looks like in peace and in the storm, on three rooms and in three themes, and how little of it
// is left at 1/8, in grey and to eyes that miss a colour. Writes docs/pictures/wall; docs/look.md says what each must still show.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, install, root } from "./prepare.mjs";

process.chdir(root);
install();
build();
const { launchBrowser } = await import("../bench/browser.mjs");
const { startHouse } = await import("../bench/house.mjs");
const { furnish } = await import("./pictures/world.mjs");
const { openDarkroom } = await import("./pictures/darkroom.mjs");

const SMALL = 1 / 3;
const FAR = 1 / 8;
/** `--whole=<folder>` keeps the full size as well, to look at crop by crop; names or parts of names take only those pictures. */
const whole = process.argv.find((word) => word.startsWith("--whole="))?.slice("--whole=".length);
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const EYES = ["achromatopsia", "deuteranopia", "protanopia", "tritanopia"];
const SCENES = [
  { scene: "overview", situation: "live" },
  { scene: "storm", situation: "storm" },
  // Scenes of topics are taken once, on the command wall and in one theme.
  ...["water", "meteorology", "transport", "emergency", "energy", "health"].map((scene) => ({ scene, situation: "storm", wall: "led-5760" })),
];
/** Themes, and whether the same picture is taken as other eyes see it. */
const ROOMS = [
  { wall: "led-5760", paths: [{ path: "", width: 5760, height: 1620 }], themes: ["graphite", "ember", "paper"], eyes: true },
  { wall: "led-7680", paths: [{ path: "", width: 7680, height: 2160 }], themes: ["graphite"] },
  // All three in one window are scaled by the page itself.
  { wall: "three-uhd", paths: [...[1, 2, 3].map((n) => ({ path: `/${n}`, width: 3840, height: 2160 })), { path: "", width: 3848, height: 720, taken: SMALL }], themes: ["graphite"] },
];
/** Nothing is awaited any more: a state on every number, faces loaded. Runs in the page. */
function stands(wanted) {
  const { link, scene } = document.documentElement.dataset;
  const numbers = [...document.querySelectorAll("wall-value")];
  return link === "live" && scene === wanted && document.fonts.status === "loaded" && (numbers.length > 0 || document.querySelector("[data-region]")) && numbers.every((n) => n.hasAttribute("state"))
    && ![...document.querySelectorAll(".piece:not([data-behind]) wall-card, .stage-words *")].some((word) => /正在取数|··/.test(word.textContent));
}
/** Cameras and turns have come to rest by then. */
const SETTLES_MS = 3_000;
/** By then packs have told the past of a world that was sought: weeks of days stand on its curves. */
const PAST_TOLD_MS = 40_000;

const folder = join(root, "docs", "pictures", "wall");
if (only.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const house = await startHouse();
const browser = await launchBrowser();
const darkroom = await openDarkroom(browser, folder);
try {
  const { command } = await furnish(house);
  const pastTold = new Promise((done) => setTimeout(done, PAST_TOLD_MS));
  for (const { wall, paths, themes, eyes } of ROOMS)
    for (const { scene, situation, ...of } of SCENES) {
      // Scenes of a topic are taken once, on one wall and in one theme.
      if ((of.wall ?? wall) !== wall) continue;
      if (of.wall) await pastTold;
      await command("wall.focus", { wall, situation });
      await command("wall.scene", { wall, scene });
      if (scene === "storm") await command("wall.mode", { wall, mode: "emergency" });
      for (const theme of of.wall ? ["graphite"] : themes) for (const at of paths) await take({ wall, scene, theme, eyes: eyes && !of.wall, ...at });
    }
} finally {
  await browser.close();
  await house.stop();
}
console.log(`docs/pictures/wall: ${(darkroom.bytes / 2 ** 20).toFixed(1)} MiB`);

async function take({ wall, scene, theme, eyes, path, width, height, taken = 1, settlesMs = SETTLES_MS }) {
  const name = [wall + path.replace("/", "-"), scene, ...(theme === "graphite" ? [] : [theme])].join("-");
  if (only.length > 0 && !only.some((word) => name.includes(word))) return;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  await page.goto(`${house.base}/wall/${wall}${path}?theme=${theme}`, { timeout: 120_000 });
  await page.waitForFunction(stands, scene, { timeout: 120_000, polling: 250 }).catch((error) => console.error(`${name}: something was still awaited when it was taken: ${error.message}`));
  await page.waitForTimeout(settlesMs);
  const shot = () => page.screenshot({ timeout: 120_000 });
  const picture = await shot();
  if (whole) {
    mkdirSync(whole, { recursive: true });
    writeFileSync(join(whole, `${name}.png`), picture);
  }
  await darkroom.develop(picture, SMALL / taken, name);
  await darkroom.develop(picture, FAR / taken, `${name}-far`);
  if (eyes && theme === "graphite") {
    const seen = await context.newCDPSession(page);
    for (const type of EYES) {
      await seen.send("Emulation.setEmulatedVisionDeficiency", { type });
      await darkroom.develop(await shot(), SMALL, `${name}-${type}`);
    }
  }
  console.log(name);
  await context.close();
}
