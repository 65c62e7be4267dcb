import { expect, test } from "vitest";
import { postsFor, type AlertPost } from "./alert-post.ts";

const post = (account: string): AlertPost => ({ account, role: "officer", region: account.split("@")[1]! });
const posts = ["officer@44", "officer@4408", "officer@4403", "officer@440882", "chief@440882", "officer@440882115"].map(post);
const given = (region: string) => postsFor(posts, region, (code) => code.length, (at, ancestor) => at.startsWith(ancestor)).map(({ account }) => account);

test("an alert of a county is given to its own posts first, then upward, then to its towns; to no other city", () =>
  expect(given("440882")).toEqual(["officer@440882", "chief@440882", "officer@4408", "officer@44", "officer@440882115"]));
test("where no post sits at the place, the nearest above is the first", () => expect(given("440882115212")[0]).toBe("officer@440882115"));
test("what concerns the province concerns every post", () => expect(given("44")).toHaveLength(posts.length));
