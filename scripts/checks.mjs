// What is told from the source alone: types as pages, server and tests see them, layers, lint. Ends with the first that fails.
import { join } from "node:path";
import { root, step } from "./prepare.mjs";

const node = process.execPath;
const bin = (...path) => join(root, "node_modules", ...path);
for (const config of ["tsconfig.json", "tsconfig.server.json", "tsconfig.wall.json"]) step(`Types (类型) ${config}`, node, [bin("typescript", "bin", "tsc"), "-p", config]);
step("Layers (分层)", node, [join(root, "scripts", "layers.mjs")]);
step("Lint (规范)", node, [bin("oxlint", "bin", "oxlint"), "--type-aware"]);
