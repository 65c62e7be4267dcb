import { causeOf, type Finding } from "../model/finding.ts";

/** So many findings are one commit: whoever orders something meanwhile waits for one of them and not for a whole storm. */
export const TOGETHER = 200;

/** What a tick has found, in the order in which it is written: causes with something red first, else as it was found; of one cause nothing changes its order. */
export function findingParts(findings: readonly Finding[]): (readonly Finding[])[] {
  if (findings.length <= TOGETHER) return findings.length === 0 ? [] : [findings];
  const key = ({ rule, place }: Finding): string => causeOf(rule, place);
  const red = new Set(findings.filter(({ kind, rule }) => kind === "exceed" && rule.level === 1).map(key));
  const ordered = [...findings.filter((finding) => red.has(key(finding))), ...findings.filter((finding) => !red.has(key(finding)))];
  return Array.from({ length: Math.ceil(ordered.length / TOGETHER) }, (_, i) => ordered.slice(i * TOGETHER, (i + 1) * TOGETHER));
}
