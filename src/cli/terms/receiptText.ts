import type { Fee, Reason, Receipt } from "../../terms/index.ts";
import { printMoney } from "../../terms/index.ts";

/**
 * A receipt for a person at a terminal: the answer first, then why, what it costs, and the ways on. Ends in a
 * line feed.
 */
export function receiptText(receipt: Receipt): string {
  const { programme, version, hash } = receipt.terms;
  return [
    `${receipt.decision}: ${receipt.outcome}`,
    `  at     ${receipt.at ?? "no instant given"}`,
    `  terms  ${programme} ${version}, ${hash}`,
    ...section("because", receipt.because.map(reasonLine)),
    ...section("against", receipt.against.map(reasonLine)),
    ...section("still to be asked", receipt.needs),
    ...section("fee", receipt.fee === null ? [] : [feeLine(receipt.fee)]),
    ...section("uses", usesLines(receipt)),
    ...section("to be sent back", receipt.returns === null ? [] : [receipt.returns.parts.join(", ")]),
    ...section(
      "deadlines",
      receipt.deadlines.map((each) => `${each.clause}: ${each.clock}, to ${each.to} (${each.zone})`),
    ),
    ...section(
      "would change it",
      receipt.wouldChange.map((each) => `${each.fact}: ${each.says} (${each.outcome})`),
    ),
    ...section(
      "ways on",
      receipt.doors.map((each) => `${each.door} (${each.clause})`),
    ),
    "",
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

const reasonLine = ({ clause, verdict, says }: Reason): string => `${clause} ${verdict}: ${says}`;

function feeLine({ amount, currency, clause, nth, tax }: Fee): string {
  const sum = currency === null ? String(amount) : printMoney(amount, currency);
  const use = nth === null ? "" : `, use ${nth}`;
  const taxes = tax === null ? "" : `, tax ${tax}`;
  return `${sum} (${clause}${use}${taxes})`;
}

const usesLines = ({ uses }: Receipt): readonly string[] =>
  uses === null
    ? []
    : [
        `${uses.benefit}${uses.nth === null ? "" : ` ${uses.nth}`}, ${uses.left ?? "as many as wanted"} left after it`,
      ];
