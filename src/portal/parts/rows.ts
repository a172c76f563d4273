import { type Html, html } from "../html.ts";
import { type DrawingName, drawing, mark } from "./drawings.ts";

export type Row = {
  readonly href: string;
  readonly picture: DrawingName;
  readonly label: string;
  readonly note?: string | undefined;
};

/** Big rows that lead on: drawing, words, arrow. */
export function rows(list: readonly Row[]): Html {
  return html`<ul class="rows">${list.map(
    (row) =>
      html`<li><a href="${row.href}">${drawing(row.picture)}<span><b>${row.label}</b>${
        row.note !== undefined && html`<small>${row.note}</small>`
      }</span>${mark("go", "go")}</a></li>`,
  )}</ul>`;
}
