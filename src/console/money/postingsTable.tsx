import type { RefundPage } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { Money } from "../parts/money.tsx";
import { ledger } from "../words/en/ledger.ts";
import { money as words } from "../words/en/money.ts";
import { SmallTable } from "./smallTable.tsx";

/** A posting with its two accounts, by what they are called. */
export interface PostingShown {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: RefundPage["amount"];
}

/** What was posted for one thing, in order. */
export function PostingsTable({ postings }: { readonly postings: readonly PostingShown[] }) {
  return (
    <SmallTable
      label={words.postings}
      heads={[ledger.at, words.what, words.debit, words.credit, { number: words.amount }]}
      none={words.postingsNone}
      rows={postings.map(({ key, at, what, debit, credit, amount }) => ({
        key,
        cells: [
          <time key="at" dateTime={at}>
            {formatInstant(at)}
          </time>,
          what,
          debit,
          credit,
          <Money key="sum" of={amount} />,
        ],
      }))}
    />
  );
}

/** An account as people call it: `clearing:test` is "Clearing, test". */
export function accountName(kind: string, party = ""): string {
  const name = ledger.kinds[kind] ?? kind;
  const taxes: Readonly<Record<string, string>> = kind === "tax_payable" ? words.taxKinds : {};
  return party === "" ? name : `${name}, ${taxes[party] ?? party}`;
}

/** The same of what is told as one text. */
export function accountNamed(text: string): string {
  const [kind = "", ...party] = text.split(":");
  return accountName(kind, party.join(":"));
}
