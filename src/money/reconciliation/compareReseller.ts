import type { Tx } from "../../platform/index.ts";
import { dayOf } from "./days.ts";
import { matchCodes } from "./matchCodes.ts";
import { endOf, nightOf } from "./night.ts";
import type { Outcome, Question } from "./outcome.ts";
import { linesSince } from "./reportStore.ts";
import { witnessOf } from "./witness.ts";

/** Compares the statement of a reseller with the codes that we sold to it. */
export async function compareReseller(tx: Tx, question: Question): Promise<Outcome> {
  const { kind, party, since } = question;
  const lines = await linesSince(tx, kind, party, since, endOf(tx));
  const orderIds = lines.map(({ reference }) => reference.replace(/^ord_/, ""));
  const asked = { reseller: party, since, orderIds };
  const [night, sold] = await Promise.all([
    nightOf(tx, question),
    witnessOf(tx.platform, "codes")?.(tx, asked) ?? [],
  ]);
  const named = lines.map((line) => ({ ...line, reference: line.reference.replace(/^ord_/, "") }));
  const findings = matchCodes(named, sold, ({ at }) => night.tells(dayOf(at)));
  const matched = Math.max(0, lines.length - findings.length);
  return { findings, ours: sold.length, theirs: lines.length, matched, posted: 0 };
}
