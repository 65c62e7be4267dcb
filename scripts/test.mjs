import { join } from "node:path";
import { build, install, root, step } from "./prepare.mjs";

process.chdir(root);
install();
const node = process.execPath;
const bin = (...path) => join(root, "node_modules", ...path);
const quick = process.argv.includes("--check");
for (const config of ["tsconfig.json", "tsconfig.server.json", "tsconfig.wall.json"]) step(`Types (类型) ${config}`, node, [bin("typescript", "bin", "tsc"), "-p", config]);
step("Layers (分层)", node, [join(root, "scripts", "layers.mjs")]);
step("Lint (规范)", node, [bin("oxlint", "bin", "oxlint"), "--type-aware"]);
if (!quick) build();
step("Tests (测试)", node, [bin("vitest", "vitest.mjs"), "run", ...(quick ? ["--project", "unit"] : [])]);
