import { publicId, type Tx } from "../../platform/index.ts";
import { readAttemptKey } from "../attempts/index.ts";
import { creditIdOf } from "../bank/index.ts";
import type { Finding, TheirLine } from "./comparison.ts";
import { findDifferences } from "./findDifferences.ts";
import { type Arrival, matchPayouts } from "./matchPayouts.ts";
import { endOf, nightOf } from "./night.ts";
import type { Outcome, Question } from "./outcome.ts";
import {
  clearingAsReported,
  disputesOf,
  owedBy,
  ownReferences,
  triesOf,
  unallocatedCredits,
} from "./ownStore.ts";
import { postFee, postPayout } from "./postCorrections.ts";
import { creditsAndPayouts, linesSince } from "./reportStore.ts";
import { setEchoesApart } from "./setEchoesApart.ts";
import { side, sum } from "./sides.ts";

/** Compares a provider's lines with our tries and disputes, and its payouts with what came to our bank. */
export async function compareProvider(tx: Tx, question: Question): Promise<Outcome> {
  const { kind, party, since } = question;
  const all = await linesSince(tx, kind, party, since, endOf(tx));
  const { told: lines, findings: otherwise } = setEchoesApart(all);
  const references = lines.map(({ reference }) => reference);
  const keys = lines
    .flatMap(({ ourKey }) => (ourKey === null ? [] : [readAttemptKey(ourKey)]))
    .filter(Boolean);
  const [night, tries, disputes, own, banked, credits] = await Promise.all([
    nightOf(tx, question),
    triesOf(tx, party, since, endOf(tx), references, JSON.stringify(keys)),
    disputesOf(tx, party, since, references),
    ownReferences(tx, party, [...references, ...lines.flatMap(({ ofReference }) => ofReference ?? [])]),
    creditsAndPayouts(tx, since),
    unallocatedCredits(tx, since),
  ]);
  const ours = [...tries, ...disputes];
  const ownSet = new Set(own.map(({ reference }) => reference));
  const { same, findings } = findDifferences(ours, lines, { ...night, ownReferences: ownSet });
  const arrivals = arrivalsOf(credits, banked);
  const payouts = matchPayouts(lines, arrivals, night.day);
  let posted = 0;
  for (const match of same) {
    const { entry, feeMinor, isPosted } = match.line;
    const isDue = feeMinor > 0 && !isPosted && !entry.startsWith("dispute");
    posted += isDue && (await postFee(tx, party, match)) ? 1 : 0;
  }
  for (const payout of payouts.arrived.filter(({ line }) => !line.isPosted)) {
    posted += (await postPayout(tx, party, payout)) ? 1 : 0;
  }
  const found = [...findings, ...otherwise, ...payouts.findings];
  const ties = found.every(({ cause }) => cause === "day_boundary") ? await clearingDiffers(tx, party) : [];
  return {
    findings: [...found, ...ties],
    ours: ours.length,
    theirs: all.length,
    matched: same.length,
    posted,
  };
}

/** What came to our bank; told by the bank and booked by us, it came once. */
function arrivalsOf(
  credits: Awaited<ReturnType<typeof unallocatedCredits>>,
  banked: readonly TheirLine[],
): Arrival[] {
  const booked = new Set(credits.map(({ creditId }) => creditId));
  const told = banked.filter(({ entry, theirId }) => entry === "credit" && !booked.has(creditIdOf(theirId)));
  return [
    ...credits.map((credit) => ({
      ...{ ...credit, isBooked: true, lineId: null, ourKey: publicId("crd", credit.creditId) },
    })),
    ...told.map((line) => ({ ...line, isBooked: false, ourKey: null })),
  ];
}

/** Line by line all is the same: then the sums are the same too, but for what nobody has looked at. */
async function clearingDiffers(tx: Tx, party: string): Promise<Finding[]> {
  const ours = new Map<string, number>();
  for (const { currency, balanceMinor } of await clearingAsReported(tx, party)) {
    ours.set(currency, (ours.get(currency) ?? 0) + balanceMinor);
  }
  const theirs = new Map((await owedBy(tx, party)).map(({ currency, owedMinor }) => [currency, owedMinor]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((currency): Finding[] => {
    const [our, their] = [ours.get(currency) ?? 0, theirs.get(currency) ?? 0];
    const differsBy = our - their;
    const finding: Finding = {
      ...{ cause: "clearing_differs", lineId: null, ourKey: `clearing ${currency} ${differsBy}` },
      ...{ amountMinor: Math.abs(differsBy), currency, detail: `our books say ${differsBy} more` },
      sides: [side("balance", sum(their, currency), sum(our, currency))],
    };
    return differsBy === 0 ? [] : [finding];
  });
}
