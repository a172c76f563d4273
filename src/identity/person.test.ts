import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { type Platform, type Problem, systemCaller, transact } from "../platform/index.ts";
import { createPerson, type NewPerson, personIdsOf, personOf, personsByIds } from "./index.ts";

describe("a person", () => {
  let platform: Platform;
  before(async () => {
    ({ platform } = await testPlatform([]));
  });
  const write = (person: NewPerson) => transact(platform, systemCaller, (tx) => createPerson(tx, person));
  const address = { line1: "Hauptstr. 1", postcode: "10115", city: "Berlin" };

  it("is written down with one statement and found by id and by address", async () => {
    const { personId, statements } = await transact(platform, systemCaller, async (tx) => {
      const before = tx.statements;
      const person = { name: " Ann Owner ", email: "ANN@Shop.Example", country: "DE", address };
      return { personId: await createPerson(tx, person), statements: tx.statements - before };
    });
    assert.equal(statements, 1);
    assert.deepEqual(await personOf(platform.database, personId), {
      personId,
      name: "Ann Owner",
      email: "ann@shop.example",
      country: "DE",
      address,
      locale: "en",
      company: null,
    });
    assert.deepEqual(await personIdsOf(platform.database, "ann@shop.example"), [personId]);
  });

  it("may be many behind one address, and is left out where nobody has the id", async () => {
    const ids = [
      await write({ name: "B", email: "b@shop.example" }),
      await write({ name: "B2", email: "b@shop.example" }),
    ];
    assert.deepEqual((await personIdsOf(platform.database, "b@shop.example")).toSorted(), ids.toSorted());
    const found = await personsByIds(platform.database, [...ids, ...ids, "nobody"]);
    assert.deepEqual([...found.keys()].toSorted(), ids.toSorted());
    assert.equal((await personsByIds(platform.database, [])).size, 0);
    assert.equal(await personOf(platform.database, "nobody"), undefined);
  });

  it("is not written down with what is no address", async () => {
    await assert.rejects(
      write({ name: "C", email: "c@shop.example＠evil.example" }),
      (p: Problem) => p.status === 400,
    );
  });
});
