import type { Static } from "typebox";
import type { ReceiptSchema } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

/**
 * A receipt for somebody to whom the device it is about is not known to belong: which clauses speak for and
 * against, in their own words, and what is open. Not the facts they looked at, nor the instants and changes
 * that give these away.
 */
export function publicReceipt(receipt: Receipt, at: Temporal.Instant): Static<typeof ReceiptSchema> {
  const { decision, outcome, terms, because, against, needs, doors } = receipt;
  const said = (reasons: Receipt["because"]) =>
    reasons.map(({ clause, verdict, says }) => ({ clause, verdict, says }));
  return {
    ...{ decision, outcome, at: at.toString(), terms },
    ...{ because: said(because), against: said(against), needs, doors },
  };
}
