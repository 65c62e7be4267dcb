import { Compile } from "typebox/compile";
import { COMMAND_DATA, type CommandData, type CommandKind } from "./command.ts";
import { Problem } from "./problem.ts";

const check = Object.fromEntries(Object.entries(COMMAND_DATA).map(([kind, schema]) => [kind, Compile(schema)])) as Record<CommandKind, ReturnType<typeof Compile>>;

export const isCommandKind = (kind: string): kind is CommandKind => Object.hasOwn(COMMAND_DATA, kind);

/** A command's data, once they are what its kind asks for. @throws Problem bad_request naming the first wrong field */
export function commandData<K extends CommandKind>(kind: K, data: unknown): CommandData<K> {
  if (check[kind].Check(data)) return data as CommandData<K>;
  const [wrong] = check[kind].Errors(data);
  const where = wrong?.instancePath ? `data${wrong.instancePath.replaceAll("/", ".")}` : "data";
  throw new Problem("bad_request", `"${kind}": ${where} ${wrong?.keyword === "boolean" ? "is no field of it" : (wrong?.message ?? "is not what the kind asks for")}. Its fields: ${Object.keys(COMMAND_DATA[kind].properties).join(", ")}.`);
}
