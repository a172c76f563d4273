import type { PaidCharge } from "../../money/index.ts";
import { publicId } from "../../platform/index.ts";
import type { ReceiptModel } from "../pages/receiptPages.ts";
import { en } from "../words/en.ts";
import type { Money } from "../words/formatMoney.ts";
import { planName } from "../words/planName.ts";
import { taxName } from "./taxName.ts";

const words = en.receipts;

/** What a payment was for, in words: the object and its id. */
export function paidFor({ rootId, purpose, subjectNo }: PaidCharge): string {
  const kinds = { order: "ord", claim_fee: "clm", renewal: "ctr", top_up: "rsl" } as const;
  const isRoot = purpose === "order" || purpose === "top_up";
  const id = publicId(kinds[purpose], rootId, isRoot ? undefined : (subjectNo ?? 1));
  return `${words.purposes[purpose] ?? purpose} ${id}`;
}

/** The same as a row of a list says it: the plans by their names. */
export function paidForPlans({ purpose, lines }: PaidCharge): string {
  const plans = lines.flatMap(({ plan }) => (plan === null ? [] : [planName(plan)]));
  return [words.purposes[purpose] ?? purpose, ...plans].join(" · ");
}

/** Where the receipt of a payment is shown: with what it paid. */
export function receiptPath({ rootId, purpose, subjectNo }: PaidCharge): string {
  switch (purpose) {
    case "order":
      return `/orders/${publicId("ord", rootId)}/receipt`;
    case "top_up":
      return "/console/statements";
    case "claim_fee":
      return `/cases/${publicId("clm", rootId, subjectNo ?? 1)}/receipt`;
    case "renewal":
      return `/renew/${publicId("ctr", rootId, subjectNo ?? 1)}/receipt`;
  }
}

/** Net and tax of a payment, and the tax of each kind. */
export function sumsOf({ lines, currency }: PaidCharge): Pick<ReceiptModel, "net" | "taxes"> {
  const taxes = Map.groupBy(lines, ({ taxKind, taxRateBasisPoints, taxCountry }) =>
    taxName(taxKind, taxRateBasisPoints, taxCountry),
  );
  const money = (amount: number): Money => ({ amount, currency });
  return {
    net: money(lines.reduce((sum, { netMinor }) => sum + netMinor, 0)),
    taxes: [...taxes].map(([kind, of]) => ({
      kind,
      sum: money(of.reduce((sum, { taxMinor }) => sum + taxMinor, 0)),
    })),
  };
}

/** A payment as its receipt page shows it. */
export function paidReceipt(
  paid: PaidCharge,
  lineNames: readonly string[] = [],
): Omit<ReceiptModel, "back" | "from" | "refunds"> {
  const { rootId, no, amountMinor, currency, method, providerRef } = paid;
  return {
    number: publicId("chg", rootId, no),
    paidAt: paid.paidAt.toString(),
    purpose: paidFor(paid),
    total: { amount: amountMinor, currency },
    ...sumsOf(paid),
    lines: paid.lines.map(({ kind, plan, quantity, netMinor, taxMinor }, place) => ({
      name: lineNames[place] ?? (kind === "fee" ? words.fee : planName(plan ?? "")),
      quantity,
      sum: { amount: netMinor + taxMinor, currency },
    })),
    method: en.claim.methods[method] ?? method,
    reference: providerRef ?? undefined,
    balance: balanceOf(paid),
  };
}

/** What of a payment its payer has with us; undefined where that is nothing. */
export function balanceOf({ balanceMinor, currency }: PaidCharge): Money | undefined {
  return balanceMinor > 0 ? { amount: balanceMinor, currency } : undefined;
}
