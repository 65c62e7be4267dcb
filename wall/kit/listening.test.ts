import type { ReactiveController } from "lit";
import { expect, test } from "vitest";
import { Listening } from "./listening.ts";

/** As much of a Lit element as a controller sees. */
function seat() {
  const controllers: ReactiveController[] = [];
  const host = { isConnected: true, updateComplete: Promise.resolve(true), requestUpdate: () => {}, removeController: () => {}, addController: (c: ReactiveController) => void controllers.push(c) };
  let heard = 0;
  new Listening(host, () => {
    heard++;
    return () => heard--;
  });
  return {
    heard: () => heard,
    update: () => controllers.forEach((c) => c.hostUpdate?.()),
    move(isConnected: boolean) {
      host.isConnected = isConnected;
      controllers.forEach((c) => (isConnected ? c.hostConnected?.() : c.hostDisconnected?.()));
    },
  };
}

test("it listens once, however often its host updates, and not before it does", () => {
  const { heard, update } = seat();
  expect(heard()).toBe(0);
  update();
  update();
  expect(heard()).toBe(1);
});

test("nothing listens after its host has left, not even when a last update comes late", () => {
  const { heard, update, move } = seat();
  update();
  move(false);
  expect(heard()).toBe(0);
  update();
  expect(heard()).toBe(0);
});

test("a host that comes back is listened for again", () => {
  const { heard, update, move } = seat();
  update();
  move(false);
  move(true);
  update();
  expect(heard()).toBe(1);
});
