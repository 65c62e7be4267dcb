import { readFileSync } from "node:fs";
import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import fastify, { type FastifyInstance } from "fastify";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import { Problem } from "../../model/problem.ts";
import { repeatedKeys } from "../../model/repeated-keys.ts";
import { alertRoutes } from "./alerts.ts";
import { answerError } from "./answer.ts";
import { commandRoutes } from "./commands.ts";
import { deviceRoutes } from "./devices.ts";
import { dictionaryRoutes } from "./dictionary.ts";
import { Figures, figureRoutes } from "./figures.ts";
import { fileRoutes } from "./files.ts";
import { securityHeaders } from "./headers.ts";
import { health } from "./health.ts";
import { incidentRoutes } from "./incidents.ts";
import { journalRoutes } from "./journal.ts";
import type { HttpNeeds } from "./needs.ts";
import { pages } from "./pages.ts";
import { HEADERS_MS, SILENCE_MS, loseNoPatience } from "./patience.ts";
import { regionRoutes } from "./regions.ts";
import { responseRoutes } from "./responses.ts";
import { searchRoutes } from "./search.ts";
import { sampleRoutes } from "./samples.ts";
import { sessionRoutes } from "./session.ts";
import { taskRoutes } from "./tasks.ts";
import { unitRoutes } from "./units.ts";
import { textOf } from "./utf8.ts";
import { valueRoutes } from "./values.ts";
import { askWho, needsSession } from "./who.ts";
import { worldRoutes } from "./world.ts";

const PREFIX = "/api/v1";

/** The HTTP door (CONTRACT §1–5, §8), ready to `listen`; its `server` also carries the sockets. */
export async function createHttp(needs: HttpNeeds): Promise<FastifyInstance> {
  const { house, log, clock } = needs;
  const options = {
    logger: false,
    bodyLimit: 256 * 1024,
    connectionTimeout: SILENCE_MS,
    trustProxy: house.trustedProxies.length > 0 ? [...house.trustedProxies] : false,
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: answerError(log),
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
  } as const;
  // Slow headers are cut by Node itself, which looks every two seconds.
  const listener = { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 2_000, requestTimeout: 0 };
  const app = (house.tls
    ? fastify({ ...options, https: { ...listener, cert: readFileSync(house.tls.cert), key: readFileSync(house.tls.key) } })
    : fastify({ ...options, http: listener })) as unknown as FastifyInstance;

  app.setErrorHandler(answerError(log));
  // Answers are written as they are: a serializer made from a schema would turn null into 0.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    let text: string;
    try {
      text = textOf(body as Buffer);
    } catch (error) {
      return done(error as Problem);
    }
    void parseJson(request, text, (error, value) => {
      const [twice] = error ? [] : repeatedKeys(text);
      // JSON.parse takes the last and says nothing; which was meant, nobody can know.
      done(twice ? new Problem("bad_request", `The body names "${twice.key.slice(0, 64)}" twice${twice.path.length > 0 ? ` in ${twice.path.join(".")}` : ""}; which was meant cannot be known. Send it once.`) : error, value);
    });
  });

  const board = new Figures();
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "观澜 Guanlan", version: "1", description: "Situation wall for provincial governance. Every call is scoped to the caller's region subtree." },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "guanlan" }, token: { type: "http", scheme: "bearer" } } },
      security: [{ session: [] }, { token: [] }],
    },
  });
  securityHeaders(app, house.tls !== null);
  // Nothing is unpacked here: 97 KB of gzip can be 100 MB (RELIABILITY D10), and packed bytes are no JSON.
  app.addHook("onRequest", async ({ headers }) => {
    const coding = headers["content-encoding"] ?? "identity";
    if (coding !== "identity") throw new Problem("unsupported_type", `The body is packed as "${coding.slice(0, 40)}"; send it unpacked.`);
  });
  loseNoPatience(app, clock, house.trustedProxies);
  askWho(app, needs);
  app.addHook("onResponse", async (request, reply) => board.seen(request, reply));

  await app.register(health, needs);
  await app.register(figureRoutes(board), needs);
  await app.register(
    async (api) => {
      api.addHook("onRequest", needsSession);
      const typed = api.withTypeProvider<TypeBoxTypeProvider>();
      for (const routes of [sessionRoutes, deviceRoutes, regionRoutes, dictionaryRoutes, searchRoutes, valueRoutes, alertRoutes, responseRoutes, incidentRoutes, taskRoutes, unitRoutes, worldRoutes, journalRoutes, commandRoutes, fileRoutes]) await typed.register(routes, needs);
      await typed.register(sampleRoutes((receipt) => board.count(receipt)), needs);
      api.get("/openapi.json", { schema: { hide: true }, config: { open: true } }, async () => app.swagger());
    },
    { prefix: PREFIX },
  );
  await app.register(pages, needs);
  return app;
}
