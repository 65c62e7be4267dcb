import type { Ink } from "../../themes/ink.ts";
import { TYPE_U } from "../../themes/scale.ts";
import type { Mark, Run, Size, Truth } from "./mark.ts";
import { moved } from "./moved.ts";
import { figureRuns, type Figure } from "./panel-text.ts";
import { rowMarks } from "./rows.ts";
import { fitLine, wrap } from "./words.ts";

export const spec = { kind: "storm-now", minU: [28, 15] } as const;

/** Words in a line; `truth` where they are a number. */
export interface Said {
  readonly text: string;
  readonly tone?: "strong" | "notActual";
  readonly truth?: Truth;
}
export interface StormNowData {
  /** What happens next: 10级风到 茂名 电白（外推）. */
  readonly lead: { readonly text: string; readonly tone?: "notActual" };
  /** How long until then, or how many are inside: [3, 时], [05, 分]. One number with one truth. */
  readonly hero?: { readonly parts: readonly (readonly [number: string, unit: string])[]; readonly truth?: Truth; readonly old?: boolean };
  readonly under: readonly (readonly Said[])[];
  readonly facts: readonly StormFactRow[];
}
export interface StormFactRow {
  readonly id: string;
  readonly label: string;
  /** In large type; a number with its truth, or a word. */
  readonly main: readonly Figure[];
  readonly small?: boolean;
  readonly right?: readonly (Said | Figure)[];
  /** 外推 or 插值, in a dashed box at the right. */
  readonly tag?: string;
}
const LEFT_SHARE = 0.435;
const GAP_U = 1.4;
const ROW_U = 2.1;
const INK: Readonly<Record<NonNullable<Said["tone"]>, Ink>> = { strong: "t1", notActual: "w1" };

/** The countdown at the left; what is known of the storm at the right, each fact on a hairline. */
export function marks(data: StormNowData, size: Size): Mark[] {
  const { u, width } = size;
  const left = LEFT_SHARE * (width - GAP_U * u);
  return [...countdown(data, { ...size, width: left }), ...moved(facts(data.facts, { ...size, width: width - left - GAP_U * u }), left + GAP_U * u, 0)];
}
function countdown({ lead, hero, under }: StormNowData, size: Size): Mark[] {
  const { u, width } = size;
  const body = TYPE_U.body * u;
  const lines = wrap(lead.text, width, body, 400, size, 2);
  const out: Mark[] = lines.map((text, i): Mark => ({ kind: "text", id: `lead-${i}`, x: 0, y: (1.45 + i * 1.5) * u, text, sizePx: body, ink: lead.tone === "notActual" ? "w1" : "t1" }));
  let y = (0.4 + lines.length * 1.5) * u;
  if (hero) {
    const sizePx = TYPE_U.hero * u;
    const ink = hero.old ? "t3" : hero.truth?.quality === "extrapolated" ? "w1" : "t1";
    const of = hero.truth ? { truth: hero.truth } : {};
    const runs = hero.parts.flatMap(([number, unit]): Run[] => [
      { text: number, sizePx, weight: 500, ink, family: "num", ...of },
      { text: unit, sizePx: sizePx * 0.42, weight: 500, ink, gapPx: 0.1 * u, ...of },
    ]);
    y += 0.75 * u + 0.74 * sizePx;
    out.push({ kind: "text", id: "hero", ...runs[0]!, tail: runs.slice(1), x: 0, y });
    y += 0.75 * u;
  }
  for (const [i, line] of under.entries()) {
    y += 1.62 * u;
    const [first, ...tail] = fitLine(line.map((said) => saidRun(said, body)), width, size, "middle");
    if (first) out.push({ kind: "text", id: `under-${i}`, ...first, tail, x: 0, y });
  }
  return out;
}
const saidRun = ({ text, tone, truth }: Said, sizePx: number): Run => ({ text, sizePx, ink: truth?.state === "stale" ? "t3" : tone ? INK[tone] : "t2", ...(truth && { truth, family: "num" as const }) });
const isFigure = (part: Said | Figure): part is Figure => !("tone" in part) && ("unit" in part || "isNumber" in part);

function facts(rows: readonly StormFactRow[], size: Size): Mark[] {
  const { u } = size;
  const body = TYPE_U.body * u;
  return rowMarks(
    [{ widthU: 3.4 }, {}],
    rows.map(({ id, label, main, small, right = [], tag }) => ({
      id,
      cells: [
        [{ text: label, sizePx: body, ink: "t3" }],
        ({ x, width, baseline }) => {
          const big = small ? body : 1.6 * u;
          const [first, ...tail] = main.flatMap((figure, i): Run[] => {
            const [value, ...unit] = figureRuns(figure, big, u);
            return [i > 0 ? { ...value, gapPx: 0.9 * u } : value, ...unit.map((run) => ({ ...run, ...(small && { sizePx: body }) }))];
          });
          const [end, ...more] = tag
            ? [{ text: tag, sizePx: u, ink: "w1" as const, box: { stroke: "w2" as const, dashed: true, padPx: 0.4 * u } }]
            : right.flatMap((part, i): Run[] => {
                const [lead, ...rest] = isFigure(part) ? figureRuns(part, body, u, 400) : [saidRun(part, body)];
                return [i > 0 ? { ...lead!, gapPx: 0.35 * u } : lead!, ...rest];
              });
          const out: Mark[] = [];
          if (first) out.push({ kind: "text", id: `${id}.main`, ...first, tail, x, y: baseline });
          if (end) out.push({ kind: "text", id: `${id}.right`, ...end, tail: more, x: x + width, y: baseline, anchor: "end" });
          return out;
        },
      ],
    })),
    size,
    { rowU: ROW_U },
  );
}

/** The same in one sentence. */
export function sentence({ lead, hero, under, facts: rows }: StormNowData): string {
  const count = hero ? `，${hero.parts.map(([number, unit]) => `${number}${unit}`).join("")}` : "";
  const known = rows.map(({ label, main }) => `${label} ${main.map((f) => `${f.text}${f.unit ?? ""}`).join(" ")}`);
  return `${lead.text}${count}；${[...under.map((line) => line.map(({ text }) => text).join("")), ...known].join("；")}。`;
}
