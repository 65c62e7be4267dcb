import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";

const { get, house, send } = httpDesk();

test("samples are for sources; they come as JSON or as a stream, and ?durable=1 is passed on", async () => {
  expect((await send("/samples", "chief@44", { samples: [] })).statusCode).toBe(403);
  const json = await send("/samples?durable=1", "source@44", { samples: [{ value: null }] });
  expect([json.statusCode, json.json()]).toEqual([202, { received: 1, accepted: 1, duplicates: 0, rejected: 0, quarantined: 0, problems: [] }]);
  expect(house.taken).toEqual([{ items: [{ value: null }], durable: true }]);
  expect((await send("/samples", "source@44", { samples: {}, more: 1 })).json().code).toBe("bad_request");
  const long = await send("/samples", "source@44", `{"indicator":"${"x".repeat(100)}"}\n`.repeat(4_000), { "content-type": "application/x-ndjson" });
  expect(long.json()).toMatchObject({ received: 4_000 });
});

test("a quarantined sample about an unknown place is shown only to who may read the whole chain", async () => {
  expect((await get("/quarantine", "officer@4408")).json().items).toHaveLength(1);
  expect((await get("/quarantine", "commander@44")).json().items).toHaveLength(2);
});

test("who reads the quarantine page by page misses nothing and reads nothing twice while older items fall away", async () => {
  const kept = [1, 2, 3, 4].map((n) => ({ n, place: "440882", source: "s" }));
  Object.assign(house.needs.samples, { quarantine: () => kept });
  const first = (await get("/quarantine?limit=2", "officer@4408")).json();
  expect([first.items.map((q: { n: number }) => q.n), first.next]).toEqual([[1, 2], "2"]);
  kept.splice(0, 3);
  kept.push({ n: 5, place: "440882", source: "s" });
  const second = (await get(`/quarantine?limit=2&after=${first.next}`, "officer@4408")).json();
  expect([second.items.map((q: { n: number }) => q.n), second.next]).toEqual([[4, 5], undefined]);
});
