import assert from "node:assert/strict";
import type { Asker } from "../catalogue/index.ts";
import { codeLines, orderOf, saleOf } from "../commerce/index.ts";
import { openCodesOf, sealedCodesOf } from "../contracts/index.ts";
import type { Addressed } from "./mailing.ts";
import { shopCodes } from "./templates/shopCodes.ts";

/** The letter with the codes to the customer of a shop elsewhere; none for any other order. */
export async function shopCodesLetter(db: Asker, orderId: string): Promise<Addressed | undefined> {
  const sale = await saleOf(db, orderId);
  if (sale === undefined || sale.customerId === null) {
    return undefined;
  }
  const [order, sealed] = await Promise.all([orderOf(db, orderId), sealedCodesOf(db, orderId)]);
  assert(order !== undefined, "an order that was delivered is there");
  const codes = openCodesOf(db.platform, sealed);
  const letter = shopCodes({
    shop: sale.domain,
    region: order.region ?? "",
    lines: codeLines(order).map(({ no, name }) => ({
      name,
      codes: codes.filter(({ lineNo }) => lineNo === no).map(({ code }) => code),
    })),
    activateUrl: `${db.platform.config.publicUrl}/activate`,
  });
  return { personId: sale.customerId, letter };
}
