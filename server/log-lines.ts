import { fstatSync, writeSync } from "node:fs";

const STDOUT = 1;
/** Writes as many bytes as find room. @throws when none does */
export type WriteBytes = (bytes: Uint8Array) => number;

/**
 * Lines into a file that may lie on a disk that is full: what finds no room is lost and counted (`lost`, in the next line that
 * does), and never ends the program. A line that was cut is ended first.
 */
export function linesInto(write: WriteBytes): (line: string) => void {
  let lost = 0;
  let isCut = false;
  return (line) => {
    const said = lost > 0 ? `{"level":"warn","words":"Lines of the log found no room and are lost","lost":${lost}}\n${line}` : line;
    let left: Uint8Array = Buffer.from(isCut ? `\n${said}` : said);
    try {
      while (left.length > 0) {
        left = left.subarray(write(left));
        isCut = left.length > 0;
      }
      lost = 0;
    } catch {
      lost++;
    }
  };
}
/** To standard output. A stream of Node's that once found no room writes nothing ever after, or ends the program: a file is written without one. */
export const standardOutput = (): ((line: string) => void) =>
  fstatSync(STDOUT).isFile() ? linesInto((bytes) => writeSync(STDOUT, bytes)) : (line) => void process.stdout.write(line);
