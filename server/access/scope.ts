import { may, type Actor } from "../../model/account.ts";
import type { Alert } from "../../model/alert.ts";
import type { Incident } from "../../model/incident.ts";
import type { Indicator } from "../../model/indicator.ts";
import { LEVELS, type RegionCode } from "../../model/region.ts";
import type { RegionTree } from "../../model/region-tree.ts";
import type { Site } from "../../model/sample.ts";
import type { Task } from "../../model/task.ts";
import type { Unit } from "../../model/unit.ts";
import type { Class } from "../../model/words.ts";
import type { Channel } from "../../model/wire/channel.ts";

export interface ScopeNeeds {
  readonly regions: RegionTree;
  site(id: string): Site | undefined;
  indicator(id: string): Pick<Indicator, "class"> | undefined;
  unit(id: string): Pick<Unit, "region"> | undefined;
  incidentType(id: string): { readonly class: Class } | undefined;
  wall(id: string): { readonly region: RegionCode } | undefined;
}

/** What a caller may see. Scope comes from the account alone; a request can only narrow it. */
export class Scope {
  private readonly needs: ScopeNeeds;
  constructor(needs: ScopeNeeds) {
    this.needs = needs;
  }

  seesPlace(actor: Pick<Actor, "region">, place: string): boolean {
    const { regions, site } = this.needs;
    const root = regions.indexOf(actor.region);
    const index = regions.indexOf(place);
    const at = index >= 0 ? index : regions.indexOf(site(place)?.region ?? "");
    return root >= 0 && at >= 0 && regions.isWithin(at, root);
  }

  seesClass(actor: Pick<Actor, "role">, classOf: Class): boolean {
    return actor.role !== "device" || classOf !== "sensitive";
  }

  /** A display sees its own walls; people see those of their subtree that they may direct, or hang displays at. */
  seesWall(actor: Actor, wall: string): boolean {
    const found = this.needs.wall(wall);
    if (!found) return false;
    return actor.role === "device" ? wallsOf(actor).includes(wall) : (may(actor, "wall") || may(actor, "devices")) && this.seesPlace(actor, found.region);
  }

  /** True when the actor may speak for that display: a paired device for its own alone. */
  isDisplay(actor: Actor, wall: string, n: number): boolean {
    return this.seesWall(actor, wall) && (actor.display === undefined || actor.display === n);
  }

  seesAlert(actor: Actor, alert: Alert): boolean {
    const indicator = this.needs.indicator(alert.indicator);
    return this.seesPlace(actor, alert.place) && this.seesClass(actor, indicator?.class ?? "sensitive");
  }

  /** A task belongs to whoever it was sent to, to the region of its incident, and to those who got a copy. */
  seesTask(actor: Actor, task: Task, incidents: (id: string) => Incident | undefined): boolean {
    const incident = incidents(task.incident);
    if (!this.seesClass(actor, this.classOf(incident))) return false;
    if (actor.role === "unit") return task.unit === actor.unit;
    return this.isSentTo(actor, task) || (incident !== undefined && this.seesPlace(actor, incident.region));
  }

  /** An incident is seen by its region, and by those whom one of its tasks concerns. */
  seesIncident(actor: Actor, incident: Incident, tasks: (id: string) => Task | undefined): boolean {
    if (!this.seesClass(actor, this.classOf(incident))) return false;
    if (this.seesPlace(actor, incident.region)) return true;
    return incident.tasks.some((id) => {
      const task = tasks(id);
      if (!task) return false;
      return actor.role === "unit" ? task.unit === actor.unit : this.isSentTo(actor, task);
    });
  }

  /** Null when the channel may be watched, else `not_found`, `no_right`, or `bad_request` for a slice of a level above its region. */
  refuses(actor: Actor, channel: Channel): string | null {
    if (!may(actor, "read")) return "no_right";
    switch (channel.kind) {
      case "slice":
      case "usual":
      case "series": {
        const indicator = this.needs.indicator(channel.indicator);
        const place = channel.kind === "slice" ? channel.region : channel.place;
        const seen = indicator !== undefined && this.seesClass(actor, indicator.class) && this.seesPlace(actor, place);
        if (!seen || (channel.kind === "slice" && this.needs.regions.indexOf(place) < 0)) return "not_found";
        if (channel.kind === "slice" && channel.level !== "site" && LEVELS.indexOf(channel.level) < LEVELS.indexOf(this.needs.regions.row(this.needs.regions.indexOf(place)).level)) return "bad_request";
        const site = this.needs.site(place);
        return site && !this.seesClass(actor, site.class) ? "not_found" : null;
      }
      case "wall":
        return this.seesWall(actor, channel.wall) ? null : "not_found";
      case "hazard":
        return null;
      // How much is asked of people concerns people.
      case "alarmLoad":
        if (actor.role === "device") return "no_right";
        return this.seesRegion(actor, channel.region) ? null : "not_found";
      default:
        return this.seesRegion(actor, channel.region) ? null : "not_found";
    }
  }

  private seesRegion(actor: Actor, region: RegionCode): boolean {
    return this.needs.regions.indexOf(region) >= 0 && this.seesPlace(actor, region);
  }

  private isSentTo(actor: Actor, task: Task): boolean {
    const region = this.needs.unit(task.unit)?.region;
    return (region !== undefined && this.seesPlace(actor, region)) || task.copied.some((code) => this.seesPlace(actor, code));
  }

  /** An incident whose type is unknown is treated as the most private. */
  private classOf(incident: Incident | undefined): Class {
    return (incident && this.needs.incidentType(incident.type)?.class) ?? "sensitive";
  }
}

export const wallsOf = (actor: Pick<Actor, "wall" | "walls">): readonly string[] => actor.walls ?? (actor.wall === undefined ? [] : [actor.wall]);
