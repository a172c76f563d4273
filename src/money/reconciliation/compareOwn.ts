import type { Tx } from "../../platform/index.ts";
import { dayOf, PAYOUT_DAYS } from "./days.ts";
import { matchOwnBooks } from "./matchOwnBooks.ts";
import { names } from "./matchPayouts.ts";
import type { Outcome, Question } from "./outcome.ts";
import { overdueInvoices, unallocatedCredits } from "./ownStore.ts";
import { creditsAndPayouts } from "./reportStore.ts";

/** Looks for what waits in our own books for too long. */
export async function compareOwn(tx: Tx, { since }: Question): Promise<Outcome> {
  const today = dayOf(tx.at);
  const [credits, invoices, others] = await Promise.all([
    unallocatedCredits(tx, since),
    overdueInvoices(tx, today),
    creditsAndPayouts(tx, since.subtract({ hours: 24 * PAYOUT_DAYS * 2 })),
  ]);
  const payouts = others.filter(({ entry }) => entry === "payout");
  const waiting = credits.filter((credit) => !payouts.some((one) => names(credit, one)));
  const findings = matchOwnBooks(waiting, invoices, today);
  const ours = credits.length + invoices.length;
  return { findings, ours, theirs: 0, matched: ours - findings.length, posted: 0 };
}
