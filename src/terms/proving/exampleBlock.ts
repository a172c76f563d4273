import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";
import { printMoney } from "../money.ts";
import type { Receipt } from "../receipt.ts";
import { latestOf } from "./latestOf.ts";

/** An example as it is pasted into a document, fences included. */
export function exampleBlock(name: string, decision: Decision, facts: Facts, receipt: Receipt): string {
  const { at, ...given } = facts;
  const groups = Object.entries(given).map(([group, told]) => `  ${group}: ${flow(told)}`);
  return [
    "```example",
    `name: ${scalar(name)}`,
    `decision: ${decision}`,
    ...(typeof at === "string" ? [`at: ${at}`] : []),
    ...(groups.length === 0 ? ["given: {}"] : ["given:", ...groups]),
    `expect: { ${expected(receipt).join(", ")} }`,
    "```",
    "",
  ].join("\n");
}

function expected({
  outcome,
  fee,
  uses,
  returns,
  against,
  needs,
  doors,
  deadlines,
  refund,
}: Receipt): string[] {
  const end = latestOf(deadlines);
  return [
    `outcome: ${outcome}`,
    ...(fee?.currency ? [`fee: ${printMoney(fee.amount, fee.currency)}`] : []),
    ...(uses?.nth ? [`nth: ${uses.nth}`] : []),
    ...(returns === null ? [] : [`returns: [${returns.parts.join(", ")}]`]),
    ...(refund === undefined ? [] : [`refund: ${printMoney(refund.amount, refund.currency)}`]),
    ...(against.length === 0 ? [] : [`against: [${against.map(({ clause }) => clause).join(", ")}]`]),
    ...(needs.length === 0 ? [] : [`needs: [${needs.join(", ")}]`]),
    ...(doors.length === 0 ? [] : [`doors: [${doors.map(({ door }) => door).join(", ")}]`]),
    ...(end === undefined ? [] : [`until: ${end}`]),
  ];
}

/** YAML in one line; instants and odd words are quoted. */
function flow(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => `${name}: ${flow(inner)}`);
    return `{ ${entries.join(", ")} }`;
  }
  return typeof value === "string" ? scalar(value) : String(value);
}

const scalar = (text: string): string => (/^[a-zA-Z][\w .+-]*$/.test(text) ? text : JSON.stringify(text));
