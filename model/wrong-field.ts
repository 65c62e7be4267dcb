import type { Compile } from "typebox/compile";

/** The first field of data that is not what its schema asks for: where, what was found there, and what was expected. */
export function wrongField(check: ReturnType<typeof Compile>, data: unknown): { readonly path: string; readonly says: string } {
  const wrong = check.Errors(data);
  const path = wrong[0]?.instancePath ?? "";
  const here = wrong.filter((error) => error.instancePath === path);
  const where = path.replaceAll("/", ".");
  if (here.some((error) => error.keyword === "boolean")) return { path, says: `${where} is no field of it` };
  const choices = here.flatMap((error) => (error.keyword === "const" ? [JSON.stringify(error.params.allowedValue)] : []));
  const union = here.find((error) => error.keyword === "anyOf");
  const described = union && mixed(at(check.Type(), union.schemaPath.slice(1)) as Union);
  const why = described ? `must be ${described}` : choices.length > 0 ? `must be one of ${choices.join(", ")}` : (wrong[0]?.message ?? "is not what the kind asks for").replace("must have required properties", "must have");
  return { path, says: `${where} is ${show(at(data, path))}; it ${why}` };
}
interface Union {
  readonly anyOf: readonly object[];
  readonly description?: string;
}
/** What may stand where not only words may: the words alone would not say it all. */
const mixed = ({ anyOf, description }: Union): string | undefined => (anyOf.every((one) => "const" in one) ? undefined : description);
const at = (data: unknown, path: string): unknown => path.split("/").slice(1).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
/** A value in few words; what has an inside may have one that is 200 KB deep. */
function show(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? `a list of ${value.length}` : `an object with ${Object.keys(value).slice(0, 10).join(", ") || "nothing"}`;
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
