import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { facts } from "./facts.ts";
import type { FormState } from "./frame.ts";
import { optionField } from "./optionField.ts";

/** What a card stands for: the sum, who holds it, when it is let go, and what makes it taken. */
export function holdPanel(sum: Money): Html {
  const words = en.pay;
  const taken = html`<ul>${words.holdTakenSays.map((says) => html`<li>${says}</li>`)}</ul>${words.holdNever}`;
  return html`<h2>${words.holdTitle}</h2>${facts([
    { label: words.holdSum, value: html`<b>${formatMoney(sum)}</b>` },
    { label: words.holdWho, value: words.holdWhoSays },
    { label: words.holdFree, value: words.holdFreeSays },
    { label: words.holdTaken, value: taken },
  ])}`;
}

/** The box by which the holder of the card agrees to it. Nothing is ticked for them. */
export function holdConsent(sum: Money, state: FormState): Html {
  const words = en.pay;
  const agree = { value: "yes", label: words.holdAgree(formatMoney(sum)) };
  return optionField(
    { name: "agrees", legend: words.holdAgreeLegend, options: [agree], several: true },
    state,
  );
}
