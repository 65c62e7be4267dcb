import { connect } from "node:net";
import fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { ManualClock } from "../../model/clock.ts";
import { loseNoPatience } from "./patience.ts";

const SILENCE_MS = 100;
/** More than a line holds by itself. */
const MUCH = 64 * 1024 * 1024;

/** A door that loses its patience after a tenth of a second of silence; an answer is given when the test says so. */
async function door() {
  let answer: (words: string) => void = () => {};
  let isAsked = (): void => {};
  const asked = new Promise<void>((done) => (isAsked = done));
  const app = fastify({ connectionTimeout: SILENCE_MS });
  loseNoPatience(app, new ManualClock(0), []);
  app.post("/work", () => {
    isAsked();
    return new Promise<string>((done) => (answer = done));
  });
  app.post("/stream", { config: { streams: true } }, async () => "read");
  app.get("/much", async () => "x".repeat(MUCH));
  const gone = new Promise<void>((done) => app.server.on("connection", (socket) => socket.once("close", () => done())));
  onTestFinished(() => app.close());
  await app.listen({ port: 0 });
  const { port } = app.server.address() as { port: number };
  /** What has come back by the time that the connection is closed. */
  const send = (text: string) => new Promise<string>((done) => {
    let heard = "";
    const line = connect(port, "127.0.0.1", () => line.write(text));
    line.on("data", (part) => (heard += String(part))).on("error", () => {}).on("close", () => done(heard));
    onTestFinished(() => void line.destroy());
  });
  return { port, gone, send, asked, answer: (words: string) => answer(words) };
}
const times = (n: number): Promise<void> => new Promise((done) => setTimeout(done, n * SILENCE_MS));

test("an answer that takes longer than a caller may be silent still reaches whoever waits for it", async () => {
  const { send, asked, answer } = await door();
  const heard = send("POST /work HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  await asked;
  await times(4);
  answer("it stands");
  expect(await heard).toMatch(/^HTTP\/1\.1 200 [\s\S]*it stands$/);
});

test("a caller that says no more in the middle of its body is left, and is not waited for", async () => {
  const { send } = await door();
  expect(await send("POST /stream HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 10\r\n\r\nhalf")).toBe("");
});

test("a caller that does not read its answer is left", async () => {
  const { port, gone } = await door();
  const line = connect(port, "127.0.0.1", () => line.write("GET /much HTTP/1.1\r\nhost: x\r\n\r\n"));
  line.on("error", () => {}).pause();
  onTestFinished(() => void line.destroy());
  await gone;
  expect(line.bytesRead).toBeLessThan(MUCH);
});
