import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Actor } from "../../model/account.ts";
import { commandData, isCommandKind } from "../../model/command-data.ts";
import { COMMAND_KINDS, CommandEnvelope, timesIn } from "../../model/command.ts";
import { Problem } from "../../model/problem.ts";
import { parseTime } from "../../model/time.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { signedIn } from "./who.ts";

/** POST /commands: the only way up. Shape, role and scope are judged here; the rest by the ledger of the situation. */
export const commandRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access } = needs;
  app.post("/commands", { schema: { tags: ["commands"], body: CommandEnvelope } }, async (request, reply) => {
    const actor = signedIn(request);
    const envelope = request.body;
    checkShape(envelope);
    // A repeat is answered as it was, whatever has become of the situation, the objects or the caller's rights since.
    const before = await needs.answered(actor, envelope);
    if (before) {
      reply.code(before.status);
      return before.answer;
    }
    if (!access.mayCommand(actor, envelope.kind))
      throw new Problem("no_right", `${actor.account} is ${actor.role}; that role does not send ${envelope.kind}. Ask somebody whose role does.`);
    const situation = needs.situation(envelope.situation ?? "live");
    if (!situation) throw notFound("situation", envelope.situation ?? "live");
    // A situation may be gone when its own command is sent again; the director of situations answers for it.
    if (!envelope.kind.startsWith("situation.")) checkScope(actor, situation, envelope.kind, envelope.data as Readonly<Record<string, unknown>>);
    const { status, answer } = await needs.execute(actor, envelope);
    reply.code(status);
    return answer;
  });

  /** Everything that the data names must lie in the caller's subtree; what does not is not there. */
  function checkScope(actor: Actor, situation: SituationDoor, kind: string, data: Readonly<Record<string, unknown>>): void {
    const named = (name: string): string | undefined => (typeof data[name] === "string" ? data[name] : undefined);
    // A look names objects of the situation that it goes to: the one it says, else the one that the wall shows.
    const other = named("situation") ?? (named("wall") === undefined ? undefined : needs.walls.state(named("wall")!)?.focus.situation);
    const target = other === undefined ? situation : needs.situation(other);
    if (!target) throw notFound("situation", other!);
    const task = (id: string) => target.task(id);
    const incident = (id: string) => target.incident(id);
    const checks: Readonly<Record<string, (id: string) => boolean>> = {
      // What is handed on goes to a neighbour as well; division codes are public.
      region: (id) => needs.catalog.regions.indexOf(id) >= 0 && (kind === "incident.transfer" || access.seesPlace(actor, id)),
      wall: (id) => access.seesWall(actor, id),
      topic: (id) => needs.catalog.topic(id) !== undefined,
      alert: (id) => is(target.alert(id), (a) => access.seesAlert(actor, a)),
      incident: (id) => is(incident(id), (i) => access.seesIncident(actor, i, task)),
      into: (id) => is(incident(id), (i) => access.seesIncident(actor, i, task)),
      task: (id) => is(task(id), (t) => access.seesTask(actor, t, incident)),
      unit: (id) => is(needs.catalog.unit(id), (u) => access.seesPlace(actor, u.region)),
      propose: (id) => needs.catalog.unit(id) !== undefined,
    };
    for (const [what, isThere] of Object.entries(checks)) {
      const id = named(what);
      if (id !== undefined && !isThere(id)) throw notFound(CALLED[what] ?? what, id);
    }
  }
};

/** Fields that are not called what they name. */
const CALLED: Readonly<Record<string, string>> = { propose: "unit", into: "incident" };
const is = <T>(found: T | undefined, sees: (found: T) => boolean): boolean => found !== undefined && sees(found);

function checkShape({ kind, notAfter, data }: CommandEnvelope): void {
  if (!isCommandKind(kind)) throw new Problem("bad_request", `There is no command "${kind.slice(0, 64)}". Known are: ${COMMAND_KINDS.join(", ")}.`, { known: COMMAND_KINDS });
  commandData(kind, data);
  const times = { notAfter, ...data } as Readonly<Record<string, string | undefined>>;
  for (const name of ["notAfter", ...timesIn(kind)])
    if (times[name] !== undefined && parseTime(times[name]) === null)
      throw new Problem("bad_time", `${name} is "${times[name].slice(0, 40)}"; expected RFC 3339 with offset, such as 2026-11-22T08:00:00+08:00.`);
}
