import { systemClock } from "../../../model/clock.ts";
import { answer, keep, kindOf, type Around, type Silence } from "./keeper.ts";
import type { KeepWords } from "./shelves.ts";

/** The few things of a service worker's world that are needed; the pages' own library of types does not know it. */
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown; waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: "fetch", listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void; waitUntil(work: Promise<unknown>): void }) => void): void;
}
const worker = globalThis as unknown as Worker;
const silence: Silence = { until: 0 };
const around = (event: { waitUntil(work: Promise<unknown>): void }): Around => ({
  origin: worker.location.origin, caches, fetch: (request, init) => fetch(request, init), afterwards: (work) => event.waitUntil(work),
  now: () => systemClock.monotonic(), silence,
});

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const kind = kindOf(event.request, worker.location.origin);
  if (kind !== null) event.respondWith(answer(event.request, kind, around(event)));
});
worker.addEventListener("message", (event) => event.waitUntil(keep(event.data as KeepWords, around(event))));
