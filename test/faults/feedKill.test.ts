import { deepEqual, equal } from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { comesTo } from "../support/comesTo.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { testApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";
import { serveMoney } from "./money/servedMoney.ts";

const FILE = [
  "supplier_key,product_code,name,brand,category,stock,prices",
  "k1,C-1,Thing 1,Maker,power,5,EUR 1:1.00/1.22",
  "k2,C-2,Thing 2,Maker,power,6,EUR 1:1.00/1.22",
].join("\n");

test("a feed whose server dies when it has been fetched is read whole, once", async () => {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const supplier = createServer((_, response) => response.end(FILE)).listen(0, "127.0.0.1");
  atEnd(async () => {
    supplier.closeAllConnections();
    supplier.close();
    await once(supplier, "close");
  });
  await once(supplier, "listening");
  const source = `http://127.0.0.1:${(supplier.address() as AddressInfo).port}/feed.csv`;
  const place = { country: "EE", zone: "Europe/Tallinn", cutOff: "15:00" };
  await app.call("manager", "POST /v1/suppliers", { supplier: "mill", name: "The mill", ...place });
  const feed = { supplier: "mill", source, format: "csv", everyHours: 6 };
  const { status, body } = await app.call("manager", "POST /v1/supplier-feeds", feed);
  equal(status, 201, JSON.stringify(body));
  await app.platform.jobs.drained();
  await app.platform.jobs.stop();

  const doomed = await serveMoney(app, { point: "feed_fetched:1" });
  await doomed.call("manager", `POST /v1/supplier-feeds/${body.id}/run`, {});
  equal(await doomed.died(), "SIGKILL", "it came to feed_fetched");
  const products = () =>
    ownerQuery<{ code: string }>(
      app.database,
      "select product_code as code from catalogue.product where product_code in ('C-1', 'C-2') order by 1",
    );
  deepEqual(await products(), [], "nothing of it is half read");
  const heir = await serveMoney(app);
  const shown = async () => (await heir.call("manager", `GET /v1/supplier-feeds/${body.id}`))?.body;
  await comesTo("the feed is read", async () => (await shown())?.outcome === "read");
  equal((await shown())?.outcomeSays, "2 new, 0 changed, 0 the same, 0 refused.");
  await heir.stop();
  deepEqual(
    (await products()).map(({ code }) => code),
    ["C-1", "C-2"],
  );
  const left = await ownerQuery(
    app.database,
    "select state, count(*)::integer as count from catalogue.import group by state order by state",
  );
  deepEqual(
    left.map((row) => ({ ...row })),
    [
      { state: "done", count: 1 },
      { state: "failed", count: 1 },
    ],
    "the one that was cut off is told as such",
  );
  deepEqual(await invariantSweep(app.database), []);
});
