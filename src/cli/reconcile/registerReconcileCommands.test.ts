import assert from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../../../test/support/commandLine.ts";

describe("evermend reconcile", () => {
  let data: string;
  before(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), "evermend-reconcile-"));
    await chmod(data, 0o755);
  });
  after(() => rm(data, { recursive: true, force: true }));
  const reconcile = (...args: string[]) => runCommand(["reconcile", ...args, "--data", data]);

  it("starts once, tells why and what is missing, and ends", async () => {
    const started = await reconcile("start", "--reason", "restored from the night's backup");
    assert.equal(started.code, 0, started.stderr);
    assert.match(
      started.stdout,
      /No money is taken .* \(operator\): restored from the night's backup\n0 payments wait/,
    );
    const again = await reconcile("start", "--reason", "again");
    assert.deepEqual([again.code, again.stdout], [1, ""]);
    assert.match(again.stderr, /It is on already/);
    const status = JSON.parse((await reconcile("status", "--json")).stdout);
    assert.equal(status.reconciling.reason, "restored from the night's backup");
    const finished = await reconcile("finish", "--reason", "nothing was lost");
    assert.deepEqual(
      [finished.code, finished.stdout],
      [0, "Money is taken and parcels are shipped as always.\n"],
    );
    const off = await reconcile("finish", "--reason", "twice");
    assert.equal(off.code, 1);
    assert.match(off.stderr, /not being matched/);
  });

  it("says what is wrong with a command, and helps", async () => {
    const wrong = await runCommand(["reconcile", "start"]);
    assert.deepEqual([wrong.code, wrong.stdout], [2, ""]);
    assert.match(wrong.stderr, /--reason/);
    const help = await runCommand(["reconcile", "--help"]);
    assert.deepEqual([help.code, /start.*status.*finish/s.test(help.stdout)], [0, true]);
  });
});
