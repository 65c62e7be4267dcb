import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, install, root } from "./prepare.mjs";

process.chdir(root);
install();
build();
// The server runs in this very process: it stays in npm's process group and dies with it.
await import(pathToFileURL(join(root, "dist", "server", "main.js")).href);
