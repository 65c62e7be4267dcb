// npm run journal:verify -- FILE [--heads FILE] [--key FILE]
// The last line says `ok N HEAD` (exit 0) or `bad SEQ REASON` (exit 1); exit 2 when a file cannot be read. FILE is the
// NDJSON export of one chain. Shares no code with the server: the format is docs/spec/journal.md, and nothing else is
// believed.
import { parseArgs } from "node:util";
import { verifyFile } from "./verify/file.mjs";

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { heads: { type: "string" }, key: { type: "string" } } });
  if (positionals.length !== 1) throw new Error("expected one FILE. Usage: npm run journal:verify -- FILE [--heads FILE] [--key FILE]");
  const { verdict, sound, notes } = await verifyFile({ file: positionals[0], ...values });
  for (const note of notes) console.log(note);
  console.log(verdict);
  process.exitCode = sound ? 0 : 1;
} catch (error) {
  console.error(`journal:verify: ${error.message}`);
  process.exitCode = 2;
}
