// Loaded into a server before its own program (`node --expose-gc --import`): asked by its parent, it collects what is garbage and tells what is left.
process.on("message", () => {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ rss, heapUsed, external });
});
// A server that has stopped must not live on for being asked.
process.channel.unref();
