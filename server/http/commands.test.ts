import { expect, test } from "vitest";
import { httpDesk } from "../../tests/fixtures/http-desk.ts";
import { anIncident } from "../../tests/fixtures/small-house.ts";

const { command, house, send } = httpDesk();

test("broken JSON, another type, too much and unknown fields are each refused by name", async () => {
  expect((await send("/commands", "chief@44", "{")).json().code).toBe("bad_json");
  expect((await send("/commands", "chief@44", '{"__proto__":{"x":1}}')).json().code).toBe("bad_json");
  const twice = await send("/commands", "chief@44", '{"id":"a","kind":"wall.back","data":{"wall":"main","w\\u0061ll":"live"}}');
  expect([twice.statusCode, twice.json()]).toEqual([400, { code: "bad_request", message: 'The body names "wall" twice in data; which was meant cannot be known. Send it once.' }]);
  const text = await send("/commands", "chief@44", "{}", { "content-type": "text/plain" });
  expect([text.statusCode, text.json().code]).toEqual([415, "unsupported_type"]);
  const large = await send("/commands", "chief@44", JSON.stringify({ x: "y".repeat(300_000) }));
  expect([large.statusCode, large.json().code]).toEqual([413, "too_large"]);
  expect((await send("/commands", "chief@44", command("incident.verify", { incident: "i", note: "n", extra: 1 }))).json().code).toBe("bad_request");
  expect((await send("/commands", "chief@44", { ...command("incident.verify", { incident: "i", note: "n" }), extra: 1 })).json().code).toBe("bad_request");
  expect((await send("/commands", "chief@44", command("incident.explode", {}))).json().code).toBe("bad_request");
});

test("nothing is coerced: a grade that is a word and a flag that is a number are refused", async () => {
  house.incidents.push(anIncident("440882"));
  expect((await send("/commands", "chief@44", command("incident.grade", { incident: "inc-440882", grade: "3", reason: "r" }))).json().code).toBe("bad_request");
  expect((await send("/commands", "chief@44", command("task.check", { task: "t", passed: 1, text: "" }))).json().code).toBe("bad_request");
  expect(house.executed).toEqual([]);
});

test("a command reaches its ledger only with the right, and only for what the caller may see", async () => {
  house.incidents.push(anIncident("4401"), anIncident("440882"));
  const verify = (incident: string) => command("incident.verify", { incident, note: "已电话核实" });
  expect((await send("/commands", "unit@440882", verify("inc-440882"))).statusCode).toBe(403);
  expect((await send("/commands", "device@main", command("wall.back", { wall: "main" }))).statusCode).toBe(403);
  expect((await send("/commands", "officer@4408", verify("inc-4401"))).statusCode).toBe(404);
  expect((await send("/commands", "officer@4408", verify("inc-440882"))).statusCode).toBe(200);
  expect((await send("/commands", "officer@4408", command("incident.report", { type: "flood", region: "4401", title: "t" }))).statusCode).toBe(404);
  expect((await send("/commands", "chief@4408", command("task.dispatch", { incident: "inc-440882", unit: "4401:rescue", text: "t", deadline: "2026-11-22T10:00:00+08:00" }))).statusCode).toBe(404);
  expect(house.executed.map((e) => [e.actor.account, e.envelope.kind])).toEqual([["officer@4408", "incident.verify"]]);
});

test("a deadline that is no time is refused before the ledger", async () => {
  house.incidents.push(anIncident("440882"));
  const answer = await send("/commands", "chief@4408", command("task.dispatch", { incident: "inc-440882", unit: "440882:rescue", text: "t", deadline: "2026-02-30T10:00:00+08:00" }));
  expect(answer.json()).toMatchObject({ code: "bad_time", message: expect.stringContaining("deadline") });
});

test("another site's request is refused before the handler, with or without a readable body", async () => {
  const foreign: Record<string, string>[] = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, { origin: "null" }, { origin: "https://evil.example", "content-type": "text/plain" }];
  for (const headers of foreign) {
    const answer = await send("/commands", "chief@44", "{}", headers);
    expect([headers, answer.statusCode, answer.json().code]).toEqual([headers, 403, "bad_origin"]);
  }
  const own = await send("/session", undefined, { account: "chief@44", password: "wrong" }, { origin: "http://localhost:80", host: "localhost:80" });
  expect(own.statusCode).toBe(401);
});
