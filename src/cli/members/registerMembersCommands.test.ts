import assert from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../../../test/support/commandLine.ts";

describe("evermend members", () => {
  let data: string;
  before(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), "evermend-members-"));
    await chmod(data, 0o755);
  });
  after(() => rm(data, { recursive: true, force: true }));
  const members = (...args: string[]) => runCommand(["members", ...args, "--data", data]);
  const listed = async () => (await members("list")).stdout.trimEnd().split("\n");

  it("adds somebody, changes what they are, and takes it away", async () => {
    const added = await members("add", "--email", "ANN@Shop.Example", "--role", "staff", "--name", "Ann");
    assert.deepEqual([added.code, added.stdout], [0, "ann@shop.example is staff now.\n"], added.stderr);
    assert.deepEqual(await listed(), ["staff     ann@shop.example  Ann"]);
    await members("add", "--email", "ann@shop.example", "--role", "manager", "--name", "Ann Other");
    assert.deepEqual(await listed(), ["manager   ann@shop.example  Ann Other"]);
    const removed = await members("remove", "--email", "ann@shop.example", "--json");
    assert.equal(JSON.parse(removed.stdout).role, "manager");
    assert.deepEqual(await listed(), [""]);
    await members("add", "--email", "ann@shop.example", "--role", "reseller", "--name", "Ann");
    assert.deepEqual(await listed(), ["reseller  ann@shop.example  Ann"]);
  });

  it("says what is wrong with a command, and who is no member", async () => {
    for (const [code, ...args] of [
      [2, "add", "--email", "ann@shop.example", "--role", "staff"],
      [2, "add", "--email", "ann", "--role", "staff", "--name", "Ann"],
      [2, "add", "--email", "ann@shop.example", "--role", "owner", "--name", "Ann"],
      [1, "remove", "--email", "nobody@shop.example"],
    ] as const) {
      const ended = await members(...args);
      assert.deepEqual([ended.code, ended.stdout], [code, ""], ended.stderr);
      assert.notEqual(ended.stderr, "");
    }
  });
});
