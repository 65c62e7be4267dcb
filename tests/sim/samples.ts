import { createIngest, type Dictionary, type Ingest } from "../../server/ingest/index.ts";
import type { Clock } from "../../model/ports.ts";
import { formatTime, HOUR } from "../../model/time.ts";
import { littleTree } from "../fixtures/little-province.ts";
import type { Chance } from "./chance.ts";
import { outage } from "./province.ts";
import type { Court } from "./violation.ts";

type Fate = "accepted" | "rejected" | "quarantined";
const dictionary: Dictionary = {
  indicator: (id) => (id === outage.id ? outage : undefined),
  place(id) {
    const row = littleTree.find(id);
    return row && { level: row.level, region: row.code };
  },
};
const good = { indicator: outage.id, place: "440103001", value: 12 };
/** What a source may send, and what is to become of it. */
const SENDS: readonly (readonly [Fate, (now: number) => unknown])[] = [
  ["accepted", (now) => ({ ...good, observedAt: formatTime(now) })],
  ["accepted", (now) => ({ ...good, place: "441900003", observedAt: formatTime(now - HOUR), value: 0 })],
  ["rejected", (now) => ({ ...good, observedAt: formatTime(now), value: null })],
  ["rejected", () => ({ ...good, observedAt: "2026-02-30T00:00:00Z" })],
  ["rejected", () => "nothing"],
  ["quarantined", (now) => ({ ...good, observedAt: formatTime(now), place: "nowhere" })],
  ["quarantined", (now) => ({ ...good, observedAt: formatTime(now + HOUR) })],
  ["quarantined", (now) => ({ ...good, observedAt: formatTime(now), value: 1e6 })],
];
/** Samples that come in, good and bad, and the receipts for them (I18). */
export interface Samples {
  opens(clock: Clock): void;
  send(now: number): void;
}

export function createSamples(chance: Chance, court: Court): Samples {
  let ingest: Ingest;
  let aside = 0;
  return {
    opens(clock) {
      ingest = createIngest({ ...dictionary, clock });
      aside = 0;
    },
    send(now) {
      const sent = Array.from({ length: chance.between(1, 6) }, () => chance.pick(SENDS));
      const { receipt, readings } = ingest.accept(sent.map(([, make]) => make(now)), { id: "source", region: "44", mayAbout: () => true });
      const of = (fate: Fate): number => sent.filter(([each]) => each === fate).length;
      const { received, accepted, rejected, quarantined, problems } = receipt;
      const balances = received === sent.length && received === accepted + rejected + quarantined && problems.length === rejected + quarantined && readings.length === accepted;
      const isTrue = accepted === of("accepted") && rejected === of("rejected") && quarantined === of("quarantined");
      court.must(balances && isTrue, "I18", () => `Of ${sent.map(([fate]) => fate).join(", ")} the receipt says ${JSON.stringify({ received, accepted, rejected, quarantined, problems: problems.length })}, and ${readings.length} were taken.`);
      aside += quarantined;
      court.must(ingest.quarantine().length === Math.min(1_000, aside), "I18", () => `${aside} samples were kept aside, and ${ingest.quarantine().length} can be looked at.`);
    },
  };
}
