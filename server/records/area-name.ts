import type { Names } from "./shelves.ts";

/** 湛江 雷州: the city and county above or at a region. */
export function areaName(code: string, { regions }: Pick<Names, "regions">): string {
  const index = regions.indexOf(code);
  if (index < 0) return "";
  const names = (["city", "county"] as const).map((level) => regions.ancestor(index, level)).filter((i) => i >= 0 && !regions.isPassThrough(i)).map((i) => regions.row(i).name);
  return names.length > 0 ? names.join(" ") : regions.row(index).name;
}
