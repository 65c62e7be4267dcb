import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatTime } from "../../model/time.ts";
import { callerOf, type Answer, type Caller } from "../fixtures/caller.ts";
import { RECORD_ALONE, RESTARTS_MS, startServer, type RunningServer } from "../fixtures/start-server.ts";

const VILLAGE = "440882115212";
const [HEAD, UNIT] = ["commander@44", `unit@${VILLAGE}`];
/** What the steps before have made. */
interface Made {
  incident?: string;
  task?: string;
}
interface Step {
  readonly kind: string;
  readonly as: string;
  data(made: Made): object;
}
const ORDER = { unit: "", deadline: "" };
const STEPS: readonly Step[] = [
  { kind: "incident.report", as: UNIT, data: () => ({ type: "met.typhoon.track", region: VILLAGE, title: "【模拟】村口进水" }) },
  { kind: "incident.verify", as: HEAD, data: ({ incident }) => ({ incident, note: "电话核实" }) },
  { kind: "incident.grade", as: HEAD, data: ({ incident }) => ({ incident, grade: 3, reason: "影响一村" }) },
  { kind: "task.dispatch", as: HEAD, data: ({ incident }) => ({ incident, text: "组织转移", ...ORDER }) },
  { kind: "task.accept", as: UNIT, data: ({ task }) => ({ task }) },
  { kind: "task.arrive", as: UNIT, data: ({ task }) => ({ task, point: [109.83, 20.55] }) },
  { kind: "task.report", as: UNIT, data: ({ task }) => ({ task, text: "已撤一半" }) },
  { kind: "task.finish", as: UNIT, data: ({ task }) => ({ task, text: "全部撤完" }) },
  { kind: "task.check", as: HEAD, data: ({ task }) => ({ task, passed: true, text: "无误" }) },
  { kind: "incident.close", as: HEAD, data: ({ incident }) => ({ incident, text: "已安置" }) },
];

// Each test is one step and one boot; each goes on where the one before it ended.
describe.sequential("kill -9 between any two steps of the loop, and a restart", () => {
  let server: RunningServer;
  let api: Caller;
  /** One incident and its order for each of the two ways to be killed. */
  const loops: [Made, Made] = [{}, {}];
  beforeAll(async () => {
    server = await startServer({ env: RECORD_ALONE });
    api = callerOf(server);
    ORDER.unit = (await api.demo()).find((a) => a.account === UNIT)!.unit!;
    ORDER.deadline = formatTime(Date.now() + 3_600_000);
  });
  afterAll(() => server?.stop());

  const again = async () => {
    server = await startServer({ env: RECORD_ALONE, dataDir: server.dataDir, port: server.port });
    api = callerOf(server);
  };
  const send = (step: Step, loop: 0 | 1): Promise<Answer> => api.command(step.as, step.kind, step.data(loops[loop]), { id: `kill-${loop}-${step.kind}` });
  /** Sends a step and kills the server before its sender is told anything: so many ms later, or at the latest when an answer sets out. */
  async function cutOff(step: Step, loop: 0 | 1, afterMs: number): Promise<void> {
    const body = JSON.stringify({ id: `kill-${loop}-${step.kind}`, kind: step.kind, data: step.data(loops[loop]) });
    const headers = { authorization: `Bearer ${await api.tokenOf(step.as)}`, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    await new Promise<void>((killNow) => {
      const asked = request(`${server.url}/api/v1/commands`, { method: "POST", headers, agent: false });
      // Of an answer nothing is read.
      asked.on("response", () => killNow());
      asked.on("error", () => {});
      asked.end(body, () => void (Number.isFinite(afterMs) && setTimeout(killNow, afterMs)));
    });
    await server.kill();
  }
  const learn = (loop: 0 | 1, { body }: Answer) => void Object.assign(loops[loop], body.result);

  test.each(STEPS)("just after $kind is acknowledged: it stands, and the same id gets the same answer", async (step) => {
    const answer = await send(step, 0);
    expect(answer).toMatchObject({ status: 200 });
    await server.kill();
    await again();
    const repeated = await send(step, 0);
    expect([repeated.status, repeated.text]).toEqual([answer.status, answer.text]);
    learn(0, answer);
  }, RESTARTS_MS);

  // Every other one is done, and its answer lost on the way; those between are caught before, within or after the work.
  test.each(STEPS.map((step, i) => ({ ...step, afterMs: i % 2 === 0 ? Number.POSITIVE_INFINITY : 2 * i })))(
    "killed between $kind and its acknowledgement: the same id, sent again, does it once or finds it done",
    async ({ afterMs, ...step }) => {
      await cutOff(step, 1, afterMs);
      await again();
      const repeated = await send(step, 1);
      expect(repeated).toMatchObject({ status: 200 });
      expect((await send(step, 1)).text).toBe(repeated.text);
      learn(1, repeated);
    },
    RESTARTS_MS,
  );

  test("both orders are closed, each command stands once in the chain, and the verifier finds the chain whole", async () => {
    for (const { incident, task } of loops) {
      expect((await api.get(`/incidents/${incident}`, HEAD)).body.state).toBe("closed");
      expect((await api.get(`/tasks/${task}`, HEAD)).body.state).toBe("closed");
    }
    const { text } = await api.get("/journal", "auditor@44");
    const entries = text.trim().split("\n").slice(1).map((line) => JSON.parse(line) as { seq: number; kind: string; body: Made });
    expect(entries.map((e) => e.seq)).toEqual(entries.map((_, i) => i + 1));
    for (const { incident, task } of loops) {
      const ours = entries.filter(({ body }) => body.incident === incident || (task !== undefined && body.task === task)).map((e) => e.kind);
      // The last order's check leads to checking by itself.
      expect(ours).toEqual([...STEPS.slice(0, -1).map((s) => s.kind), "incident.checking", "incident.close"]);
    }
    const file = join(server.dataDir, "export.ndjson");
    writeFileSync(file, text);
    await server.stop();
    const heads = join(server.dataDir, "heads", "heads.ndjson");
    const { stdout } = await promisify(execFile)(process.execPath, [resolve("scripts/journal-verify.mjs"), file, "--heads", heads]);
    expect(stdout.trim().split("\n").at(-1)).toMatch(new RegExp(`^ok ${entries.length} [0-9a-f]{64}$`));
  });
});
