import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { may } from "../../model/account.ts";
import { Problem } from "../../model/problem.ts";
import { formatTime } from "../../model/time.ts";
import { path } from "./ask.ts";
import { notFound } from "./answer.ts";
import { createDailyBytes } from "./daily-bytes.ts";
import { sniffImage } from "./image.ts";
import type { HttpNeeds } from "./needs.ts";
import { holding, needsRight, signedIn } from "./who.ts";

const MOST_BYTES = 8 * 1024 * 1024;
/** How a disk says that it takes nothing. */
const NO_ROOM: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EIO"]);
/** Room for the boundaries and headers of a form around the picture. */
const FORM_BYTES = 16 * 1024;

/** Who brought a picture, beside it on the disk. */
interface Origin {
  readonly type: string;
  readonly by: readonly { readonly account: string; readonly region: string; readonly at: string }[];
}

/** Pictures of receipts, kept under their own hash. */
export const fileRoutes: FastifyPluginAsyncTypebox<HttpNeeds> = async (app, { house, access, clock, ids, log }) => {
  const folder = join(house.dataDir, "files");
  const today = createDailyBytes(clock);
  /** The last who waits for each picture. */
  const queues = new Map<string, Promise<void>>();
  const asBytes = async (_request: unknown, body: unknown) => body;
  app.addContentTypeParser(["image/jpeg", "image/png", "image/webp", "application/octet-stream"], { parseAs: "buffer", bodyLimit: MOST_BYTES }, asBytes);
  app.addContentTypeParser("multipart/form-data", { parseAs: "buffer", bodyLimit: MOST_BYTES + FORM_BYTES }, asBytes);

  app.post("/files", { schema: { tags: ["commands"], consumes: ["image/jpeg", "image/png", "image/webp", "multipart/form-data"] }, onRequest: [needsRight("read"), mayReport], bodyLimit: MOST_BYTES + FORM_BYTES }, async (request, reply) => {
    const actor = holding(request, "read");
    const bytes = await pictureIn(request.headers["content-type"] ?? "", request.body);
    if (bytes.length > MOST_BYTES) throw new Problem("too_large", `The picture has ${bytes.length} bytes; at most 8 MB are kept. Send a smaller one.`);
    const type = sniffImage(bytes);
    if (!type) throw new Problem("unsupported_type", "The file is not a JPEG, PNG or WebP picture, whatever its name says. Send a photo.");
    const file = createHash("sha256").update(bytes).digest("hex");
    await inTurn(file, async () => {
      await mkdir(folder, { recursive: true });
      const before = await originOf(file);
      if (!before) {
        today.spend(actor.account, bytes.length);
        await writeWhole(join(folder, file), bytes);
      }
      const by = before?.by ?? [];
      if (!by.some((b) => b.account === actor.account))
        await writeWhole(join(folder, `${file}.json`), JSON.stringify({ type, by: [...by, { account: actor.account, region: actor.region, at: formatTime(clock.now()) }] } satisfies Origin));
    });
    reply.code(201);
    return { file };
  });

  /** A picture is seen by who brought it and by those whose subtree they belong to. */
  app.get("/files/:file", { schema: { tags: ["commands"], params: path("file") } }, async (request, reply) => {
    const actor = holding(request, "read");
    const { file } = request.params;
    const origin = /^[0-9a-f]{64}$/.test(file) ? await originOf(file) : null;
    if (!origin || actor.role === "device" || !origin.by.some((b) => b.account === actor.account || access.seesPlace(actor, b.region))) throw notFound("file", file);
    reply.type(origin.type).header("content-disposition", "inline");
    return reply.send(await readFile(join(folder, file)));
  });

  /** Who brings a picture that somebody else is bringing right now is written down after them, not over them. */
  async function inTurn(file: string, work: () => Promise<void>): Promise<void> {
    const mine = (queues.get(file) ?? Promise.resolve()).catch(() => {}).then(work);
    queues.set(file, mine);
    try {
      await mine;
    } finally {
      if (queues.get(file) === mine) queues.delete(file);
    }
  }

  async function originOf(file: string): Promise<Origin | null> {
    return readFile(join(folder, `${file}.json`), "utf8").then((text) => JSON.parse(text) as Origin, () => null);
  }

  /** Whole or not at all, and on the disk before the answer. */
  async function writeWhole(target: string, bytes: Uint8Array | string): Promise<void> {
    const part = `${target}.${ids.secret(4)}.part`;
    try {
      const handle = await open(part, "w", 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true }).catch(() => {});
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!NO_ROOM.has(code)) throw error;
      log.error("A picture found no room", { code });
      throw new Problem("store_unavailable", `The picture could not be kept: the disk of DATA_DIR takes nothing (${code}). Nothing was changed. Keep it, and send it again when there is room.`);
    }
  }
};

const mayReport = async (request: Parameters<typeof signedIn>[0]): Promise<void> => {
  const actor = signedIn(request);
  if (!may(actor, "report") && !may(actor, "handle")) throw new Problem("no_right", `${actor.account} is ${actor.role}, which reports nothing and so sends no pictures.`);
};

async function pictureIn(type: string, body: unknown): Promise<Uint8Array> {
  const bytes = body as Buffer;
  if (!type.startsWith("multipart/form-data")) return bytes;
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData().catch(() => null);
  for (const part of form?.values() ?? []) if (typeof part !== "string") return new Uint8Array(await part.arrayBuffer());
  throw new Problem("bad_request", "The form holds no file. Send one picture, or send its bytes with Content-Type image/jpeg.");
}
