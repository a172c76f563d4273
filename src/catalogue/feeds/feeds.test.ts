import { deepEqual, equal, match } from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { before, beforeEach, test } from "node:test";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import { atEnd } from "../../../test/support/testDatabase.ts";

const HEADER = "supplier_key,product_code,name,brand,category,stock,prices";
const file = (...stocks: readonly number[]): string =>
  [
    HEADER,
    ...stocks.map((stock, no) => `k${no},C-${no},Thing ${no},Maker,power,${stock},EUR 1:1.00/1.22`),
  ].join("\n");

let app: TestApp;
let url: string;
let suppliers = 0;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: IncomingMessage["headers"][] = [];

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.csv`;
});

beforeEach(() => {
  asked.length = 0;
});

const manager = async (route: string, body?: object): Promise<Answer> =>
  await app.call("manager", route, body);

async function addFeed(source: string, times: object = { everyHours: 6 }): Promise<string> {
  suppliers += 1;
  const supplier = `mill-${suppliers}`;
  await manager("POST /v1/suppliers", {
    ...{ supplier, name: "The mill", country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" },
  });
  const added = await manager("POST /v1/supplier-feeds", { supplier, source, format: "csv", ...times });
  equal(added.status, 201, JSON.stringify(added.body));
  return String(added.body.id);
}

async function runNow(id: string): Promise<Record<string, unknown>> {
  equal((await manager(`POST /v1/supplier-feeds/${id}/run`, {})).status, 200);
  await app.platform.jobs.drained();
  return (await manager(`GET /v1/supplier-feeds/${id}`)).body;
}

test("a feed is fetched at its times, and what has not changed is not read again", async () => {
  answer = (request, response) => {
    if (request.headers["if-none-match"] === '"one"') {
      response.writeHead(304).end();
    } else {
      response.writeHead(200, { etag: '"one"', "last-modified": "Mon, 01 Jun 2026 10:00:00 GMT" });
      response.end(file(5, 6));
    }
  };
  const id = await addFeed(url);
  await app.moveTo("2026-06-01T15:59:00Z");
  equal(asked.length, 0);
  await app.moveTo("2026-06-01T16:01:00Z");
  const { body: read } = await manager(`GET /v1/supplier-feeds/${id}`);
  deepEqual([read.outcome, read.outcomeSays], ["read", "2 new, 0 changed, 0 the same, 0 refused."]);
  await app.moveTo("2026-06-01T22:01:00Z");
  const { body: same } = await manager(`GET /v1/supplier-feeds/${id}`);
  deepEqual([same.outcome, same.failures, asked.length], ["same", 0, 2]);
  equal(asked[1]?.["if-modified-since"], "Mon, 01 Jun 2026 10:00:00 GMT");

  const pause = { ...{ source: url, format: "csv", everyHours: 6 }, isPaused: true };
  equal((await manager(`PUT /v1/supplier-feeds/${id}`, { version: 1, ...pause })).status, 200);
  equal((await manager(`POST /v1/supplier-feeds/${id}/run`, {})).body.code, "feed_paused");
  await app.moveTo("2026-06-02T22:01:00Z");
  equal(asked.length, 2, "paused, nobody asks");
  equal((await manager(`PUT /v1/supplier-feeds/${id}`, { version: 1, ...pause })).body.code, "feed_changed");
  const on = { version: 2, ...pause, isPaused: false };
  equal((await manager(`PUT /v1/supplier-feeds/${id}`, on)).status, 200);
  await app.moveTo("2026-06-03T04:02:00Z");
  equal(asked.length, 3, "it goes on at its times");
});

test("a feed that cannot be read says why, is counted, and tells whoever watches", async () => {
  const id = await addFeed(url);
  const answers: readonly (readonly [typeof answer, RegExp])[] = [
    [(_, response) => response.writeHead(503).end(), /answered with 503/],
    [(_, response) => response.writeHead(302, { location: "https://127.0.0.2/x" }).end(), /own network/],
    [(_, response) => response.writeHead(302, { location: "http://example.org/x" }).end(), /https:/],
    [(_, response) => response.writeHead(302, { location: "/again" }).end(), /more than 3 times/],
    [(_, response) => response.writeHead(200).end(), /empty/],
    [(_, response) => response.writeHead(200).end("supplier_key\nk1"), /columns are missing/],
    [
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("supplier");
        response.destroy();
      },
      /cut off|could not be asked/,
    ],
  ];
  for (const [place, [told, says]] of answers.entries()) {
    answer = told;
    const feed = await runNow(id);
    equal(feed.outcome, "failed");
    match(String(feed.outcomeSays), says);
    equal(feed.failures, place + 1);
  }
  match(await app.platform.metrics.text(), /evermend_feeds_failing 1\n/);
  answer = (_, response) => response.writeHead(200).end(file(1));
  const feed = await runNow(id);
  deepEqual([feed.outcome, feed.failures], ["read", 0]);
  match(await app.platform.metrics.text(), /evermend_feeds_failing 0\n/);
});

test("a file of the data folder is read when it has changed, and none outside of it", async () => {
  const folder = path.join(app.platform.config.dataFolder, "feeds");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "mill.csv"), file(1, 2, 3));
  await writeFile(path.join(app.platform.config.dataFolder, "secret.csv"), file(1));
  await symlink("../secret.csv", path.join(folder, "link.csv"));
  const id = await addFeed("mill.csv");
  equal((await runNow(id)).outcomeSays, "3 new, 0 changed, 0 the same, 0 refused.");
  equal((await runNow(id)).outcome, "same");
  await writeFile(path.join(folder, "mill.csv"), file(9, 2, 33));
  equal((await runNow(id)).outcomeSays, "0 new, 2 changed, 1 the same, 0 refused.");
  match(String((await runNow(await addFeed("link.csv"))).outcomeSays), /folder of feeds/);
  match(String((await runNow(await addFeed("none.csv"))).outcomeSays), /no such file/);
});

test("what cannot be a feed is refused at its field", async () => {
  const told = { supplier: "mill-1", source: url, format: "csv", everyHours: 6 };
  const cases: readonly (readonly [object, string])[] = [
    [{ source: "http://example.org/feed.csv" }, "/source"],
    [{ source: "ftp://example.org/feed.csv" }, "/source"],
    [{ source: "../secrets.json" }, "/source"],
    [{ source: "/etc/passwd" }, "/source"],
    [{ source: "https://me:word@example.org/feed.csv" }, "/source"],
    [{ dailyAt: "04:30" }, "/everyHours"],
    [{ everyHours: undefined }, "/everyHours"],
    [{ supplier: "nobody" }, "/supplier"],
  ];
  for (const [change, pointer] of cases) {
    const { status, body } = await manager("POST /v1/supplier-feeds", { ...told, ...change });
    deepEqual([status, (body.errors as { pointer: string }[])[0]?.pointer], [400, pointer]);
  }
});
