import type { Rollup as RollupKind } from "../model/indicator.ts";
import { Problem } from "../model/problem.ts";
import type { Lineage } from "../model/sample.ts";
import type { Catalog } from "./catalog/index.ts";
import type { Rollup } from "./rollup/index.ts";

/** What a number is made of: its definition, source and formula, and the contributions that add up to it. */
export async function lineage(rollup: Rollup, catalog: Catalog, id: string, place: string, at: number | undefined, simNow: number): Promise<Lineage> {
  const indicator = catalog.indicator(id);
  if (!indicator) throw new Problem("not_found", `There is no indicator "${id}".`);
  const site = catalog.site(place);
  if (site && indicator.siteKind !== undefined && site.kind !== indicator.siteKind)
    throw new Problem("not_found", `${id} is not measured at "${place}", which is of kind ${site.kind}; it is measured at sites of kind ${indicator.siteKind}.`);
  if (at !== undefined && at < simNow - 1_000) throw new Problem("bad_request", "Lineage is told for the present; leave out `at`.");
  return {
    ...rollup.cell(id, place, simNow), indicator: id, at: simNow, definition: indicator.definition, source: indicator.source, owner: indicator.owner,
    formula: FORMULA[indicator.rollup](indicator), contributions: rollup.contributions(id, place, simNow),
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
