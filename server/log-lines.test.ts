import { expect, test } from "vitest";
import { linesInto } from "./log-lines.ts";

test("lines that find no room are lost and counted, a line that was cut is ended, and the next one says how many", () => {
  let room = 12;
  let file = "";
  const line = linesInto((bytes) => {
    const some = Math.min(room, bytes.length);
    if (some === 0) throw new Error("ENOSPC");
    room -= some;
    file += Buffer.from(bytes.subarray(0, some)).toString();
    return some;
  });
  for (const each of ["first\n", "the second\n", "third\n"]) line(each);
  expect(file).toBe("first\nthe se");
  room = 1_000;
  for (const each of ["fourth\n", "fifth\n"]) line(each);
  expect(file.split("\n")).toEqual(["first", "the se", '{"level":"warn","words":"Lines of the log found no room and are lost","lost":2}', "fourth", "fifth", ""]);
});
