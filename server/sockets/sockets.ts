import { Server as SocketServer, type Socket as AnySocket } from "socket.io";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { Value } from "typebox/value";
import { may, type Actor } from "../../model/account.ts";
import type { Stop } from "../../model/ports.ts";
import { Channel } from "../../model/wire/channel.ts";
import { BEAT_MS, SNAPSHOTS_PER_ANSWER, type ClientEvents, type ServerEvents, type WatchAnswer, type WatchedChannel } from "../../model/wire/events.ts";
import { MOST_CHANNELS } from "../../model/wire/most-channels.ts";
import { MOST_BYTES_BEHIND, MOST_FRAMES_BEHIND, measure, withoutFrames, type Waiting } from "./backlog.ts";
import { Channels } from "./channels.ts";
import { displayNamed, type NamedDisplay } from "./display-named.ts";
import type { SocketNeeds } from "./needs.ts";

interface SocketData {
  actor: Actor;
  /** The glass that it says it is; null for a page that is none. */
  display: NamedDisplay | null;
  /** Its queue was dropped; it gets snapshots when its transport can write again. */
  behind: boolean;
  /** Watch calls since the last beat. */
  asked: number;
}
type Socket = AnySocket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

const MOST_MESSAGE_BYTES = 64 * 1024;
const MOST_ASKED_PER_BEAT = 100;
/** How often living sessions are asked for again, and lagging displays looked at. */
const RECHECK_MS = 1_000;
const CATCH_UP_MS = 100;
/** Time for the last word to leave before the line is cut. */
const GOODBYE_MS = 100;

/** A watch before its channels have been looked at: each of them is judged for itself. */
const watchShape = Compile(Type.Object({ situation: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })), channels: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_CHANNELS }) }, { additionalProperties: false }));
const channelShape = Compile(Channel);
const unwatchShape = Compile(Type.Object({ ids: Type.Array(Type.Integer(), { maxItems: MOST_CHANNELS }) }, { additionalProperties: false }));
const pointerShape = Compile(Type.Object({ wall: Type.String({ minLength: 1, maxLength: 128 }), x: Type.Number({ minimum: -180, maximum: 180 }), y: Type.Number({ minimum: -90, maximum: 90 }) }, { additionalProperties: false }));
const timeShape = Compile(Type.Object({ t0: Type.Number() }, { additionalProperties: false }));

export interface Sockets {
  /** Says `bye` with a reason to everybody and closes. */
  close(reason: string): Promise<void>;
  /** Counts for `/metrics`. */
  figures(): Readonly<Record<string, number>>;
}

/** The socket of CONTRACT §7: frames down, once a room; no command travels up. */
export function createSockets(needs: SocketNeeds): Sockets {
  const { clock, log } = needs;
  const io = new SocketServer<ClientEvents, ServerEvents, Record<string, never>, SocketData>(needs.server, {
    path: "/live",
    transports: ["websocket"],
    allowUpgrades: false,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MOST_MESSAGE_BYTES,
    connectTimeout: 5_000,
    pingInterval: 5_000,
    pingTimeout: 8_000,
    // Missing or foreign: a page of another site must not ride on the cookie (CSWSH); `cors` would not stop it.
    allowRequest: (request, answer) => answer(null, needs.mayConnect(request)),
  });
  const counts = { frames: 0, bytes: 0, dropped: 0, refused: 0 };
  const channels = new Channels((id, bytes) => send(id, bytes));
  const lagging = new Set<Socket>();

  io.use((socket, next) => {
    const { token, display: said } = socket.handshake.auth as { token?: unknown; display?: unknown };
    const { cookie } = socket.handshake.headers;
    needs.authenticate({ ...(cookie === undefined ? {} : { cookie }), ...(typeof token === "string" ? { token } : {}) }).then(
      (actor) => {
        if (!actor) return next(refusal("no_session", "There is no living session. Sign in, or give auth.token."));
        if (!may(actor, "read")) return next(refusal("no_right", `${actor.account} is ${actor.role}, which reads nothing here.`));
        const display = displayNamed(said);
        if (said !== undefined && !display) return next(refusal("bad_request", `auth.display is ${JSON.stringify(said)?.slice(0, 80)}; expected a wall and the number of one of its displays, like "main/2". Leave it out when the page is no display.`));
        if (display && !needs.isDisplay(actor, display.wall, display.n))
          return next(refusal("not_found", `There is no display "${display.wall}/${display.n}" for ${actor.account}. GET /walls lists the walls that it sees and their displays; leave auth.display out when the page is no display.`));
        Object.assign(socket.data, { actor, display, behind: false, asked: 0 } satisfies SocketData);
        next();
      },
      (error: unknown) => {
        log.error("A socket could not be authenticated", { error: String(error) });
        next(refusal("failed", "The server could not check the session. Try again."));
      },
    );
  });

  io.on("connection", (socket) => {
    // At once: without the situations' clocks a page cannot say what time it shows.
    socket.emit("beat", { at: clock.now(), heads: {}, situations: needs.infos(), build: needs.build, house: needs.state() });
    const { display } = socket.data;
    const leaveDisplay = display ? needs.enterDisplay(socket.data.actor, display.wall, display.n) : () => {};
    socket.on("watch", (asked: unknown, answer: unknown) => {
      const following: Uint8Array[] = [];
      guarded(answer, () => watch(socket, asked, following), () => following.forEach((snapshot) => socket.emit("frame", snapshot)));
    });
    socket.on("unwatch", (asked: unknown, answer?: unknown) => guarded(answer, () => unwatch(socket, asked)));
    socket.on("time", (asked: unknown, answer: unknown) => guarded(answer, () => (timeShape.Check(asked) ? { t0: asked.t0, t1: clock.now() } : malformed("time {t0: number}"))));
    // Volatile both ways: a pointer that is late points at the wrong place.
    socket.on("pointer", (at: unknown) => {
      if (pointerShape.Check(at) && needs.holdsWall(socket.data.actor, at.wall)) io.to(wallRoom(at.wall)).volatile.emit("pointer", at);
    });
    socket.on("disconnect", () => {
      leaveDisplay();
      lagging.delete(socket);
      channels.leaveAll(socket.id);
    });
  });

  /** Answers, whatever comes in; a caller that wants no answer gets none. */
  function guarded(answer: unknown, work: () => unknown, afterwards = (): void => {}): void {
    void Promise.resolve()
      .then(work)
      .catch((error: unknown) => {
        log.error("A socket's message failed", { error: String((error as Error)?.stack ?? error) });
        return { ok: false, code: "failed", message: "The server failed at this message.", channels: [] };
      })
      .then((result) => {
        if (typeof answer === "function") (answer as (result: unknown) => void)(result);
        afterwards();
      });
  }

  /** `following` receives the snapshots that find no room in the answer. */
  async function watch(socket: Socket, asked: unknown, following: Uint8Array[]): Promise<WatchAnswer> {
    if (!watchShape.Check(asked) || !asked.channels.some((channel) => channelShape.Check(channel))) return malformed("watch {situation?, channels: 1 to 100 of the kinds in the specification}");
    if (++socket.data.asked > MOST_ASKED_PER_BEAT) return { ok: false, code: "too_many", message: `More than ${MOST_ASKED_PER_BEAT} calls in ${BEAT_MS} ms. Watch several channels in one call.`, channels: [] };
    const { actor } = socket.data;
    const situation = asked.situation ?? "live";
    const house = needs.house(situation, actor);
    // It may end while a channel of it is being opened.
    const runs = () => needs.house(situation, actor) === house;
    const isThere = () => socket.connected && runs();
    const opened = await Promise.all(asked.channels.map(async (channel) => {
      // One that is malformed takes no other with it: a display loses a panel, not all of them.
      if (!channelShape.Check(channel)) return "bad_request";
      const code = house ? needs.mayWatch(actor, channel) : "not_found";
      if (code !== null || !house) return code ?? "not_found";
      // One channel that cannot be read takes no other with it.
      const failed = (error: unknown) => {
        log.error("A channel could not be opened", { situation, channel, error: String((error as Error)?.stack ?? error) });
        return "failed";
      };
      return (await channels.enter(socket.id, situation, house, channel, unitOf(actor), MOST_CHANNELS, isThere).catch(failed)) ?? (runs() ? "too_many" : "not_found");
    }));
    // From here in one turn, so that no frame falls between a snapshot and the first delta after it.
    let riding = 0;
    const answered = (asked.channels as Channel[]).map((channel, i): WatchedChannel => {
      const given = opened[i]!;
      if (typeof given === "string") return { channel, code: given, ...(given === "bad_request" && { message: wrongIn(channel, i) }) };
      const { id, epoch } = given;
      const { seq, snapshot } = channels.now(given);
      if (!socket.data.behind) void socket.join(roomOf(id));
      if (channel.kind === "wall") void socket.join(wallRoom(channel.wall));
      if (riding++ < SNAPSHOTS_PER_ANSWER) return { id, channel, epoch, seq, snapshot };
      following.push(snapshot);
      return { id, channel, epoch, seq };
    });
    return { ok: true, channels: answered };
  }

  function unwatch(socket: Socket, asked: unknown): { ok: boolean } {
    if (!unwatchShape.Check(asked)) return malformed("unwatch {ids: numbers of channels}");
    for (const id of asked.ids) {
      channels.leave(socket.id, id);
      void socket.leave(roomOf(id));
    }
    return { ok: true };
  }

  /** One frame to everybody who keeps up; encoded once for the room. */
  function send(id: number, bytes: Uint8Array): void {
    const room = roomOf(id);
    const members = io.sockets.adapter.rooms.get(room);
    if (!members) return;
    for (const member of members) {
      const socket = io.sockets.sockets.get(member);
      if (socket && isBehind(socket)) dropQueue(socket);
    }
    const listeners = io.sockets.adapter.rooms.get(room)?.size ?? 0;
    if (listeners === 0) return;
    counts.frames += listeners;
    counts.bytes += listeners * bytes.byteLength;
    io.to(room).emit("frame", bytes);
  }

  function isBehind(socket: Socket): boolean {
    const { frames, bytes } = measure(queueOf(socket));
    return frames >= MOST_FRAMES_BEHIND || bytes > MOST_BYTES_BEHIND;
  }

  /** Drops what waits and takes the display out of its rooms until its transport can write again. */
  function dropQueue(socket: Socket): void {
    setQueue(socket, withoutFrames(queueOf(socket)));
    socket.data.behind = true;
    lagging.add(socket);
    counts.dropped++;
    for (const id of channels.of(socket.id)) void socket.leave(roomOf(id));
  }

  function catchUp(socket: Socket): void {
    if (!socket.conn.transport.writable || queueOf(socket).length > 0) return;
    lagging.delete(socket);
    socket.data.behind = false;
    for (const id of channels.of(socket.id)) {
      const snapshot = channels.snapshot(id);
      if (snapshot) socket.emit("frame", snapshot);
      void socket.join(roomOf(id));
    }
    // The beat that it missed may have been the one that told of a clock that was set.
    socket.emit("beat", { at: clock.now(), heads: channels.heads(socket.id), situations: needs.infos(), house: needs.state() });
  }

  async function recheck(): Promise<void> {
    const asked = new Map<string, Promise<boolean>>();
    for (const socket of io.sockets.sockets.values()) {
      const { actor } = socket.data;
      let living = asked.get(actor.session);
      if (!living) asked.set(actor.session, (living = needs.stillValid(actor)));
      if (!(await living)) dismiss(socket, "session_ended");
    }
  }
  function dismiss(socket: Socket, reason: string): void {
    socket.emit("bye", { reason });
    channels.leaveAll(socket.id);
    socket.disconnect(true);
  }

  function beat(): void {
    const at = clock.now();
    const situations = needs.infos();
    const house = needs.state();
    for (const socket of io.sockets.sockets.values())
      // To a display that does not read, another beat is one more packet in the way.
      if (!socket.data.behind) socket.emit("beat", { at, heads: channels.heads(socket.id), situations, house });
  }
  const stops: Stop[] = [
    clock.every(BEAT_MS, () => {
      for (const socket of io.sockets.sockets.values()) socket.data.asked = 0;
      beat();
    }),
    // Between two beats a paused drill would run on by hours on every page, and then jump back.
    needs.onInfos(() => {
      for (const id of channels.closeEnded(new Set(needs.infos().map((s) => s.id)))) io.socketsLeave(roomOf(id));
      beat();
    }),
    // Nobody is left for two seconds with buttons that would be refused.
    needs.onState(beat),
    clock.every(CATCH_UP_MS, () => {
      for (const socket of lagging) catchUp(socket);
    }),
    clock.every(RECHECK_MS, () => void recheck().catch((error: unknown) => log.error("Sessions could not be checked", { error: String(error) }))),
    needs.onRevoked((session) => {
      for (const socket of io.sockets.sockets.values()) if (socket.data.actor.session === session) dismiss(socket, "session_ended");
    }),
  ];
  io.engine.on("connection_error", () => counts.refused++);

  return {
    async close(reason) {
      for (const stop of stops) stop();
      io.emit("bye", { reason });
      channels.close();
      // The engine alone: the HTTP server belongs to the HTTP door.
      await new Promise<void>((done) => clock.after(GOODBYE_MS, done));
      io.disconnectSockets(true);
      io.engine.close();
    },
    figures: () => ({
      guanlan_sockets: io.sockets.sockets.size,
      guanlan_sockets_lagging: lagging.size,
      guanlan_sockets_refused_total: counts.refused,
      guanlan_channels_watched: channels.size,
      guanlan_frames_sent_total: counts.frames,
      guanlan_frame_bytes_sent_total: counts.bytes,
      guanlan_queues_dropped_total: counts.dropped,
    }),
  };
}

/** An account of a unit without one hears of no orders. */
const unitOf = (actor: Actor): string | undefined => (actor.role === "unit" ? (actor.unit ?? "") : undefined);
const roomOf = (id: number): string => `c${id}`;
/** Whoever has ever asked what a wall shows sees its pointer move. */
const wallRoom = (wall: string): string => `wall ${wall}`;
const refusal = (code: string, message: string): Error => Object.assign(new Error(message), { data: { code } });
/** What stands at a channel that is none, and what was expected there. */
function wrongIn(channel: unknown, at: number): string {
  if (channelShape.Check(channel) && channel.kind === "slice") return `channels[${at}].level is "${channel.level}", which stands above "${channel.region}"; expected its own level, one below it, or site. Ask for it of a region above.`;
  const kind = (channel as { kind?: unknown } | null)?.kind;
  const shape = Channel.anyOf.find(({ properties }) => properties.kind.const === kind);
  if (!shape) return `channels[${at}] is of kind ${JSON.stringify(kind) ?? "none"}; expected one of ${Channel.anyOf.map(({ properties }) => properties.kind.const).join(", ")}.`;
  const [first] = Value.Errors(shape, channel);
  return `channels[${at}]${first?.instancePath.replaceAll("/", ".") ?? ""} ${first?.message ?? "is malformed"}, in a channel of kind "${shape.properties.kind.const}" that takes ${Object.keys(shape.properties).join(", ")}.`;
}
const malformed = (expected: string) => ({ ok: false as const, code: "bad_request", message: `The message is not ${expected}.`, channels: [] });

/** The engine's own queue; it has no public reader, and dropping whole frames from it needs one. */
const queueOf = (socket: Socket): Waiting[] => (socket.conn as unknown as { writeBuffer: Waiting[] }).writeBuffer;
const setQueue = (socket: Socket, queue: Waiting[]): void => {
  (socket.conn as unknown as { writeBuffer: Waiting[] }).writeBuffer = queue;
};
