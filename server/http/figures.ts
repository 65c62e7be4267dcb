import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { may } from "../../model/account.ts";
import type { DisplayHealth } from "../../model/display.ts";
import { Problem } from "../../model/problem.ts";
import type { HttpNeeds, SampleReceipt } from "./needs.ts";
import { isLoopback } from "./origin.ts";
import { signedIn } from "./who.ts";

const DISPLAY_HELP = {
  state: "1 while a display is there, 0 while it is dark; absent before it has ever been there.",
  skew_ms: "How much later than stated it painted last, at worst since its word before.",
  fps: "Frames a second that it could paint.",
} as const;

/** What this process counts of itself, in Prometheus' words. */
export class Figures {
  readonly registry = new Registry();
  private readonly samples = new Counter({ name: "guanlan_samples_total", help: "Samples received by HTTP, by outcome.", labelNames: ["outcome"], registers: [this.registry] });
  private readonly problems = new Counter({ name: "guanlan_sample_problems_total", help: "Samples not accepted, by code (first 100 of a request).", labelNames: ["code"], registers: [this.registry] });
  private readonly answers = new Histogram({
    name: "guanlan_http_seconds", help: "Time to answer, by route and status.", labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.1, 0.3, 1, 5], registers: [this.registry],
  });
  private readonly gauges = new Map<string, Gauge>();

  private readonly displays = (["state", "skew_ms", "fps"] as const).map((name) => ({
    name, gauge: new Gauge({ name: `guanlan_display_${name}`, help: DISPLAY_HELP[name], labelNames: ["wall", "display"], registers: [this.registry] }),
  }));

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  seen(request: FastifyRequest, reply: FastifyReply): void {
    this.answers.observe({ method: request.method, route: request.routeOptions.url ?? "none", status: reply.statusCode }, reply.elapsedTime / 1000);
  }

  count({ accepted, duplicates, rejected, quarantined, problems }: SampleReceipt): void {
    this.samples.inc({ outcome: "accepted" }, accepted);
    this.samples.inc({ outcome: "duplicate" }, duplicates);
    this.samples.inc({ outcome: "rejected" }, rejected);
    this.samples.inc({ outcome: "quarantined" }, quarantined);
    for (const { code } of problems) this.problems.inc({ code });
  }

  /** How each display is; what it has not told stands nowhere, and is not 0. */
  show(wall: string, displays: readonly DisplayHealth[]): void {
    for (const { n, state, skewMs, fps } of displays)
      for (const { name, gauge } of this.displays) {
        const value = name === "state" ? (state === "unknown" ? null : Number(state === "connected")) : state !== "connected" ? null : name === "fps" ? fps : skewMs;
        if (value === null) gauge.remove(wall, String(n));
        else gauge.set({ wall, display: String(n) }, value);
      }
  }

  /** Takes over figures with labels; a label is never taken back. */
  takeLabelled(figures: ReturnType<HttpNeeds["packs"]["figures"]>): void {
    for (const { name, help, labels, value } of figures) {
      let gauge = this.gauges.get(name);
      if (!gauge) this.gauges.set(name, (gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers: [this.registry] })));
      gauge.set(labels, value);
    }
  }

  /** Takes over the other rooms' counts, as they stand now. */
  take(counts: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(counts)) {
      let gauge = this.gauges.get(name);
      if (!gauge) this.gauges.set(name, (gauge = new Gauge({ name, help: name.replaceAll("_", " "), registers: [this.registry] })));
      gauge.set(value);
    }
  }
}

/** `/metrics`, for this machine or for a token that holds the right. */
export const figureRoutes = (board: Figures): FastifyPluginAsync<HttpNeeds> => async (app, needs) => {
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    if (!isLoopback(request.ip, request.headers) && !may(signedIn(request), "metrics"))
      throw new Problem("no_right", "The figures are for this machine and for accounts with the right \"metrics\".");
    board.take(needs.figures());
    board.takeLabelled(needs.packs.figures());
    for (const wall of needs.walls.all()) board.show(wall.id, needs.walls.displays(wall.id));
    return reply.type(board.registry.contentType).send(await board.registry.metrics());
  });
};
