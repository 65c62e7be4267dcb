import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor, Role } from "../../model/account.ts";
import { ManualClock } from "../../model/clock.ts";
import type { Entry } from "../../model/journal.ts";
import { MINUTE } from "../../model/time.ts";
import { fakeDevice } from "../../tests/fixtures/fake-device.ts";
import { smallHouse } from "../../tests/fixtures/small-house.ts";
import { createDevices } from "./index.ts";
import { MOST_CODES_PER_ADDRESS } from "./pairings.ts";

const as = (role: Role, region = "44"): Actor => ({ account: `${role}@${region}`, role, region, session: "s" });
function house() {
  const { needs, regions } = smallHouse();
  const clock = new ManualClock(1_000_000);
  const isWithin = (a: string, b: string): boolean => regions.isWithin(regions.indexOf(a), regions.indexOf(b));
  const open = () => createDevices({ walls: needs.walls.all(), isWithin, clock, ids: needs.ids });
  const devices = open();
  const chain: Entry[] = [];
  const send = (kind: string, data: unknown, actor = as("secAdmin")): unknown => {
    const { drafts, result } = devices.decide(actor, kind, data);
    for (const draft of drafts) chain.push({ ...draft, at: "2026-11-25T18:00:00.000+08:00" } as Entry);
    for (const entry of chain.slice(-drafts.length)) devices.apply(entry);
    return result;
  };
  const code = (of: { publicKey: string }, from = "10.0.0.1"): string => devices.ask(of.publicKey, from).code;
  return { devices, clock, send, code, chain, open };
}
const codeOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("a machine shows eight digits, and whoever may enters them with the glass it hangs at", () => {
  const { devices, send, code } = house();
  const machine = fakeDevice();
  expect(code(machine)).toMatch(/^\d{8}$/);
  expect(code(machine)).toBe(code(machine));
  const shown = code(machine);
  expect(send("admin.pair", { code: `${shown.slice(0, 4)} ${shown.slice(4)}`, wall: "main", display: 2 })).toEqual({ device: machine.id });
  expect(devices.at("main", 2)).toMatchObject({ id: machine.id, pairedBy: "secAdmin@44" });
  expect(devices.byAccount(`device:${machine.id}`)).toMatchObject({ wall: "main", display: 2, region: "44" });
  expect(codeOf(() => send("admin.pair", { code: shown, wall: "main", display: 3 }))).toBe("not_found");
});

test("a code ends after ten minutes, and the machine then shows another", () => {
  const { send, code, clock } = house();
  const machine = fakeDevice();
  const first = code(machine);
  clock.advance(10 * MINUTE);
  expect(codeOf(() => send("admin.pair", { code: first, wall: "main", display: 1 }))).toBe("not_found");
  expect(code(machine)).not.toBe(first);
});

test("one address holds so many codes and no more, and another address still gets one", () => {
  const { code, clock } = house();
  for (let i = 0; i < MOST_CODES_PER_ADDRESS; i++) code(fakeDevice());
  expect(codeOf(() => code(fakeDevice()))).toBe("too_many");
  expect(code(fakeDevice(), "10.0.0.2")).toMatch(/^\d{8}$/);
  clock.advance(10 * MINUTE);
  expect(code(fakeDevice())).toMatch(/^\d{8}$/);
});

test("only a P-256 key is taken", () => {
  const { code } = house();
  const ed = generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" }).toString("base64");
  const other = generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ format: "der", type: "spki" }).toString("base64");
  for (const publicKey of [ed, other, "", "AAAA", "not base64!", `${fakeDevice().publicKey}AAAA`]) expect([publicKey, codeOf(() => code({ publicKey }))]).toEqual([publicKey, "bad_request"]);
});

test("a glass has one machine and a machine one glass, until it is unpaired", () => {
  const { devices, send, code } = house();
  const [first, second] = [fakeDevice(), fakeDevice()];
  send("admin.pair", { code: code(first), wall: "main", display: 1 });
  expect(codeOf(() => send("admin.pair", { code: code(second), wall: "main", display: 1 }))).toBe("guard");
  expect(codeOf(() => code(first))).toBe("guard");
  send("admin.unpair", { device: first.id });
  expect(devices.byAccount(`device:${first.id}`)).toBeUndefined();
  send("admin.pair", { code: code(second), wall: "main", display: 1 });
  expect(devices.at("main", 1)?.id).toBe(second.id);
});

test("nobody but the security administrator pairs, and only within their own region", () => {
  const { send, code } = house();
  const data = { code: code(fakeDevice()), wall: "main", display: 1 };
  for (const role of ["commander", "sysAdmin", "auditor", "officer", "device", "topicAdmin"] as const) expect([role, codeOf(() => send("admin.pair", data, as(role)))]).toEqual([role, "no_right"]);
  expect(codeOf(() => send("admin.pair", data, as("secAdmin", "4401")))).toBe("not_found");
  expect(codeOf(() => send("admin.pair", { ...data, display: 9 }))).toBe("not_found");
});

test("a signature opens once, for its own origin, address and minute, and for nobody else's key", () => {
  const { devices, send, code, clock } = house();
  const [machine, thief] = [fakeDevice(), fakeDevice()];
  expect(codeOf(() => devices.challenge(machine.id, "a"))).toBe("not_found");
  send("admin.pair", { code: code(machine), wall: "main", display: 1 });
  const { id } = machine;
  const ask = () => devices.challenge(id, "a").challenge;
  const signature = machine.sign("https://wall", ask());
  const isSigned = (more: object = {}) => devices.isSigned({ id, signature, origin: "https://wall", from: "a", ...more });
  expect(isSigned({ origin: "https://evil" })).toBe(false);
  expect(isSigned({ from: "b" })).toBe(false);
  expect(isSigned({ signature: thief.sign("https://wall", ask()) })).toBe(false);
  for (const bad of ["", "AAAA", "!", signature.slice(4)]) expect(isSigned({ signature: bad })).toBe(false);
  expect([isSigned(), isSigned()]).toEqual([true, false]);
  const late = machine.sign("https://wall", ask());
  clock.advance(MINUTE);
  expect(isSigned({ signature: late })).toBe(false);
});

test("who asks for many challenges spoils none of another address", () => {
  const { devices, send, code } = house();
  const machine = fakeDevice();
  send("admin.pair", { code: code(machine), wall: "main", display: 1 });
  const { challenge } = devices.challenge(machine.id, "a");
  for (let i = 0; i < 50; i++) devices.challenge(machine.id, "b");
  expect(devices.isSigned({ id: machine.id, signature: machine.sign("o", challenge), origin: "o", from: "a" })).toBe(true);
});

test("the journal read again pairs the same machines", () => {
  const { send, code, chain, open } = house();
  const [kept, gone] = [fakeDevice(), fakeDevice()];
  send("admin.pair", { code: code(kept), wall: "main", display: 1 });
  send("admin.pair", { code: code(gone), wall: "main", display: 2 });
  send("admin.unpair", { device: gone.id });
  const again = open();
  for (const entry of chain) again.apply(entry);
  expect([...again.all()].map(({ id }) => id)).toEqual([kept.id]);
});
