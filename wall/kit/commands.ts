import type { AnswerTo, CommandData, CommandKind } from "../../model/command.ts";
import type { Clock, Ids } from "../../model/ports.ts";
import { SECOND, formatTime } from "../../model/time.ts";

/** The server decided against a command, and said why. */
export class CommandRefused extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "CommandRefused";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
/** Nobody answered before `notAfter`: it may or may not have happened; what the frames show is true. */
export class CommandLost extends Error {
  constructor(kind: string) {
    super(`No answer to ${kind} within its time; look at the list before sending it again.`);
    this.name = "CommandLost";
  }
}

/** How long a person's act may wait for the network, in server time. */
export const VALID_MS = 30 * SECOND;
const RETRY_MS = [500, 1_000, 2_000, 4_000] as const;
const ANSWER_MS = 8_000;

interface Needs {
  readonly post: (path: string, body: string, signal: AbortSignal) => Promise<{ status: number; json(): Promise<unknown> }>;
  readonly serverNow: () => number;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The only way up: each act is one POST with its own id, repeated under the same id until the one true answer comes. */
export class Commands {
  private readonly needs: Needs;
  constructor(needs: Needs) {
    this.needs = needs;
  }

  /** @throws CommandRefused with the server's reason, CommandLost when nobody answered in time */
  async send<K extends CommandKind>(kind: K, data: CommandData<K>, situation: string): Promise<AnswerTo<K>> {
    const { ids, serverNow } = this.needs;
    const until = serverNow() + VALID_MS;
    const body = JSON.stringify({ id: ids.next("cmd"), kind, notAfter: formatTime(until), situation, data });
    for (let tries = 0; ; tries++) {
      const answer = await this.once(body);
      if (answer && answer.status < 500 && answer.status !== 429) return read<K>(answer);
      const waitMs = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]!;
      if (serverNow() + waitMs >= until) {
        if (answer) return read<K>(answer);
        throw new CommandLost(kind);
      }
      await new Promise<void>((go) => this.needs.clock.after(waitMs, go));
    }
  }

  private async once(body: string): Promise<{ status: number; body: unknown } | null> {
    const abort = new AbortController();
    const stop = this.needs.clock.after(ANSWER_MS, () => abort.abort());
    try {
      const response = await this.needs.post("/api/v1/commands", body, abort.signal);
      return { status: response.status, body: await response.json() };
    } catch {
      // No answer, or half of one: the same id asks again.
      return null;
    } finally {
      stop();
    }
  }
}

function read<K extends CommandKind>(answer: { status: number; body: unknown }): AnswerTo<K> {
  // 202: it stands in the journal and waits for a second person.
  if (answer.status === 200 || answer.status === 202) return answer.body as AnswerTo<K>;
  const { code = "failed", message = `HTTP ${answer.status}`, details } = (answer.body ?? {}) as { code?: string; message?: string; details?: Record<string, unknown> };
  throw new CommandRefused(answer.status, code, message, details);
}
