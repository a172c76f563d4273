import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import pino from "pino";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { type Along, eventsOf, type Job, type Module, reaction, systemCaller, transact } from "./index.ts";

interface Load {
  readonly rootId: string;
}

/** A platform whose job `carry` follows `Packed`, and goes along with it as `along` does. */
async function harbour(along: Along<Load>) {
  const carried: string[] = [];
  const lines: string[] = [];
  const carry: Job<Load> = {
    name: "carry",
    run: async (_platform, { rootId }) => {
      carried.push(rootId);
    },
  };
  const porters: Module = {
    name: "porters",
    routes: [],
    jobs: [carry as unknown as Job<never>],
    reactions: [
      reaction("Packed", carry, (_event, rootId) => ({ rootId }), undefined, along),
      reaction("Carried", carry, (_event, rootId) => ({ rootId: `after ${rootId}` })),
    ],
  };
  const log = pino({ level: "error" }, { write: (line: string) => lines.push(line) });
  const { platform } = await testPlatform([porters], { log });
  return {
    pack: async (rootId: string, fails = false) => {
      const work = transact(platform, systemCaller, async (tx) => {
        tx.record(rootId, [{ type: "Packed" }]);
        if (fails) {
          throw new Error("dropped");
        }
      });
      await (fails ? work.catch(() => undefined) : work);
      await platform.jobs.drained();
      return (await eventsOf(platform.database, rootId)).map(({ type }) => type);
    },
    carried,
    lines,
  };
}

describe("what goes along with an event", () => {
  it("is done in its transaction, without a job, and what follows it follows", async () => {
    const { pack, carried, lines } = await harbour(async (tx, { rootId }) => {
      tx.record(rootId, [{ type: "Carried" }]);
      return true;
    });
    deepEqual(await pack("piano"), ["Packed", "Carried"]);
    deepEqual([carried, lines], [["after piano"], []]);
  });

  it("is left to its job where it says so", async () => {
    const { pack, carried } = await harbour(async () => false);
    deepEqual(await pack("piano"), ["Packed"]);
    deepEqual(carried, ["piano"]);
  });

  it("is left to its job when it fails, by a fault or in the database, and holds up nothing", async () => {
    const broken: Along<Load> = async (tx, { rootId }) => {
      tx.record(rootId, [{ type: "Carried" }]);
      await tx.query({ name: "broken_along", text: "select 1 / 0" }, []);
      return true;
    };
    const thrown: Along<Load> = async () => Promise.reject(new Error("too heavy"));
    for (const along of [broken, thrown]) {
      const { pack, carried, lines } = await harbour(along);
      deepEqual(await pack("piano"), ["Packed"]);
      deepEqual(carried, ["piano"]);
      equal(lines.length, 1, "a fault of ours is told");
    }
  });

  it("is nothing when the transaction is not kept", async () => {
    const { pack, carried } = await harbour(async (tx, { rootId }) => {
      tx.record(rootId, [{ type: "Carried" }]);
      return true;
    });
    deepEqual(await pack("piano", true), []);
    deepEqual(carried, []);
  });
});
