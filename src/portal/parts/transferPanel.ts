import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { formatSerial } from "../words/formatSerial.ts";
import { copyLine } from "./copyLine.ts";
import { facts } from "./facts.ts";
import { notice } from "./notice.ts";

/** What a payer writes on a transfer, and what of it is still missing. */
export type TransferTold = {
  readonly reference: string;
  readonly iban: string;
  readonly bic: string | null;
  readonly holder: string;
  readonly missing: Money;
  readonly total: Money;
};

/**
 * Where to transfer, how much, under which reference, what has come, and what happens when it is too little.
 */
export function transferPanel(told: TransferTold): Html {
  const words = en.pay;
  const { missing, total, bic } = told;
  const came = { amount: total.amount - missing.amount, currency: total.currency };
  const some = came.amount > 0;
  const short = some && notice("needs", html`<p>${words.tooLittle(formatMoney(missing))}</p>`, "status");
  const sum = html`<b>${formatMoney(missing)}</b>`;
  return html`<section><h2>${words.transferTitle}</h2>${short}<p>${words.transferSays}</p>
${facts([
  { label: words.to, value: told.holder },
  { label: words.iban, value: copyLine(formatSerial(told.iban), told.iban) },
  ...(bic === null ? [] : [{ label: words.bic, value: html`<code>${bic}</code>` }]),
  { label: some ? words.amountLeft : words.amount, value: sum },
  { label: words.reference, value: copyLine(formatSerial(told.reference), told.reference) },
  { label: words.came, value: words.cameOf(formatMoney(came), formatMoney(total)) },
])}<p>${words.seen}</p><p class="small muted">${words.ifTooLittle}</p></section>`;
}
