// The layer check. dependency-cruiser sees nothing at all, and passes, when it cannot read the TypeScript at hand;
// so too few modules is a failure as well.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { cruise, format } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const rooms = ["model", "themes", "layouts", "topics", "server", "wall"].filter((room) => existsSync(room));
/** Every source that stands is read. */
const standing = rooms.reduce((sum, room) => sum + readdirSync(room, { recursive: true }).filter((file) => file.endsWith(".ts")).length, 0);
const { forbidden, options } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const result = await cruise(rooms, { ...options, ruleSet: { forbidden }, validate: true }, {}, { tsConfig: extractTSConfig("tsconfig.json") });
const { summary } = result.output;
const ours = result.output.modules.filter((m) => m.source.endsWith(".ts") && rooms.some((room) => m.source.startsWith(`${room}/`))).length;
console.log((await format(result.output, { outputType: "err" })).output);
if (standing === 0 || ours < standing) {
  console.error(`Layers: only ${ours} modules seen of ${standing} sources that stand. The reader is blind (wrong TypeScript?); the check proves nothing.`);
  process.exit(1);
}
if (summary.error > 0) process.exit(1);
console.log(`Layers: ${ours} modules, ${summary.totalDependenciesCruised} imports, all looking down.`);
