import { resolve } from "node:path";
import type { Plugin } from "vite";
import type { Invariant } from "./violation.ts";

/** A flaw that is planted in the source while the simulator loads it, and never in the product. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
  /** The invariants of which the first to see it must be one. */
  readonly foundBy: readonly Invariant[];
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: "answered before the commit", file: "server/journal/ledger.ts", foundBy: ["I1"],
    from: "        if (!(await committed(batch, entries.at(-1) ?? head, moved))) {",
    to: "        void committed(batch, entries.at(-1) ?? head, moved).catch(() => {});\n        if (!batch) {",
  },
  {
    name: "the row of a fired timer kept", file: "server/journal/ledger.ts", foundBy: ["I5", "live"],
    from: "const dropped = [...fired.map(({ timer }) => timer.id), ...decisions.flatMap((decision) => decision.cancelTimers ?? [])];",
    to: "const dropped = decisions.flatMap((decision) => decision.cancelTimers ?? []);",
  },
  {
    name: "a timer armed by the wall clock", file: "server/timers/timers.ts", foundBy: ["I5"],
    from: "rows = new Map([...rows].map(([id, row]) => [id, shifted(row, byMs)]));",
    to: "",
  },
  {
    name: "a used id not looked at", file: "server/journal/repeat.ts", foundBy: ["I2"],
    from: "if (row.account !== actor.account || row.bodyHash !== commandHash(envelope))",
    to: "if (row.account !== actor.account && row.bodyHash !== commandHash(envelope))",
  },
  {
    name: "a second terminal state allowed", file: "model/incident.ts", foundBy: ["I3"],
    from: 'closed: { reopen: "handling", evaluate: "evaluated" },',
    to: 'closed: { reopen: "handling", evaluate: "evaluated" },\n  evaluated: { cancel: "cancelled" },',
  },
  {
    name: "the death of a source returns an alert", file: "server/alerts/next.ts", foundBy: ["I10"],
    from: "return { ...before, sourceDown: body.down === true };",
    to: 'return { ...(body.down === true ? standsAt(before, "clear") : before), sourceDown: body.down === true };',
  },
  {
    name: "a group loses the member that came while it was acknowledged", file: "server/alerts/groups.ts", foundBy: ["I10"],
    from: "else group.members.add(after.id);",
    to: "else if (group.counts.acknowledged === 0) group.members.add(after.id);",
  },
  {
    name: "suppressed ones not counted", file: "server/alerts/groups.ts", foundBy: ["I10"],
    from: "group.counts[alert.state] += by;",
    to: 'if (alert.state !== "suppressed") group.counts[alert.state] += by;',
  },
  {
    name: "the end of a shelf lost at a restart", file: "server/timers/timers.ts", foundBy: ["I5"],
    from: "rows = new Map(stored.filter(({ id }) => !aside.has(id))",
    to: 'rows = new Map(stored.filter(({ id, kind }) => !aside.has(id) && kind !== "shelf")',
  },
  {
    name: "a sample kept aside counted as accepted", file: "server/ingest/receipt.ts", foundBy: ["I18"],
    from: "else this.quarantined++;",
    to: "else this.accepted++;",
  },
];

/** Plants a flaw. What is not found as it is written here fails the loading: a list that nobody keeps guards nothing. */
export function planted({ name, file, from, to }: Mutant): Plugin & { isPlanted(): boolean } {
  let isPlanted = false;
  const path = resolve(file);
  return {
    name: "planted",
    enforce: "pre",
    isPlanted: () => isPlanted,
    transform(code, id) {
      if (id.split("?")[0] !== path) return undefined;
      const parts = code.split(from);
      if (parts.length !== 2) throw new Error(`Mutant "${name}": ${JSON.stringify(from)} stands ${parts.length - 1} times in ${file}; it must stand there once. Mend tests/sim/mutants.ts.`);
      isPlanted = true;
      return { code: parts.join(to), map: null };
    },
  };
}
