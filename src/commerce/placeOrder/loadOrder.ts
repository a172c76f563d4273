import type { PostalAddress } from "../../identity/index.ts";
import { badField, type Tx } from "../../platform/index.ts";
import { type CartFacts, cartFacts, type DeliveryTold, demandDelivery } from "../carts/index.ts";
import { demandVatForm, wantProof } from "../vatNumbers/index.ts";
import type { OrderTold } from "./saveOrder.ts";

/** What a buyer tells of an order, as far as it is not decided by. */
interface Told {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly buyer: {
    readonly country: string;
    readonly name: string;
    readonly company?: string;
    readonly vatId?: string;
    readonly state?: string;
  };
  readonly withdrawalShown?: boolean;
  readonly purchaseOrder?: string;
  readonly delivery: DeliveryTold;
}

/** What an order is decided from and written with. */
export interface OrderLoaded {
  readonly facts: CartFacts;
  /** Where it goes; undefined where nothing is sent and no address was told. */
  readonly address: PostalAddress | undefined;
  readonly told: Omit<OrderTold, "buyerId" | "informationDigest">;
}

/**
 * Reads what an order is decided from. Errors: Problem 400 that names the field: a SKU that is not there or
 * is there twice, a VAT number of a wrong form, a delivery that does not go with the lines, a part of an
 * address.
 */
export async function loadOrder(
  tx: Tx,
  { lines, buyer, withdrawalShown = false, purchaseOrder, delivery }: Told,
): Promise<OrderLoaded> {
  demandVatForm(buyer.vatId, buyer.country);
  const { country, vatId = null, state = null } = buyer;
  const { option, pickupPoint = null } = delivery;
  const { facts, reseller, customerGroup } = await cartFacts(tx, {
    lines,
    country,
    option,
    vatId: buyer.vatId,
  });
  const unknown = facts.lines.findIndex(({ product }) => product === undefined);
  if (unknown !== -1) {
    const says = `There is no product ${facts.lines[unknown]?.sku}.`;
    throw badField(`/lines/${unknown}/sku`, "unknown_sku", says);
  }
  const hasGoods = facts.lines.some(({ product }) => product?.soldAs === "goods");
  return {
    facts,
    address: demandDelivery(delivery, { country, hasGoods }),
    told: {
      ...{ country, vatId, buyerState: state, withdrawalShown, customerGroup, pickupPoint },
      resellerId: reseller?.resellerId ?? null,
      purchaseOrder: purchaseOrder ?? null,
    },
  };
}

/** Has the register asked about the number that a buyer told, where nothing is known of it. */
export async function noteVatNumber(tx: Tx, { vatId, country, company }: Told["buyer"]): Promise<void> {
  if (vatId !== undefined) {
    await wantProof(tx, { vatId, country, name: company });
  }
}
