import { Type } from "typebox";
import { accepted, act, badField, Day, Money, shape, type Tx } from "../../platform/index.ts";
import { isCurrency } from "../../terms/index.ts";
import {
  CreditSchema,
  chargeNamed,
  chargesMeant,
  creditIdOf,
  creditOf,
  creditView,
  insertCredit,
  matchCredit,
  NOWHERE,
} from "../bank/index.ts";
import { post } from "../ledger/index.ts";
import { resellerNamed } from "../resellerAccounts/index.ts";
import { MOST_MOVED_MINOR } from "../toldLine.ts";
import { type Booking, readReport } from "./readReport.ts";

const Body = shape({
  /** Bookings of the bank's one by one. */
  credits: Type.Optional(
    Type.Array(
      shape({
        bankId: Type.String({ minLength: 1, maxLength: 100 }),
        amount: Money,
        reference: Type.String({ maxLength: 200 }),
        bookedOn: Day,
      }),
      { minItems: 1, maxItems: 1_000 },
    ),
  ),
  /** Or the bank's report, as CSV: bank_id, booked_on, amount, currency, reference. */
  csv: Type.Optional(Type.String({ minLength: 1, maxLength: 500_000 })),
});

const Reply = shape({
  /** How many were not known before. */
  booked: Type.Integer(),
  /** How many were booked before; nothing was done about them. */
  known: Type.Integer(),
  credits: Type.Array(CreditSchema),
});

/**
 * POST /v1/bank-credits: books what has come to our bank, each booking of the bank's once. What names a
 * charge goes to it right after; the rest waits for a person.
 */
export const bookCredits = act({
  route: "POST /v1/bank-credits",
  permission: "bank_credit.book",
  summary: "Books what came to our bank: each of the bank's bookings once, matched by reference",
  body: Body,
  reply: Reply,
  status: 201,
  dryRun: true,
  async run(tx, { credits, csv }) {
    if ((credits === undefined) === (csv === undefined)) {
      throw badField("", "one_of", "Send either `credits` or `csv`.");
    }
    const bookings = csv === undefined ? (credits ?? []) : readReport(csv);
    let booked = 0;
    const shown = [];
    for (const [index, booking] of bookings.entries()) {
      const { isNew, view } = await book(tx, booking, index);
      booked += isNew ? 1 : 0;
      shown.push(view);
    }
    return accepted({ booked, known: bookings.length - booked, credits: shown });
  },
});

async function book(tx: Tx, { bankId, amount, reference, bookedOn }: Booking, index: number) {
  if (amount.amount <= 0) {
    throw badField(`/credits/${index}/amount/amount`, "amount", "A credit is above nothing.");
  }
  if (amount.amount > MOST_MOVED_MINOR) {
    const says = "This is more than a bank moves at once. Look at its decimals.";
    throw badField(`/credits/${index}/amount/amount`, "amount", says);
  }
  if (!isCurrency(amount.currency)) {
    throw badField(`/credits/${index}/amount/currency`, "currency", "A currency of ISO 4217, such as EUR.");
  }
  const id = creditIdOf(bankId);
  const row = [id, bankId, amount.amount, amount.currency, reference, bookedOn, tx.at, tx.caller.id];
  const credit = await insertCredit(tx, ...row);
  const known = credit ?? (await creditOf(tx, id));
  if (known === undefined) {
    throw new Error("a credit that cannot be kept was kept before");
  }
  if (credit === undefined && !isSame(known, amount)) {
    const says = "This id of the bank's was booked with another amount. Look at both with your bank.";
    throw badField(`/credits/${index}/bankId`, "bank_id_reused", says);
  }
  if (credit !== undefined) {
    const place = { ...NOWHERE, currency: amount.currency };
    const debit = { ...place, kind: "bank" } as const;
    const arrived = { ...place, kind: "unallocated" } as const;
    await post(tx, id, "bank_credit/booked", [{ debit, credit: arrived, amountMinor: amount.amount }]);
    tx.enqueue(matchCredit, { creditId: id });
  }
  const isNamed =
    (await chargeNamed(tx, reference)) !== undefined || (await resellerNamed(tx, reference)) !== undefined;
  const suggestions = isNamed || known.state !== "unallocated" ? [] : await chargesMeant(tx, reference);
  return { isNew: credit !== undefined, view: creditView(known, suggestions) };
}

function isSame(
  known: { readonly amountMinor: number; readonly currency: string },
  { amount, currency }: Booking["amount"],
): boolean {
  return known.amountMinor === amount && known.currency === currency;
}
