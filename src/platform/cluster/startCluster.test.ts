import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { createLog } from "../log.ts";
import { findBinaries } from "./binaries.ts";
import { findDatabaseUser } from "./databaseUser.ts";
import { launchServer } from "./launchServer.ts";
import { isAlive, processesIn } from "./processes.ts";
import { type Cluster, type DatabaseAddress, startCluster } from "./startCluster.ts";

const log = createLog({ level: "silent" });
let root: string;

before(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "evermend-cluster-"));
  await chmod(root, 0o755);
});

after(() => rm(root, { recursive: true, force: true }));

const start = (name: string): Promise<Cluster> =>
  startCluster({ dataFolder: path.join(root, name), password: "of the tests", log });

async function ask(address: DatabaseAddress, sql: string): Promise<unknown[]> {
  const client = new pg.Client(address);
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows.flat();
  } finally {
    await client.end();
  }
}

/** Asks until the server answers: the supervisor is at work meanwhile. */
async function askUntilAnswered(address: DatabaseAddress, sql: string): Promise<unknown[]> {
  for (;;) {
    try {
      return await ask(address, sql);
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

test("a database that is stopped and started again has its data, and leaves nothing running", async () => {
  const first = await start("again");
  await ask(first.address, "create table if not exists kept as select 42 as answer");
  const folder = path.join(root, "again", "postgres");
  assert.ok((await processesIn(folder)).includes(first.pid()));
  await first.stop();
  assert.deepEqual(await processesIn(folder), []);
  assert.equal(isAlive(first.pid()), false);

  const second = await start("again");
  assert.deepEqual(await ask(second.address, "select answer from kept"), [42]);
  await second.stop();
});

test("a killed postmaster is replaced, and what was committed is there", async () => {
  const cluster = await start("again");
  await ask(cluster.address, "create table if not exists kept as select 42 as answer");
  const dead = cluster.pid();
  process.kill(dead, "SIGKILL");
  assert.deepEqual(await askUntilAnswered(cluster.address, "select answer from kept"), [42]);
  await askUntilAnswered(cluster.address, "select 1");
  assert.notEqual(cluster.pid(), dead);
  await cluster.stop();
  assert.deepEqual(await processesIn(path.join(root, "again", "postgres")), []);
});

test("a postmaster.pid that names a stranger does not stop it", async () => {
  const first = await start("again");
  const file = path.join(root, "again", "postgres", "postmaster.pid");
  const written = await readFile(file, "utf8");
  await first.stop();
  // As after a reboot: the number in the file belongs to a living process that is no PostgreSQL.
  await writeFile(file, written.replace(/^\d+/, String(process.ppid)));
  const second = await start("again");
  assert.deepEqual(await ask(second.address, "select 1"), [1]);
  await second.stop();
});

test("a database whose Evermend was killed goes down by itself", async () => {
  const dataFolder = path.join(root, "again");
  const program = `
    import { startCluster } from ${JSON.stringify(path.join(import.meta.dirname, "startCluster.ts"))};
    import { createLog } from ${JSON.stringify(path.join(import.meta.dirname, "../log.ts"))};
    const cluster = await startCluster({ dataFolder: ${JSON.stringify(dataFolder)}, password: "of the tests",
      log: createLog({ level: "silent" }) });
    console.log(cluster.pid());`;
  const evermend = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(evermend.stdout, "data");
  assert.equal(isAlive(Number(said)), true);
  evermend.kill("SIGKILL");
  await once(evermend, "exit");
  while ((await processesIn(path.join(dataFolder, "postgres"))).length > 0) {
    // Nobody but its sentinel stops it.
  }
});

test("a server that still runs in the folder is shut down before ours starts", async () => {
  const first = await start("again");
  await first.stop();
  const stray = await launchServer({
    postgres: (await findBinaries(await findDatabaseUser(), [])).postgres,
    folder: path.join(root, "again", "postgres"),
    settings: { listen_addresses: "", unix_socket_directories: path.join(root, "again", "run") },
    user: await findDatabaseUser(),
    log,
  });
  const cluster = await start("again");
  assert.equal(await stray.ended, "exit code 0");
  assert.deepEqual(await ask(cluster.address, "select 1"), [1]);
  await cluster.stop();
});

test("a data folder the database user cannot enter is refused with its name and a way out", async () => {
  const closed = path.join(root, "closed");
  await mkdir(closed);
  await chmod(closed, process.getuid?.() === 0 ? 0o700 : 0o000);
  await assert.rejects(start("closed"), {
    exitCode: 3,
    message: /cannot enter the data folder \S+closed; choose/,
  });
});

test("a second Evermend on the same folder is refused and told who is first", async () => {
  const first = await start("again");
  await assert.rejects(start("again"), {
    exitCode: 3,
    message: new RegExp(`process ${process.pid}\\) already runs`),
  });
  assert.deepEqual(await ask(first.address, "select 1"), [1]);
  await first.stop();
});

test("a database whose secrets were lost is not run with new ones", async () => {
  const first = await start("again");
  await first.stop();
  const dataFolder = path.join(root, "again");
  await assert.rejects(startCluster({ dataFolder, password: "made anew", log }), {
    exitCode: 3,
    message: /secrets folder is not the one this database was made with; put the right one back/,
  });
  assert.deepEqual(await processesIn(path.join(dataFolder, "postgres")), []);
});

test("a path too long for a socket gets a short one elsewhere, gone afterwards", async () => {
  const cluster = await start(path.join("deep", "x".repeat(60), "y".repeat(60)));
  assert.ok(Buffer.byteLength(path.join(cluster.address.host, ".s.PGSQL.5432")) <= 103);
  assert.deepEqual(await ask(cluster.address, "select 1"), [1]);
  await cluster.stop();
  await assert.rejects(access(cluster.address.host));
});

test("a database of another release is not touched, and the sentence names both", async () => {
  const first = await start("again");
  await first.stop();
  await writeFile(path.join(root, "again", "postgres", "PG_VERSION"), "14\n");
  await assert.rejects(start("again"), {
    exitCode: 3,
    message: /made by PostgreSQL 14 and this Evermend brings 18/,
  });
});

test("an interrupted making of a cluster is begun anew", async () => {
  const unfinished = path.join(root, "half", "postgres.new", "base");
  await mkdir(unfinished, { recursive: true });
  const cluster = await start("half");
  assert.deepEqual(await ask(cluster.address, "select 1"), [1]);
  await cluster.stop();
});
