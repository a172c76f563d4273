import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import pino from "pino";
import { testPlatform } from "../../test/support/testPlatform.ts";
import { openAtOnce } from "./atOnce.ts";
import { type Faults, type Job, type Module, type Platform, systemCaller, transact } from "./index.ts";

interface Load {
  readonly load: string;
}

const ferry: Job<never> = { name: "ferry", run: () => Promise.resolve(), beginsAtOnce: true };
const barge: Job<never> = { name: "barge", run: () => Promise.resolve() };

/** A harbour whose ferries leave when the test lets them: what left, in order, and how each ended. */
function harbour() {
  const crossings: { readonly loads: string[]; readonly end: PromiseWithResolvers<Faults> }[] = [];
  const atOnce = openAtOnce({} as Platform, [ferry, barge], async (_platform, _job, data) => {
    const end = Promise.withResolvers<Faults>();
    crossings.push({ loads: (data as readonly Load[]).map(({ load }) => load), end });
    return await end.promise;
  });
  const begin = (...loads: string[]) =>
    atOnce.begin(loads.map((load) => ({ name: "ferry", data: { load } })));
  const left = (...loads: string[]) =>
    atOnce.left(
      "ferry",
      loads.map((load) => ({ load })),
    );
  return { atOnce, begin, left, crossings, gone: () => crossings.map(({ loads }) => loads) };
}

describe("a job that begins at once", () => {
  it("begins without the queue, and is not left for it once it is done", async () => {
    const { begin, left, crossings } = harbour();
    begin("a piano");
    const places = left("a piano", "a horse");
    crossings[0]?.end.resolve(new Map());
    deepEqual(await places, [1]);
    deepEqual(await left("a piano"), [0], "what is asked for again is done again");
  });

  it("waits for those before it, together with whoever comes meanwhile, and not for ever", async () => {
    const { atOnce, begin, left, crossings, gone } = harbour();
    begin("a piano");
    begin("a horse", "a cart");
    deepEqual(gone(), [["a piano"]]);
    crossings[0]?.end.resolve(new Map());
    await left("a piano");
    await new Promise((resolve) => setImmediate(resolve));
    deepEqual(gone(), [["a piano"], ["a horse", "a cart"]]);
    begin("a late one");
    while (crossings.length < 3) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    deepEqual(gone()[2], ["a late one"], "the second crossing is still on its way");
    for (const { end } of crossings) {
      end.resolve(new Map());
    }
    await atOnce.over();
  });

  it("is left for the queue where it failed, alone or with all", async () => {
    const { begin, left, crossings } = harbour();
    begin("a piano");
    begin("a horse", "a cart");
    crossings[0]?.end.reject(new Error("sunk"));
    deepEqual(await left("a piano"), [0]);
    await new Promise((resolve) => setImmediate(resolve));
    crossings[1]?.end.resolve(new Map([[0, "it would not go aboard"]]));
    deepEqual(await left("a horse", "a cart"), [0]);
  });

  it("is known by what it says, in whatever order", async () => {
    const { atOnce, crossings } = harbour();
    atOnce.begin([{ name: "ferry", data: { from: "Rye", to: "Ryde" } }]);
    crossings[0]?.end.resolve(new Map());
    deepEqual(await atOnce.left("ferry", [{ to: "Ryde", from: "Rye" }]), []);
  });

  it("leaves other jobs to the queue", async () => {
    const { atOnce, crossings } = harbour();
    atOnce.begin([{ name: "barge", data: { load: "sand" } }]);
    deepEqual([await atOnce.left("barge", [{ load: "sand" }]), crossings], [[0], []]);
  });
});

describe("a job that begins at once, and its queue", () => {
  const runs: string[] = [];
  let fails = false;
  const job: Job<Load> = {
    name: "cross",
    beginsAtOnce: true,
    run: async (_platform, { load }) => {
      runs.push(load);
      if (fails) {
        fails = false;
        throw new Error("a storm");
      }
    },
  };
  const porters: Module = { name: "porters", routes: [], jobs: [job as unknown as Job<never>] };

  it("do it once between them, and again where it failed", async () => {
    const { platform } = await testPlatform([porters], { log: pino({ level: "silent" }) });
    const cross = async (load: string): Promise<number> => {
      await transact(platform, systemCaller, async (tx) => tx.enqueue(job, { load }));
      await platform.jobs.drained();
      return runs.filter((one) => one === load).length;
    };
    equal(await cross("a piano"), 1);
    fails = true;
    equal(await cross("a horse"), 2);
  });
});
