import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { isReached, stateAfter, type Fact, type FactKind } from "./fact.ts";
import { Queue, type Answer, type Shelf } from "./queue.ts";

const NOW = Date.parse("2026-09-01T08:00:00Z");
const PICTURE = { bytes: new ArrayBuffer(4), type: "image/jpeg", name: "a.jpg" };
interface Sent {
  readonly id: string;
  readonly kind: string;
  readonly notAfter?: string;
  readonly data: { readonly task: string; readonly text?: string; readonly file?: string; readonly occurredAt?: string };
}
const settle = async (): Promise<void> => {
  for (let i = 0; i < 60; i++) await Promise.resolve();
};

/** A telephone: its shelf outlives the queues that are opened on it. */
function aPhone() {
  const kept = new Map<string, Fact>();
  const clock = new ManualClock(NOW);
  const sent: Sent[] = [];
  let n = 0;
  const phone = {
    kept, clock, sent, went: [] as string[],
    answer: (() => ({ status: 200, body: { seq: sent.length, at: "x", result: {} } })) as (one: Sent) => Answer | null,
    uploads: (() => ({ status: 201, body: { file: "f1" } })) as () => Answer | null,
    shelf: { all: async () => [...kept.values()], put: async (fact) => void kept.set(fact.id, fact), drop: async (id) => void kept.delete(id) } as Shelf,
    open: (account = "unit@1"): Queue =>
      new Queue({
        shelf: phone.shelf, clock, serverNow: () => clock.now(), account,
        ids: { next: (p) => `${p}-${++n}`, secret: () => "" },
        async post(body) {
          const one = JSON.parse(body) as Sent;
          phone.sent.push(one);
          phone.went.push(one.kind);
          return phone.answer(one);
        },
        async upload() {
          phone.went.push("photo");
          return phone.uploads();
        },
      }),
  };
  return phone;
}
let phone: ReturnType<typeof aPhone>;
beforeEach(() => void (phone = aPhone()));
const refusal = (code: string, details = {}): Answer => ({ status: 409, body: { code, message: "said why", details } });

describe("a fact", () => {
  test("goes at once where the server is heard, with the time at which it was noted and no time at which it ends", async () => {
    const queue = phone.open();
    await queue.note("live", "task.report", { task: "t1", text: "水深 0.4 米" });
    await settle();
    expect(phone.sent).toMatchObject([{ kind: "task.report", data: { task: "t1", text: "水深 0.4 米", occurredAt: "2026-09-01T16:00:00.000+08:00" } }]);
    expect(phone.sent[0]).not.toHaveProperty("notAfter");
    expect([queue.waiting.length, phone.kept.size, queue.told[0]?.isLate]).toEqual([0, 0, false]);
  });
  test("out of reach it waits with the others, and they go in order, each once under its own id, its photo before it", async () => {
    phone.answer = () => null;
    const queue = phone.open();
    await queue.note("live", "task.arrive", { task: "t1", point: [110, 20] });
    await queue.note("live", "task.report", { task: "t1", text: "一" }, PICTURE);
    await queue.note("live", "task.note", { task: "t1", text: "二" });
    await settle();
    expect(queue.waiting.map(({ kind }) => kind)).toEqual(["task.arrive", "task.report", "task.note"]);
    const noted = queue.waiting.map(({ id }) => id);
    phone.answer = () => ({ status: 200, body: { seq: 9 } });
    phone.sent.length = phone.went.length = 0;
    phone.clock.advance(3_600_000);
    await settle();
    expect(phone.went).toEqual(["task.arrive", "photo", "task.report", "task.note"]);
    expect(phone.sent.map(({ id }) => id)).toEqual(noted);
    expect([phone.sent[1]!.data.file, phone.sent[1]!.data.occurredAt]).toEqual(["f1", "2026-09-01T16:00:00.000+08:00"]);
    expect(queue.told.map(({ isLate }) => isLate)).toEqual([true, true, true]);
  });
  test("closed and opened in between, the queue is there, and goes by itself", async () => {
    phone.answer = phone.uploads = () => null;
    const before = phone.open();
    await before.note("live", "task.report", { task: "t1", text: "一" }, PICTURE);
    await settle();
    before.close();
    phone.answer = () => ({ status: 200, body: { seq: 1 } });
    phone.uploads = () => ({ status: 201, body: { file: "f1" } });
    phone.went.length = 0;
    const after = phone.open();
    await settle();
    expect(phone.went).toEqual(["photo", "task.report"]);
    expect([after.waiting.length, phone.kept.size]).toEqual([0, 0]);
  });
  test("of another account waits for that account", async () => {
    phone.answer = () => null;
    const one = phone.open();
    await one.note("live", "task.note", { task: "t1", text: "一" });
    await settle();
    one.close();
    phone.sent.length = 0;
    const other = phone.open("unit@2");
    await settle();
    expect([other.waiting.length, phone.sent.length, phone.kept.size]).toEqual([0, 0, 1]);
  });
  test("whose rung is reached already has been told: that is no refusal", async () => {
    phone.answer = ({ kind }) => (kind === "task.arrive" ? refusal("illegal_transition", { state: "handling", legal: [] }) : { status: 200, body: { seq: 2 } });
    const queue = phone.open();
    await queue.note("live", "task.arrive", { task: "t1", point: [110, 20] });
    await settle();
    expect([queue.waiting.length, queue.refused.length, phone.sent.length]).toEqual([0, 0, 1]);
  });
  test("and the words that came with it are told as a note", async () => {
    phone.answer = ({ kind }) => (kind === "task.report" ? refusal("illegal_transition", { state: "finished", legal: [] }) : { status: 200, body: { seq: 2 } });
    const queue = phone.open();
    await queue.note("live", "task.report", { task: "t1", text: "还有一户" });
    await settle();
    expect(phone.sent.map(({ kind, data: { text } }) => [kind, text])).toEqual([["task.report", "还有一户"], ["task.note", "还有一户"]]);
    expect([queue.waiting.length, phone.kept.size]).toEqual([0, 0]);
  });
  test("that is refused stays with its reason over a reload, holds nobody up, and is dropped by hand alone", async () => {
    phone.answer = ({ data: { task } }) => (task === "t1" ? refusal("illegal_transition", { state: "withdrawn", legal: [] }) : { status: 200, body: { seq: 2 } });
    const before = phone.open();
    await before.note("live", "task.finish", { task: "t1", text: "办完" });
    await before.note("live", "task.finish", { task: "t2", text: "办完" });
    await settle();
    expect([before.waiting.length, before.told.map(({ data }) => data.task)]).toEqual([0, ["t2"]]);
    before.close();
    const after = phone.open();
    await settle();
    expect(after.refused).toMatchObject([{ kind: "task.finish", refused: { code: "illegal_transition", details: { state: "withdrawn" } } }]);
    await after.drop(after.refused[0]!.id);
    expect([after.refused.length, phone.kept.size]).toEqual([0, 0]);
  });
  test("that waits is not dropped", async () => {
    phone.answer = () => null;
    const queue = phone.open();
    await queue.note("live", "task.note", { task: "t1", text: "一" });
    await queue.drop(queue.waiting[0]!.id);
    expect(queue.waiting).toHaveLength(1);
  });
  test.each([401, 429, 500, 503])("is kept when the house answers %i, which passes", async (status) => {
    phone.answer = () => ({ status, body: { code: "x", message: "y" } });
    const queue = phone.open();
    await queue.note("live", "task.note", { task: "t1", text: "一" });
    await settle();
    expect([queue.waiting.length, queue.refused.length]).toEqual([1, 0]);
  });
  test("that the server cannot take now holds up its own order alone", async () => {
    phone.answer = ({ data: { task } }) => (task === "t1" ? { status: 500, body: {} } : { status: 200, body: { seq: 1 } });
    const queue = phone.open();
    await queue.note("live", "task.arrive", { task: "t1" });
    await queue.note("live", "task.report", { task: "t1", text: "一" });
    await queue.note("live", "task.note", { task: "t2", text: "二" });
    await settle();
    expect(queue.waiting.map(({ kind }) => kind)).toEqual(["task.arrive", "task.report"]);
    expect(phone.sent.filter(({ kind }) => kind === "task.report")).toEqual([]);
  });
  test("a receipt of the page itself that is refused is nobody's to mend, and goes", async () => {
    phone.answer = () => refusal("no_right");
    const queue = phone.open();
    await queue.note("live", "task.seen", { task: "t1" });
    await settle();
    expect([queue.refused.length, phone.kept.size, phone.sent[0]!.data]).toEqual([0, 0, { task: "t1" }]);
  });
  test("a device that keeps nothing says so, and sends all the same", async () => {
    phone.shelf.put = async () => {
      throw new Error("full");
    };
    const queue = phone.open();
    await queue.note("live", "task.note", { task: "t1", text: "一" });
    await settle();
    expect([queue.isKept, phone.sent.length, queue.waiting.length]).toEqual([false, 1, 0]);
  });
});

test("however the line breaks and the page is closed, each fact stands in the journal once and in the order of its task", async () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant("note" as const), task: fc.constantFrom("t1", "t2"), hasPicture: fc.boolean() }),
    fc.record({ does: fc.constant("line" as const), is: fc.constantFrom("up", "down", "deaf", "ill") }),
    fc.constant({ does: "reopen" as const }),
    fc.constant({ does: "wait" as const }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const device = aPhone();
      const journal = new Map<string, Sent>();
      let line = "up";
      // As the ledger: one id is one entry; `deaf` = it was written and the answer was lost.
      device.answer = (one) => {
        if (line === "down") return null;
        if (line === "ill") return { status: 503, body: {} };
        journal.set(one.id, journal.get(one.id) ?? one);
        return line === "deaf" ? null : { status: 200, body: { seq: journal.size } };
      };
      device.uploads = () => (line === "up" ? { status: 201, body: { file: "f1" } } : null);
      let queue = device.open();
      const noted: string[] = [];
      for (const one of steps) {
        if (one.does === "note") {
          noted.push(`${one.task} ${noted.length}`);
          await queue.note("live", "task.note", { task: one.task, text: String(noted.length - 1) }, one.hasPicture ? PICTURE : undefined);
        } else if (one.does === "line") line = one.is;
        else if (one.does === "wait") device.clock.advance(30_000);
        else {
          queue.close();
          queue = device.open();
        }
        await settle();
      }
      line = "up";
      await queue.send();
      await queue.send();
      const told = [...journal.values()].map(({ data }) => `${data.task} ${data.text}`);
      for (const task of ["t1", "t2"]) expect(told.filter((one) => one.startsWith(task))).toEqual(noted.filter((one) => one.startsWith(task)));
      expect([queue.waiting.length, device.kept.size]).toEqual([0, 0]);
    }),
    { numRuns: 200 },
  );
});

describe("where an order stands", () => {
  const fact = (kind: FactKind, task = "t1") => ({ kind, data: { task } });
  test("once what waits has been told: its unit is asked the next question though nobody has heard the last answer", () => {
    expect(stateAfter({ id: "t1", state: "accepted" }, [fact("task.arrive"), fact("task.arrive", "t2"), fact("task.note")])).toBe("onScene");
    expect(stateAfter({ id: "t1", state: "accepted" }, [fact("task.arrive"), fact("task.report"), fact("task.finish")])).toBe("finished");
    expect(stateAfter({ id: "t1", state: "withdrawn" }, [fact("task.finish")])).toBe("withdrawn");
  });
  test("only what lies at or beyond a rung has reached it", () => {
    expect([isReached("task.arrive", "onScene"), isReached("task.arrive", "accepted"), isReached("task.report", "onScene"), isReached("task.finish", "closed"), isReached("task.finish", "withdrawn"), isReached("task.note", "closed")]).toEqual([true, false, false, true, false, false]);
  });
});
