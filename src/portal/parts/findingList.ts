import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { type ReceiptStep, receiptList } from "./receiptList.ts";

/** One of several findings of a case. */
export type Finding = {
  readonly title: string;
  /** What becomes of it. */
  readonly becomes: string;
  readonly reasons: readonly ReceiptStep[];
};

/** What the bench found, one by one, each with the clauses it rests on; nothing where the case has one. */
export function findingList(findings: readonly Finding[]): Html | false {
  return (
    findings.length > 0 &&
    html`<h2>${en.claim.found}</h2>${findings.map(
      ({ title, becomes, reasons }) =>
        html`<h3>${title}</h3><p>${becomes}</p>${reasons.length > 0 && receiptList(reasons)}`,
    )}`
  );
}
