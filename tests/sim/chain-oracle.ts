import { createHash } from "node:crypto";
import type { Entry } from "../../model/journal.ts";
import type { Batch } from "../../model/ports.ts";
import { parseTime } from "../../model/time.ts";
import type { Court } from "./violation.ts";

/** Of the program that verifies a journal, and knows nothing of the house that wrote it. */
const { jcs } = (await import(/* @vite-ignore */ new URL("../../scripts/verify/jcs.mjs", import.meta.url).href)) as { jcs(value: unknown): string };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const MARK = /\bc-\d+\b/;

/** Sees what becomes durable: each link of the chain (I13), and each command's effect (I2). */
export interface ChainOracle {
  written(batch: Batch, notAfter: (command: string) => string | undefined): void;
  /** Hash of the trace so far. */
  told(line: string): void;
  trace(): string;
}

export function chainOracle(court: Court): ChainOracle {
  let [seq, hash] = [0, "0".repeat(64)];
  const trace = createHash("sha256");
  /** In which commit the words of a command took effect, by the kind of entry. */
  const effects = new Map<string, number>();
  let commits = 0;

  function link({ body, salt, hash: own, ...sealed }: Entry): void {
    const isNext = sealed.seq === seq + 1 && sealed.prev === hash && sealed.bodyHash === sha256(jcs({ body, salt })) && own === sha256(sealed.prev + jcs(sealed));
    court.must(isNext, "I13", () => `Entry ${sealed.seq} (${sealed.kind}) does not verify behind entry ${seq}.`);
    [seq, hash] = [sealed.seq, own];
  }
  return {
    written({ entries = [], command }, notAfter) {
      commits++;
      for (const entry of entries) {
        link(entry);
        const words = Object.values(entry.body as object).filter((value) => typeof value === "string");
        const mark = entry.kind === "command.pending" ? undefined : words.map((text) => MARK.exec(text as string)?.[0]).find((found) => found !== undefined);
        if (mark === undefined || entry.kind === "confirm" || entry.kind === "refuse") continue;
        const key = `${mark} ${entry.kind}`;
        court.must((effects.get(key) ?? commits) === commits, "I2", () => `${key} has taken effect twice, the second time with entry ${entry.seq}.`);
        effects.set(key, commits);
      }
      if (command) {
        const limit = parseTime(notAfter(command.id));
        court.must(limit === null || command.at <= limit, "I2", () => `${command.id} was to be done by ${notAfter(command.id)}, and was done ${command.at - limit!} ms later.`);
      }
      trace.update(`${commits} ${hash}\n`);
    },
    told: (line) => void trace.update(`${line}\n`),
    trace: () => trace.copy().digest("hex"),
  };
}
