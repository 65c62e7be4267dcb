import type { Actor } from "../../model/account.ts";
import type { CommandEnvelope } from "../../model/command.ts";
import { Problem } from "../../model/problem.ts";
import type { Answer } from "../../server/journal/index.ts";
import type { Chance } from "./chance.ts";
import type { Durable } from "./sim-store.ts";
import type { SimHouse } from "./sim-house.ts";
import type { Court } from "./violation.ts";

/** A command on its way, as whoever sent it knows of it. */
interface Sent {
  readonly actor: Actor;
  readonly envelope: CommandEnvelope;
  answer: Answer | null;
  refusedWith: string | null;
  /** How often it is on its way to the house that runs now. */
  underWay: number;
}
/** These say nothing of the command: it is sent again with the same id. */
const AGAIN: ReadonlySet<string> = new Set(["store_unavailable", "not_ready"]);

/** Whoever sends commands, knows what was answered, and sends the same again when nothing was. */
export interface Clients {
  /** @param house null while nobody opens */
  send(house: SimHouse | null, actor: Actor, envelope: CommandEnvelope): void;
  /** One that was answered comes once more; null where there is none. */
  repeat(house: SimHouse): void;
  /** Somebody else's words under the id of one that was answered. */
  reuse(house: SimHouse): void;
  resend(house: SimHouse): void;
  /** The house is gone, with all that was under way. */
  gone(): void;
  /** Those that wait for an answer. */
  open(): readonly string[];
  answered(): number;
}
export interface ClientsNeeds {
  readonly chance: Chance;
  readonly court: Court;
  readonly durable: Durable;
  told(line: string): void;
}

export function createClients({ chance, court, durable, told }: ClientsNeeds): Clients {
  const all = new Map<string, Sent>();
  const done: Sent[] = [];
  const isOpen = (one: Sent): boolean => one.answer === null && one.refusedWith === null;

  function take(one: Sent, answer: Answer): void {
    const { id } = one.envelope;
    told(`${id} ${answer.status} ${JSON.stringify(answer.answer)}`);
    const row = durable.commands.get(id);
    court.must(row !== undefined, "I1", () => `${id} (${one.envelope.kind}) was answered ${answer.status}, and the store does not know it.`);
    court.must(row === undefined || same(row, answer), "I1", () => `${id} was answered ${JSON.stringify(answer)}, and the store knows ${JSON.stringify(row?.answer)}.`);
    court.must(one.answer === null || same(one.answer, answer), "I2", () => `${id} was answered ${JSON.stringify(one.answer)}, and then ${JSON.stringify(answer)}.`);
    const { seq = 0 } = answer.answer as { seq?: number };
    court.must(seq <= (durable.entries.at(-1)?.seq ?? 0), "I1", () => `${id} was answered with entry ${seq}, and the store ends at ${durable.entries.at(-1)?.seq ?? 0}.`);
    if (one.answer === null) done.push(one);
    one.answer = answer;
  }
  function refuse(one: Sent, error: unknown): void {
    const { id, kind } = one.envelope;
    court.must(error instanceof Problem, "live", () => `${id} (${kind}) was answered with no problem that is known: ${String((error as Error).stack ?? error)}`);
    const code = error instanceof Problem ? error.code : "unknown";
    told(`${id} ${code}`);
    if (AGAIN.has(code)) return;
    court.must(!durable.commands.has(id), "I2", () => `${id} (${kind}) stands in the store, and was refused with ${code} when it came again.`);
    if (one.answer === null) one.refusedWith = code;
  }
  function deliver(house: SimHouse, one: Sent): void {
    one.underWay++;
    let isLost = false;
    lost.push(() => (isLost = true));
    void house.execute(one.actor, one.envelope).then(
      (answer) => {
        if (isLost) return;
        one.underWay--;
        take(one, answer);
      },
      (error: unknown) => {
        if (isLost) return;
        one.underWay--;
        refuse(one, error);
      },
    );
  }
  let lost: (() => void)[] = [];

  return {
    send(house, actor, envelope) {
      const one: Sent = { actor, envelope, answer: null, refusedWith: null, underWay: 0 };
      all.set(envelope.id, one);
      if (house) deliver(house, one);
    },
    repeat(house) {
      if (done.length > 0) deliver(house, chance.oneIn(2) ? done.at(-1)! : chance.pick(done));
    },
    reuse(house) {
      if (done.length === 0) return;
      const { envelope, actor } = chance.pick(done);
      const other = chance.oneIn(3) ? { ...actor, account: "somebody@44" } : actor;
      const foreign = other === actor ? { ...envelope, data: { ...envelope.data, other: "words" } } : envelope;
      void house.execute(other, foreign).then(
        () => court.must(false, "I2", () => `Other content under the id ${envelope.id} was answered as if it were the same.`),
        (error: unknown) => court.must(error instanceof Problem && (error.code === "id_reused" || AGAIN.has(error.code)), "I2", () => `Other content under the id ${envelope.id} was refused with ${String(error)}.`),
      );
    },
    resend(house) {
      for (const one of all.values()) if (isOpen(one) && one.underWay === 0) deliver(house, one);
    },
    gone() {
      for (const each of lost) each();
      lost = [];
      for (const one of all.values()) one.underWay = 0;
    },
    open: () => [...all.values()].filter(isOpen).map(({ envelope }) => `${envelope.id} ${envelope.kind}`),
    answered: () => done.length,
  };
}
const same = (a: Answer, b: Answer): boolean => a.status === b.status && JSON.stringify(a.answer) === JSON.stringify(b.answer);
