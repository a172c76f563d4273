import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type PlanShop, planShop } from "../../test/support/soldPlans.ts";
import { type Caller, many, type Problem, perform } from "../platform/index.ts";
import { withCheckCharacters } from "./checkCharacters.ts";
import { activateContract, checkCode } from "./routes.ts";

const storedBuckets = many<{ bucket: string; tries: number }>(
  "test_stored_buckets",
  "select bucket, tries from identity.spent_try order by bucket",
);

let guesses = 0;
/** A code as a guesser makes it: well formed, and not one of ours. */
function guess(): string {
  guesses += 1;
  return withCheckCharacters(Array.from({ length: 26 }, (_, place) => (place === 0 ? guesses % 32 : 7)));
}

function outcome(error: unknown): string {
  return (error as Problem).code;
}

describe("guessing codes", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop();
  });
  const tryCode = async (caller: Caller, code: string, email = "ada@example.com", dryRun = false) => {
    const device = { activatedAt: "never", region: "EU" } as const;
    const holder = { name: "Ada", email };
    const command = { code, serial: `AC4GUESS${guesses}X`, device, holder };
    const performed = await perform(shop.platform, caller, activateContract, command, { dryRun });
    return performed.refused?.code ?? "activated";
  };
  const check = async (caller: Caller, code: string) =>
    (await perform(shop.platform, caller, checkCode, { code })).refused?.code ?? "checked";
  const from = (address: string): Caller => ({ role: "public", id: "public", address });

  it("ends after ten tries from one address until the next hour, also for a right code", async () => {
    const [code = ""] = await shop.sell("U-3889316", 1);
    const guesser = from("203.0.113.7");
    for (let tried = 0; tried < 10; tried += 1) {
      assert.equal(await check(guesser, guess()), "code_refused");
    }
    await assert.rejects(check(guesser, guess()), (problem: Problem) => {
      assert.equal(problem.status, 429);
      assert.equal(problem.retryAfterSeconds, 3600);
      return true;
    });
    await assert.rejects(tryCode(guesser, code), (problem: Problem) => problem.status === 429);
    assert.equal(await check(from("203.0.113.8"), code), "checked");
    await shop.setTime("2026-11-21T10:00:00Z");
    assert.equal(await check(guesser, code), "checked");
  });

  it("ends for one proved e-mail and one account too, from whatever address, dry runs included", async () => {
    const owner: Caller = { role: "owner", id: "person:guesser" };
    const eve = (session: number): Caller => ({
      ...{ role: "owner", id: `person:eve-${session}`, email: "Eve@Example.com" },
      address: `198.51.100.${session}`,
    });
    for (let tried = 0; tried < 10; tried += 1) {
      const dryRun = tried % 2 === 0;
      assert.equal(await tryCode(eve(tried), guess(), "whoever@example.com", dryRun), "code_refused");
      assert.equal(await check({ ...owner, address: `192.0.2.${tried}` }, guess()), "code_refused");
    }
    await assert.rejects(tryCode(eve(99), guess()), { code: "too_many_tries" });
    await assert.rejects(check({ ...owner, address: "192.0.2.99" }, guess()), { code: "too_many_tries" });
  });

  it("locks nobody out whose address a guesser names as the holder's", async () => {
    const [code = ""] = await shop.sell("U-3889316", 1);
    for (let tried = 0; tried < 12; tried += 1) {
      await tryCode(from(`198.18.0.${tried}`), guess(), "victim@example.com");
    }
    const victim: Caller = { role: "owner", id: "person:victim", email: "victim@example.com" };
    assert.equal(
      await tryCode({ ...victim, address: "198.18.1.1" }, code, "victim@example.com"),
      "activated",
    );
  });

  it("by all the world together stops the public, and nobody we know", async () => {
    const [code = ""] = await shop.sell("U-3889316", 1);
    await ownerQuery(
      shop.database,
      "update identity.spent_try set tries = 10000 where bucket like 'wrong_tries_of_all:%'",
    );
    await assert.rejects(check(from("203.0.113.90"), code), { code: "too_many_tries" });
    const known: Caller = { role: "owner", id: "person:known", email: "known@example.com" };
    assert.equal(await check({ ...known, address: "203.0.113.91" }, code), "checked");
    assert.equal(await check(known, guess()), "code_refused");
    await ownerQuery(shop.database, "update identity.spent_try set tries = 1 where tries = 10000");
  });

  it("learns no more from tries sent at once than from ten in a row", async () => {
    const guesser = from("203.0.113.50");
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => check(guesser, guess()).catch(outcome)),
    );
    assert.equal(answers.filter((answer) => answer === "code_refused").length, 10);
    assert.equal(answers.filter((answer) => answer === "too_many_tries").length, 30);
  });

  it("is not what a typing error is, nor a code that was used", async () => {
    const [code = ""] = await shop.sell("U-3889316", 1);
    const honest = from("203.0.113.60");
    assert.equal(await tryCode(honest, code, "honest@example.com"), "activated");
    for (let tried = 0; tried < 15; tried += 1) {
      assert.equal(await tryCode(honest, code, "honest@example.com"), "code_refused");
      await assert.rejects(check(honest, `${code.slice(0, -1)}*`), { code: "bad_request" });
    }
  });

  it("leaves no address or e-mail behind, and is forgotten after a day", async () => {
    const rows = await storedBuckets(shop.platform.database);
    assert.ok(rows.length > 5);
    assert.doesNotMatch(JSON.stringify(rows), /@|203|198\.51/);
    await shop.setTime("2026-11-23T10:00:00Z");
    await check(from("203.0.113.70"), guess());
    const kept = await storedBuckets(shop.platform.database);
    assert.deepEqual(
      kept.map(({ tries }) => tries),
      [1, 1],
    );
  });
});
