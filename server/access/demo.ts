import type { Role } from "../../model/account.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Unit } from "../../model/unit.ts";
import type { Wall } from "../../model/wall.ts";
import type { Account } from "./account.ts";
import { hashPassword } from "./password.ts";

/** One password for the whole demo: it is public, and production refuses to boot with it. */
export const DEMO_PASSWORD = "guanlan-demo";

/** The demo plays down one branch of the storm's coast: 湛江 → 雷州 → 乌石镇 → 乌石村. */
const PROVINCE = "44";
const CITY = "4408";
const COUNTY = "440882";
const TOWN = "440882115";
const VILLAGE = "440882115212";

const ROWS: readonly (readonly [role: Role, region: string])[] = [
  ["commander", PROVINCE], ["chief", PROVINCE], ["officer", PROVINCE],
  ["chief", CITY], ["officer", CITY],
  ["chief", COUNTY], ["officer", COUNTY],
  ["chief", TOWN], ["officer", TOWN],
  ["topicAdmin", PROVINCE], ["sysAdmin", PROVINCE], ["secAdmin", PROVINCE], ["auditor", PROVINCE],
  ["source", PROVINCE], ["source", CITY], ["peer", CITY],
];

/** Demo accounts: one of each role at least, and one branch from the province to a village on which the loop can be played. */
export function demoAccounts(needs: {
  readonly regions: RegionTree;
  units(region: string): readonly Unit[];
  readonly walls: readonly Pick<Wall, "id" | "region">[];
  tokenHash(account: string): string;
}): Account[] {
  let made: Promise<string> | undefined;
  const password = (): Promise<string> => (made ??= hashPassword(DEMO_PASSWORD));
  const account = (role: Role, region: string, more: { unit?: string; walls?: readonly string[] } = {}): Account => {
    const name = `${role}@${more.walls?.join(",") ?? region}`;
    return { account: name, role, region, password, tokenHash: needs.tokenHash(name), ...more };
  };
  const accounts = ROWS.filter(([, region]) => needs.regions.indexOf(region) >= 0).map(([role, region]) => account(role, region));
  for (const region of [CITY, COUNTY, TOWN, VILLAGE]) {
    const unit = needs.units(region)[0];
    if (unit) accounts.push(account("unit", region, { unit: unit.id }));
  }
  for (const wall of needs.walls) accounts.push(account("device", wall.region, { walls: [wall.id] }));
  return accounts;
}
