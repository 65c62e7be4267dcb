import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES, type Actor, type Role } from "../../model/account.ts";
import { COMMAND_KINDS } from "../../model/command.ts";
import { aTask, anAlert, anIncident, smallHouse, smallTree } from "../../tests/fixtures/small-house.ts";
import { Access, createAccess } from "./index.ts";
import { cookieSecret } from "./cookie.ts";
import { LOCK_MS, Lockout } from "./lockout.ts";
import { hashPassword, isPassword } from "./password.ts";
import { mayCommand } from "./rights.ts";

const { access, clock, rows, regions, catalog, needs } = smallHouse();
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

test("what nobody has declared counts as sensitive", () => {
  expect(access.seesAlert(actor("device", "44"), anAlert("4401", { indicator: "gone" }))).toBe(false);
  expect(access.seesIncident(actor("device", "44"), anIncident("4401", { type: "gone" }), () => undefined)).toBe(false);
});

test("a display watches its own wall, an officer any wall, a unit none", () => {
  expect(access.seesWall(actor("device", "44", { wall: "main" }), "main")).toBe(true);
  expect(access.seesWall(actor("device", "44", { wall: "main" }), "live")).toBe(false);
  expect(access.seesWall(actor("officer", "4408"), "main")).toBe(true);
  expect(access.seesWall(actor("officer", "4408"), "nowhere")).toBe(false);
  expect(access.seesWall(actor("unit", "4408"), "main")).toBe(false);
});

test("a source sends samples and commands nothing; the three administrators and the display command nothing", () => {
  const open = (role: Role) => COMMAND_KINDS.filter((kind) => mayCommand({ role }, kind));
  for (const role of ["source", "device", "sysAdmin", "secAdmin", "auditor", "peer", "topicAdmin"] as const) expect([role, open(role)]).toEqual([role, []]);
  expect(open("commander")).not.toContain("task.accept");
  expect(open("unit").toSorted((a, b) => a.localeCompare(b))).toEqual(["incident.report", "task.accept", "task.arrive", "task.difficulty", "task.finish", "task.report", "task.return"]);
});

test("every command of the model opens for somebody, and an unknown one for nobody", () => {
  for (const kind of COMMAND_KINDS) expect([kind, ROLES.some((role) => mayCommand({ role }, kind))]).toEqual([kind, true]);
  for (const kind of ["toString", "__proto__", "incident.explode"]) expect(ROLES.some((role) => mayCommand({ role }, kind))).toBe(false);
});

test("a session lives in the store under a hash, survives a restart, and dies at its end", async () => {
  const { token, actor: signedIn } = await access.login("commander@44", "guanlan-demo");
  expect(rows.has(token)).toBe(false);
  expect(await access.byCookie(token)).toEqual(signedIn);
  const restarted = createAccess({ ...catalog, walls: needs.walls.all(), store: storeOf(rows), clock, ids: needs.ids, profile: "demo", secret: "test", accounts: null });
  expect(await restarted.byCookie(token)).toEqual(signedIn);
  const otherSecret = createAccess({ ...catalog, walls: needs.walls.all(), store: storeOf(rows), clock, ids: needs.ids, profile: "demo", secret: "other", accounts: null });
  expect(await otherSecret.byCookie(token)).toBeNull();
  clock.advance(12 * 3_600_000);
  expect(await restarted.byCookie(token)).toBeNull();
  expect(await access.isLiving(signedIn)).toBe(false);
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
  await expect(production.login("commander@44", "guanlan-demo")).rejects.toMatchObject({ code: "bad_credentials" });
});

test("production reads its accounts from a file with hashed passwords, and refuses clear ones by name", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "guanlan-")), "accounts.json");
  const open = () => createAccess({ ...catalog, walls: [], store: storeOf(new Map()), clock, ids: needs.ids, profile: "production", secret: "s", accounts: file });
  writeFileSync(file, JSON.stringify([{ account: "值班长·陈", role: "chief", region: "4408", password: await hashPassword("correct horse") }]));
  expect((await open().login("值班长·陈", "correct horse")).actor).toMatchObject({ role: "chief", region: "4408" });
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
