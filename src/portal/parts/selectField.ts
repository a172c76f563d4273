import { Attributes, type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { mistake } from "./form.ts";
import type { FormState } from "./frame.ts";

export type SelectField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Value and what it is called, in the order shown. */
  readonly options: readonly (readonly [string, string])[];
  readonly autocomplete?: string;
};

/** A labelled list to choose one from; nothing is chosen for the person. */
export function selectField(
  { name, label, hint, options, autocomplete }: SelectField,
  state: FormState,
): Html {
  const mistaken = state.mistakes[name] !== undefined;
  const described = [hint && `${name}-hint`, mistaken && `${name}-mistake`].filter(Boolean).join(" ");
  const all = new Attributes({
    id: name,
    name,
    autocomplete,
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": mistaken ? "true" : undefined,
  });
  const items = [["", en.places.choose] as const, ...options].map(
    ([value, text]) =>
      html`<option ${new Attributes({ value, selected: (state.values[name] ?? "") === value })}>${text}
</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${mistake(state, name)}<select ${all}>${items}</select></div>`;
}
