import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Log } from "../../model/ports.ts";
import { Problem, type ProblemCode } from "../../model/problem.ts";

/** What could not be found reads the same whether it lies outside the caller's subtree or nowhere. */
export const notFound = (what: string, id: string): Problem =>
  new Problem("not_found", `There is no ${what} "${id.slice(0, 128)}" within your region. Check the ${what}'s id.`);

const badRequest = (message: string): Problem => new Problem("bad_request", message);

/** Fastify's own errors in the house's words. */
function translate(error: FastifyError, request: FastifyRequest): Problem | null {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new Problem("too_large", "The body is larger than this call takes (JSON 256 KB, images 8 MB). Send less, or stream samples as application/x-ndjson.");
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new Problem("unsupported_type", "This call does not take that Content-Type. Send application/json, or what the call's page in the specification names.");
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return new Problem("bad_json", "The body is not valid JSON. Nothing of it was taken; send it again whole.");
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return badRequest("The body is not as long as Content-Length says. Send it again whole.");
    case "ECONNRESET":
    case "ERR_STREAM_PREMATURE_CLOSE":
      return badRequest("The body ended before it was whole. What came before the end may have been taken; send it again.");
    default:
      if (error.validation) return unknownParameter(error, request) ?? badRequest(`${error.message}. Compare the call with /api/v1/openapi.json.`);
      if (error instanceof SyntaxError) return new Problem("bad_json", "The body is not valid JSON, or uses the key __proto__ or constructor. Nothing of it was taken.");
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return badRequest(error.message);
      return null;
  }
}

/** A parameter that the call does not take, by its name; null when something else is wrong. */
function unknownParameter({ validation, validationContext }: FastifyError, request: FastifyRequest): Problem | null {
  const name = validationContext === "querystring" ? validation?.find(({ keyword }) => keyword === "additionalProperties")?.params.additionalProperty : undefined;
  if (typeof name !== "string") return null;
  const { properties = {} } = (request.routeOptions.schema?.querystring ?? {}) as { readonly properties?: object };
  return new Problem("bad_request", `This call has no parameter "${name.slice(0, 80)}". Its parameters: ${Object.keys(properties).join(", ")}.`, { parameter: name.slice(0, 80) });
}

/** Answers every error as `{code, message, details?}`; what is not a Problem is logged and hidden. */
export const answerError =
  (log: Log) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const known = error instanceof Problem ? error : isProblemLike(error) ? new Problem(error.code, error.message, error.details) : translate(error as FastifyError, request);
    const problem = known ?? new Problem("failed", "The server failed at this call; the failure is logged. Try again, and tell the operator if it stays.");
    if (!known) log.error("A call failed", { method: request.method, route: request.routeOptions.url ?? request.url, error: String((error as Error)?.stack ?? error) });
    const wait = problem.details?.retryAfterS;
    if (problem.status === 429 || problem.status === 503) reply.header("retry-after", String(typeof wait === "number" ? Math.max(1, Math.ceil(wait)) : 1));
    reply.code(problem.status).type("application/json").send({ code: problem.code, message: problem.message, ...(problem.details ? { details: problem.details } : {}) });
  };

/** A Problem of another copy of the model (a bundle beside a test) is still a Problem. */
const isProblemLike = (error: unknown): error is { code: ProblemCode; message: string; details?: Record<string, unknown> } =>
  error instanceof Error && error.name === "Problem" && "code" in error;

/** What is not there and what may not be seen are answered alike. */
export const isSeen = <T>(found: T | undefined, sees: (found: T) => boolean): boolean => found !== undefined && sees(found);
