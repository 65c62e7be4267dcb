import { Compile } from "typebox/compile";
import { COMMAND_DATA, type CommandData, type CommandKind } from "./command.ts";
import { Problem } from "./problem.ts";
import { wrongField } from "./wrong-field.ts";

const check = Object.fromEntries(Object.entries(COMMAND_DATA).map(([kind, schema]) => [kind, Compile(schema)])) as Record<CommandKind, ReturnType<typeof Compile>>;

export const isCommandKind = (kind: string): kind is CommandKind => Object.hasOwn(COMMAND_DATA, kind);

/** A command's data, once they are what its kind asks for. @throws Problem bad_request naming the first wrong field, what was found and what was expected */
export function commandData<K extends CommandKind>(kind: K, data: unknown): CommandData<K> {
  if (check[kind].Check(data)) {
    if (!isWhole(data)) throw new Problem("bad_request", `"${kind}": data holds half a character (a lone surrogate). Send whole ones.`);
    return data as CommandData<K>;
  }
  const { path, says } = wrongField(check[kind], data);
  const fields = Object.keys(COMMAND_DATA[kind].properties).join(", ");
  throw new Problem("bad_request", `"${kind}": data${says}. Its fields: ${fields}.`, { at: path });
}

/** RFC 8785 has no text for half a surrogate pair, and every command ends in the journal. */
const isWhole = (value: unknown): boolean =>
  typeof value === "string" ? !/\p{Surrogate}/u.test(value) : typeof value !== "object" || value === null || Object.values(value).every(isWhole);
