import type { RegionCode } from "./region.ts";

export const ROLES = ["commander", "chief", "officer", "unit", "topicAdmin", "sysAdmin", "secAdmin", "auditor", "device", "source", "peer"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  commander: { zh: "指挥长", en: "Commander" },
  chief: { zh: "值班长", en: "Duty chief" },
  officer: { zh: "值班员", en: "Duty officer" },
  unit: { zh: "处置单位", en: "Response unit" },
  topicAdmin: { zh: "专题管理员", en: "Topic administrator" },
  sysAdmin: { zh: "系统管理员", en: "System administrator" },
  secAdmin: { zh: "安全管理员", en: "Security administrator" },
  auditor: { zh: "审计员", en: "Auditor" },
  device: { zh: "大屏设备", en: "Display" },
  source: { zh: "接入源", en: "Source" },
  peer: { zh: "联邦节点", en: "Peer" },
};

/** What somebody may do anywhere in their region's subtree; guards on the object come on top. */
export const RIGHTS = [
  "read", "sample", "acknowledge", "report", "verify", "grade4", "grade3", "gradeAny",
  "dispatchOwn", "dispatchNext", "dispatchAny", "handle", "check", "close", "withdraw", "wall", "situation", "audit", "metrics", "devices", "compose", "publish",
  "respond", "respondAny", "second", "shelve", "shelveLong", "backup", "suspend", "supervise", "evaluate",
] as const;
export type Right = (typeof RIGHTS)[number];

const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  officer: ["read", "acknowledge", "shelve", "report", "verify", "grade4", "dispatchOwn", "check", "close", "withdraw", "wall", "situation"],
  chief: ["read", "acknowledge", "shelve", "shelveLong", "report", "verify", "grade4", "grade3", "dispatchOwn", "dispatchNext", "check", "close", "withdraw", "wall", "situation", "compose", "publish", "respond", "second", "suspend", "supervise", "evaluate"],
  commander: [
    "read", "acknowledge", "shelve", "shelveLong", "report", "verify", "grade4", "grade3", "gradeAny", "dispatchOwn", "dispatchNext", "dispatchAny",
    "check", "close", "withdraw", "wall", "situation", "publish", "respond", "respondAny", "second", "suspend", "supervise", "evaluate",
  ],
  unit: ["read", "report", "handle"],
  topicAdmin: ["read", "compose", "publish"],
  sysAdmin: ["metrics", "backup"],
  secAdmin: ["devices"],
  auditor: ["audit"],
  device: ["read"],
  source: ["sample"],
  peer: [],
};
export const rightsOf = (role: Role): readonly Right[] => RIGHTS_OF[role];

/** Who is asking, as resolved on the server. Accounts are posts and surnames, never persons. */
export interface Actor {
  readonly account: string;
  readonly role: Role;
  /** Root of the subtree that is visible and commandable. */
  readonly region: RegionCode;
  /** Id of the unit, for role unit. */
  readonly unit?: string;
  /** The wall a device shows. */
  readonly wall?: string;
  /** All walls of a device that shows more than one (a demo's browser with several windows). */
  readonly walls?: readonly string[];
  /** The one display of its wall that a paired device is. */
  readonly display?: number;
  /** Session or token id: two-person commands need two of them. */
  readonly session: string;
}
export const may = (actor: Pick<Actor, "role">, right: Right): boolean => RIGHTS_OF[actor.role].includes(right);
