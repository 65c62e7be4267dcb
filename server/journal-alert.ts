import type { Finding } from "../model/finding.ts";
import { JOURNAL_FACT, JOURNAL_RULE } from "../model/journal-fact.ts";
import type { JournalState } from "../model/journal-state.ts";
import type { Stop } from "../model/ports.ts";
import type { RegionCode } from "../model/region.ts";
import type { Rule } from "../model/rule.ts";
import { SECOND } from "../model/time.ts";
import type { Watch } from "../model/watched.ts";

const LOOKED_AT_MS = SECOND;
const RULE: Rule = { id: JOURNAL_RULE, indicator: JOURNAL_FACT, level: 1, when: { op: ">=", value: 1 }, holdMs: 0, deadband: 0, source: "平台设定：日志链有一条不符即停止受理" };

/** Raises an alert of live when its chain was found to be damaged (日志校验失败). It stands in memory alone: nothing is written to such a chain. */
export const watchJournal = ({ journal, root, watch }: { journal(): JournalState; readonly root: RegionCode; readonly watch: Watch }): Stop =>
  watch({
    everyMs: LOOKED_AT_MS,
    findings: (): Finding[] => (journal().state === "flawed" ? [{ kind: "exceed", indicator: JOURNAL_FACT, place: root, rule: RULE, value: 1, limit: 1 }] : []),
    unwritten: "That the journal is damaged could not be shown as an alert",
  });
