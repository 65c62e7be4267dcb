import { ContextProvider } from "@lit/context";
import { systemClock } from "../../model/clock.ts";
import { SECOND } from "../../model/time.ts";
import { queueContext } from "../kit/contexts.ts";
import { browserIds } from "../kit/ids.ts";
import { sendKept } from "../kit/picture.ts";
import { indexedShelf } from "../kit/queue-shelf.ts";
import { Queue } from "../kit/queue.ts";
import type { Page } from "./page.ts";

const ANSWER_MS = 8 * SECOND;
/** 8 MB over a poor line. */
const PHOTO_MS = 120 * SECOND;

/** Gives the page the facts that this device has noted, and sends them whenever the server is heard again. */
export function provideQueue({ link, session }: Page): void {
  const queue = new Queue({
    shelf: indexedShelf(), clock: systemClock, ids: browserIds, account: session.account,
    serverNow: () => link.serverNow(),
    upload: (picture) => sendKept(picture, AbortSignal.timeout(PHOTO_MS)),
    async post(body) {
      const response = await fetch("/api/v1/commands", { method: "POST", headers: { "content-type": "application/json" }, body, signal: AbortSignal.timeout(ANSWER_MS) });
      return { status: response.status, body: await response.json() };
    },
  });
  new ContextProvider(document.body, { context: queueContext, initialValue: queue });
  link.onState((state) => state === "live" && void queue.send());
  addEventListener("online", () => void queue.send());
}
