import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Compile } from "typebox/compile";
import type { Actor } from "../../model/account.ts";
import { COMMAND_DATA, COMMAND_KINDS, CommandEnvelope } from "../../model/command.ts";
import { Problem } from "../../model/problem.ts";
import { parseTime } from "../../model/time.ts";
import { notFound } from "./answer.ts";
import type { HttpNeeds, SituationDoor } from "./needs.ts";
import { needsSession, signedIn } from "./who.ts";

const DATA = new Map(COMMAND_KINDS.map((kind) => [kind as string, Compile(COMMAND_DATA[kind])]));

/** POST /commands: the only way up. Shape, role and scope are judged here; the rest by the ledger of the situation. */
export const commandRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, needs) => {
  const { access } = needs;
  app.post("/commands", { schema: { tags: ["commands"], body: CommandEnvelope }, onRequest: needsSession }, async (request, reply) => {
    const actor = signedIn(request);
    const envelope = request.body;
    checkShape(envelope);
    if (!access.mayCommand(actor, envelope.kind))
      throw new Problem("no_right", `${actor.account} is ${actor.role}; that role does not send ${envelope.kind}. Ask somebody whose role does.`);
    const situation = needs.situation(envelope.situation ?? "live");
    if (!situation) throw notFound("situation", envelope.situation ?? "live");
    // A situation may be gone when its own command is sent again; the director of situations answers for it.
    if (!envelope.kind.startsWith("situation.")) checkScope(actor, situation, envelope.data as Readonly<Record<string, unknown>>);
    const { status, answer } = await needs.execute(actor, envelope);
    reply.code(status);
    return answer;
  });

  /** Everything that the data names must lie in the caller's subtree; what does not is not there. */
  function checkScope(actor: Actor, situation: SituationDoor, data: Readonly<Record<string, unknown>>): void {
    const named = (name: string): string | undefined => (typeof data[name] === "string" ? data[name] : undefined);
    // A look at another situation names objects of that one.
    const target = named("situation") === undefined ? situation : needs.situation(named("situation")!);
    if (!target) throw notFound("situation", named("situation")!);
    const task = (id: string) => target.task(id);
    const incident = (id: string) => target.incident(id);
    const checks: Readonly<Record<string, (id: string) => boolean>> = {
      region: (id) => needs.catalog.regions.indexOf(id) >= 0 && access.seesPlace(actor, id),
      wall: (id) => access.seesWall(actor, id),
      topic: (id) => needs.catalog.topic(id) !== undefined,
      alert: (id) => is(target.alert(id), (a) => access.seesAlert(actor, a)),
      incident: (id) => is(incident(id), (i) => access.seesIncident(actor, i, task)),
      task: (id) => is(task(id), (t) => access.seesTask(actor, t, incident)),
      unit: (id) => is(needs.catalog.unit(id), (u) => access.seesPlace(actor, u.region)),
      propose: (id) => needs.catalog.unit(id) !== undefined,
    };
    for (const [what, isThere] of Object.entries(checks)) {
      const id = named(what);
      if (id !== undefined && !isThere(id)) throw notFound(what === "propose" ? "unit" : what, id);
    }
  }
};

const is = <T>(found: T | undefined, sees: (found: T) => boolean): boolean => found !== undefined && sees(found);

function checkShape({ kind, notAfter, data }: CommandEnvelope): void {
  const schema = DATA.get(kind);
  if (!schema) throw new Problem("bad_request", `There is no command "${kind.slice(0, 64)}". Known are: ${COMMAND_KINDS.join(", ")}.`, { known: COMMAND_KINDS });
  if (!schema.Check(data)) {
    const [first] = schema.Errors(data);
    throw new Problem("bad_request", `data of ${kind}: ${first ? `${first.instancePath || "/"} ${first.message}` : "does not have the expected shape"}.`, { at: first?.instancePath ?? "" });
  }
  const times = { notAfter, ...data } as Readonly<Record<string, string | undefined>>;
  for (const name of ["notAfter", "deadline", "occurredAt", "at", "from", ...(kind === "situation.seek" || kind === "situation.start" ? ["to"] : [])])
    if (times[name] !== undefined && parseTime(times[name]) === null)
      throw new Problem("bad_time", `${name} is "${times[name].slice(0, 40)}"; expected RFC 3339 with offset, such as 2026-11-22T08:00:00+08:00.`);
}
