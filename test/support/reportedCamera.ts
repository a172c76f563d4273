import assert from "node:assert/strict";
import { warsaw } from "./cases.ts";
import type { ServedEvermend } from "./serveEvermend.ts";

/** A camera with the two-year plan, sold and activated as it is done over HTTP. */
export interface Covered {
  readonly name: string;
  readonly email: string;
  readonly serial: string;
}

/** Sells, pays, reveals and activates. */
export async function coverCamera(served: ServedEvermend, { name, email, serial }: Covered): Promise<void> {
  const shop = await served.as("reseller");
  const buyer = { name, email, country: "PL" };
  const lines = [{ sku: "U-3889316", quantity: 1 }];
  const { id } = await shop.placeOrder({ lines, buyer, delivery: { option: "email" } });
  await shop.payOrder({ id, method: "test_success" });
  await served.settle();
  const [sold] = (await shop.revealCodes({ id })).data;
  assert.ok(sold !== undefined);
  const own = await served.as("owner", email);
  const activatedAt = served.platform.clock.now().subtract({ hours: 240 }).toString();
  const device = { activatedAt, region: "EU" } as const;
  await own.activateContract({ code: sold.code, serial, device, holder: { name, email } });
}

/** Its owner reports that it fell the day before. Answers with the id of the case. */
export async function reportFall(served: ServedEvermend, { email, serial }: Covered): Promise<string> {
  const own = await served.as("owner", email);
  const at = served.platform.clock.now().subtract({ hours: 24 }).toString();
  const incident = { at, cause: "drop", parts: ["camera"] as ["camera"], country: "PL" } as const;
  const { claim } = await own.openClaim({ serial, incident, channel: "online", address: warsaw });
  return claim.id;
}
