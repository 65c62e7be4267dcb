import type { Clock, Ids, Stop } from "../../model/ports.ts";
import { bodyOf, isByItself, isReached, type Fact, type FactData, type FactKind, type Picture, type Refused } from "./fact.ts";

/** Where facts lie until they are sent; outlives the page. */
export interface Shelf {
  all(): Promise<readonly Fact[]>;
  /** Resolves once it would survive the page. */
  put(fact: Fact): Promise<void>;
  drop(id: string): Promise<void>;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
interface Needs {
  readonly shelf: Shelf;
  /** Null: nobody answered. */
  readonly post: (body: string) => Promise<Answer | null>;
  readonly upload: (picture: Picture) => Promise<Answer | null>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly serverNow: () => number;
  readonly account: string;
}
/** A fact that the server has, until the frames show it. */
export interface Told extends Pick<Fact, "kind" | "data" | "notedAt"> {
  readonly seq: number;
  /** It was sent later than it was noted (补报). */
  readonly isLate: boolean;
}
type Outcome = "sent" | "refused" | "unreached" | "later";

/** Between vain tries, ms; the last for ever. Whoever hears the server again calls `send()`. */
const AGAIN_MS = [1_000, 2_000, 5_000, 10_000, 20_000] as const;

/**
 * Facts of one account in the order in which they were noted. Each is sent once reachable, under the id that it got when it
 * was noted; a refused one stays until a person drops it.
 */
export class Queue {
  /** False: this device keeps nothing, and what waits is lost with the page. */
  isKept = true;
  private facts: Fact[] = [];
  private readonly done: Told[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly needs: Needs;
  private readonly recalled: Promise<void>;
  private sending: Promise<void> | null = null;
  private again: Stop | null = null;
  private vain = 0;
  private isAsked = false;
  private isClosed = false;

  constructor(needs: Needs) {
    this.needs = needs;
    this.recalled = this.recall();
  }
  /** What still has to be sent. */
  get waiting(): readonly Fact[] {
    return this.facts.filter((fact) => !fact.refused);
  }
  get refused(): readonly Fact[] {
    return this.facts.filter((fact) => fact.refused);
  }
  /** What the server has taken since this page was opened. */
  get told(): readonly Told[] {
    return this.done;
  }
  onChange(listener: () => void): Stop {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  /** Resolves once it lies on the shelf; it is on its way then, if there is one. */
  async note(situation: string, kind: FactKind, data: FactData, picture?: Picture): Promise<void> {
    const notedAt = this.needs.serverNow();
    await this.recalled;
    const order = (this.facts.at(-1)?.order ?? 0) + 1;
    const fact: Fact = { id: this.needs.ids.next("cmd"), order, account: this.needs.account, situation, kind, data, notedAt, ...(picture && { picture }) };
    this.facts = [...this.facts, fact];
    this.changed();
    await this.keep(fact);
    void this.send();
  }
  /** Sends what waits, now. */
  async send(): Promise<void> {
    await this.recalled;
    this.isAsked = true;
    this.sending ??= this.round().finally(() => {
      this.sending = null;
      // Noted in the moment in which the round was over: not tried in it.
      if (this.isAsked && !this.isClosed) void this.send();
    });
    await this.sending;
  }
  /** A person lets go of what was refused. */
  async drop(id: string): Promise<void> {
    if (!this.refused.some((fact) => fact.id === id)) return;
    await this.remove(id);
  }
  close(): void {
    this.isClosed = true;
    this.again?.();
    this.listeners.clear();
  }

  private async recall(): Promise<void> {
    try {
      // Of another account: its facts wait for it, and nobody else tells them.
      this.facts = (await this.needs.shelf.all()).filter(({ account }) => account === this.needs.account).sort((a, b) => a.order - b.order);
    } catch {
      this.isKept = false;
    }
    this.changed();
    if (this.facts.length > 0) void Promise.resolve().then(() => this.send());
  }
  /** In order; one that the server cannot take now holds up its own order alone. */
  private async round(): Promise<void> {
    this.again?.();
    this.again = null;
    const stuck = new Set<string>();
    let isCutOff = false;
    while (!this.isClosed && !isCutOff) {
      this.isAsked = false;
      const next = this.waiting.find(({ data }) => !stuck.has(data.task));
      if (!next) break;
      const outcome = await this.once(next);
      if (outcome === "unreached") isCutOff = true;
      if (outcome === "later") stuck.add(next.data.task);
    }
    const inVain = isCutOff || stuck.size > 0;
    // Also what stood behind it, and was not tried itself.
    if (inVain) for (const fact of this.waiting) if (!fact.hasWaited) await this.replace({ ...fact, hasWaited: true });
    this.vain = inVain ? this.vain + 1 : 0;
    if (inVain && !this.isClosed) this.again = this.needs.clock.after(AGAIN_MS[Math.min(this.vain, AGAIN_MS.length) - 1]!, () => void this.send());
  }
  private async once(fact: Fact): Promise<Outcome> {
    if (fact.picture) {
      const answer = await this.needs.upload(fact.picture).catch(() => null);
      const file = (answer?.body as { file?: unknown } | null | undefined)?.file;
      if (!answer || answer.status !== 200 && answer.status !== 201 || typeof file !== "string") return this.failed(fact, answer);
      const { picture: _, ...rest } = fact;
      // Before its fact is sent: the same id must not go with another file.
      fact = { ...rest, data: { ...fact.data, file } };
      await this.replace(fact);
    }
    const answer = await this.needs.post(bodyOf(fact)).catch(() => null);
    if (answer?.status === 200) return this.taken(fact, (answer.body as { seq?: number } | null)?.seq ?? 0);
    const problem = answer && problemOf(answer);
    if (problem?.code === "illegal_transition" && isReached(fact.kind, problem.details.state)) return this.reached(fact);
    return this.failed(fact, answer);
  }
  /** It stands there already; what was said with it is not lost with it. */
  private async reached(fact: Fact): Promise<Outcome> {
    const { task, text, file } = fact.data;
    if (text === undefined) return this.taken(fact, 0);
    await this.replace({ ...fact, id: `${fact.id}-note`, kind: "task.note", data: { task, text, ...(file !== undefined && { file }) } }, fact.id);
    return "sent";
  }
  private async taken(fact: Fact, seq: number): Promise<Outcome> {
    this.done.push({ kind: fact.kind, data: fact.data, notedAt: fact.notedAt, seq, isLate: fact.hasWaited === true && !isByItself(fact) });
    await this.remove(fact.id);
    return "sent";
  }
  private async failed(fact: Fact, answer: Answer | null): Promise<Outcome> {
    // Nobody signed in, too much at once, or the house cannot write: it goes later.
    const passes = answer === null || answer.status === 401 || answer.status === 408 || answer.status === 429 || answer.status >= 500;
    if (passes) return answer === null || answer.status === 401 ? "unreached" : "later";
    await this.replace(isByItself(fact) ? null : { ...fact, refused: problemOf(answer) }, fact.id);
    return "refused";
  }
  private async remove(id: string): Promise<void> {
    await this.replace(null, id);
  }
  private async replace(fact: Fact | null, id = fact!.id): Promise<void> {
    this.facts = this.facts.flatMap((one) => (one.id !== id ? [one] : fact ? [fact] : []));
    this.changed();
    if (fact) await this.keep(fact);
    if (fact?.id !== id) await this.needs.shelf.drop(id).catch(() => undefined);
  }
  private async keep(fact: Fact): Promise<void> {
    try {
      await this.needs.shelf.put(fact);
    } catch {
      this.isKept = false;
      this.changed();
    }
  }
  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function problemOf({ status, body }: Answer): Refused {
  const { code = "failed", message = `HTTP ${status}`, details = {} } = (body ?? {}) as Partial<Refused>;
  return { status, code, message, details };
}
