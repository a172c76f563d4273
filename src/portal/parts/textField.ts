import { Attributes, type Html, html } from "../html.ts";
import { mistake } from "./form.ts";
import type { FormState } from "./frame.ts";

export type TextField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The label is the question of the page and so its heading. */
  readonly asHeading?: boolean;
  readonly kind?: string;
  readonly lines?: boolean;
  readonly attributes?: Attributes["values"];
};

/** A labelled box that keeps what was typed and says, above itself, what to put right. */
export function textField(field: TextField, state: FormState): Html {
  const { name, label, hint, asHeading, kind, lines, attributes } = field;
  const mistaken = state.mistakes[name] !== undefined;
  const described = [hint && `${name}-hint`, mistaken && `${name}-mistake`].filter(Boolean).join(" ");
  const value = state.values[name] ?? "";
  const all = new Attributes({
    id: name,
    name,
    class: kind,
    "aria-describedby": described === "" ? undefined : described,
    "aria-invalid": mistaken ? "true" : undefined,
    ...attributes,
  });
  const labelled = html`<label for="${name}">${label}</label>`;
  const box = lines
    ? html`<textarea ${all}>${value}</textarea>`
    : html`<input ${new Attributes({ type: "text", ...all.values, value })}>`;
  return html`${asHeading && html`<h1>${labelled}</h1>`}<div class="field">${!asHeading && labelled}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${mistake(state, name)}${box}</div>`;
}
