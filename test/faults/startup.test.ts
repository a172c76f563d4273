import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { processesIn } from "../../src/platform/cluster/processes.ts";
import type { DatabaseAddress } from "../../src/platform/cluster/startCluster.ts";
import { type Ended, runCommand, startCommand } from "../support/commandLine.ts";
import { onServer } from "../support/testCluster.ts";
import { testDatabase } from "../support/testDatabase.ts";

const isRoot = process.getuid?.() === 0;
let root: string;

before(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "evermend-startup-"));
  await chmod(root, 0o755);
});

after(() => rm(root, { recursive: true, force: true }));

/** One line that says it, nothing on standard output, no stack, and the code. */
function assertOneSentence(ended: Ended, code: number, sentence: RegExp): void {
  assert.match(ended.stderr, sentence);
  const spoken = ended.stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
  assert.equal(spoken.length, 1, ended.stderr);
  assert.match(spoken[0] as string, /^evermend: .*\.$/);
  assert.equal(ended.stdout, "");
  assert.equal(ended.code, code);
}

test("an empty folder is served, Ctrl-C leaves nothing running, a second start finds it again", async () => {
  const folder = path.join(root, "data");
  for (const start of ["first", "second"]) {
    const command = startCommand(["serve", "--port", "0", "--data", folder]);
    const [, url] = await command.said(/serves on (http:\S+)/);
    const ready = await fetch(`${url}/readyz`);
    assert.equal(ready.status, 200, `${start}: ${await ready.text()}`);
    assert.ok((await processesIn(path.join(folder, "postgres"))).length > 0);
    command.child.kill("SIGINT");
    command.child.kill("SIGINT");
    const ended = await command.ended;
    assert.equal(ended.code, 0, ended.stderr);
    assert.deepEqual(await processesIn(path.join(folder, "postgres")), []);
    assert.equal(ended.stderr.includes("Brought the database up"), start === "first");
  }
});

test("a taken port is named before anything is begun", async () => {
  const taken = createServer().listen(0, "localhost");
  await once(taken, "listening");
  const { port } = taken.address() as { port: number };
  const folder = path.join(root, "untouched");
  const ended = await runCommand(["serve", "--port", String(port), "--data", folder]);
  taken.close();
  assertOneSentence(
    ended,
    1,
    new RegExp(`Port ${port} is taken by another program; .* --port ${port + 1}\\.`),
  );
  await assert.rejects(access(folder), { code: "ENOENT" });
});

test("a second Evermend on the same folder is told about the first", async () => {
  const folder = path.join(root, "data");
  const first = startCommand(["serve", "--port", "0", "--data", folder]);
  await first.said(/serves on/);
  const ended = await runCommand(["serve", "--port", "0", "--data", folder]);
  assertOneSentence(
    ended,
    3,
    new RegExp(`Another Evermend \\(process ${first.child.pid}\\) already runs on`),
  );
  first.child.kill("SIGTERM");
  assert.equal((await first.ended).code, 0);
});

test("wrong settings stand in one table", async () => {
  const ended = await runCommand(["serve", "--port", "http"], {
    EVERMEND_CLOCK: "sun",
    EVERMEND_POOLSIZE: "4",
  });
  assert.equal(ended.code, 3);
  assert.match(
    ended.stderr,
    /^evermend: 3 settings are wrong:\n +EVERMEND_POOLSIZE .*\n +EVERMEND_PORT .*\n +EVERMEND_CLOCK .*\n$/,
  );
});

test("a wrong flag or command is a matter of usage", async () => {
  const wrong = [["serve", "--prot", "1"], ["sevre"], ["serve", "and", "more"], ["keys", "make"]];
  for (const ended of await Promise.all(wrong.map((args) => runCommand(args)))) {
    assert.equal(ended.code, 2, ended.stderr);
    assert.match(ended.stderr, /^error: .*\n/);
    assert.equal(ended.stdout, "");
  }
});

test("Ctrl-C in the middle of the first start ends it in order, and the next start is whole", async () => {
  const folder = path.join(root, "hasty");
  const hasty = startCommand(["serve", "--port", "0", "--data", folder]);
  await hasty.said(/Starting the database/);
  hasty.child.kill("SIGINT");
  assert.equal((await hasty.ended).code, 0);
  assert.deepEqual(await processesIn(path.join(folder, "postgres")), []);
  const next = startCommand(["serve", "--port", "0", "--data", folder, "--personas"]);
  for (const persona of ["owner", "reseller", "staff", "manager"]) {
    await next.said(new RegExp(`^  ${persona} +http://localhost:\\d+/sign-in/\\S+$`, "m"));
  }
  next.child.kill("SIGTERM");
  assert.equal((await next.ended).code, 0);
});

test("a data folder the database user cannot enter is named, with a way out", async () => {
  const closed = path.join(root, "closed");
  await mkdir(closed);
  await chmod(closed, isRoot ? 0o700 : 0o000);
  const ended = await runCommand(["serve", "--port", "0", "--data", path.join(closed, "data")]);
  assertOneSentence(ended, 3, /closed.*--data/);
});

test("a file where the data folder should be is named", async () => {
  const file = path.join(root, "file");
  await writeFile(file, "in the way");
  const ended = await runCommand(["serve", "--port", "0", "--data", file]);
  assertOneSentence(ended, 3, /Something that is not a folder is in the way of \S+file; /);
});

const disk = { skip: isRoot ? false : "only root can mount a small disk" };

test("a disk without room for a database is named, and nothing is left on it", disk, async () => {
  const small = path.join(root, "small");
  await mkdir(small);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=32m,mode=755", "tmpfs", small]);
  try {
    const folder = path.join(small, "data");
    assertOneSentence(
      await runCommand(["serve", "--port", "0", "--data", folder]),
      3,
      /no room for the database in \S+small/,
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith("postgres")),
      [],
    );
  } finally {
    execFileSync("umount", [small]);
  }
});

test("a disk that fills up while the database is away is named at the next start", disk, async () => {
  const small = path.join(root, "filling");
  await mkdir(small);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", small]);
  try {
    const folder = path.join(small, "data");
    const first = startCommand(["serve", "--port", "0", "--data", folder]);
    await first.said(/serves on/);
    first.child.kill("SIGINT");
    assert.equal((await first.ended).code, 0);
    execFileSync("sh", ["-c", `cat /dev/zero > ${path.join(small, "full")} 2>/dev/null || true`]);
    assertOneSentence(
      await runCommand(["serve", "--port", "0", "--data", folder]),
      3,
      /There is no room left \S+ \S+filling/,
    );
    await rm(path.join(small, "full"));
    const again = startCommand(["serve", "--port", "0", "--data", folder]);
    await again.said(/serves on/);
    again.child.kill("SIGINT");
    assert.equal((await again.ended).code, 0);
  } finally {
    execFileSync("umount", [small]);
  }
});

/** Each wrong address of a server, the code, and what is said. None may tell the password. */
const WRONG_URLS: readonly (readonly [url: string, code: number, sentence: RegExp])[] = [
  [
    "postgres://ada:hidden@127.0.0.1:1/care",
    4,
    /No PostgreSQL answers at 127\.0\.0\.1:1\/care \(.*\); start it or mend/,
  ],
  ["postgres://ada:hidden@nowhere.invalid/care", 4, /No PostgreSQL answers at nowhere\.invalid\/care/],
  ["postgres://ada:hidden@%2Fnowhere/care", 4, /No PostgreSQL answers at/],
];

for (const [url, code, sentence] of WRONG_URLS) {
  test(`the database ${url.replace(/^.*@/, "")} is out of reach`, async () => {
    const ended = await runCommand(["serve", "--port", "0", "--data", path.join(root, "own")], {
      EVERMEND_DATABASE_URL: url,
    });
    assertOneSentence(ended, code, sentence);
    assert.ok(!ended.stderr.includes("hidden"), ended.stderr);
  });
}

const ownFolder = (): string => path.join(root, "own");

const urlOf = ({ user, password, host, port, database }: DatabaseAddress): string =>
  `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;

const serveOn = (address: DatabaseAddress) =>
  startCommand(["serve", "--port", "0", "--data", ownFolder()], { DATABASE_URL: urlOf(address) });

async function assertServesOn(address: DatabaseAddress): Promise<void> {
  const command = serveOn(address);
  const [, url] = await command.said(/serves on (http:\S+)/);
  const ready = await fetch(`${url}/readyz`);
  assert.equal(ready.status, 200, await ready.text());
  command.child.kill("SIGINT");
  assert.equal((await command.ended).code, 0);
}

test("a server of one's own is enough, also for a user who is no superuser", async () => {
  const { address } = await testDatabase();
  await assertServesOn(address);
  const plain = { ...address, user: `${address.database}_owner`, database: `${address.database}_plain` };
  await onServer(address, `create role ${plain.user} login createrole password '${plain.password}'`);
  await onServer(address, `create database ${plain.database} owner ${plain.user}`);
  // Roles belong to the whole server: on a server of one's own nobody made the application's before.
  await onServer(address, `grant evermend_app to ${plain.user} with admin option`);
  await assertServesOn(plain);
  await assertServesOn(plain);
  await onServer(address, `drop database ${plain.database} with (force)`);
  await onServer(address, `drop owned by ${plain.user} cascade`);
  await onServer(address, `drop role ${plain.user}`);
});

test("a server that would lose or garble data is refused", async () => {
  const { address } = await testDatabase();
  const { database } = address;
  const wrongPassword = serveOn({ ...address, password: "wrong" });
  assertOneSentence(await wrongPassword.ended, 3, /does not let Evermend in: password authentication failed/);
  const absent = serveOn({ ...address, database: "absent" });
  assertOneSentence(await absent.ended, 3, /does not let Evermend in: database "absent" does not exist/);

  const latin = { ...address, database: `${database}_latin` };
  await onServer(address, `create database ${latin.database} encoding 'LATIN1' template template0`);
  assertOneSentence(
    await serveOn(latin).ended,
    3,
    /keeps text as LATIN1; make the database with encoding UTF8/,
  );
  await onServer(address, `drop database ${latin.database}`);

  await onServer(address, `alter database ${database} set synchronous_commit = off`);
  assertOneSentence(await serveOn(address).ended, 3, /runs with synchronous_commit off and would lose/);
});
