import { io, type Socket } from "socket.io-client";
import type { Clock } from "../../model/ports.ts";
import type { ClientEvents, ServerEvents, WatchAnswer } from "../../model/wire/events.ts";
import type { OpenWire } from "./wire.ts";

const ANSWER_MS = 5_000;
/** After the server itself hung up, socket.io does not come back; we do, spread over this span so that walls do not come all at once. */
const RETURN_MS = [1_000, 4_000] as const;

/**
 * A wire over socket.io: websocket only, no recovery by the library, nothing emitted while disconnected.
 * @param auth a token for programs without a session cookie; `display` says which glass this is, `main/2`
 * @param jitter 0…1, spreads reconnects
 */
export const socketWire =
  (clock: Clock, jitter: () => number, auth?: { readonly token?: string; readonly display?: string }): OpenWire =>
  (listener) => {
    const socket: Socket<ServerEvents, ClientEvents> = io({
      path: "/live",
      transports: ["websocket"],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      randomizationFactor: 0.5,
      timeout: ANSWER_MS,
      ...(auth && { auth: { ...auth } }),
    });
    let closed = false;
    let farewell = "";
    const returnLater = () => {
      if (closed) return;
      clock.after(RETURN_MS[0] + jitter() * (RETURN_MS[1] - RETURN_MS[0]), () => {
        if (!closed && !socket.connected) socket.connect();
      });
    };
    socket.on("connect", () => {
      farewell = "";
      listener.up();
    });
    socket.on("disconnect", (reason) => {
      listener.down(farewell || reason);
      if (reason === "io server disconnect") returnLater();
    });
    socket.on("connect_error", (error) => {
      listener.down((error as { data?: { code?: string } }).data?.code ?? error.message);
      if (!socket.active) returnLater();
    });
    socket.on("bye", ({ reason }) => {
      farewell = reason;
    });
    socket.on("frame", (bytes) => listener.frame(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)));
    socket.on("beat", (beat) => listener.beat(beat));
    socket.on("pointer", (at) => listener.pointed(at));
    return {
      get connected() {
        return socket.connected;
      },
      watch: (what) =>
        new Promise((answer) => {
          if (!socket.connected) return answer(null);
          socket.timeout(ANSWER_MS).emit("watch", what, (error: Error | null, a: WatchAnswer) => answer(error ? null : a));
        }),
      unwatch(ids) {
        if (socket.connected) socket.emit("unwatch", { ids });
      },
      time: (askedAt) =>
        new Promise((answer) => {
          if (!socket.connected) return answer(null);
          socket.timeout(ANSWER_MS).emit("time", { t0: askedAt }, (error: Error | null, a: { t1: number }) => answer(error ? null : a.t1));
        }),
      point(at) {
        if (socket.connected) socket.volatile.emit("pointer", at);
      },
      close() {
        closed = true;
        socket.disconnect();
      },
    };
  };
