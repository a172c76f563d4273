import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { mark } from "./drawings.ts";

/** One clause the decision rests on, in the words of the terms. */
export type ReceiptStep = {
  readonly verdict: "holds" | "fails" | "unknown";
  readonly says: string;
  /** Left out for what is still to be known. */
  readonly clause?: string | undefined;
};

const looks = {
  holds: { kind: "holds", mark: "ok" },
  fails: { kind: "fails", mark: "problem" },
  unknown: { kind: "unsure", mark: "waiting" },
} as const;

/** The reasons of a decision, each with its clause. */
export function receiptList(steps: readonly ReceiptStep[]): Html {
  const items = steps.map(({ verdict, says, clause }) => {
    const look = looks[verdict];
    return html`<li>${mark(look.mark, look.kind)}<span><span class="hidden">
${en.frame.verdicts[verdict]}: </span>${says}${
      clause !== undefined && html`<cite>${en.frame.clause(clause)}</cite>`
    }</span></li>`;
  });
  return html`<ul class="receipt">${items}</ul>`;
}
