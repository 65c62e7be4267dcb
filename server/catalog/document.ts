import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";

/**
 * Reads a JSON file and checks it against its schema.
 * @throws naming the file and the first thing in it that is not as the schema says
 */
export function readDocument<S extends TSchema>(root: string, path: string, schema: S): Static<S> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch (error) {
    throw new Error(`${path}: cannot be read as JSON (${(error as Error).message}). Mend the file and start again.`, { cause: error });
  }
  if (Value.Check(schema, found)) return found;
  const [first] = Value.Errors(schema, found);
  throw new Error(`${path}: ${first?.instancePath || "the document"} ${first?.message ?? "is not as expected"}. Mend the file and start again.`);
}

/** The JSON files of a folder, by path from the root, in the order of their names. */
export const documentsIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${folder}/${name}`);
