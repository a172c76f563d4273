import { equal } from "node:assert/strict";
import { before, test } from "node:test";
import { type SignInServer, signInServer } from "../../test/support/signInServer.ts";
import { createKey, isSameHand, type NewKey } from "./index.ts";

let server: SignInServer;
before(async () => {
  server = await signInServer();
});

/** Makes a key of a manager's; answers with the id its callers have. */
async function made(key: Pick<NewKey, "createdBy" | "email">): Promise<string> {
  const { database, clock } = server.platform;
  const { key: row } = await createKey(database, { role: "manager", label: "till", ...key }, clock.now());
  return `key:${row.keyId}`;
}

const isSame = (one: string, other: string) => isSameHand(server.platform.database, one, other);

test("keys of one address are in one hand, those of two are not", async () => {
  const mia = { createdBy: "system", email: "mia@example.com" };
  const [first, second] = [await made(mia), await made(mia)];
  const max = await made({ createdBy: first, email: "max@example.com" });
  equal(await isSame(first, first), true);
  equal(await isSame(first, second), true);
  equal(await isSame(second, first), true);
  equal(await isSame(first, max), false, "made for somebody else, it is theirs");
});

test("a key without an address is in its maker's hand, however many lie between", async () => {
  const mia = await made({ createdBy: "system", email: "mia@example.com" });
  const max = await made({ createdBy: "system", email: "max@example.com" });
  const till = await made({ createdBy: mia });
  const tillOfTill = await made({ createdBy: till });
  for (const key of [till, tillOfTill]) {
    equal(await isSame(mia, key), true);
    equal(await isSame(key, max), false);
  }
  equal(await isSame(till, tillOfTill), true);
});

test("whom nobody known has made is a hand of its own", async () => {
  const [one, other] = [await made({ createdBy: "system" }), await made({ createdBy: "system" })];
  equal(await isSame(one, other), false);
  equal(await isSame("system", one), false);
  equal(await isSame("person:gone", "key:gone"), false);
});
