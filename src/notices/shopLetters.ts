import { codeLines, type Order } from "../commerce/index.ts";
import type { OpenCode } from "../contracts/index.ts";
import type { Platform } from "../platform/index.ts";
import type { Addressed } from "./mailing.ts";
import { shopCodes } from "./templates/shopCodes.ts";

/** The codes of an order that a shop elsewhere sold, and to whom. */
interface ShopsOrder {
  readonly order: Order;
  readonly codes: readonly OpenCode[];
  readonly shop: string;
  readonly personId: string;
}

/** The letter with the codes to the customer of a shop elsewhere: it names the shop, and no price of ours. */
export function shopCodesLetter(
  { config }: Platform,
  { order, codes, shop, personId }: ShopsOrder,
): Addressed {
  const letter = shopCodes({
    shop,
    region: order.region ?? "",
    lines: codeLines(order).map(({ no, name }) => ({
      name,
      codes: codes.filter(({ lineNo }) => lineNo === no).map(({ code }) => code),
    })),
    activateUrl: `${config.publicUrl}/activate`,
  });
  return { personId, letter };
}
