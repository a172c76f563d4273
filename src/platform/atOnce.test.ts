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
    atOnce.begin(loads.map((load) => ({ id: load, name: "ferry", data: { load } })));
  const left = async (...loads: string[]) => [...(await atOnce.takeLeft("ferry", loads))];
  /** Waits until so many have left. */
  const gone = async (count: number) => {
    while (crossings.length < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return crossings.map(({ loads }) => loads);
  };
  return { atOnce, begin, left, crossings, gone };
}

describe("a job that begins at once", () => {
  it("begins without the queue, and is not left for it once it is done", async () => {
    const { begin, left, crossings } = harbour();
    begin("a piano");
    const others = left("a piano", "a horse");
    crossings[0]?.end.resolve(new Map());
    deepEqual(await others, ["a horse"]);
    deepEqual(await left("a piano"), ["a piano"], "the queue brings it once");
  });

  it("waits for those before it, together with whoever comes meanwhile, and not for ever", async () => {
    const { atOnce, begin, crossings, gone } = harbour();
    begin("a piano");
    begin("a horse", "a cart");
    deepEqual(await gone(1), [["a piano"]]);
    crossings[0]?.end.resolve(new Map());
    deepEqual(await gone(2), [["a piano"], ["a horse", "a cart"]]);
    begin("a late one");
    deepEqual((await gone(3))[2], ["a late one"], "the second crossing is still on its way");
    for (const { end } of crossings) {
      end.resolve(new Map());
    }
    await atOnce.over();
  });

  it("is nobody else's from when it was asked for, though it waits for those before it", async () => {
    const { begin, left, crossings, gone } = harbour();
    begin("a piano");
    begin("a horse");
    const asked = left("a horse");
    for (const place of [0, 1]) {
      await gone(place + 1);
      crossings[place]?.end.resolve(new Map());
    }
    deepEqual(await asked, []);
  });

  it("is left for the queue where it failed, alone or with all", async () => {
    const { begin, left, crossings, gone } = harbour();
    begin("a piano");
    begin("a horse", "a cart");
    crossings[0]?.end.reject(new Error("sunk"));
    deepEqual(await left("a piano"), ["a piano"]);
    await gone(2);
    crossings[1]?.end.resolve(new Map([[0, "it would not go aboard"]]));
    deepEqual(await left("a horse", "a cart"), ["a horse"]);
  });

  it("waits where too many are on their way, whose partner hangs", async () => {
    const { atOnce, begin, crossings, gone } = harbour();
    begin(...Array.from({ length: 301 }, (_, no) => `load ${no}`));
    deepEqual(
      (await gone(5)).map(({ length }) => length),
      [1, 60, 60, 60, 60],
    );
    crossings[0]?.end.resolve(new Map());
    equal((await gone(6)).length, 6, "another goes when one has come");
    for (const { end } of crossings) {
      end.resolve(new Map());
    }
    await atOnce.over();
  });

  it("leaves other jobs to the queue", async () => {
    const { atOnce, crossings } = harbour();
    atOnce.begin([{ id: "sand", name: "barge", data: { load: "sand" } }]);
    deepEqual([[...(await atOnce.takeLeft("barge", ["sand"]))], crossings], [["sand"], []]);
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
