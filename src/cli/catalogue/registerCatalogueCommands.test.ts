import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand, startCommand } from "../../../test/support/commandLine.ts";
import { defectiveFile } from "../../../test/support/defectiveFile.ts";

const HEADER = "supplier_key,product_code,name,brand,category,prices";
const row = (key: number) =>
  `k${key},C-${key},Battery ${key} ${"word ".repeat(30)},Maker,power,EUR 1:1.00/1.22`;

describe("evermend catalogue import", () => {
  let data: string;
  const supplier = {
    ...{ supplier: "house", name: "The house", country: "EE" },
    ...{ zone: "Europe/Tallinn", cutOff: "15:00" },
  };
  before(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), "evermend-import-"));
    await chmod(data, 0o755);
    const key = await runCommand(["keys", "create", "--role", "manager", "--data", data, "--json"]);
    const { token } = JSON.parse(key.stdout) as { token: string };
    const server = startCommand(["serve", "--port", "0", "--data", data]);
    const [, url] = await server.said(/(http:\/\/localhost:\d+)/);
    const reply = await fetch(`${url}/v1/suppliers`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
      },
      body: JSON.stringify(supplier),
    });
    assert.equal(reply.status, 201, await reply.text());
    server.child.kill("SIGINT");
    await server.ended;
  });
  after(() => rm(data, { recursive: true, force: true }));
  const file = (name: string) => path.join(data, name);
  const importing = (name: string, ...more: string[]) => [
    ...["catalogue", "import", file(name), "--supplier", "house", "--data", data, "--json"],
    ...more,
  ];

  it("reads a file, tells what came of it, and goes on where a kill cut it off", async () => {
    const rows = Array.from({ length: 16_000 }, (_, no) => row(no));
    await writeFile(file("feed.csv"), `${[HEADER, ...rows].join("\n")}\n`);
    const killed = startCommand(importing("feed.csv"), { EVERMEND_FAILPOINT: "import_block_read:3" });
    assert.equal((await killed.ended).code, null);
    const { code, stdout, stderr } = await runCommand(importing("feed.csv"));
    assert.equal(code, 0, stderr);
    const told = JSON.parse(stdout) as { state: string; rows: object };
    assert.deepEqual([told.state, told.rows], ["done", { new: 16_000, changed: 0, same: 0, refused: 0 }]);
    const again = await runCommand(importing("feed.csv"));
    assert.deepEqual(JSON.parse(again.stdout).rows, { new: 0, changed: 0, same: 16_000, refused: 0 });
  });

  it("says which rows it refuses, and loads the rest", async () => {
    await writeFile(file("some.csv"), `${HEADER}\n${row(99_999)}\n"open\n${row(99_998)}\n`);
    const checked = await runCommand(importing("some.csv", "--check"));
    assert.deepEqual(
      [checked.code, JSON.parse(checked.stdout).rows],
      [5, { new: 2, changed: 0, same: 0, refused: 1 }],
    );
    const { code, stdout, stderr } = await runCommand(importing("some.csv"));
    assert.deepEqual([code, JSON.parse(stdout).rows], [5, { new: 2, changed: 0, same: 0, refused: 1 }]);
    assert.match(stderr, /GET \/v1\/imports\/imp_\w+\/refusals/);
  });

  it("counts every kind of defect, also of lines that are not in UTF-8, and loads the rest", async () => {
    const { text, sound, faults } = defectiveFile();
    await writeFile(file("bad.csv"), Buffer.concat([Buffer.from(text), Buffer.from("Gr\xfcn\n", "latin1")]));
    const { code, stdout } = await runCommand(importing("bad.csv"));
    const rows = { new: sound, changed: 0, same: 0, refused: faults.length + 1 };
    assert.deepEqual([code, JSON.parse(stdout).rows], [5, rows]);
  });

  it("says what is wrong with a file, a supplier and a command", async () => {
    await writeFile(file("empty.csv"), "");
    await writeFile(file("columns.csv"), "a,b\n1,2\n");
    for (const [name, code, words] of [
      ["empty.csv", 5, /is empty/],
      ["columns.csv", 5, /These columns are missing/],
      ["missing.csv", 2, /no file/],
    ] as const) {
      const said = await runCommand(importing(name));
      assert.deepEqual([name, said.code, said.stdout], [name, code, ""]);
      assert.match(said.stderr, words);
    }
    const stranger = await runCommand([...importing("columns.csv"), "--supplier", "nobody"]);
    assert.deepEqual([stranger.code, stranger.stdout], [5, ""]);
    assert.match(stranger.stderr, /no supplier nobody/);
    assert.equal((await runCommand(["catalogue", "import"])).code, 2);
  });
});
