import { expect, test } from "vitest";
import { refuseOldLibrary } from "./open.ts";

test("an SQLite library that can corrupt a write-ahead log is refused by its version", () => {
  for (const old of ["3.51.2", "3.50.9", "2.99.99", "3.7.0", "3.51"]) expect(() => refuseOldLibrary(old)).toThrow(/3\.51\.3/);
  for (const sound of ["3.51.3", "3.53.0", "3.100.0", "4.0.0"]) expect(() => refuseOldLibrary(sound)).not.toThrow();
});
