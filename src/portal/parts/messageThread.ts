import { type Html, html } from "../html.ts";
import { dayOf, en, formatDay } from "../words/index.ts";
import { form } from "./form.ts";
import type { FormState, Frame } from "./frame.ts";
import { textField } from "./textField.ts";

export type ShownMessage = {
  readonly no: number;
  readonly side: "owner" | "staff" | "system";
  readonly text: string;
  readonly at: string;
  readonly byMail: boolean;
  readonly verified: boolean;
  readonly files: number;
};

export type ThreadModel = {
  /** The oldest first. */
  readonly messages: readonly ShownMessage[];
  /** Where what is older is shown. */
  readonly older?: string | undefined;
  /** Left out where the page is only looked at. */
  readonly form?: FormState | undefined;
  /** Where mails about the case go. */
  readonly address?: string | undefined;
};

/** The messages of a case, and the box for another. */
export function messageThread(frame: Frame, { messages, older, form: state, address }: ThreadModel): Html {
  const words = en.messages;
  const field = { name: "text", label: words.label, hint: words.hint(address), lines: true } as const;
  const box =
    state &&
    form(
      state,
      html`${textField({ ...field, attributes: { rows: 4, maxlength: 8000 } }, state)}
<button>${words.send}</button>`,
    );
  const list = html`<ol class="thread">${messages.map((one) => drawMessage(frame, one))}</ol>`;
  return html`<h2 id="messages">${words.title}</h2>
${older !== undefined && html`<p><a href="${older}#messages">${words.older}</a></p>`}
${messages.length === 0 ? html`<p>${words.none}</p>` : list}${box}`;
}

function drawMessage(frame: Frame, { side, text, at, byMail, verified, files, no }: ShownMessage): Html {
  const words = en.messages;
  const way = byMail && html` ${words.byMail}`;
  const paragraphs = text.split(/\n{2,}/).map((one) => html`<p class="said">${one}</p>`);
  return html`<li id="message-${no}"><p><b>${words.sides[side]}</b>${way} <span class="muted">
${formatDay(dayOf(at, frame.zone))}</span></p>${paragraphs}
${files > 0 && html`<p class="muted">${words.withFiles(files)}</p>`}
${!verified && html`<p class="muted">${words.unverified}</p>`}</li>`;
}
