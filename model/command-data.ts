import { Compile } from "typebox/compile";
import { COMMAND_DATA, type CommandData, type CommandKind } from "./command.ts";
import { Problem } from "./problem.ts";

const check = Object.fromEntries(Object.entries(COMMAND_DATA).map(([kind, schema]) => [kind, Compile(schema)])) as Record<CommandKind, ReturnType<typeof Compile>>;

export const isCommandKind = (kind: string): kind is CommandKind => Object.hasOwn(COMMAND_DATA, kind);

/** A command's data, once they are what its kind asks for. @throws Problem bad_request naming the first wrong field, what was found and what was expected */
export function commandData<K extends CommandKind>(kind: K, data: unknown): CommandData<K> {
  if (check[kind].Check(data)) {
    if (!isWhole(data)) throw new Problem("bad_request", `"${kind}": data holds half a character (a lone surrogate). Send whole ones.`);
    return data as CommandData<K>;
  }
  const wrong = check[kind].Errors(data);
  const path = wrong[0]?.instancePath ?? "";
  const here = wrong.filter((error) => error.instancePath === path);
  const where = `data${path.replaceAll("/", ".")}`;
  const fields = Object.keys(COMMAND_DATA[kind].properties).join(", ");
  if (here.some((error) => error.keyword === "boolean")) throw new Problem("bad_request", `"${kind}": ${where} is no field of it. Its fields: ${fields}.`, { at: path });
  const choices = here.flatMap((error) => (error.keyword === "const" ? [JSON.stringify(error.params.allowedValue)] : []));
  const why = choices.length > 0 ? `must be one of ${choices.join(", ")}` : (wrong[0]?.message ?? "is not what the kind asks for").replace("must have required properties", "must have");
  throw new Problem("bad_request", `"${kind}": ${where} is ${show(at(data, path))}; it ${why}. Its fields: ${fields}.`, { at: path });
}

const at = (data: unknown, path: string): unknown => path.split("/").slice(1).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
/** A value in few words; what has an inside may have one that is 200 KB deep. */
function show(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? `a list of ${value.length}` : `an object with ${Object.keys(value).slice(0, 10).join(", ") || "nothing"}`;
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
/** RFC 8785 has no text for half a surrogate pair, and every command ends in the journal. */
const isWhole = (value: unknown): boolean =>
  typeof value === "string" ? !/\p{Surrogate}/u.test(value) : typeof value !== "object" || value === null || Object.values(value).every(isWhole);
