import { existsSync } from "node:fs";
import { chromium } from "playwright";

const executable = process.env.WALL_CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/** Chromium with software WebGL, as the tests use it: a floor, not what a graphics card does. */
export const launchBrowser = () =>
  chromium.launch({
    ...(executable && { executablePath: executable }),
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-gpu-compositing", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });

/** Installed in each page: looks through open shadow roots, as a reader of the hooks must. */
export const DEEP_QUERY = `window.deepAll = (selector, root = document) => {
  const found = [...root.querySelectorAll(selector)];
  for (const element of root.querySelectorAll("*")) if (element.shadowRoot) found.push(...window.deepAll(selector, element.shadowRoot));
  return found;
};`;
