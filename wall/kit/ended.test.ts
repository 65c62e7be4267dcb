import { beforeEach, expect, test } from "vitest";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ManualClock } from "../../model/clock.ts";
import { clockContext, linkContext, readsContext, situationContext } from "./contexts.ts";
import { Ended } from "./ended.ts";
import type { Gone } from "./reads.ts";

/** As much of a Lit element as a controller sees, under a link on which only `live` runs. */
class Host extends EventTarget {
  readonly controllers: ReactiveController[] = [];
  readonly updateComplete = Promise.resolve(true);
  readonly given: ReadonlyMap<unknown, unknown>;
  constructor(given: ReadonlyMap<unknown, unknown>) {
    super();
    this.given = given;
  }
  addController(c: ReactiveController): void {
    this.controllers.push(c);
  }
  removeController(): void {}
  /** Lit renders soon after it is asked; here at once. */
  requestUpdate(): void {
    for (const c of this.controllers) c.hostUpdate?.();
  }
  override dispatchEvent(event: Event & { context?: unknown; callback?: (v: unknown) => void }): boolean {
    if (this.given.has(event.context)) event.callback?.(this.given.get(event.context));
    return true;
  }
}
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

let clock: ManualClock;
let answers: (Gone | Error)[];
let asked: number;
let host: Host;
let ended: Ended;
beforeEach(() => {
  clock = new ManualClock(0);
  asked = 0;
  const reads = {
    gone: (): Promise<Gone> => {
      const answer = answers[Math.min(asked++, answers.length - 1)]!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    regionNow: () => undefined,
    region: () => Promise.reject(new Error("not seen")),
  };
  const link = { situations: [{ id: "live" }], serverNow: () => clock.now() };
  host = new Host(new Map<unknown, unknown>([[clockContext, clock], [linkContext, link], [readsContext, reads], [situationContext, "storm"]]));
  ended = new Ended(host as unknown as ReactiveControllerHost & HTMLElement);
});
/** A host asks as soon as it knows who it may ask. */
const putUp = (): void => {
  for (const c of host.controllers) c.hostConnected?.();
};

test("what became of a situation is asked again ten seconds after a read that failed, until it is known", async () => {
  answers = [new Error("HTTP 503"), new Error("HTTP 503"), { at: "2026-11-25T14:31:00+08:00", by: "commander@44", feed: "jma:1522" }];
  putUp();
  await settled();
  expect([asked, ended.word]).toEqual([1, "未运行"]);
  host.requestUpdate();
  clock.advance(9_999);
  await settled();
  expect(asked).toBe(1);
  clock.advance(1);
  await settled();
  expect([asked, ended.word]).toEqual([2, "未运行"]);
  clock.advance(10_000);
  await settled();
  expect([asked, ended.word]).toEqual([3, "已停止"]);
  clock.advance(60_000);
  await settled();
  expect(asked).toBe(3);
});
test("a host that has left asks nothing more, and asks at once when it is put up again", async () => {
  answers = [new Error("HTTP 503"), "never"];
  putUp();
  await settled();
  for (const c of host.controllers) c.hostDisconnected?.();
  clock.advance(60_000);
  await settled();
  expect(asked).toBe(1);
  putUp();
  await settled();
  expect([asked, ended.word]).toEqual([2, "无此态势"]);
});
