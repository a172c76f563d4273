import { type Static, Type } from "typebox";
import { type IdPrefix, Instant, Money, publicId, shape } from "../../platform/index.ts";
import type { PostingRow } from "./ledgerPageStore.ts";

/** An account as it is named beside a posting. */
export const AccountName = shape({
  id: Type.String(),
  kind: Type.String(),
  programme: Type.String(),
  region: Type.String(),
  currency: Type.String(),
  party: Type.String(),
});

/** A posting as it is shown: what it is for in words, and the public id of that. */
export const PostingSchema = shape({
  root: Type.String(),
  no: Type.Integer(),
  at: Instant,
  amount: Money,
  debit: AccountName,
  credit: AccountName,
  what: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  source: Type.String(),
  part: Type.Integer(),
  charge: Type.Union([Type.String(), Type.Null()]),
  sale: Type.Union([Type.String(), Type.Null()]),
});
export type PostingView = Static<typeof PostingSchema>;

/** What stands at the front of a source, as people call it, and the prefix of its ids. */
const SUBJECTS: Readonly<Record<string, { readonly noun: string; readonly prefix?: IdPrefix }>> = {
  charge: { noun: "charge", prefix: "chg" },
  sale: { noun: "plan", prefix: "sal" },
  refund: { noun: "refund", prefix: "rfd" },
};

const MONTH = /^\d{4}-\d{2}$/;

/** What a posting is for, in words: `sale/3/earned/2026-03` is "plan 3 earned 2026-03". */
export function whatOf(source: string): string {
  const [subject = "", ...rest] = source.split("/");
  const words = [SUBJECTS[subject]?.noun ?? subject, ...rest].map((word) =>
    MONTH.test(word) ? `in ${word}` : word.replaceAll("_", " "),
  );
  return words.join(" ");
}

/** A posting as it is shown. */
export function postingView(row: PostingRow): PostingView {
  const { rootId, no, source, part, at, amountMinor, chargeNo, saleNo, debit, credit } = row;
  const [kind = "", subjectNo] = source.split("/");
  const prefix = SUBJECTS[kind]?.prefix;
  const isNumbered = prefix !== undefined && /^[1-9]\d*$/.test(subjectNo ?? "");
  return {
    ...{ root: rootId, no, source, part, at: at.toString() },
    amount: { amount: amountMinor, currency: debit.currency },
    debit: nameOf(debit),
    credit: nameOf(credit),
    what: whatOf(source),
    subject: isNumbered ? publicId(prefix, rootId, Number(subjectNo)) : null,
    charge: chargeNo === null ? null : publicId("chg", rootId, chargeNo),
    sale: saleNo === null ? null : publicId("sal", rootId, saleNo),
  };
}

function nameOf({ accountId, ...name }: PostingRow["debit"]): Static<typeof AccountName> {
  return { id: String(accountId), ...name };
}
