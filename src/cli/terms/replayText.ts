import type { EditEffect, Receipt, ReplayReport, ReplayRow } from "../../terms/index.ts";
import { printMoney } from "../../terms/index.ts";
import { moneyText } from "./answerText.ts";

const columns: readonly string[] = [
  "no",
  "id",
  "decision",
  "verdict",
  "outcome_before",
  "outcome_after",
  "fee_minor_before",
  "fee_minor_after",
  "refund_minor_before",
  "refund_minor_after",
  "currency_before",
  "currency_after",
  "edits",
];

export const csvHead: string = lineOf(columns);

/** As RFC 4180 has it; what a spreadsheet would take for a formula is marked as text. */
function lineOf(values: readonly (string | number)[]): string {
  const cells = values.map((value) => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(",")}\r\n`;
}

/** A row of the table for a spreadsheet; amounts in minor units. */
export function csvLine({ no, id, decision, verdict, before, after, causes }: ReplayRow): string {
  return lineOf([
    no,
    id ?? "",
    decision,
    verdict,
    before.outcome,
    after.outcome,
    before.fee?.amount ?? "",
    after.fee?.amount ?? "",
    before.refund?.amount ?? "",
    after.refund?.amount ?? "",
    currencyOf(before) ?? "",
    currencyOf(after) ?? "",
    causes.join(" "),
  ]);
}

const currencyOf = ({ fee, refund }: Receipt): string | null | undefined => fee?.currency ?? refund?.currency;

/** One changed case on a line. */
export function rowText({ no, id, decision, verdict, before, after, causes }: ReplayRow): string {
  const name = id === null ? `case ${no}` : `case ${no} (${id})`;
  const edits = causes.join(" with ");
  return `${name}, ${decision}: ${verdict}: ${short(before)} -> ${short(after)}, by edit ${edits}\n`;
}

function short({ outcome, fee, refund }: Receipt): string {
  const paid = fee === null ? "" : ` ${moneyText(fee)}`;
  return refund === undefined ? `${outcome}${paid}` : `${outcome} ${moneyText(refund)}`;
}

export function reportText({ cases, same, better, worse, undecided, money, edits }: ReplayReport): string {
  return [
    `${cases} cases: ${same} same, ${better} better, ${worse} worse, ${undecided} undecided`,
    ...money.map(
      ({ currency, moved, feesBefore, feesAfter, refundsBefore, refundsAfter }) =>
        `${currency}: customers pay ${printMoney(Math.abs(moved), currency)} ${moved < 0 ? "less" : "more"}` +
        ` (fees ${printMoney(feesBefore, currency)} -> ${printMoney(feesAfter, currency)},` +
        ` refunds ${printMoney(refundsBefore, currency)} -> ${printMoney(refundsAfter, currency)})`,
    ),
    ...edits.map(editText),
    "",
  ].join("\n");
}

function editText({ edit, says, better, worse, undecided, together }: EditEffect): string {
  const company = together === 0 ? "" : `, ${together} of them together with other edits`;
  return `edit ${edit}: ${says}: ${better} better, ${worse} worse, ${undecided} undecided${company}`;
}
