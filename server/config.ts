import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** What an installation may choose, validated at boot and printed once (CONTRACT §8). */
export interface Config {
  readonly profile: "demo" | "production";
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** True when HOST was set: a demo that others can reach warns. */
  readonly hostChosen: boolean;
  readonly dataDir: string;
  readonly tickMs: number;
  readonly applyDelayMs: number;
  readonly hash: "sm3" | "sha256";
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly allowHttp: boolean;
  readonly trustedProxies: readonly string[];
  readonly origins: readonly string[];
  /** Keys the hashes under which sessions and tokens are kept. */
  readonly secret: string;
  /** File of accounts, for production. */
  readonly accounts: string | null;
  /** Samples a second beyond which a source is asked to wait. */
  readonly samplesPerSecond: number;
  /** Whether packs' code computes a world beside the record of a drill, and an ordinary time to drill in. */
  readonly simulate: "off" | "drills";
}

/** Anybody can read it here, so production refuses it. */
export const DEMO_SECRET = "guanlan-demo-secret-not-for-production";
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
export const isLoopbackHost = (host: string): boolean => LOOPBACK.has(host);

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the environment; throws one error that names every setting that is wrong, what was found and what was expected. */
export function readConfig(env: Env): Config {
  const wrong: string[] = [];
  const text = (name: string): string | undefined => (env[name] === undefined || env[name].trim() === "" ? undefined : env[name].trim());
  const whole = (name: string, standard: number, least: number, most: number): number => {
    const found = text(name);
    if (found === undefined) return standard;
    const value = Number(found);
    if (/^\d+$/.test(found) && value >= least && value <= most) return value;
    wrong.push(`${name} is "${found}"; expected a whole number from ${least} to ${most} (default ${standard}).`);
    return standard;
  };
  const oneOf = <T extends string>(name: string, standard: T, choices: readonly T[]): T => {
    const found = text(name);
    if (found === undefined) return standard;
    const choice = choices.find((c) => c === found);
    if (!choice) wrong.push(`${name} is "${found}"; expected ${choices.join(" or ")} (default ${standard}).`);
    return choice ?? standard;
  };
  const list = (name: string): string[] => (text(name) ?? "").split(",").map((s) => s.trim()).filter(Boolean);

  const cert = text("TLS_CERT");
  const key = text("TLS_KEY");
  if ((cert === undefined) !== (key === undefined)) wrong.push(`${cert ? "TLS_CERT" : "TLS_KEY"} is set alone; TLS needs both TLS_CERT and TLS_KEY (paths of PEM files).`);
  for (const [name, path] of [["TLS_CERT", cert], ["TLS_KEY", key], ["ACCOUNTS", text("ACCOUNTS")]] as const)
    if (path !== undefined && !existsSync(path)) wrong.push(`${name} names "${path}", which does not exist.`);
  for (const origin of list("ORIGINS"))
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) wrong.push(`ORIGINS holds "${origin}"; expected origins such as https://wall.example, separated by commas.`);

  const config: Config = {
    profile: oneOf("PROFILE", "demo", ["demo", "production"]),
    port: whole("PORT", 8720, 0, 65_535),
    host: text("HOST") ?? "127.0.0.1",
    hostChosen: text("HOST") !== undefined,
    dataDir: resolve(text("DATA_DIR") ?? ".data"),
    tickMs: whole("TICK_MS", 200, 20, 5_000),
    applyDelayMs: whole("APPLY_DELAY_MS", 100, 0, 5_000),
    hash: oneOf("HASH", "sm3", ["sm3", "sha256"]),
    tls: cert !== undefined && key !== undefined ? { cert, key } : null,
    allowHttp: oneOf("ALLOW_HTTP", "0", ["0", "1"]) === "1",
    trustedProxies: list("TRUSTED_PROXIES"),
    origins: list("ORIGINS"),
    secret: text("SECRET") ?? DEMO_SECRET,
    accounts: text("ACCOUNTS") ?? null,
    samplesPerSecond: whole("SAMPLES_PER_SECOND", 20_000, 1, 1_000_000),
    simulate: oneOf("SIMULATE", "drills", ["off", "drills"]),
  };
  if (wrong.length > 0) throw new Error(`The configuration cannot be used:\n${wrong.map((w) => `  - ${w}`).join("\n")}`);
  return config;
}

/** Why production must not start like this; empty = it may. `approval` is the base map's 审图号. */
export function refusals(config: Config, house: { readonly approval: string | null }): string[] {
  if (config.profile !== "production") return [];
  const why: string[] = [];
  if (config.accounts === null) why.push("The only accounts are those of the demo. Set ACCOUNTS to a file of accounts.");
  if (config.secret === DEMO_SECRET) why.push("SECRET is the default that everybody can read. Set SECRET to at least 32 random characters.");
  else if (config.secret.length < 32) why.push(`SECRET has ${config.secret.length} characters; expected at least 32.`);
  if (!config.tls && !config.allowHttp && !isLoopbackHost(config.host))
    why.push(`HOST is ${config.host} without TLS. Set TLS_CERT and TLS_KEY, or ALLOW_HTTP=1 behind a proxy that speaks TLS.`);
  if (house.approval === null) why.push("The base map carries no approval (审图号). Install an approved base map package.");
  return why;
}

/** What may be odd but does not stop the boot. */
export function warnings(config: Config, env: Env): string[] {
  const odd: string[] = [];
  if (config.profile === "demo" && config.hostChosen && !isLoopbackHost(config.host))
    odd.push(`Demo profile on HOST=${config.host}: its accounts and passwords are public. Do not leave it where others can reach it.`);
  for (const name of ["DATABASE_URL", "REDIS_URL"]) if (env[name]) odd.push(`${name} is set but not used by this version; the store is in DATA_DIR.`);
  return odd;
}

/** The configuration as printed at boot, without secrets. */
export const describe = (config: Config): string =>
  [
    `PROFILE=${config.profile}`, `HOST=${config.host}`, `PORT=${config.port}`, `DATA_DIR=${config.dataDir}`,
    `TICK_MS=${config.tickMs}`, `APPLY_DELAY_MS=${config.applyDelayMs}`, `HASH=${config.hash}`,
    `TLS=${config.tls ? "on" : "off"}`, `ALLOW_HTTP=${config.allowHttp ? 1 : 0}`,
    `TRUSTED_PROXIES=${config.trustedProxies.join(",") || "-"}`, `ORIGINS=${config.origins.join(",") || "-"}`,
    `SECRET=${config.secret === DEMO_SECRET ? "demo" : "set"}`, `ACCOUNTS=${config.accounts ?? "demo"}`,
    `SAMPLES_PER_SECOND=${config.samplesPerSecond}`,
    `SIMULATE=${config.simulate}`,
  ].join(" ");
