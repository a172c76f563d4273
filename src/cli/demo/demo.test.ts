import assert from "node:assert/strict";
import { access, chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { runCommand, startCommand } from "../../../test/support/commandLine.ts";
import { processesIn } from "../../platform/cluster/processes.ts";

let root: string;
before(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "evermend-play-"));
  await chmod(root, 0o755);
});
after(() => rm(root, { recursive: true, force: true }));

test("the demo tells the lives of three devices and leaves nothing behind", async () => {
  const folder = path.join(root, "told");
  const { code, stdout, stderr } = await runCommand(["demo", "--data", folder]);
  assert.equal(code, 0, stdout + stderr);
  for (const told of [
    /Ada +orders DJI Care Refresh for Osmo Action 4, two-year plan \(e-code\): 44\.25 EUR\./,
    /mail +to ada@example\.org: “Your plan code”/,
    /terms +allowed\. activate\.handheld:/,
    /terms +covered, replacement 1 of 3 for 119\.00 PLN/,
    /bank +captured 119\.00 PLN\./,
    /bank +captured 99\.00 EUR\./,
    /plan +Care Refresh\+ is scheduled/,
    /plan +care-1y is expired: 1 of 2 used, 0 left\.\n +plan +care-plus is active: 0 of 1 used, 1 left\./,
    /terms +refused:.*\n +against activate\.aircraft:/,
    /way on +video verification \(activate\.aircraft\)/,
    /bank +captured 185\.00 PLN\./,
    /became of AC4A7K2M9Q1R: replaced/,
    /\(1\) used .* · 119\.00\sPLN/,
    /\(2\) used .* · 185\.00\sPLN/,
    /^Invariants asked: \d{2}\. Violations: 0\./m,
  ]) {
    assert.match(stdout, told);
  }
  assert.deepEqual(
    stdout.split("\n").filter((line) => line.length > 100),
    [],
  );
  assert.match(stderr, /^9 of 9 {2}Month 14 of the camera: water$/m);
  await assert.rejects(access(folder), { code: "ENOENT" });
});

test("as JSON it says what it came to, and a folder that is kept can be served from", async () => {
  const folder = path.join(root, "kept");
  const { code, stdout, stderr } = await runCommand(["demo", "--json", "--keep", "--data", folder]);
  assert.equal(code, 0, stdout + stderr);
  const { camera, mavic, refused, violations, folder: kept } = JSON.parse(stdout);
  assert.deepEqual(camera.fees, [
    { amount: 11_900, currency: "PLN" },
    { amount: 18_500, currency: "PLN" },
  ]);
  assert.deepEqual(camera.serials, ["AC4A7K2M9Q1R", "AC4B3T8W5X2Z", "AC4C6V1N4P7S"]);
  assert.deepEqual(
    mavic.contracts.map(({ product, state }: Record<string, string>) => [product, state]),
    [
      ["care-1y", "expired"],
      ["care-plus", "active"],
    ],
  );
  assert.deepEqual(refused, {
    code: "terms_refuse",
    against: ["activate.aircraft"],
    wouldChange: ["device.activatedAt"],
    doors: ["video-verification"],
  });
  assert.deepEqual([violations, kept], [[], folder]);
  assert.ok((await readdir(folder)).includes("mail.jsonl"));
  assert.deepEqual(await processesIn(path.join(folder, "postgres")), []);
});

test("a folder with something in it is left alone", async () => {
  const folder = path.join(root, "full");
  await mkdir(folder);
  await writeFile(path.join(folder, "mine"), "");
  const { code, stdout, stderr } = await runCommand(["demo", "--data", folder]);
  assert.equal(code, 3);
  assert.equal(stdout, "");
  assert.match(stderr, /^evermend: .*full is not empty; name an empty folder, or none at all\.\n$/);
  assert.deepEqual(await readdir(folder), ["mine"]);
});

test("whoever leaves in the middle leaves nothing running and no folder", async () => {
  const folder = path.join(root, "left");
  await mkdir(folder, { mode: 0o755 });
  const command = startCommand(["demo"], { TMPDIR: folder });
  await command.said(/Day 12 of the camera/);
  command.child.kill("SIGINT");
  assert.equal((await command.ended).code, 1);
  assert.deepEqual(await readdir(folder), []);
});
