import type { Clock, Log } from "../model/ports.ts";
import { formatTime } from "../model/time.ts";
import { standardOutput } from "./log-lines.ts";

/** One line a fact, to standard output; never a secret, a name of a person or a whole body. */
export function createLog(clock: Pick<Clock, "now">, write: (line: string) => void = standardOutput()): Log {
  const line = (level: string) => (words: string, facts?: Record<string, unknown>) =>
    write(`${JSON.stringify({ at: formatTime(clock.now()), level, words, ...facts })}\n`);
  return { info: line("info"), warn: line("warn"), error: line("error") };
}
