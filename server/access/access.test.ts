import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES, type Actor, type Role } from "../../model/account.ts";
import { COMMAND_KINDS } from "../../model/command.ts";
import type { Site } from "../../model/sample.ts";
import type { Class } from "../../model/words.ts";
import { aTask, anAlert, anIncident, smallHouse, smallTree } from "../../tests/fixtures/small-house.ts";
import { Access, createAccess } from "./index.ts";
import { cookieSecret } from "./cookie.ts";
import { formatTime } from "../../model/time.ts";
import { FailedLogins } from "./failed-logins.ts";
import { LOCK_MS, Lockout } from "./lockout.ts";
import { hashPassword, isPassword } from "./password.ts";
import { mayCommand } from "./rights.ts";
import { Scope } from "./scope.ts";

const { access, clock, rows, regions, catalog, needs } = smallHouse();
const { log } = needs;
const audit = async (): Promise<void> => {};
const actor = (role: Role, region: string, more: Partial<Actor> = {}): Actor => ({ account: `${role}@${region}`, role, region, session: "s", ...more });

test("a place is seen exactly when walking up from it passes the caller's region", () => {
  const tree = smallTree();
  const codes = tree.rows.map((r) => r.code);
  const walksTo = (code: string, root: string): boolean => code === root || (tree.find(code)!.parent !== "" && walksTo(tree.find(code)!.parent, root));
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (root, code) => {
      expect(access.seesPlace(actor("officer", root), code)).toBe(walksTo(code, root));
    }),
  );
});

test("an unknown place, an unknown own region and a code that only looks like a child are not seen", () => {
  expect(access.seesPlace(actor("officer", "4408"), "440899")).toBe(false);
  expect(access.seesPlace(actor("officer", "9999"), "4408")).toBe(false);
  expect(access.seesPlace(actor("officer", "4419"), "44190")).toBe(false);
});

test("a task that crosses regions is seen by whom it was sent to and by whom it skipped", () => {
  const incident = anIncident("4401", { tasks: ["t"] });
  const task = aTask(incident.id, "440882:rescue", { id: "t", copied: ["4408"] });
  const see = (who: Actor) => [access.seesIncident(who, incident, () => task), access.seesTask(who, task, () => incident)];
  expect(see(actor("officer", "440882"))).toEqual([true, true]);
  expect(see(actor("chief", "4408"))).toEqual([true, true]);
  expect(see(actor("officer", "4419"))).toEqual([false, false]);
  expect(see(actor("unit", "440882", { unit: "440882:rescue" }))).toEqual([true, true]);
  expect(see(actor("unit", "440882", { unit: "440882:fire" }))).toEqual([false, false]);
});

test("a display is shown nothing sensitive: no alert, no incident, no task of it", () => {
  const display = actor("device", "44", { wall: "main" });
  const incident = anIncident("4401", { type: "secret", tasks: ["t"] });
  expect(access.seesAlert(display, anAlert("4401", { indicator: "intake" }))).toBe(false);
  expect(access.seesIncident(display, incident, () => undefined)).toBe(false);
  expect(access.seesTask(display, aTask(incident.id, "4401:rescue"), () => incident)).toBe(false);
  expect(access.seesAlert(actor("officer", "44"), anAlert("4401", { indicator: "intake" }))).toBe(true);
});

test("a display watches no trend of a sensitive site, whatever is measured there; an officer does", () => {
  const site = (id: string, classOf: Class): Site => ({ id, kind: "gauge", name: id, region: "440882", attributes: {}, class: classOf });
  const sites = [site("open", "open"), site("plant", "sensitive")];
  const scope = new Scope({ ...catalog, site: (id) => sites.find((s) => s.id === id), wall: () => undefined });
  const asks = (who: Actor) => sites.map(({ id }) => scope.refuses(who, { kind: "series", indicator: "stage", place: id, window: 60_000 }));
  expect(asks(actor("device", "44", { wall: "main" }))).toEqual([null, "not_found"]);
  expect(asks(actor("officer", "440882"))).toEqual([null, null]);
  expect(asks(actor("officer", "4401"))).toEqual(["not_found", "not_found"]);
});

test("what nobody has declared counts as sensitive", () => {
  expect(access.seesAlert(actor("device", "44"), anAlert("4401", { indicator: "gone" }))).toBe(false);
  expect(access.seesIncident(actor("device", "44"), anIncident("4401", { type: "gone" }), () => undefined)).toBe(false);
});

test("a display watches its own wall, an officer those of the own subtree, a unit none", () => {
  expect(access.seesWall(actor("device", "44", { wall: "main" }), "main")).toBe(true);
  expect(access.seesWall(actor("device", "44", { wall: "main" }), "live")).toBe(false);
  expect(access.seesWall(actor("officer", "44"), "main")).toBe(true);
  expect(access.seesWall(actor("commander", "4408"), "main")).toBe(false);
  expect(access.seesWall(actor("officer", "44"), "nowhere")).toBe(false);
  expect(access.seesWall(actor("unit", "44"), "main")).toBe(false);
});

test("a source sends samples and commands nothing; the administrators and the display command nothing, but that of security pairs displays, that of the system has the store copied and that of topics composes scenes", () => {
  const open = (role: Role) => COMMAND_KINDS.filter((kind) => mayCommand({ role }, kind));
  for (const role of ["source", "device", "auditor", "peer"] as const) expect([role, open(role)]).toEqual([role, []]);
  expect(open("secAdmin")).toEqual(["admin.pair", "admin.unpair"]);
  expect(open("sysAdmin")).toEqual(["admin.backup"]);
  expect(open("topicAdmin")).toEqual(["scene.save", "scene.publish"]);
  expect(open("commander")).not.toContain("task.accept");
  expect(open("unit").toSorted((a, b) => a.localeCompare(b))).toEqual(["incident.escalate", "incident.report", "task.accept", "task.arrive", "task.delivered", "task.difficulty", "task.finish", "task.note", "task.report", "task.return", "task.seen"]);
});

test("every command of the model opens for somebody, and an unknown one for nobody", () => {
  for (const kind of COMMAND_KINDS) expect([kind, ROLES.some((role) => mayCommand({ role }, kind))]).toEqual([kind, true]);
  for (const kind of ["toString", "__proto__", "incident.explode"]) expect(ROLES.some((role) => mayCommand({ role }, kind))).toBe(false);
});

test("a session lives in the store under a hash, survives a restart, and dies at its end", async () => {
  const { token, actor: signedIn } = await access.login("commander@44", "guanlan-demo", "::1");
  expect(rows.has(token)).toBe(false);
  expect(await access.byCookie(token)).toEqual(signedIn);
  const restarted = createAccess({ ...catalog, walls: needs.walls.all(), store: storeOf(rows), clock, ids: needs.ids, log, device: () => undefined, audit, profile: "demo", secret: "test", accounts: null });
  expect(await restarted.byCookie(token)).toEqual(signedIn);
  const otherSecret = createAccess({ ...catalog, walls: needs.walls.all(), store: storeOf(rows), clock, ids: needs.ids, log, device: () => undefined, audit, profile: "demo", secret: "other", accounts: null });
  expect(await otherSecret.byCookie(token)).toBeNull();
  clock.advance(12 * 3_600_000);
  expect(await restarted.byCookie(token)).toBeNull();
  expect(await access.isLiving(signedIn)).toBe(false);
});

test("a display's session lives on while its socket does, across restarts; a person's does not", async () => {
  const display = await access.pairDemo("main", null);
  for (let days = 0; days < 70; days += 10) {
    expect(await access.isLiving(display.actor)).toBe(true);
    clock.advance(10 * 86_400_000);
  }
  const restarted = createAccess({ ...catalog, walls: needs.walls.all(), store: storeOf(rows), clock, ids: needs.ids, log, device: () => undefined, audit, profile: "demo", secret: "test", accounts: null });
  expect(await restarted.byCookie(display.token)).toEqual(display.actor);
  clock.advance(30 * 86_400_000);
  expect(await restarted.isLiving(display.actor)).toBe(false);
  const person = await access.login("commander@44", "guanlan-demo", "::1");
  clock.advance(11 * 3_600_000);
  expect(await access.isLiving(person.actor)).toBe(true);
  clock.advance(3_600_000);
  expect(await access.isLiving(person.actor)).toBe(false);
});

test("a display's session that was ended is not renewed", async () => {
  const display = await access.pairDemo("main", null);
  clock.advance(20 * 86_400_000);
  await access.logout(display.actor.session);
  expect(await access.isLiving(display.actor)).toBe(false);
  expect(rows.has(display.actor.session)).toBe(false);
});

test("junk in a cookie or a bearer is nobody", async () => {
  await fc.assert(fc.asyncProperty(fc.string({ maxLength: 80 }), async (text) => {
    expect(await access.byCookie(text)).toBeNull();
    expect(await access.byBearer(text)).toBeNull();
    expect(await access.authenticate({ cookie: `guanlan=${text}` })).toBeNull();
  }), { numRuns: 50 });
});

test("one browser may show several walls of the demo, and keeps each", async () => {
  const first = await access.pairDemo("main", null);
  expect(first.actor).toMatchObject({ role: "device", wall: "main", walls: ["main"] });
  const second = await access.pairDemo("live", first.actor);
  expect(second.actor).toMatchObject({ role: "device", walls: ["main", "live"] });
  expect(["main", "live"].map((w) => access.seesWall(second.actor, w))).toEqual([true, true]);
  expect(await access.byCookie(second.token)).toEqual(second.actor);
});

test("outside the demo profile there are no demo accounts, no demo password and no demo list", async () => {
  const production = smallHouse({ profile: "production" }).access;
  expect(production.demo()).toBeNull();
  await expect(production.login("commander@44", "guanlan-demo", "::1")).rejects.toMatchObject({ code: "bad_credentials" });
});

test("production reads its accounts from a file with hashed passwords, and refuses clear ones by name", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "guanlan-")), "accounts.json");
  const open = () => createAccess({ ...catalog, walls: [], store: storeOf(new Map()), clock, ids: needs.ids, log, device: () => undefined, audit, profile: "production", secret: "s", accounts: file });
  writeFileSync(file, JSON.stringify([{ account: "值班长·陈", role: "chief", region: "4408", password: await hashPassword("correct horse") }]));
  expect((await open().login("值班长·陈", "correct horse", "::1")).actor).toMatchObject({ role: "chief", region: "4408" });
  writeFileSync(file, JSON.stringify([{ account: "值班长·陈", role: "chief", region: "4408", password: "correct horse" }]));
  expect(open).toThrowError(/"值班长·陈" needs a password as/);
});

test("the right password fits its hash and no other does", async () => {
  const hash = await hashPassword("密码 one");
  expect(await isPassword("密码 one", hash)).toBe(true);
  expect(await isPassword("密码 One", hash)).toBe(false);
  expect(hash).not.toBe(await hashPassword("密码 one"));
});

test("a lock tells nothing of whether the account exists, lasts 15 minutes, and counts only what failed lately", () => {
  const lockout = new Lockout();
  for (let i = 0; i < 4; i++) lockout.failed("nobody", 0);
  expect(lockout.lockedFor("nobody", 0)).toBe(0);
  lockout.failed("nobody", 0);
  expect(lockout.lockedFor("nobody", 0)).toBe(900);
  expect(lockout.lockedFor("nobody", LOCK_MS)).toBe(0);
  for (let i = 0; i < 4; i++) lockout.failed("late", 0);
  lockout.failed("late", LOCK_MS + 1);
  expect(lockout.lockedFor("late", LOCK_MS + 1)).toBe(0);
});

test("many guesses sent at once are no more than five: the rest find the name locked", async () => {
  const { access: door } = smallHouse();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => door.login("chief@44", i === 7 ? "guanlan-demo" : `guess ${i}`, "::1").then(() => "in", (error: { code: string }) => error.code)));
  expect(answers).toEqual([...Array<string>(5).fill("bad_credentials"), ...Array<string>(15).fill("locked")]);
});

test("the journal learns of failed logins, locks and successes, with the address, and of no password and no name that does not exist", async () => {
  const house = smallHouse();
  const stop = house.access.start();
  const fail = (name: string, from: string) => house.access.login(name, "not the password", from).catch(() => {});
  await fail("chief@44", "10.0.0.1");
  await fail("my secret typed as a name", "10.0.0.2");
  expect(house.audited).toEqual([]);
  house.clock.advance(1_000);
  for (let i = 0; i < 4; i++) await fail("chief@44", "10.0.0.3");
  for (let i = 0; i < 30; i++) await fail(`guessed ${i}`, `10.1.0.${i}`);
  house.clock.advance(1_000);
  house.clock.advance(50_000);
  const now = house.clock.now();
  expect(house.audited).toEqual([
    { kind: "login.failed", actor: "system", region: "44", body: { account: "chief@44", times: 1, from: ["10.0.0.1"] } },
    { kind: "login.failed", actor: "system", region: "44", body: { account: null, times: 1, from: ["10.0.0.2"] } },
    { kind: "login.failed", actor: "system", region: "44", body: { account: "chief@44", times: 4, from: ["10.0.0.3"] } },
    { kind: "login.locked", actor: "system", region: "44", body: { account: "chief@44", until: formatTime(now - 51_000 + LOCK_MS) } },
  ]);
  await house.access.login("officer@4408", "guanlan-demo", "10.0.0.4");
  expect(house.audited.at(-1)).toEqual({ kind: "login.succeeded", actor: "officer@4408", region: "4408", body: { role: "officer", from: "10.0.0.4" } });
  await stop();
  expect(house.audited.at(-1)!.body).toEqual({ account: null, times: 30, from: ["10.1.0.0", "10.1.0.1", "10.1.0.2", "10.1.0.3", "10.1.0.4"] });
  expect(JSON.stringify(house.audited)).not.toMatch(/password|secret|guess/);
});

test("failed logins that could not be written are told when the journal is back, once", async () => {
  const told: unknown[] = [];
  let away = true;
  const failures = new FailedLogins({ clock, log, root: "44", audit: async (drafts) => (away ? Promise.reject(new Error("away")) : void told.push(...drafts.map((d) => d.body))) });
  const account = access.demo()!.find((a) => a.account === "chief@44")!;
  const row = { ...account, password: async () => "0:0" as const };
  failures.note(row, "a", false);
  failures.note(undefined, "b", false);
  await expect(failures.write()).rejects.toThrow("away");
  failures.note(row, "c", true);
  away = false;
  await failures.write();
  await failures.write();
  expect(told).toEqual([{ account: "chief@44", times: 2, from: ["a", "c"] }, { account: "chief@44", until: formatTime(clock.now() + LOCK_MS) }, { account: null, times: 1, from: ["b"] }]);
});

test("the cookie's secret is found among others, the one bound to TLS first", () => {
  expect(cookieSecret("a=1; guanlan=plain; __Host-guanlan=bound")).toBe("bound");
  expect(cookieSecret("xguanlan=no; guanlan=yes")).toBe("yes");
  expect(cookieSecret(undefined)).toBeNull();
});

test("the demo's branch hangs together from the province to the village", () => {
  const branch = ["commander@44", "chief@4408", "chief@440882", "chief@440882115", "unit@440882115212"].map((name) => access.demo()!.find((a) => a.account === name)!);
  for (const [i, below] of branch.entries()) if (i > 0) expect(regions.isWithin(regions.indexOf(below.region), regions.indexOf(branch[i - 1]!.region))).toBe(true);
  expect(access).toBeInstanceOf(Access);
});

function storeOf(map: typeof rows) {
  return { putSession: async (r: Parameters<typeof map.set>[1]) => void map.set(r.id, r), session: async (id: string) => map.get(id) ?? null, dropSession: async (id: string) => void map.delete(id) };
}
