import { io } from "socket.io-client";
import { fromSource } from "./from-source.mjs";

/**
 * A program that hears channels of a situation as pages do. Snapshots come first, then each frame as it arrives.
 * @param display which display of which wall it says that it is, `main/2`
 */
export async function listen(house, { account = "commander@44", situation, channels, display, heard }) {
  const { decode } = await fromSource("model/wire/codec.ts");
  const take = (bytes) => heard(decode(new Uint8Array(bytes)), Date.now());
  const socket = io(house.base, { path: "/live", transports: ["websocket"], reconnection: false, forceNew: true, auth: { token: house.account(account).token, ...(display && { display }) } });
  socket.on("frame", take);
  await new Promise((done, fail) => {
    socket.once("connect", done);
    socket.once("connect_error", fail);
  });
  const answer = await socket.timeout(10_000).emitWithAck("watch", { situation, channels });
  if (!answer.ok || answer.channels.some((c) => "code" in c)) throw new Error(`The server does not give what the bench asks for: ${JSON.stringify(answer)}`);
  for (const { snapshot } of answer.channels) if (snapshot) take(snapshot);
  return { close: () => socket.close() };
}
