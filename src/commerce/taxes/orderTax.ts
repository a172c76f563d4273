import { type PriceIn, priceIn, type TaxRate, type UnitPrice } from "../../catalogue/index.ts";
import type { Seller } from "../../platform/index.ts";
import { isProved, type VatNumber } from "../vatNumbers/index.ts";
import { unionCountries as UNION } from "./unionCountries.ts";

/** As everybody's; or by the buyer, a business of another member state whose number was proved. */
export type TaxTreatment = "charged" | "reverse_charge";

/** How one order is taxed. Everything in it is taxed alike: its codes at their sale, goods, and delivery. */
export interface OrderTax {
  readonly treatment: TaxTreatment;
  /** Of the country it is delivered to; undefined where none is known. */
  readonly rate: TaxRate | undefined;
  /** The register's answer that reverse charge rests on. */
  readonly vatProof: string | null;
}

/** What the tax of an order is decided by. */
export interface OrderTaxFacts {
  readonly at: Temporal.Instant;
  readonly seller: Seller | undefined;
  /** Where it is delivered to; of codes alone, where their buyer lives. */
  readonly country: string;
  readonly rate: TaxRate | undefined;
  /** What is known of the buyer's VAT number; undefined without one. */
  readonly vatNumber: VatNumber | undefined;
}

/**
 * How an order is taxed. A code is for one region and model, so it is a single-purpose voucher: taxed when it
 * is sold, as goods are. A business of another member state accounts for the VAT itself when the register has
 * confirmed its number; without a proof it is taxed as everybody. A seller without a VAT number charges none
 * to anybody under reverse charge, because it could not name itself on the invoice. Pure.
 */
export function orderTax({ at, seller, country, rate, vatNumber }: OrderTaxFacts): OrderTax {
  const isAcross =
    seller?.vatId !== undefined &&
    UNION.has(seller.country) &&
    UNION.has(country) &&
    seller.country !== country;
  const isTheirs = vatNumber !== undefined && vatNumber.country === country && isProved(vatNumber, at);
  return isAcross && isTheirs
    ? { treatment: "reverse_charge", rate, vatProof: vatNumber.proof }
    : { treatment: "charged", rate, vatProof: null };
}

/**
 * What one piece costs under this tax. Under reverse charge its net amount is all that is paid: the same that
 * remains of the list's price for everybody in that country. Pure.
 */
export function taxedPrice(unit: Pick<UnitPrice, "net" | "gross">, { treatment, rate }: OrderTax): PriceIn {
  const charged = priceIn(unit, rate);
  return treatment === "charged"
    ? charged
    : { net: charged.net, gross: charged.net, taxKind: "none", taxRateBasisPoints: 0 };
}
