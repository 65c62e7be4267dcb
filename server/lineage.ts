import type { Rollup as RollupKind } from "../model/indicator.ts";
import { Problem } from "../model/problem.ts";
import type { Lineage } from "../model/sample.ts";
import type { Catalog } from "./catalog/index.ts";
import type { KnownWorld } from "./history/index.ts";

/** What a number is made of at `at`, in a world that knows what was known then: its definition, source and formula, and the contributions that add up to it. */
export function lineage(known: KnownWorld, catalog: Catalog, id: string, place: string, at: number): Lineage {
  const indicator = catalog.indicator(id);
  if (!indicator) throw new Problem("not_found", `There is no indicator "${id}".`);
  return {
    ...known.cell(id, place, at), indicator: id, at, definition: indicator.definition, source: indicator.source, owner: indicator.owner,
    formula: FORMULA[indicator.rollup](indicator), contributions: known.contributions(id, place, at),
  };
}

const FORMULA: Readonly<Record<RollupKind, (i: { readonly numerator?: string; readonly denominator?: string; readonly weight?: string }) => string>> = {
  sum: () => "下级之和 Σx",
  mean: () => "下级采样的算术平均 Σx/n",
  wmean: (i) => `以${i.weight ?? "权重"}加权平均 Σwx/Σw`,
  ratio: (i) => `Σ${i.numerator ?? "分子"} / Σ${i.denominator ?? "分母"}`,
  max: () => "下级中的最大值 max",
  min: () => "下级中的最小值 min",
  last: () => "最近一次观测 last",
  count: () => "有值的下级个数 n",
};
