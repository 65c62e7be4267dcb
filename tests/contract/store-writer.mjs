// Commits one decision after the other and prints each id once the store has acknowledged it, until it is killed.
import { runnerImport } from "vite";

const [, , module, factory, where, start] = process.argv;
const { module: adapter } = await runnerImport(module);
const store = await adapter[factory](where);
for (let n = Number(start); ; n++) {
  await store.commit({
    entries: [
      {
        situation: "kill", seq: n, at: "2026-01-01T00:00:00.000+08:00", simAt: "2026-01-01T00:00:00.000+08:00", kind: "test.written",
        actor: "writer", region: "44", bodyHash: "b".repeat(64), prev: "p".repeat(64), hash: "h".repeat(64), body: { n, filler: "长".repeat(200) }, salt: "s",
      },
    ],
    command: { id: `command-${n}`, account: "writer", bodyHash: "b", situation: "kill", at: n, status: 200, answer: { seq: n } },
    outbox: [{ key: `out-${String(n).padStart(9, "0")}`, situation: "kill", at: n, body: { n } }],
    timers: [{ id: `timer-${n}`, situation: "kill", kind: "remind", dueAt: n, body: { n } }],
  });
  process.stdout.write(`${n}\n`);
}
