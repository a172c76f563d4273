import assert from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../../../test/support/commandLine.ts";
import { createLog, openWorld, readConfig } from "../../platform/index.ts";

interface Shown {
  readonly id: string;
  readonly token?: string;
  readonly role: string;
  readonly email: string | null;
  readonly revokedAt: string | null;
}

describe("evermend keys", () => {
  let data: string;
  before(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), "evermend-keys-"));
    await chmod(data, 0o755);
  });
  after(() => rm(data, { recursive: true, force: true }));
  const keys = (...args: string[]) => runCommand(["keys", ...args, "--data", data]);
  const shown = (stdout: string): Shown[] =>
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Shown);

  it("makes a key without a server running, and leaves nothing running", async () => {
    const made = await keys("create", "--role", "manager", "--name", "first", "--json");
    assert.equal(made.code, 0, made.stderr);
    assert.match(shown(made.stdout)[0]?.token ?? "", /^evk_/);
  });

  it("makes, lists and revokes beside a running server", async () => {
    const config = readConfig({}, { dataFolder: data });
    const { stop } = await openWorld(config, createLog({ level: "silent" }), () => undefined);
    try {
      const made = await keys("create", "--role", "owner", "--email", "ANN@Shop.Example");
      assert.equal(made.code, 0, made.stderr);
      assert.match(made.stdout, /^evk_[0-9a-z]{26}_[\w-]{43}\n$/, "the token alone, for a shell to take");
      const listed = shown((await keys("list", "--json")).stdout);
      assert.deepEqual(
        listed.map(({ role, email, token }) => [role, email, token]),
        [
          ["owner", "ann@shop.example", undefined],
          ["manager", null, undefined],
        ],
      );
      const id = listed[0]?.id ?? assert.fail("no key");
      assert.equal((await keys("revoke", id)).stdout, `Revoked ${id} (owner).\n`);
      assert.match((await keys("list")).stdout, new RegExp(`^ID +ROLE .*\\n${id} +owner .*revoked\\n`));
    } finally {
      await stop();
    }
  });

  it("says what is wrong with a command, and what a key is not", async () => {
    for (const [code, ...args] of [
      [2, "create"],
      [2, "create", "--role", "king"],
      [2, "create", "--role", "owner"],
      [2, "create", "--role", "owner", "--email", "ann"],
      [2, "create", "--role", "staff", "--days", "0"],
      [1, "revoke", "key_nobody"],
    ] as const) {
      const ended = await keys(...args);
      assert.equal(ended.code, code, ended.stderr);
      assert.equal(ended.stdout, "");
      assert.notEqual(ended.stderr, "");
    }
  });
});
