import { closedLoop, type LoadResult } from "../activation/load.ts";
import type { ServedEvermend } from "../activation/servedEvermend.ts";
import { openWire } from "../activation/wire.ts";

const BUYER = { email: "buyer@example.org", name: "A Buyer", country: "DE" };

/** Orders of one plan code, placed and paid, so many over so many connections. */
export async function orderStage(served: ServedEvermend, lanes: number, count: number): Promise<LoadResult> {
  const wires = await Promise.all(Array.from({ length: lanes }, () => openWire(served.port)));
  const headers = () =>
    `authorization: Bearer ${served.token}\r\nidempotency-key: ${crypto.randomUUID()}\r\n`;
  const order = JSON.stringify({
    lines: [{ sku: "U-3889316", quantity: 1 }],
    ...{ buyer: BUYER, delivery: { option: "email" }, withdrawalShown: true },
  });
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
  return result;
}
