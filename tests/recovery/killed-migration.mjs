// Lifts the store FILE as the server does, and kills itself, as power would, right after the Nth statement; prints `whole` when there are fewer.
import { DatabaseSync } from "@photostructure/sqlite";
import { runnerImport } from "vite";

const [, , file, nth] = process.argv;
let left = Number(nth);
const db = new DatabaseSync(file);
db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
const { module } = await runnerImport("server/store/open.ts");
module.migrate({
  prepare: (sql) => db.prepare(sql),
  // No statement of a migration holds a semicolon of its own.
  exec(sql) {
    for (const statement of sql.split(";").filter((each) => each.trim() !== "")) {
      db.exec(statement);
      if (--left === 0) process.kill(process.pid, "SIGKILL");
    }
  },
}, file);
console.log("whole");
