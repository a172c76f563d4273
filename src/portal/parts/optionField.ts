import { Attributes, type Html, html } from "../html.ts";
import { type DrawingName, drawing } from "./drawings.ts";
import { mistake } from "./form.ts";
import type { FormState } from "./frame.ts";

export type Option = {
  readonly value: string;
  readonly label: string;
  /** One line below the label, or several. */
  readonly note?: string | readonly string[] | undefined;
  readonly picture?: DrawingName;
};

export type OptionField = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly asHeading?: boolean;
  readonly options: readonly Option[];
  /** Several may be chosen: boxes instead of radio buttons. */
  readonly several?: boolean;
  /** The legend is heard and not seen: the words above say it. */
  readonly isLegendHidden?: boolean;
};

/** Choices as big rows, or as picture cards when the options have pictures. */
export function optionField(field: OptionField, state: FormState): Html {
  const { name, legend, hint, asHeading, isLegendHidden, options } = field;
  const pictures = options.some((option) => option.picture !== undefined);
  const rows = options.map((option, index) => drawOption(field, option, { index, state }));
  const asked = asHeading ? html`<h1>${legend}</h1>` : html`<b>${legend}</b>`;
  return html`<fieldset class="field" ${new Attributes({
    "aria-describedby": state.mistakes[name] === undefined ? undefined : `${name}-mistake`,
  })}><legend class="${isLegendHidden === true ? "hidden" : ""}">${asked}</legend>${
    hint && html`<p class="hint">${hint}</p>`
  }${mistake(state, name)}<div class="options ${pictures ? "pictures" : "lines"}">${rows}</div></fieldset>`;
}

type Place = { readonly index: number; readonly state: FormState };

function drawOption(field: OptionField, option: Option, { index, state }: Place): Html {
  const { name, several } = field;
  const chosen = (state.values[name] ?? "").split(",").includes(option.value);
  const id = index === 0 ? name : `${name}-${option.value}`;
  const { note } = option;
  const box = new Attributes({
    type: several ? "checkbox" : "radio",
    id,
    name,
    value: option.value,
    checked: chosen,
    "aria-describedby": note === undefined ? undefined : `${id}-note`,
  });
  return html`<label class="option" for="${id}">${option.picture && drawing(option.picture)}<input ${box}>
<b>${option.label}</b>${note !== undefined && html`<small id="${id}-note">${linesOf(note)}</small>`}</label>`;
}

function linesOf(note: string | readonly string[]): Html {
  return typeof note === "string" ? html`${note}` : html`${note.map((line) => html`<span>${line}</span> `)}`;
}
