import { FIRST_DAY, type ReportWorld } from "./reportWorld.ts";

/** What is put in, after how many days it is looked for, and what is found: `kind cause`. */
export type Fault = readonly [
  says: string,
  days: number,
  put: (world: ReportWorld) => unknown,
  found: readonly string[],
];

/** The root of the first payment. */
export const first = (world: ReportWorld) => world.roots[0];
const refOf = (root: string | undefined) =>
  `(select provider_ref from money.attempt where root_id = '${root}' and about = 'charge')`;
const bankPays = (amount: number, more: string) =>
  `insert into money.test_payment (key, provider_ref, about, method, amount_minor, currency, outcome,
    created_at, of_ref)
   select ${more}, 'charge', 'test_success', ${amount}, 'EUR', 'succeeded', '2026-06-15T12:00:00Z', null`;

/** Each put into a world in which all agree; each is found with its cause, and nothing else is. */
export const FAULTS: readonly Fault[] = [
  [
    "the provider lost a payment",
    5,
    (w) => w.sql(`delete from money.test_payment where key = 'chg_${first(w)}_1_1'`),
    ["provider captured_here_not_there"],
  ],
  [
    "the provider has not told a payment yet",
    1,
    (w) => w.sql(`delete from money.test_payment where key = 'chg_${first(w)}_1_1'`),
    ["provider late"],
  ],
  [
    "the provider took money under a key of ours that we have no try for",
    1,
    (w) => w.sql(bankPays(900, `'chg_${first(w)}_7_1', 'test_stray'`)),
    ["provider captured_there_not_here"],
  ],
  [
    "our try was ended as failed by hand",
    5,
    (w) =>
      w.sql(`update money.attempt set state = 'failed' where root_id = '${first(w)}' and about = 'charge'`),
    ["provider captured_there_not_here"],
  ],
  [
    "the provider took another amount",
    1,
    (w) => w.sql(`update money.test_payment set amount_minor = 5901 where key = 'chg_${first(w)}_1_1'`),
    ["provider amount_differs"],
  ],
  [
    "the provider took another currency",
    1,
    (w) => w.sql(`update money.test_payment set currency = 'USD' where key = 'chg_${first(w)}_1_1'`),
    ["provider currency_differs"],
  ],
  [
    "the provider took it twice",
    1,
    (w) =>
      w.sql(
        `insert into money.report_line (line_id, report_id, line_no, kind, party, entry, their_id, reference,
           our_key, amount_minor, fee_minor, currency, at)
         values ('twice', 'r', 1, 'provider', 'test', 'payment', 'X-2', 'X-2', 'chg_${first(w)}_1_1', 5900, 0,
           'EUR', '${FIRST_DAY}T12:00:00Z')`,
      ),
    ["provider doubled_there"],
  ],
  [
    "a report that was sent tells it again, with another amount",
    1,
    (w) => w.reports.provider.push(`X-2,payment,${FIRST_DAY},56.25,EUR,,chg_${first(w)}_1_1,,,`),
    ["provider amount_differs"],
  ],
  [
    "two of our payments go by one of theirs",
    5,
    (w) =>
      w.sql(
        `insert into money.charge (root_id, no, purpose, subject_no, amount_minor, currency, state,
          created_at, closed_at)
         select root_id, 2, purpose, 2, amount_minor, currency, state, created_at, closed_at
           from money.charge where root_id = '${first(w)}' and no = 1;
         insert into money.attempt (root_id, about, about_no, no, key, provider, method, state, provider_ref,
           started_at,
                                    resolved_at)
         select root_id, about, 2, no, 'chg_${first(w)}_2_1', provider, method, state, provider_ref,
           started_at,
                resolved_at from money.attempt where root_id = '${first(w)}' and about = 'charge'`,
      ),
    ["provider doubled_here"],
  ],
  [
    "the provider lost a refund",
    5,
    (w) => w.sql("delete from money.test_payment where about = 'refund'"),
    ["provider refund_here_not_there"],
  ],
  [
    "somebody paid back at the provider",
    1,
    (w) =>
      w.sql(
        `insert into money.test_payment (key, provider_ref, about, method, amount_minor, currency, outcome,
          created_at, of_ref)
         values ('by hand', 'test_hand', 'refund', 'test_success', 100, 'EUR', 'succeeded',
         '2026-06-15T12:00:00Z',
                 ${refOf(first(w))})`,
      ),
    ["provider refund_there_not_here"],
  ],
  [
    "the provider paid back another amount",
    1,
    (w) => w.sql("update money.test_payment set amount_minor = 550 where about = 'refund'"),
    ["provider refund_amount_differs"],
  ],
  [
    "the provider kept a fee that nobody agreed to",
    1,
    (w) => w.sql(`update money.test_payment set fee_minor = 20 where key = 'chg_${first(w)}_1_1'`),
    ["provider fee_unexpected"],
  ],
  [
    "the provider kept a fee by itself",
    1,
    (w) => w.reports.provider.push(`F-1,fee,${FIRST_DAY},9.90,EUR,,,,,`),
    ["provider fee_unexpected"],
  ],
  [
    "the provider kept more than was agreed",
    1,
    (w) => w.sql("update money.test_payment set fee_minor = 131 where currency = 'PLN'"),
    ["provider fee_differs"],
  ],
  ["a payout never came", 8, (w) => w.reports.bank.pop(), ["provider payout_missing"]],
  ["a payout is on its way", 2, (w) => w.reports.bank.pop(), ["provider late"]],
  [
    "less of a payout came",
    1,
    (w) => w.reports.bank.splice(1, 1, "B-2,credit,2026-06-16,29.00,EUR,PAYOUT PO-1 CARE"),
    ["provider payout_short"],
  ],
  [
    "a payout came twice",
    1,
    (w) => w.reports.bank.push("B-3,credit,2026-06-16,30.00,EUR,PAYOUT PO-1 CARE"),
    ["provider doubled_there"],
  ],
  [
    "a payout was told twice, and came once",
    1,
    (w) => w.reports.provider.push(`PO-1b,payout,${FIRST_DAY},30.00,EUR,PO-1,,,,`),
    ["provider doubled_there"],
  ],
  [
    "a payment that is too old for any night to look at",
    1,
    (w) =>
      w.sql(
        `insert into money.report_line (line_id, report_id, line_no, kind, party, entry, their_id, reference,
           amount_minor, fee_minor, currency, at)
         values ('old', 'r', 1, 'provider', 'test', 'payment', 'old', 'old', 12, 0, 'EUR', '2026-01-01')`,
      ),
    ["provider clearing_differs"],
  ],
  [
    "a card holder's bank took it back",
    1,
    async (w) => {
      const [paid] = (await w.sql(`select ${refOf(first(w))} as ref`)) as { ref: string }[];
      w.reports.provider.push(`D-1,dispute,${FIRST_DAY},59.00,EUR,D-1,,${paid?.ref},,`);
    },
    ["provider dispute_unknown"],
  ],
  [
    "we hold a dispute that the provider never had",
    5,
    async (w) => {
      const amount = { amount: 5_900, currency: "EUR" };
      const dispute = { amount, reason: "fraudulent", providerRef: "dispute_none" };
      await w.call("POST /v1/disputes", { charge: `chg_${first(w)}_1`, ...dispute });
    },
    ["provider dispute_here_not_there"],
  ],
  [
    "the provider names nothing we know",
    1,
    (w) => w.reports.provider.push(`U-1,payment,${FIRST_DAY},12.00,EUR,ch_other,,,,`),
    ["provider unknown_reference"],
  ],
  [
    "the provider's line is of another programme",
    1,
    (w) => w.reports.provider.push(`U-2,payment,${FIRST_DAY},12.00,EUR,ch_other,,,,scooters`),
    ["provider other_programme"],
  ],
  [
    "money came to the bank and nobody booked it",
    1,
    (w) => w.reports.bank.push(`B-9,credit,${FIRST_DAY},11.00,EUR,GIFT`),
    ["bank unknown_reference"],
  ],
  [
    "money was booked and the bank has none",
    5,
    (w) => w.reports.bank.shift(),
    ["bank captured_here_not_there"],
  ],
  [
    "the bank says another amount than was booked",
    1,
    (w) => w.reports.bank.splice(0, 1, `B-1,credit,${FIRST_DAY},71.00,EUR,RF`),
    ["bank amount_differs"],
  ],
  [
    "money at the bank belongs to nothing",
    3,
    async (w) => {
      const amount = { amount: 900, currency: "EUR" };
      const credit = { bankId: "B-7", amount, reference: "HELLO", bookedOn: FIRST_DAY };
      await w.call("POST /v1/bank-credits", { credits: [credit] });
      w.reports.bank.push(`B-7,credit,${FIRST_DAY},9.00,EUR,HELLO`);
    },
    ["own bank_credit_unallocated"],
  ],
  [
    "an invoice is overdue",
    1,
    (w) =>
      w.sql(
        `insert into money.receivable (root_id, charge_no, reference, amount_minor, currency, invoiced_at,
          due_on)
         values ('${first(w)}', 1, 'RF1', 100, 'EUR', '2026-05-01', '2026-06-01')`,
      ),
    ["own invoice_overdue"],
  ],
  [
    "the reseller counts more",
    1,
    (w) => w.reports.reseller.splice(0, 1, `S-1,${FIRST_DAY},o1,6`),
    ["reseller reseller_counts_more"],
  ],
  [
    "the reseller counts fewer",
    1,
    (w) => w.reports.reseller.splice(0, 1, `S-1,${FIRST_DAY},o1,4`),
    ["reseller reseller_counts_fewer"],
  ],
  [
    "the reseller leaves an order out",
    1,
    (w) => w.codes.push({ ...(w.codes[0] as ReportWorld["codes"][number]), orderId: "o2" }),
    ["reseller reseller_counts_fewer"],
  ],
  [
    "the reseller names an order of nobody's",
    1,
    (w) => w.reports.reseller.push(`S-2,${FIRST_DAY},o9,1`),
    ["reseller unknown_reference"],
  ],
  [
    "the carrier bills a parcel we never shipped",
    1,
    (w) => w.reports.carrier.push(`C-3,${FIRST_DAY},T9,5.00,EUR,900`),
    ["carrier parcel_never_shipped"],
  ],
  [
    "the carrier bills a parcel twice",
    1,
    (w) => w.reports.carrier.push(`C-3,${FIRST_DAY},T1,5.00,EUR,900`),
    ["carrier parcel_billed_twice"],
  ],
  [
    "the carrier bills a heavier parcel",
    1,
    (w) => w.reports.carrier.splice(0, 1, `C-1,${FIRST_DAY},T1,5.00,EUR,4000`),
    ["carrier parcel_weight_differs"],
  ],
  [
    "the carrier bills another price",
    1,
    (w) => w.reports.carrier.splice(0, 1, `C-1,${FIRST_DAY},T1,6.00,EUR,900`),
    ["carrier parcel_price_differs"],
  ],
  [
    "a sum was changed in our books alone",
    1,
    (w) =>
      w.sql(
        `update money.account_month set debit_minor = debit_minor + 7 where ctid in (
           select m.ctid from money.account_month as m join money.account as a using (account_id)
            where a.kind = 'clearing' and a.party = 'test' and a.currency = 'EUR' limit 1)`,
      ),
    ["provider clearing_differs"],
  ],
];
