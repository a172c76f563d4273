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
  return html`<div class="field"><label for="${name}">${label}</label>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${mistake(state, name)}<select ${all}>${drawOptions(options, state.values[name] ?? "")}</select></div>`;
}

/** Long lists are the same on every page: each is drawn once for each choice. */
const drawn = new WeakMap<SelectField["options"], Map<string | undefined, Html>>();

function drawOptions(options: SelectField["options"], sent: string): Html {
  const all = [["", en.places.choose] as const, ...options];
  const chosen = all.find(([value]) => value === sent)?.[0];
  const known = drawn.get(options) ?? new Map<string | undefined, Html>();
  drawn.set(options, known);
  const items =
    known.get(chosen) ??
    html`${all.map(
      ([value, text]) =>
        html`<option ${new Attributes({ value, selected: value === chosen })}>${text}
</option>`,
    )}`;
  known.set(chosen, items);
  return items;
}
