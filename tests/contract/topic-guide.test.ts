import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../fixtures/folder.ts";
import { startServer } from "../fixtures/start-server.ts";

const GUIDE = readFileSync("docs/topic-guide.md", "utf8");
/** What a newcomer types and writes, in the order of the page. */
const STEPS = [...GUIDE.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, language, name, text]) => ({ language: language!, name: name!, text: text! }));
const LEFT_OUT = new Set(["node_modules", "dist", ".git", ".data", "docs/pictures"].map((path) => resolve(path)));

/** The house as a newcomer has it, with the packages that are installed already. */
function clone(): string {
  const folder = temporaryFolder();
  cpSync(resolve("."), folder, { recursive: true, filter: (from) => !LEFT_OUT.has(from) });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_|PROFILE|HOST$)/.test(name)));

test("whoever follows the guide to the letter has a live topic: its numbers are taken, judged and told, and the storm moves them", async () => {
  expect(STEPS.map(({ language, name }) => name || language)).toEqual([
    "sh", "topics/ocean-watch/indicators.ts", "topics/ocean-watch/rules.ts", "topics/ocean-watch/feed.ts", "topics/ocean-watch/topic.test.ts", "sh", "layouts/scenes/ocean-watch.json", "sh", "send",
  ]);
  const folder = clone();
  const type = (text: string, more: Record<string, string> = {}): string => execFileSync("bash", ["-euo", "pipefail", "-c", text], { cwd: folder, env: { ...env, ...more }, encoding: "utf8" });
  for (const { language, name, text } of STEPS) {
    if (name === "send") continue;
    if (language === "sh") type(text);
    else {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }

  const server = await startServer({ main: join(folder, "dist", "server", "main.js") });
  onTestFinished(() => server.stop());
  const api = async (path: string, init?: RequestInit) => (await fetch(`${server.url}/api/v1${path}`, init)).json() as Promise<Record<string, never>>;
  const { items } = (await api("/session/demo")) as unknown as { items: { role: string; region: string; account: string; token: string }[] };
  const source = items.find(({ role }) => role === "source")!;
  const reader = { headers: { authorization: `Bearer ${items.find(({ account }) => account === "commander@44")!.token}` } };

  // A busy server that has just started says 429 and asks to be sent it again.
  const send = () => JSON.parse(type(STEPS.at(-1)!.text, { BASE: server.url, TOKEN: source.token })) as { code?: string };
  let sent = send();
  for (let tries = 0; sent.code === "too_many" && tries < 10; tries++) {
    await new Promise((done) => setTimeout(done, 2_000));
    sent = send();
  }
  expect(sent).toMatchObject({ received: 1, accepted: 1, rejected: 0, quarantined: 0 });
  expect(await api("/topics/ocean-watch", reader)).toMatchObject({ no: 28, title: { zh: "海洋观测" }, indicators: [{ id: "ocean.wave.height" }] });
  await expect.poll(() => api("/slice?indicator=ocean.wave.height&region=4408&level=county", reader), { timeout: 20_000 }).toMatchObject({ cells: expect.arrayContaining([expect.objectContaining({ place: "440882", value: 4.6, state: "fresh" })]) });
  await expect.poll(async () => (await api("/alerts?region=440882", reader)).items, { timeout: 20_000 }).toMatchObject([{ rule: "ocean.wave.height#3", place: "440882", severity: 3, source: "operational default" }]);
  await expect
    .poll(async () => ((await api("/slice?situation=storm&indicator=ocean.wave.height&region=44&level=county", reader)) as unknown as { cells: { value: number | null; quality: string }[] }).cells.filter(({ value, quality }) => value !== null && quality === "modelled").length, { timeout: 60_000 })
    .toBeGreaterThan(100);
  // Its scene stands on a wall, is read from every row of it, and is found by its name.
  expect(await api("/walls/main", reader)).toMatchObject({ scenes: expect.arrayContaining(["ocean-watch"]) });
  const raised = await fetch(`${server.url}/api/v1/commands`, { method: "POST", headers: { ...reader.headers, "content-type": "application/json" }, body: JSON.stringify({ id: "raise", kind: "wall.scene", situation: "live", data: { wall: "main", scene: "ocean-watch" } }) });
  expect([raised.status, await raised.json()]).toMatchObject([200, { result: { wall: "main" } }]);
  await expect.poll(async () => (await (await fetch(`${server.url}/wall/main/text`, reader)).text()), { timeout: 20_000 }).toContain("各市近岸浪高");
  await expect.poll(async () => ((await api(`/search?q=${encodeURIComponent("海洋观测")}`, reader)) as unknown as { items: { kind: string; id: string }[] }).items.map(({ kind, id }) => `${kind} ${id}`), { timeout: 20_000 }).toContain("scene ocean-watch");
});

test("a topic that contradicts what stands is not written, and the words say why and how", () => {
  const folder = clone();
  const refusals = (...args: string[]): string[] => {
    try {
      execFileSync(process.execPath, [join(folder, "scripts", "new-topic.mjs"), ...args], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
      return ["written"];
    } catch (error) {
      return String((error as { stderr: string }).stderr).split("\n");
    }
  };
  const refused = (...args: string[]): string => refusals(...args)[0]!;
  const good = ["--no=28", "--zh=海洋观测", "--en=Ocean watch", "--lead=省自然资源厅", "--prefix=ocean"];
  // All of it at once, the names of others too.
  expect(refusals("ocean-watch", "--no=25", "--zh=水利", "--en=Water Resources", "--lead=sea", "--prefix=met").slice(0, -2)).toEqual([
    '--lead is "sea"; expected its lead department in Chinese, as 省自然资源厅.',
    "--prefix=met begins the ids of topics/meteorology; expected one of its own.",
    "--no=25 is the number of topics/water; expected one that no topic has.",
    "--zh=水利 is the Chinese name of topics/water; expected one that no topic has.",
    "--en=Water Resources is the English name of topics/water; expected one that no topic has.",
  ]);
  expect([
    refused("water", ...good), refused("Ocean", ...good), refused("ocean-watch", "--no=25", ...good.slice(1)), refused("ocean-watch", ...good.slice(0, 4), "--prefix=water"),
    refused("ocean-watch", ...good.slice(1)), refused("ocean-watch", ...good.slice(0, 1), "--zh=ocean", ...good.slice(2)), refused("ocean-watch", ...good), refused("ocean-watch", ...good),
  ]).toEqual([
    "topics/water stands already; choose another id, or work on that one.",
    'The id is "Ocean"; expected one word of small letters and hyphens, as ocean-watch.',
    "--no=25 is the number of topics/water; expected one that no topic has.",
    "--prefix=water begins the ids of topics/water; expected one of its own.",
    "--no is missing; expected a whole number that no topic has yet, as 28.",
    '--zh is "ocean"; expected its Chinese name, as 海洋.',
    "written",
    "topics/ocean-watch stands already; choose another id, or work on that one.",
  ]);
  expect(refused("overview", "--no=29", ...good.slice(1, 4), "--prefix=sights", "--scene")).toBe("layouts/scenes/overview.json stands already; leave --scene out and name it in topic.ts, or choose another id.");

});
