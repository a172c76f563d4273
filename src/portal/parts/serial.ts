import { type Html, html } from "../html.ts";
import { formatSerial } from "../words/formatSerial.ts";

/** A serial or a code, in fours; the script adds a button that copies it without the spaces. */
export function serial(value: string): Html {
  return html`<span class="serial">${formatSerial(value)}</span>`;
}
