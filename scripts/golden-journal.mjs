// npm run journal:golden: keeps the journal of a day as this build writes it, with what it comes to, under
// tests/fixtures/journals/<version>. Every later build must read it as this one did, so what is there is never written over:
// a journal belongs to one release, and the next release makes its own.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "./prepare.mjs";

process.chdir(root);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const name = process.argv[2] ?? version;
const folder = join("tests", "fixtures", "journals", name);
if (existsSync(folder)) {
  console.error(`${folder} is there already, and a journal that was kept is never changed. Name another: npm run journal:golden -- NAME.`);
  process.exit(2);
}
const { module } = await runnerImport(join(root, "tests", "fixtures", "journal-day.ts"), { root, configFile: false, logLevel: "warn" });
const { at, chains, kinds, missing } = await module.liveADay();
mkdirSync(folder, { recursive: true });
for (const { situation, lines, comesTo } of chains) {
  writeFileSync(join(folder, `${situation}.ndjson`), lines.join(""));
  writeFileSync(join(folder, `${situation}.json`), `${JSON.stringify({ at, comesTo }, null, 1)}\n`);
}
console.log(`${folder}: ${kinds.length} kinds of entries: ${kinds.join(", ")}.`);
if (missing.length > 0) {
  console.error(`No entry came of: ${missing.join(", ")}. Have the day of tests/fixtures/journal-day.ts do that too.`);
  process.exit(1);
}
