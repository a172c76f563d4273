import { closedLoop, type LoadResult } from "../activation/load.ts";
import type { ServedEvermend } from "../activation/servedEvermend.ts";
import { openWire } from "../activation/wire.ts";

const BUYER = { email: "buyer@example.org", name: "A Buyer", country: "DE" };

/** How often it is looked whether all is delivered, once the last reply has come. */
const LOOK_MS = 10;

/**
 * Orders of one plan code, placed and paid, so many over so many connections, until the codes of all are
 * delivered: what counts is delivered, and the time is that from the first request to the last delivery.
 */
export async function orderStage(served: ServedEvermend, lanes: number, count: number): Promise<LoadResult> {
  const wires = await Promise.all(Array.from({ length: lanes }, () => openWire(served.port)));
  const headers = () =>
    `authorization: Bearer ${served.token}\r\nidempotency-key: ${crypto.randomUUID()}\r\n`;
  const order = JSON.stringify({
    lines: [{ sku: "U-3889316", quantity: 1 }],
    ...{ buyer: BUYER, delivery: { option: "email" }, withdrawalShown: true },
  });
  const before = await deliveredOrders(served);
  const started = performance.now();
  const result = await closedLoop(
    count,
    wires.map((wire) => async () => {
      const placed = await wire.send("/v1/orders", headers(), order);
      const { id } = JSON.parse(placed.body) as { readonly id: string };
      const pay = JSON.stringify({ method: "test_success" });
      const paid = await wire.send(`/v1/orders/${id}/payment`, headers(), pay);
      if (placed.status !== 201 || paid.status !== 200) {
        console.error(placed.status, placed.body.slice(0, 300), paid.status, paid.body.slice(0, 300));
      }
      return placed.status === 201 && paid.status === 200;
    }),
  );
  for (const wire of wires) {
    wire.close();
  }
  const paid = result.done - result.failed;
  while ((await deliveredOrders(served)) - before < paid) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const seconds = (performance.now() - started) / 1000;
  return { ...result, seconds, perSecond: paid / seconds };
}

async function deliveredOrders({ platform }: ServedEvermend): Promise<number> {
  const { rows } = await platform.database.pool.query(
    `select count(distinct o.order_id)::integer as count
       from commerce.order as o
       join contracts.code using (order_id)
      where o.state = 'delivered' and code.delivered_at is not null`,
  );
  return rows[0].count;
}
