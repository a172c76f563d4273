import type { Tx } from "../../platform/index.ts";
import { readAttemptKey } from "../attempts/index.ts";
import { creditIdOf } from "../bank/index.ts";
import type { Finding, PartyKind, TheirLine } from "./comparison.ts";
import { dayOf, LATE_DAYS, PAYOUT_DAYS, startOf } from "./days.ts";
import { findDifferences, type Night } from "./findDifferences.ts";
import { matchCodes } from "./matchCodes.ts";
import { matchOwnBooks } from "./matchOwnBooks.ts";
import { matchParcels } from "./matchParcels.ts";
import { matchPayouts, names } from "./matchPayouts.ts";
import {
  bankRows,
  clearingOf,
  disputesOf,
  overdueInvoices,
  owedBy,
  ownReferences,
  programmesHere,
  referencesTold,
  triesOf,
  unallocatedCredits,
} from "./ownStore.ts";
import { postFee, postParcel, postPayout } from "./postCorrections.ts";
import { creditsAndPayouts, daysTold, linesSince } from "./reportStore.ts";
import { tariffsOf } from "./runStore.ts";
import { witnessOf } from "./witness.ts";

/** Who is compared, and since when. */
export interface Question {
  readonly kind: PartyKind;
  readonly party: string;
  readonly since: Temporal.Instant;
  /** Whether what they tell was just read from their own books. */
  readonly isFetched: boolean;
}

/** What comparing one party came to. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly ours: number;
  readonly theirs: number;
  readonly matched: number;
  readonly posted: number;
}

/** Compares one party with our books, and posts what follows from what is the same. */
export async function compareParty(tx: Tx, question: Question): Promise<Outcome> {
  switch (question.kind) {
    case "provider":
      return await compareProvider(tx, question);
    case "bank":
      return await compareBank(tx, question);
    case "carrier":
      return await compareCarrier(tx, question);
    case "reseller":
      return await compareReseller(tx, question);
    case "own":
      return await compareOwn(tx, question);
  }
}

async function nightOf(tx: Tx, { kind, party, since, isFetched }: Question): Promise<Night> {
  const [told, programmes, tariffs] = await Promise.all([
    daysTold(tx, kind, party, dayOf(since)),
    programmesHere(tx),
    tariffsOf(tx, kind, party, dayOf(tx.at)),
  ]);
  const isIn = (day: Temporal.PlainDate) =>
    told.some(
      ({ fromOn, toOn }) =>
        Temporal.PlainDate.compare(fromOn, day) <= 0 && Temporal.PlainDate.compare(day, toOn) <= 0,
    );
  return {
    day: dayOf(tx.at),
    tells: isFetched ? () => true : isIn,
    tariffs,
    programmes: new Set(programmes.map(({ programme }) => programme)),
    ownReferences: new Set(),
    isOurKey: (text) => readAttemptKey(text) !== undefined,
  };
}

async function compareProvider(tx: Tx, question: Question): Promise<Outcome> {
  const { kind, party, since } = question;
  const lines = await linesSince(tx, kind, party, since, end(tx));
  const references = lines.map(({ reference }) => reference);
  const keys = lines
    .flatMap(({ ourKey }) => (ourKey === null ? [] : [readAttemptKey(ourKey)]))
    .filter(Boolean);
  const [night, tries, disputes, own, banked, credits] = await Promise.all([
    nightOf(tx, question),
    triesOf(tx, party, since, end(tx), references, JSON.stringify(keys)),
    disputesOf(tx, party, since, references),
    ownReferences(tx, party, [...references, ...lines.flatMap(({ ofReference }) => ofReference ?? [])]),
    creditsAndPayouts(tx, since),
    unallocatedCredits(tx, since),
  ]);
  const ours = [...tries, ...disputes];
  const ownSet = new Set(own.map(({ reference }) => reference));
  const { same, findings } = findDifferences(ours, lines, { ...night, ownReferences: ownSet });
  const arrivals = [
    ...credits.map((credit) => ({ ...credit, isBooked: true })),
    ...banked.filter(({ entry }) => entry === "credit").map((line) => ({ ...line, isBooked: false })),
  ];
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
  const all = [...findings, ...payouts.findings];
  const ties = all.every(({ cause }) => cause === "day_boundary") ? await clearingDiffers(tx, party) : [];
  return {
    findings: [...all, ...ties],
    ours: ours.length,
    theirs: lines.length,
    matched: same.length,
    posted,
  };
}

/** Line by line all is the same: then the sums are the same too, but for what nobody has looked at. */
async function clearingDiffers(tx: Tx, party: string): Promise<Finding[]> {
  const sums = new Map<string, number>();
  for (const { currency, balanceMinor } of await clearingOf(tx, party)) {
    sums.set(currency, (sums.get(currency) ?? 0) + balanceMinor);
  }
  for (const { currency, owedMinor } of await owedBy(tx, party)) {
    sums.set(currency, (sums.get(currency) ?? 0) - owedMinor);
  }
  return [...sums]
    .filter(([, differsBy]) => differsBy !== 0)
    .map(([currency, differsBy]) => ({
      ...{ cause: "clearing_differs", lineId: null, ourKey: `clearing ${currency} ${differsBy}` },
      ...{ amountMinor: Math.abs(differsBy), currency, detail: `our books say ${differsBy} more` },
    }));
}

async function compareBank(tx: Tx, question: Question): Promise<Outcome> {
  const { kind, party, since } = question;
  const lines = (await linesSince(tx, kind, party, since, end(tx))).map((line) =>
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

async function compareCarrier(tx: Tx, { kind, party, since }: Question): Promise<Outcome> {
  const lines = await linesSince(tx, kind, party, since, end(tx));
  const sent = witnessOf(tx.platform, "parcels");
  const trackings = lines.map(({ reference }) => reference);
  const [parcels, tariffs] = await Promise.all([
    sent?.(tx, { carrier: party, since, trackings }) ?? [],
    tariffsOf(tx, kind, party, dayOf(tx.at)),
  ]);
  const { right, findings } = matchParcels(lines, parcels, tariffs);
  let posted = 0;
  for (const billed of right.filter(({ line }) => !line.isPosted)) {
    posted += (await postParcel(tx, party, billed)) ? 1 : 0;
  }
  return { findings, ours: parcels.length, theirs: lines.length, matched: right.length, posted };
}

async function compareReseller(tx: Tx, question: Question): Promise<Outcome> {
  const { kind, party, since } = question;
  const lines = await linesSince(tx, kind, party, since, end(tx));
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

async function compareOwn(tx: Tx, { since }: Question): Promise<Outcome> {
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

/** What a clock in front of ours has already dated is looked at too. */
function end({ at }: Tx): Temporal.Instant {
  return startOf(dayOf(at).add({ days: LATE_DAYS }));
}
