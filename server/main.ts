import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import { setImmediate as others } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { systemClock as clock } from "../model/clock.ts";
import { cannotListen, makeDataFolder } from "./boot.ts";
import { buildMark } from "./build-mark.ts";
import { openCatalog } from "./catalog/index.ts";
import { describe, isLoopbackHost, readConfig, refusals, warnings, type Config } from "./config.ts";
import { behindHttp, behindSockets } from "./doors.ts";
import { collectEarly, collector, collectWhenMuch } from "./heap.ts";
import { joinHouse } from "./house.ts";
import { createHttp, isOwnOrigin } from "./http/index.ts";
import { createIds } from "./ids.ts";
import { createHeads, type Heads } from "./journal/index.ts";
import { createJudging } from "./judging.ts";
import { createLog } from "./log.ts";
import { packsWithCode, startThread } from "./packs/index.ts";
import { createSockets } from "./sockets/index.ts";
import { createBackups, openSqlite } from "./store/index.ts";

/** The repository's folder: where package.json stands, above this file in source and in the build alike. */
function houseRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    if (folder === dirname(folder)) throw new Error("package.json was not found above the server; start it from its own repository.");
    folder = dirname(folder);
  }
  return folder;
}

/** Which build this very program is of; the names of what it is made of hold the hashes of their contents. */
const ownBuild = (): string => createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url))).digest("hex");

/** Puts the machine behind the house's ports and opens its doors; resolves when it serves. */
async function start(): Promise<void> {
  collectEarly();
  const config = readConfig(process.env);
  const root = houseRoot();
  const log = createLog(clock);
  const catalog = await openCatalog(root);
  const refused = refusals(config, catalog);
  if (refused.length > 0) throw new Error(`PROFILE=production does not start:\n${refused.map((r) => `  - ${r}`).join("\n")}`);

  makeDataFolder(config.dataDir);
  const storeFile = join(config.dataDir, "guanlan.db");
  const keyFile = join(config.dataDir, "keys", "heads.pem");
  const store = await openSqlite(storeFile);
  let heads: Heads;
  const house = joinHouse({
    choices: config, catalog, clock, log, others, store, build: ownBuild(),
    backups: createBackups({ folder: config.dataDir, file: storeFile, store, clock, log, hash: config.hash, attest: (ends) => heads.attest(ends), publicKeyFile: `${keyFile}.pub` }),
    ids: createIds(clock, (bytes) => randomBytes(bytes).toString("hex")),
    hasFile: (id) => /^[0-9a-f]{64}$/.test(id) && existsSync(join(config.dataDir, "files", id)),
    heads: (chains) => (heads = createHeads({ file: join(config.dataDir, "heads", "heads.ndjson"), keyFile, clock, hash: config.hash, heads: chains, log })),
    judge: createJudging({ file: new URL("scene-judge.js", import.meta.url), clock }),
    packs: {
      packs: config.simulate === "off" ? [] : packsWithCode(),
      start: () => startThread(new URL("pack-thread.js", import.meta.url)),
      processorMs() {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1_000;
      },
    },
  });
  const pagesRoot = join(root, "dist", "wall");
  const http = await createHttp({
    ...behindHttp(house),
    house: { profile: config.profile, dataDir: config.dataDir, pagesRoot, tls: config.tls, trustedProxies: config.trustedProxies, origins: config.origins },
    figures: () => ({ ...sockets.figures(), ...house.figures(), guanlan_store_read_only: Number(house.state.now().store === "readOnly") }),
  });
  const sockets = createSockets({ ...behindSockets(house), server: http.server, mayConnect: (request) => isOwnOrigin(request.headers, config.origins), build: await buildMark(pagesRoot) });

  await house.open();
  collectWhenMuch({ clock, resident: () => process.memoryUsage.rss(), collect: collector() });
  await http.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw cannotListen(config, error);
  });
  house.serve();
  announce(config, portOf(http.server.address()) ?? config.port);

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info("Stopping", { signal });
    const doors = [
      { words: "The sockets could not be closed", take: () => sockets.close("stopping") },
      { words: "The HTTP door could not be closed", take: () => http.close() },
    ];
    await house.stop(doors).then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
}

const portOf = (address: ReturnType<Server["address"]>): number | undefined => (typeof address === "object" && address !== null ? address.port : undefined);

function announce(config: Config, port: number): void {
  const base = `${config.tls ? "https" : "http"}://${isLoopbackHost(config.host) ? "localhost" : config.host}:${port}`;
  const lines = [
    "",
    `观澜 Guanlan · ${base}`,
    `  大屏 wall      ${base}/wall/main   (${base}/wall/main/1 … /3)   ${base}/wall/live`,
    `  触控台 console ${base}/console      处置端 field ${base}/field`,
    ...(config.profile === "demo" ? [`  登录 sign in   ${base}/  — pick a demonstration account there (GET ${base}/api/v1/session/demo lists them)`] : []),
    `  配置 settings  ${describe({ ...config, port })}`,
    ...warnings(config, process.env).map((warning) => `  ⚠ ${warning}`),
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

try {
  await start();
} catch (error) {
  process.stderr.write(`观澜 Guanlan did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
