import {
  groupChain,
  type Product,
  productsOf,
  RETAIL,
  taxRateOf,
  termsInForce,
} from "../../catalogue/index.ts";
import { badField, type Tx } from "../../platform/index.ts";
import { deliveryTermsOf } from "../deliveries/index.ts";
import type { DeliveryOption } from "../order.ts";
import { calendarsFor } from "../promises/index.ts";
import { type Reseller, resellerOf } from "../resellers/index.ts";
import { orderTax } from "../taxes/index.ts";
import { vatNumberOf } from "../vatNumbers/index.ts";
import type { CartFacts } from "./cart.ts";

/** What a buyer tells of a cart. */
export interface CartTold {
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  readonly country: string;
  readonly option: DeliveryOption | undefined;
  /** A VAT number of the right form. */
  readonly vatId: string | undefined;
}

/** What a cart is decided from, and the reseller whose team asks. */
export interface CartLoaded {
  readonly facts: CartFacts;
  readonly reseller: Reseller | undefined;
  /** Whose prices are asked. */
  readonly customerGroup: string;
}

/** Reads what a cart is decided from. Errors: Problem 400 for a SKU that has two lines. */
export async function cartFacts(tx: Tx, { lines, country, option, vatId }: CartTold): Promise<CartLoaded> {
  demandEachOnce(lines);
  const { at, caller } = tx;
  const [products, reseller, taxRate, delivery, vatNumber] = await Promise.all([
    productsOf(
      tx,
      lines.map(({ sku }) => sku),
    ),
    caller.reseller && resellerOf(tx, caller.reseller.id),
    taxRateOf(tx, country, at),
    deliveryTermsOf(tx, country),
    vatId === undefined ? undefined : vatNumberOf(tx, vatId),
  ]);
  const customerGroup = reseller?.customerGroup ?? RETAIL;
  const programme = programmeOf(lines, products);
  const goods = products.filter(({ soldAs }) => soldAs === "goods");
  const suppliers = goods.map(({ offer }) => offer.supplier);
  const [terms, groups, calendars] = await Promise.all([
    programme === undefined ? undefined : termsInForce(tx, programme, at),
    groupChain(tx, customerGroup),
    goods.length === 0 ? undefined : calendarsFor(tx, tx.platform, suppliers, at),
  ]);
  const { seller } = tx.platform.config;
  const tax = orderTax({ at, seller, country, rate: taxRate, vatNumber });
  const wanted = lines.map((line) => ({ ...line, product: products.find(({ sku }) => sku === line.sku) }));
  return {
    facts: { at, country, option, terms, tax, groups, reseller, delivery, calendars, lines: wanted },
    reseller,
    customerGroup,
  };
}

/** The programme of the first line that is a plan. */
function programmeOf(lines: CartTold["lines"], products: readonly Product[]): string | undefined {
  const found = lines.map((line) => products.find(({ sku }) => sku === line.sku)?.programme ?? undefined);
  return found.find((programme) => programme !== undefined);
}

function demandEachOnce(lines: CartTold["lines"]): void {
  for (const [index, { sku }] of lines.entries()) {
    if (lines.findIndex((other) => other.sku === sku) < index) {
      throw badField(
        `/lines/${index}/sku`,
        "sku_twice",
        `${sku} has a line already: put the quantities together.`,
      );
    }
  }
}
