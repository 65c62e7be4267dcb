import { isOpenAlert, type Alert, type AlertState } from "../../model/alert.ts";
import { chunksOf } from "../../model/chunks.ts";
import type { Keeping, KeptRecord } from "../../model/decision.ts";
import { Later } from "../../model/later.ts";
import type { LevelSpan } from "../../model/level-record.ts";
import type { RestingMap } from "../../model/resting-map.ts";
import type { Severity } from "../../model/words.ts";
import type { Chatter } from "./chatter.ts";
import type { Groups } from "./groups.ts";
import type { Load } from "./load.ts";

/** An alert, and at which levels it has stood. */
export interface Raised {
  readonly alert: Alert;
  readonly levels: readonly LevelSpan[];
}
/** What is kept of alerts, as it stands. */
export interface AlertsStanding {
  readonly raised: RestingMap<Raised>;
  readonly byIncident: Map<string, readonly string[]>;
  /** Ids of the open alert of each cause, in the order in which they were opened. */
  open(): string[];
  /** Everything is gone. */
  clear(): void;
  /** One more that is open, in that order. */
  opened(alert: Alert): void;
  readonly groups: Pick<Groups, "kept" | "askedAt">;
  readonly load: Pick<Load, "kept">;
  readonly chatter: Pick<Chatter, "kept">;
}

type Span = readonly [rule: number, severity: Severity, from: number, to: number | null];
/** Numbers stand for words that were told before. */
type Row = readonly [
  id: string, rule: number, indicator: number, place: number, topic: number, source: number, group: number, severity: Severity, state: AlertState, value: number, limit: number, sourceDown: 0 | 1,
  raisedAt: string, simAt: string, rest: Partial<Alert> | 0, levels: readonly Span[],
];
/** Some that came one after the other. Those that are closed rest, and are never asked about again: their rows are read when somebody wants to know. */
type KeptChunk = readonly [of: "alerts", ids: readonly string[], open: readonly Row[], askedAt: readonly number[]];

/** Keeps all alerts of a situation: most of a long chain. What thousands of them say alike, rules, places and sources, is written once, and stands in memory once. */
export function keepAlerts(standing: AlertsStanding): Keeping {
  const { raised, byIncident, groups, load, chatter } = standing;

  function* kept(all: readonly Raised[], askedAt: ReadonlyMap<string, number>): Generator<KeptRecord> {
    const words = new Map<string, number>();
    const fresh: string[] = [];
    const numberOf = (word: string): number => {
      const known = words.get(word);
      if (known !== undefined) return known;
      fresh.push(word);
      words.set(word, words.size);
      return words.size - 1;
    };
    const rowOf = ({ alert, levels }: Raised): Row => {
      const { id, rule, indicator, place, topic, severity, state, value, limit, source, sourceDown, raisedAt, simAt, group, ...rest } = alert;
      return [
        id, numberOf(rule), numberOf(indicator), numberOf(place), numberOf(topic), numberOf(source), numberOf(group), severity, state, value, limit, sourceDown ? 1 : 0,
        raisedAt, simAt, Object.keys(rest).length > 0 ? rest : 0, levels.map((span): Span => [numberOf(span.rule), span.severity, span.from, span.to ?? null]),
      ];
    };
    for (const some of chunksOf(all)) {
      const [open, closed] = [some.filter(isOpen).map(rowOf), some.filter((one) => !isOpen(one)).map(rowOf)];
      if (fresh.length > 0) yield { record: ["words", fresh.splice(0)] };
      yield { record: ["alerts", some.map(({ alert }) => alert.id), open, open.map(([id]) => askedAt.get(id) ?? 0)] satisfies KeptChunk, later: Later.of(closed) };
    }
  }
  function restored([, ids, open, asks]: KeptChunk, later: Later, words: readonly string[], askedAt: Map<string, number>): void {
    const awake = new Set(open.map(([id]) => id));
    raised.rest(ids, () => {
      const closed = later.read() as readonly Row[];
      let next = 0;
      // What is open stands already, at its place in the order.
      return ids.map((id) => (awake.has(id) ? undefined! : raisedOf(closed[next++]!, words)));
    });
    for (const [i, row] of open.entries()) {
      raised.set(row[0], raisedOf(row, words));
      askedAt.set(row[0], asks[i]!);
    }
  }

  return {
    name: "alerts",
    keep() {
      const all = raised.list();
      const incidents = [...byIncident];
      // One cause has one open alert; where there are two of one, the other is open all the same.
      const open = [...new Set([...standing.open(), ...all.flatMap(({ alert: { id, state } }) => (isOpenAlert(state) ? [id] : NONE))])];
      const askedAt = new Map(open.map((id) => [id, groups.askedAt(id)]));
      const beside = [groups.kept.keep(all.map(({ alert }) => alert)), load.kept.keep(), chatter.kept.keep()];
      return (function* (): Generator<KeptRecord> {
        yield* kept(all, askedAt);
        for (const incident of incidents) yield { record: ["incident", ...incident] };
        for (const id of open) yield { record: ["open", id] };
        for (const [n, records] of beside.entries()) for (const { record } of records) yield { record: [BESIDE[n], record] };
      })();
    },
    restore(records) {
      standing.clear();
      const words: string[] = [];
      const askedAt = new Map<string, number>();
      const beside: Record<string, KeptRecord[]> = { groups: [], load: [], chatter: [] };
      for (const { record, later } of records) {
        const said = record as readonly [of: string, unknown, unknown];
        if (said[0] === "alerts") restored(record as KeptChunk, later!, words, askedAt);
        else if (said[0] === "words") words.push(...(said[1] as readonly string[]));
        else if (said[0] === "incident") byIncident.set(said[1] as string, said[2] as readonly string[]);
        else if (said[0] === "open") standing.opened(raised.get(said[1] as string)!.alert);
        else beside[said[0]]!.push({ record: said[1] });
      }
      groups.kept.restore([...raised.keys()], askedAt, beside.groups!);
      load.kept.restore(beside.load!);
      chatter.kept.restore(beside.chatter!);
    },
    wake: () => raised.wakeSome(),
  };
}
const isOpen = ({ alert }: Raised): boolean => isOpenAlert(alert.state);
const NONE: readonly string[] = [];
const BESIDE = ["groups", "load", "chatter"] as const;

function alertOf([id, rule, indicator, place, topic, source, group, severity, state, value, limit, sourceDown, raisedAt, simAt, rest]: Row, words: readonly string[]): Alert {
  const word = (n: number): string => words[n]!;
  return {
    id, rule: word(rule), indicator: word(indicator), place: word(place), topic: word(topic), severity, state, value, limit, source: word(source), sourceDown: sourceDown === 1, raisedAt, simAt, group: word(group),
    ...(rest !== 0 && rest),
  };
}
const raisedOf = (row: Row, words: readonly string[]): Raised => ({ alert: alertOf(row, words), levels: row[15].map(([rule, severity, from, to]): LevelSpan => ({ rule: words[rule]!, severity, from, ...(to !== null && { to }) })) });
