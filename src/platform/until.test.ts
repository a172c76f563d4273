import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import type { Job } from "./job.ts";
import type { Platform } from "./platform.ts";
import { until, waking } from "./until.ts";

// Only who waits where is kept by it; nothing of it is used.
const platform = {} as Platform;

/** Lets everything that can go on without time or a job do so. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
  }
}

describe("waiting for a job's effect", () => {
  let done = false;
  let looks = 0;
  let answered: boolean | undefined;
  const wait = async (longestMs: number) => {
    const look = async () => {
      looks += 1;
      return done;
    };
    answered = await until(platform, "root", longestMs, look, (seen) => seen);
    return answered;
  };
  const finish: Job<{ rootId: string; fails?: boolean }> = waking(
    {
      name: "finish",
      run: async (_platform, { fails }) => {
        done = true;
        assert.notEqual(fails, true, "this one fails");
      },
    },
    ({ rootId }) => rootId,
  );

  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    done = false;
    looks = 0;
    answered = undefined;
  });
  afterEach(() => mock.timers.reset());

  it("looks again when a job of its root has run, and at no other time", async () => {
    const waited = wait(60_000);
    await quiet();
    assert.deepEqual({ looks, answered }, { looks: 1, answered: undefined });
    await finish.run(platform, { rootId: "another" });
    await quiet();
    assert.deepEqual({ looks, answered }, { looks: 1, answered: undefined });
    await finish.run(platform, { rootId: "root" });
    assert.equal(await waited, true);
    assert.equal(looks, 2);
  });

  it("looks again after a job that failed too", async () => {
    const waited = wait(60_000);
    await quiet();
    await assert.rejects(finish.run(platform, { rootId: "root", fails: true }));
    assert.equal(await waited, true);
  });

  it("looks again after jobs that ran together", async () => {
    const together = waking(
      {
        name: "together",
        run: () => assert.fail("they run together"),
        runTogether: async () => {
          done = true;
          return new Map();
        },
      },
      ({ rootId }: { rootId: string }) => rootId,
    );
    const waited = wait(60_000);
    await quiet();
    await together.runTogether?.(platform, [{ rootId: "another" }, { rootId: "root" }]);
    assert.equal(await waited, true);
  });

  it("does not miss a job that runs while it looks", async () => {
    const looked: boolean[] = [];
    const seen = await until(
      platform,
      "root",
      60_000,
      async () => {
        const before = done;
        looked.push(before);
        if (!before) {
          await finish.run(platform, { rootId: "root" });
        }
        return before;
      },
      (finished) => finished,
    );
    assert.equal(seen, true);
    assert.deepEqual(looked, [false, true]);
  });

  it("finds what another process did, within half a second", async () => {
    const waited = wait(60_000);
    await quiet();
    done = true;
    mock.timers.tick(499);
    await quiet();
    assert.equal(answered, undefined);
    mock.timers.tick(1);
    assert.equal(await waited, true);
  });

  it("answers with what it saw last when its time is over", async () => {
    assert.equal(await wait(0), false);
    assert.equal(looks, 1);
  });
});
