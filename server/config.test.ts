import { expect, test } from "vitest";
import { describe, readConfig, refusals, warnings } from "./config.ts";

test("with nothing set it is a demo that only this machine can reach", () => {
  const config = readConfig({});
  expect(config).toMatchObject({ profile: "demo", host: "127.0.0.1", port: 8720, tickMs: 200, hash: "sm3", tls: null });
  expect(refusals(config, { approval: null })).toEqual([]);
  expect(warnings(config, {})).toEqual([]);
});

test("every wrong setting is named at once, with what was found and what was expected", () => {
  expect(() => readConfig({ PORT: "eighty", HASH: "md5", TLS_CERT: "/no/such.pem", ORIGINS: "wall.example" })).toThrowError(
    /PORT is "eighty"; expected a whole number from 0 to 65535[\s\S]*TLS_CERT is set alone|TLS_CERT is set alone[\s\S]*PORT is "eighty"/,
  );
  expect(() => readConfig({ HASH: "md5" })).toThrowError(/HASH is "md5"; expected sm3 or sha256/);
  expect(() => readConfig({ ORIGINS: "wall.example" })).toThrowError(/ORIGINS holds "wall.example"/);
});

test("a demo on a chosen address warns that its passwords are public", () => {
  expect(warnings(readConfig({ HOST: "0.0.0.0" }), {})).toEqual([expect.stringContaining("HOST=0.0.0.0")]);
});

test("production refuses demo accounts, the default secret, plain HTTP beyond loopback and an unapproved map", () => {
  const why = refusals(readConfig({ PROFILE: "production", HOST: "0.0.0.0" }), { approval: null }).join("\n");
  expect(why).toMatch(/accounts are those of the demo/);
  expect(why).toMatch(/SECRET is the default/);
  expect(why).toMatch(/without TLS/);
  expect(why).toMatch(/审图号/);
});

test("production behind a proxy, with accounts, a secret and an approved map, may start", () => {
  const config = readConfig({ PROFILE: "production", HOST: "0.0.0.0", ALLOW_HTTP: "1", SECRET: "x".repeat(32), ACCOUNTS: "package.json" });
  expect(refusals(config, { approval: "粤S(2026)001号" })).toEqual([]);
});

test("the printed configuration never shows the secret", () => {
  expect(describe(readConfig({ SECRET: "very-secret-very-secret-very-secret" }))).not.toContain("very-secret");
});
