import assert from "node:assert/strict";
import { chmod, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { binariesIn, packagedPostgres, usableBinaries } from "./binaries.ts";
import { canRun, findDatabaseUser } from "./databaseUser.ts";

test("programs in a home the database user cannot enter are copied once to where it can", async () => {
  const user = await findDatabaseUser();
  const root = await mkdtemp(path.join(os.tmpdir(), "evermend-programs-"));
  await chmod(root, 0o755);
  const home = path.join(root, "home");
  const cache = path.join(root, "cache");
  await mkdir(home, { mode: 0o700 });
  const { native, version } = packagedPostgres();
  await cp(native, path.join(home, "native"), { recursive: true, verbatimSymlinks: true });
  const hidden = { native: path.join(home, "native"), version };

  const first = await usableBinaries(user, hidden, [path.join(home, "cache"), cache]);
  const second = await usableBinaries(user, hidden, [path.join(home, "cache"), cache]);

  assert.ok(canRun(user, first.postgres));
  assert.deepEqual(second, first);
  // Without a user to lend, the programs are run where they lie.
  const expected =
    user === undefined ? path.join(home, "native", "bin") : path.join(cache, `postgres-${version}`, "bin");
  assert.deepEqual(first, binariesIn(expected));
  await rm(root, { recursive: true, force: true });
});

test("programs nobody can run are refused with a way out", async () => {
  const nothing = { native: "/nowhere/native", version: "0" };
  await assert.rejects(usableBinaries(await findDatabaseUser(), nothing, []), {
    exitCode: 3,
    message: /cannot be run by .*EVERMEND_DATABASE_URL/,
  });
});
