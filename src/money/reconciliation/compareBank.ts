import type { Tx } from "../../platform/index.ts";
import { creditIdOf } from "../bank/index.ts";
import type { TheirLine } from "./comparison.ts";
import { dayOf, PAYOUT_DAYS } from "./days.ts";
import { findDifferences } from "./findDifferences.ts";
import { names } from "./matchPayouts.ts";
import { endOf, nightOf } from "./night.ts";
import type { Outcome, Question } from "./outcome.ts";
import { bankRows, referencesTold } from "./ownStore.ts";
import { creditsAndPayouts, linesSince } from "./reportStore.ts";

/** Compares what a bank says came and left with what was booked; payouts are their provider's matter. */
export async function compareBank(tx: Tx, question: Question): Promise<Outcome> {
  const { kind, party, since } = question;
  const lines = (await linesSince(tx, kind, party, since, endOf(tx))).map((line) =>
    line.entry === "credit" ? { ...line, ourKey: `crd_${creditIdOf(line.theirId)}` } : line,
  );
  const [night, rows, told, others] = await Promise.all([
    nightOf(tx, question),
    bankRows(
      tx,
      dayOf(since),
      lines.map(({ theirId }) => creditIdOf(theirId)),
    ),
    referencesTold(
      tx,
      lines.map(({ reference }) => reference),
    ),
    creditsAndPayouts(tx, since.subtract({ hours: 24 * PAYOUT_DAYS * 2 })),
  ]);
  const ours = new Set(told.map(({ reference }) => reference));
  const payouts = others.filter(({ entry }) => entry === "payout");
  const isPayout = (line: TheirLine) => line.entry === "credit" && payouts.some((one) => names(line, one));
  const asked = lines.filter((line) => !isPayout(line));
  const { same, findings } = findDifferences(rows, asked, {
    ...night,
    isOurKey: (text) => ours.has(text) || text.startsWith("rfd_"),
  });
  return { findings, ours: rows.length, theirs: lines.length, matched: same.length, posted: 0 };
}
