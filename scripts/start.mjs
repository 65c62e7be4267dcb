import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, install, root } from "./prepare.mjs";

process.chdir(root);
install();
build();
// The server runs in this very process, in npm's process group. `exec` in package.json puts it in the place of npm's shell, which
// would else die of a signal alone and leave it behind; a shell without `exec` (Windows) goes on to the plain command.
await import(pathToFileURL(join(root, "dist", "server", "main.js")).href);
