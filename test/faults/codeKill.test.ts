import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readPublicId } from "../../src/platform/index.ts";
import { type BatchShop, batchShop, MIA } from "../support/batchShop.ts";
import { comesTo } from "../support/comesTo.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { serveMoney } from "./money/servedMoney.ts";

/** A shop with one batch, of which each of three orders has two codes. */
async function soldBatch(more: object = {}) {
  const shop = await batchShop();
  await shop.takeAll();
  const batch = await shop.batchOf(8, more);
  const orders = [await shop.buy(2), await shop.buy(2), await shop.buy(2)];
  await shop.app.authorization(MIA);
  await shop.app.platform.jobs.drained();
  await shop.app.platform.jobs.stop();
  return { shop, batch, roots: orders.map((id) => readPublicId("ord", id)?.rootId) };
}

/** How often each of these orders was told so. */
async function toldOf({ app }: BatchShop, type: string, roots: readonly unknown[]): Promise<number[]> {
  const rows = await ownerQuery<{ told: number }>(
    app.database,
    `select count(e.seq)::integer as told
       from unnest($1::text[]) as o(root_id)
       left join platform.event e on e.root_id = o.root_id and e.type = $2
      group by o.root_id`,
    [roots, type],
  );
  return rows.map(({ told }) => told);
}

const once = [1, 1, 1];

test("a stolen batch whose server dies between two orders: each code is issued anew once", async () => {
  const { shop, batch, roots } = await soldBatch();
  const doomed = await serveMoney(shop.app, { point: "stolen_reissued:2" });
  await doomed.call(MIA, `POST /v1/code-batches/${batch}/void`, { reason: "stolen from the printer" });
  equal(await doomed.died(), "SIGKILL", "it came to stolen_reissued");
  deepEqual(
    (await toldOf(shop, "CodeReissued", roots)).toSorted((one, other) => one - other),
    [0, 1, 1],
    "half way",
  );
  const heir = await serveMoney(shop.app);
  const told = () => toldOf(shop, "CodeReissued", roots);
  await comesTo("all are issued anew", async () => (await told()).every((count) => count > 0));
  await heir.stop();
  deepEqual(await told(), once);
  const [codes] = await ownerQuery<object>(
    shop.app.database,
    `select count(*) filter (where state = 'sold')::integer as sold,
            count(*) filter (where state = 'void' and batch_id = $1)::integer as void
       from contracts.code where order_id is not null or batch_id = $1`,
    [batch.slice("bat_".length)],
  );
  deepEqual({ ...codes }, { sold: 6, void: 8 });
  deepEqual(await invariantSweep(shop.app.database), []);
});

test("codes whose last day is over, and whose server dies between two orders, end once", async () => {
  const { shop, roots } = await soldBatch({ useBy: "2026-07-15" });
  const after = { now: "2026-07-16T10:00:00Z" };
  const doomed = await serveMoney(shop.app, { point: "codes_expired:2" });
  await doomed.call(MIA, "POST /v1/test-clock", after);
  equal(await doomed.died(), "SIGKILL", "it came to codes_expired");
  deepEqual(
    (await toldOf(shop, "CodesExpired", roots)).toSorted((one, other) => one - other),
    [0, 1, 1],
    "half way",
  );
  const heir = await serveMoney(shop.app);
  await heir.call(MIA, "POST /v1/test-clock", after);
  const told = () => toldOf(shop, "CodesExpired", roots);
  await comesTo("all have ended", async () => (await told()).every((count) => count > 0));
  await heir.stop();
  deepEqual(await told(), once);
  deepEqual(await invariantSweep(shop.app.database), []);
});

test("control: what is told twice of an order is seen", async () => {
  const { shop, roots } = await soldBatch();
  const [root] = roots;
  await ownerQuery(
    shop.app.database,
    `insert into platform.event (root_id, seq, type, at, actor, body, hash)
     select $1, max(seq) + place, 'CodesExpired', max(at), 'test', '{}', sha256('a')
       from platform.event, generate_series(1, 2) as place where root_id = $1 group by place`,
    [root],
  );
  deepEqual(
    (await toldOf(shop, "CodesExpired", roots)).toSorted((one, other) => one - other),
    [0, 0, 2],
  );
});
