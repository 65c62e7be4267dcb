import type { Actor, Role } from "../../model/account.ts";
import type { AlarmLoad } from "../../model/alarm-load.ts";
import type { Alert } from "../../model/alert.ts";
import type { AlertGroup } from "../../model/alert-group.ts";
import type { AlertPost } from "../../model/alert-post.ts";
import type { Backup, Drill } from "../../model/backup.ts";
import type { BoundaryLevel } from "../../model/boundary.ts";
import type { CommandEnvelope } from "../../model/command.ts";
import type { Incident } from "../../model/incident.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { FeedInfo } from "../../model/feed.ts";
import type { LonLat } from "../../model/geodesy.ts";
import type { JournalState } from "../../model/journal-state.ts";
import type { Entry } from "../../model/journal.ts";
import type { PackFault } from "../../model/pack-fact.ts";
import type { Clock, Ids, Log } from "../../model/ports.ts";
import type { SampleProblem } from "../../model/problem.ts";
import type { Level } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Cell, Lineage, SeriesPoint, Site } from "../../model/sample.ts";
import type { SituationInfo } from "../../model/situation.ts";
import type { ResponseRecord } from "../../model/response.ts";
import type { Task } from "../../model/task.ts";
import type { IncidentType, Topic } from "../../model/topic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitPosition } from "../../model/unit-position.ts";
import type { Device } from "../../model/device.ts";
import type { DisplayHealth, DisplayReport } from "../../model/display.ts";
import type { Scene } from "../../model/scene.ts";
import type { StoreState } from "../../model/store-state.ts";
import type { Words } from "../../model/words.ts";
import type { Wall, WallState } from "../../model/wall.ts";

/** Everything that the HTTP door needs of the house; `server/doors.ts` hands it over. */
export interface HttpNeeds {
  readonly house: HouseRules;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly catalog: CatalogDoor;
  readonly access: AccessDoor;
  readonly samples: SampleDoor;
  readonly walls: WallDoor;
  readonly devices: DeviceDoor;
  readonly paper: PaperDoor;
  readonly search: SearchDoor;
  /** When and by whom a situation that no longer runs was stopped, and what it played. */
  ended(situation: string): { readonly at: string; readonly by: string; readonly feed: string } | undefined;
  /** The records that a drill can play. */
  feeds(): readonly FeedInfo[];
  /** `live` and at most four beside it, live first. */
  /** All versions of the scenes of a subtree, drafts too. */
  composed(region: string): readonly ComposedScene[];
  situations(): readonly SituationDoor[];
  situation(id: string): SituationDoor | undefined;
  /** What this very command was answered before; null when its id is new. @throws Problem id_reused */
  answered(actor: Actor, envelope: CommandEnvelope): Promise<{ readonly status: number; readonly answer: unknown } | null>;
  /**
   * Decides one command. The envelope and its data are already checked against the model's schemas, its kind against
   * the caller's role and its objects against the caller's subtree; transitions, guards, idempotency and `notAfter`
   * are the ledger's. Throws `Problem`.
   */
  execute(actor: Actor, envelope: CommandEnvelope): Promise<{ readonly status: number; readonly answer: unknown }>;
  /** Why the house cannot serve yet (or any more); empty = ready. */
  unready(): readonly string[];
  /** How the store is, what waits for it, and when it was last copied and a copy tried. */
  health(): HouseHealth;
  /** Counts of other rooms for `/metrics`, by Prometheus name (`guanlan_frames_sent_total` …). */
  figures(): Readonly<Record<string, number>>;
  readonly packs: PackDoor;
}

export interface HouseHealth {
  readonly store: StoreState;
  /** Why it takes nothing; null while it writes. */
  readonly why: string | null;
  /** What waits for it in memory. */
  readonly owed: number;
  readonly backup: Backup | null;
  readonly drill: Drill | null;
  /** How far live's chain is known to be whole. */
  readonly journal: JournalState;
}

/** Finds what has a name. */
export interface SearchDoor {
  find(query: string, limit: number, also: Iterable<Findable>, maySee: (found: Findable) => boolean): readonly (Findable & { readonly match: { readonly zh?: Stretch; readonly en?: Stretch } })[];
}
type Stretch = readonly [from: number, to: number];
export interface Findable {
  readonly kind: "region" | "indicator" | "site" | "incident" | "scene";
  readonly id: string;
  readonly title: Words;
  readonly region?: string;
  readonly weight: number;
}

/** How the code of topic packs fares. */
export interface PackDoor {
  states(): readonly { readonly topic: string; readonly state: "starting" | "running" | "ended"; readonly fault: PackFault | null; readonly since: number }[];
  /** Figures with labels of their own. */
  figures(): readonly { readonly name: string; readonly help: string; readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** The part of the configuration that the door obeys. */
export interface HouseRules {
  readonly profile: "demo" | "production";
  /** Where files and certificates of this installation live. */
  readonly dataDir: string;
  /** The built pages: `dist/wall`. */
  readonly pagesRoot: string;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Addresses of reverse proxies whose forwarding headers are believed; none by default. */
  readonly trustedProxies: readonly string[];
  /** Further origins (`https://wall.example`) that may use the door beside its own host. */
  readonly origins: readonly string[];
}

/** One situation, as much of it as may be read from outside. */
export interface SituationDoor {
  info(): SituationInfo;
  /** The situation's time, epoch ms. */
  simNow(): number;
  /** Epoch ms of the latest moment of which anything can be known: live takes samples of clocks that run a little ahead. */
  knownUntil(): number;
  tick(): number;
  /** Cells of `region`'s descendants at `level` (or its sites); as known at `asOf` (epoch ms) when given. */
  slice(indicator: string, region: string, level: Level | "site", asOf?: number): Promise<readonly Cell[]>;
  series(indicator: string, place: string, from: number, to: number, points: number, asOf?: number): Promise<readonly SeriesPoint[]>;
  lineage(indicator: string, place: string, at?: number): Promise<Lineage>;
  alerts(): Iterable<Alert>;
  alert(id: string): Alert | undefined;
  /** Ids of all alerts of a group. */
  alertsOfGroup(group: string): ReadonlySet<string>;
  /** Groups with an alert that is not closed, as whoever sees this region is told of them. */
  alertGroups(region: string): readonly AlertGroup[];
  alarmLoad(region: string): AlarmLoad;
  /** Ids of the alerts that have become an incident. */
  alertsOf(incident: string): readonly string[];
  incidents(): Iterable<Incident>;
  incident(id: string): Incident | undefined;
  /** Levels in force in and above a region, and the changes within it that wait for a second person. */
  responses(region: string): readonly ResponseRecord[];
  tasks(): Iterable<Task>;
  task(id: string): Task | undefined;
  /** Where a unit said that it is, or is computed to be. */
  positionOf(unit: Unit): UnitPosition | undefined;
  /** @throws Problem bad_request for a time that cannot be. */
  reportPosition(unit: string, point: readonly [number, number], observedAt: number): void;
  /** Whose chain it is (a replay reads that of `live`), its hash function, its head, and entries with seq > after in order. */
  journalOf(): string;
  journalHash(): "sm3" | "sha256";
  journalHead(): { readonly seq: number; readonly hash: string };
  /** The whole chain as canonical NDJSON; its first line names the hash function. */
  journalExport(): AsyncIterable<string>;
  journalEntries(after: number, limit: number): Promise<readonly Entry[]>;
}

export interface CatalogDoor {
  readonly regions: RegionTree;
  readonly sites: readonly Site[];
  site(id: string): Site | undefined;
  readonly topics: readonly Topic[];
  topic(id: string): Topic | undefined;
  indicator(id: string): Indicator | undefined;
  incidentType(id: string): (IncidentType & { readonly topic: string }) | undefined;
  units(region: string): readonly Unit[];
  unit(id: string): Unit | undefined;
  readonly unitKinds: readonly string[];
  readonly plans: readonly (Plan & { readonly topic: string })[];
  /** Where a region stands as one point: label point, or a town's seat; null where none is known. */
  point(code: string): LonLat | null;
  boundaries(level: BoundaryLevel, parent?: string): Promise<unknown>;
}

/** One version of a scene that somebody has composed. */
export interface ComposedScene {
  readonly scene: Scene;
  readonly version: number;
  readonly region: string;
  readonly savedBy: string;
  readonly savedAt: string;
  readonly published?: { readonly by: string; readonly at: string };
}
export type PublishedScene = Pick<ComposedScene, "scene" | "version">;
export interface WallDoor {
  all(): readonly Wall[];
  state(wall: string): WallState | undefined;
  displays(wall: string): readonly DisplayHealth[];
  /** The scenes that it can show, its own first. */
  scenes(wall: string): readonly string[];
  /** What people have published for it: the newest version of each. */
  published(wall: string): readonly PublishedScene[];
  /** A display says how it is, and which picture it has set up. */
  report(actor: Actor, wall: string, n: number, said: DisplayReport): void;
}

/** Machines that hang at a glass, and how they come in. */
export interface DeviceDoor {
  /** A code for a display that waits, until `expiresAt`. @throws Problem */
  ask(publicKey: string, from: string): { readonly code: string; readonly expiresAt: number };
  /** @throws Problem not_found while no such device is paired */
  challenge(id: string, from: string): { readonly challenge: string; readonly expiresAt: number };
  isSigned(signed: { readonly id: string; readonly signature: string; readonly origin: string; readonly from: string }): boolean;
  at(wall: string, display: number): Device | undefined;
}

export interface PaperDoor {
  /** The picture of a wall in sentences; null when a situation that it shows, or the one asked for, does not run. */
  twin(wall: Wall, actor: Actor, situation: string | undefined): Promise<{ readonly page: string; readonly text: string } | null>;
}

/** Who sends samples, and what they may speak of. */
export interface SampleSource {
  readonly id: string;
  readonly region: string;
  mayAbout(place: string): boolean;
}
export interface SampleReceipt {
  readonly received: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly quarantined: number;
  readonly problems: readonly { readonly index: number; readonly code: SampleProblem; readonly message: string }[];
}
/** Samples always go into `live`. With `durable` the receipt comes after the commit. */
export interface SampleDoor {
  accept(items: readonly unknown[], source: SampleSource, durable: boolean): Promise<SampleReceipt>;
  ndjson(chunks: AsyncIterable<Uint8Array>, source: SampleSource, durable: boolean): Promise<SampleReceipt>;
  csv(chunks: AsyncIterable<Uint8Array>, source: SampleSource, durable: boolean): Promise<SampleReceipt>;
  /** Samples kept aside for a person, with reasons; whatever shape ingest gives them. */
  quarantine(): readonly { readonly n: number; readonly place?: string; readonly source?: string }[];
}

/** A session as the browser gets it: `token` is the cookie's secret, never stored in clear. */
export interface OpenedSession {
  readonly token: string;
  readonly actor: Actor;
  readonly expiresAt: number;
}
export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
  readonly region: string;
  readonly unit?: string;
  readonly token?: string;
}
/** Who is asking, and what they may see. */
export interface AccessDoor {
  /** `from`: the address that asks, for the journal. */
  login(account: string, password: string, from: string): Promise<OpenedSession>;
  /** A session for a paired device that has signed; throws `bad_credentials`. */
  loginDevice(account: string, isSigned: boolean, from: string): Promise<OpenedSession>;
  /** Ends a session; its sockets end within seconds. */
  logout(session: string): Promise<void>;
  byCookie(token: string): Promise<Actor | null>;
  byBearer(token: string): Promise<Actor | null>;
  /** A display session for a wall on loopback in the demo profile; keeps the walls that `before` already showed. */
  pairDemo(wall: string, before: Actor | null): Promise<OpenedSession>;
  /** The demo's accounts, or null outside the demo profile. */
  demo(): readonly DemoAccount[] | null;
  /** True when a region or site lies in the caller's subtree. */
  seesPlace(actor: Actor, place: string): boolean;
  seesClass(actor: Actor, classOf: "open" | "internal" | "sensitive"): boolean;
  seesWall(actor: Actor, wall: string): boolean;
  /** May speak for that display of a wall. */
  isDisplay(actor: Actor, wall: string, n: number): boolean;
  seesAlert(actor: Actor, alert: Alert): boolean;
  seesIncident(actor: Actor, incident: Incident, tasks: (id: string) => Task | undefined): boolean;
  seesTask(actor: Actor, task: Task, incidents: (id: string) => Incident | undefined): boolean;
  /** All posts that acknowledge alerts. */
  seats(): readonly AlertPost[];
  /** May read the whole chain and unattributed quarantine: auditor or commander of the whole platform. */
  readsJournal(actor: Actor): boolean;
  /** True when the role holds the right that a command kind asks for. */
  mayCommand(actor: Actor, kind: string): boolean;
}
