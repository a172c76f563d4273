import { type Html, html } from "../html.ts";
import type { FormState } from "./frame.ts";
import { optionField } from "./optionField.ts";

/** What is told, and one box that says so, empty until the person ticks it. */
export type ConsentField = {
  readonly name: string;
  readonly legend: string;
  readonly says: Html;
  readonly label: string;
  readonly note?: string;
};

/** A box beside the words it stands for. */
export function consentField({ name, legend, says, label, note }: ConsentField, state: FormState): Html {
  const option = { value: "yes", label, note };
  return html`<h2>${legend}</h2><div class="small">${says}</div>
${optionField({ name, legend: label, options: [option], several: true, isLegendHidden: true }, state)}`;
}
