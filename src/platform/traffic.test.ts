import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { type Job, type Module, systemCaller, transact } from "./index.ts";
import { openTraffic } from "./traffic.ts";

const AN_HOUR_MS = 3_600_000;

/** Requests that are being worked on until they are let go. */
function rush(traffic: ReturnType<typeof openTraffic>, count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const requests = Array.from({ length: count }, () => traffic.carry(() => promise));
  return async () => {
    resolve();
    await Promise.all(requests);
  };
}

describe("work that can wait", () => {
  it("goes at once beside few requests, and after many", async () => {
    const traffic = openTraffic();
    const few = rush(traffic, 2);
    await traffic.calm(AN_HOUR_MS);
    const done: string[] = [];
    const many = rush(traffic, 3);
    const waits = traffic.calm(AN_HOUR_MS).then(() => done.push("what waits"));
    await traffic.calm(1).then(() => done.push("what waited long enough"));
    done.push("the requests");
    await many();
    await waits;
    deepEqual(done, ["what waited long enough", "the requests", "what waits"]);
    await few();
  });

  it("waits for nothing when the process ends", async () => {
    const traffic = openTraffic();
    const many = rush(traffic, 3);
    const waits = traffic.calm(AN_HOUR_MS);
    traffic.close();
    await waits;
    await traffic.calm(AN_HOUR_MS);
    await many();
  });

  it("counts a request that fails no longer", async () => {
    const traffic = openTraffic();
    const failed = Array.from({ length: 3 }, () => traffic.carry(() => Promise.reject(new Error("no"))));
    equal(
      (await Promise.allSettled(failed)).every(({ status }) => status === "rejected"),
      true,
    );
    await traffic.calm(AN_HOUR_MS);
  });

  it("lets requests and urgent jobs go first, and no longer than its oldest job can wait", async () => {
    const done: string[] = [];
    let tell = (): void => undefined;
    const note = (name: string, canWaitMs?: number): Job<{ no: number }> => ({
      name,
      run: async () => {
        done.push(name);
        tell();
      },
      ...(canWaitMs !== undefined && { canWaitMs }),
    });
    const [letter, payment, late] = [note("letter", AN_HOUR_MS), note("payment"), note("late", 1)];
    const jobs = [letter, payment, late] as unknown as Job<never>[];
    const office: Module = { name: "office", routes: [], jobs };
    const { platform } = await testPlatform([office]);
    const many = rush(platform.traffic, 3);
    const both = new Promise<void>((resolve) => {
      tell = () => {
        if (done.length === 2) {
          resolve();
        }
      };
    });
    await transact(platform, systemCaller, async (tx) => tx.enqueue(letter, { no: 1 }));
    await transact(platform, systemCaller, async (tx) => {
      tx.enqueue(late, { no: 1 });
      tx.enqueue(payment, { no: 1 });
    });
    await both;
    deepEqual(done.toSorted(), ["late", "payment"]);
    await many();
    await platform.jobs.drained();
    equal(done.at(-1), "letter");
  });
});
