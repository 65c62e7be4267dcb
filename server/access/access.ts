import { timingSafeEqual } from "node:crypto";
import { may, type Actor } from "../../model/account.ts";
import type { AlertPost } from "../../model/alert-post.ts";
import type { Draft } from "../../model/journal.ts";
import type { Clock, Ids, Log, SessionRow, Stop, Store } from "../../model/ports.ts";
import { Problem } from "../../model/problem.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import { parseTime } from "../../model/time.ts";
import type { Unit } from "../../model/unit.ts";
import type { Wall } from "../../model/wall.ts";
import { readAccounts, type Account } from "./account.ts";
import { cookieSecret } from "./cookie.ts";
import { DEMO_PASSWORD, demoAccounts } from "./demo.ts";
import { FailedLogins } from "./failed-logins.ts";
import { Lockout } from "./lockout.ts";
import { hashPassword, isPassword } from "./password.ts";
import { mayCommand } from "./rights.ts";
import { Scope, wallsOf, type ScopeNeeds } from "./scope.ts";
import { DEVICE_SESSION_MS, PERSON_SESSION_MS, Sessions } from "./sessions.ts";

export interface AccessNeeds extends Omit<ScopeNeeds, "wall"> {
  readonly regions: RegionTree;
  units(region: string): readonly Unit[];
  unit(id: string): Unit | undefined;
  readonly walls: readonly Pick<Wall, "id" | "region">[];
  readonly store: Pick<Store, "putSession" | "session" | "dropSession">;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The display that a paired device's account stands for; undefined when it is none, or is paired no more. */
  device(account: string): { readonly region: string; readonly wall: string; readonly display: number; readonly pairedAt: string } | undefined;
  /** Writes into the journal of `live`. */
  audit(drafts: readonly Draft[]): Promise<unknown>;
  readonly profile: "demo" | "production";
  readonly secret: string;
  /** File of accounts; null = those of the demo. */
  readonly accounts: string | null;
}

/** A session as the browser gets it; `token` is the cookie's secret. */
export interface OpenedSession {
  readonly token: string;
  readonly actor: Actor;
  readonly expiresAt: number;
}

/** Accounts, sessions, tokens and scope: who is asking, and what they may see. */
export class Access {
  readonly scope: Scope;
  private readonly accounts: ReadonlyMap<string, Account>;
  private readonly sessions: Sessions;
  private readonly lockout = new Lockout();
  private readonly failures: FailedLogins;
  /** The last login under a name that is still being judged. */
  private readonly turns = new Map<string, Promise<void>>();
  private readonly needs: AccessNeeds;
  /** Compared with when there is no such account, so that a wrong name takes as long as a wrong password. */
  private readonly nobody = hashPassword("nobody");

  constructor(needs: AccessNeeds) {
    this.needs = needs;
    this.sessions = new Sessions(needs);
    this.failures = new FailedLogins({ clock: needs.clock, log: needs.log, root: needs.regions.row(0).code, audit: (drafts) => needs.audit(drafts) });
    this.scope = new Scope({ ...needs, site: (id) => needs.site(id), unit: (id) => needs.unit(id), indicator: (id) => needs.indicator(id),
      incidentType: (id) => needs.incidentType(id), wall: (id) => needs.walls.find((w) => w.id === id) });
    const list = needs.accounts !== null ? readAccounts(needs.accounts)
      : needs.profile === "demo" ? demoAccounts({ regions: needs.regions, units: (r) => needs.units(r), walls: needs.walls, tokenHash: (a) => this.sessions.hash(this.demoToken(a)) })
      : [];
    this.accounts = new Map(list.map((a) => [a.account, a]));
  }

  /**
   * Opens a session for a name and password; throws `bad_credentials`, or `locked` for 15 min after five failures. The
   * journal learns of both, and of the address that asked; of success before the session is given.
   */
  login(name: string, password: string, from: string): Promise<OpenedSession> {
    // One after the other: many guesses sent at once would all be judged before the first of them counts.
    const mine = (this.turns.get(name) ?? Promise.resolve()).then(() => this.judge(name, password, from));
    const over = mine.then(() => {}, () => {}).then(() => {
      if (this.turns.get(name) === over) this.turns.delete(name);
    });
    this.turns.set(name, over);
    return mine;
  }
  private async judge(name: string, password: string, from: string): Promise<OpenedSession> {
    const { clock, audit } = this.needs;
    const wait = this.lockout.lockedFor(name, clock.now());
    if (wait > 0) throw new Problem("locked", `Five logins to "${name}" have failed. Try again in ${Math.ceil(wait / 60)} min.`, { retryAfterS: wait });
    const account = this.accounts.get(name);
    const right = await isPassword(password, await (account?.password() ?? this.nobody));
    if (!account || !right) {
      this.failures.note(account, from, this.lockout.failed(name, clock.now()));
      throw new Problem("bad_credentials", "There is no account with that name and password. Check both; after five failures the account is locked for 15 min.");
    }
    this.lockout.succeeded(name);
    await audit([{ kind: "login.succeeded", actor: account.account, region: account.region, body: { role: account.role, from } }]);
    return this.open(account.account, account.role === "device" ? DEVICE_SESSION_MS : PERSON_SESSION_MS);
  }

  /** Opens a session for a paired device that has signed its challenge; a signature that is not its own counts as a failed login. */
  async loginDevice(account: string, isSigned: boolean, from: string): Promise<OpenedSession> {
    const region = this.needs.device(account)?.region;
    if (!isSigned || region === undefined) {
      this.failures.note(region === undefined ? undefined : { account, region }, from, false);
      throw new Problem("bad_credentials", "The signature is not that of a paired display over a living challenge. Ask for a new one with POST /api/v1/session/device/challenge, and sign it once.");
    }
    await this.needs.audit([{ kind: "login.succeeded", actor: account, region, body: { role: "device", from } }]);
    return this.open(account, DEVICE_SESSION_MS);
  }

  /** Begins to write failed logins into the journal; the undo writes the last of them. */
  start(): () => Promise<void> {
    return this.failures.start();
  }

  /** Ends a session; its sockets are told at once. */
  logout(session: string): Promise<void> {
    return this.sessions.end(session);
  }
  onRevoked(listener: (session: string) => void): Stop {
    return this.sessions.onEnded(listener);
  }

  async byCookie(token: string): Promise<Actor | null> {
    if (!/^[0-9a-f]{64}$/.test(token)) return null;
    const row = await this.sessions.living(this.sessions.hash(token));
    return row && this.holder(row);
  }

  async byBearer(token: string): Promise<Actor | null> {
    if (token.length < 16 || token.length > 512) return null;
    const hash = Buffer.from(this.sessions.hash(token), "hex");
    for (const { account, tokenHash } of this.accounts.values())
      if (tokenHash !== undefined && tokenHash.length === 64 && timingSafeEqual(Buffer.from(tokenHash, "hex"), hash)) return this.actor(account, `token:${account}`);
    return null;
  }

  /** The actor behind a socket's handshake: a token when given, else the cookie header. */
  async authenticate(handshake: { readonly cookie?: string; readonly token?: string }): Promise<Actor | null> {
    if (handshake.token !== undefined) return this.byBearer(handshake.token);
    const secret = cookieSecret(handshake.cookie);
    return secret === null ? null : this.byCookie(secret);
  }

  /** The same question for a living socket: false once the session has expired or been ended. */
  async isLiving(actor: Actor): Promise<boolean> {
    if (actor.session.startsWith("token:")) return this.accounts.has(actor.account);
    const row = await this.sessions.living(actor.session);
    if (!row || !this.holder(row)) return false;
    // Nobody signs a wall in again: its session lives for as long as its socket is there.
    if (actor.role === "device") await this.sessions.renew(actor.session, DEVICE_SESSION_MS);
    return true;
  }

  /** A display's session for a wall, keeping the walls that the same browser already shows (demo on loopback only). */
  pairDemo(wall: string, before: Actor | null): Promise<OpenedSession> {
    const walls = [...new Set([...(before?.role === "device" ? wallsOf(before) : []), wall])];
    return this.open(`device@${walls.join(",")}`, DEVICE_SESSION_MS);
  }

  /** A post that acknowledges alerts, and where it sits; undefined for any other account. */
  seat(account: string): { readonly region: string } | undefined {
    const found = this.accounts.get(account);
    return found && may(found, "acknowledge") ? { region: found.region } : undefined;
  }

  /** All posts that acknowledge alerts. */
  seats(): readonly AlertPost[] {
    return [...this.accounts.values()].filter((found) => may(found, "acknowledge")).map(({ account, role, region }) => ({ account, role, region }));
  }

  /** The demo's accounts with their password and token, or null outside the demo. */
  demo(): { account: string; password: string; role: Actor["role"]; region: string; unit?: string; token: string }[] | null {
    if (this.needs.profile !== "demo" || this.needs.accounts !== null) return null;
    return [...this.accounts.values()].map(({ account, role, region, unit }) => ({
      account, password: DEMO_PASSWORD, role, region, ...(unit === undefined ? {} : { unit }), token: this.demoToken(account),
    }));
  }

  seesPlace: Scope["seesPlace"] = (actor, place) => this.scope.seesPlace(actor, place);
  seesClass: Scope["seesClass"] = (actor, classOf) => this.scope.seesClass(actor, classOf);
  seesWall: Scope["seesWall"] = (actor, wall) => this.scope.seesWall(actor, wall);
  isDisplay: Scope["isDisplay"] = (actor, wall, n) => this.scope.isDisplay(actor, wall, n);
  seesAlert: Scope["seesAlert"] = (actor, alert) => this.scope.seesAlert(actor, alert);
  seesIncident: Scope["seesIncident"] = (actor, incident, tasks) => this.scope.seesIncident(actor, incident, tasks);
  seesTask: Scope["seesTask"] = (actor, task, incidents) => this.scope.seesTask(actor, task, incidents);
  mayWatch: Scope["refuses"] = (actor, channel) => this.scope.refuses(actor, channel);
  mayCommand = mayCommand;
  /** The complete chain is for the auditor and the commander of the whole platform. */
  readsJournal = (actor: Actor): boolean =>
    (actor.role === "auditor" || actor.role === "commander") && this.needs.regions.indexOf(actor.region) === 0;

  private async open(name: string, lifeMs: number): Promise<OpenedSession> {
    const { token, row } = await this.sessions.open(name, lifeMs);
    const actor = this.actor(name, row.id);
    if (!actor) throw new Problem("not_found", `There is no account "${name}".`);
    return { token, actor, expiresAt: row.expiresAt };
  }

  /** Whose session it is. A device that was unpaired is nobody from this second on, and what it held before does not come back when it is paired again. */
  private holder({ account, id, createdAt }: SessionRow): Actor | null {
    const device = this.needs.device(account);
    return device && createdAt < parseTime(device.pairedAt)! ? null : this.actor(account, id);
  }

  private actor(name: string, session: string): Actor | null {
    const device = this.needs.device(name);
    if (device) return { account: name, role: "device", region: device.region, session, wall: device.wall, walls: [device.wall], display: device.display };
    const account = this.accounts.get(name) ?? this.demoDevice(name);
    if (!account) return null;
    const { role, region, unit, walls } = account;
    return { account: account.account, role, region, session, ...(unit === undefined ? {} : { unit }), ...(walls?.[0] === undefined ? {} : { wall: walls[0], walls }) };
  }

  /** `device@main,live`: one browser that shows several walls of the demo. */
  private demoDevice(name: string): Pick<Account, "account" | "role" | "region" | "unit" | "walls"> | null {
    if (!name.startsWith("device@")) return null;
    const walls = name.slice("device@".length).split(",");
    const first = this.accounts.get(`device@${walls[0]}`);
    return first && walls.every((w) => this.accounts.get(`device@${w}`)?.role === "device") ? { ...first, account: name, walls } : null;
  }

  /** Stable over restarts, so that a demo's source need not ask again. */
  private demoToken(account: string): string {
    return this.sessions.hash(`demo token of ${account}`);
  }
}

export const createAccess = (needs: AccessNeeds): Access => new Access(needs);
