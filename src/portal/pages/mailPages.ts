import { html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import { facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { formatMoment } from "../words/formatDate.ts";

export type KeptMail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
};

/** Mails kept on this machine because no mail server is set. */
export function mailListPage(frame: Frame, { mails }: { readonly mails: readonly KeptMail[] }) {
  const words = en.shop;
  const list = mails.map((mail) => ({
    href: `/dev/mail/${mail.id}`,
    picture: "letter" as const,
    label: mail.subject,
    note: `${mail.to} · ${formatMoment(mail.at, frame.zone, frame.now)}`,
  }));
  const none = html`${drawing("letter", "scene")}<p>${words.mailNone}</p>`;
  const main = html`<h1>${words.mailTitle}</h1><p class="muted">${words.mailNote}</p>
${mails.length === 0 ? none : rows(list)}`;
  return page(frame, { title: words.mailTitle, main, back: "/" });
}

/** One kept mail as plain text; its addresses are links. */
export function mailPage(frame: Frame, mail: KeptMail & { readonly text: string }) {
  const words = en.shop;
  const list = facts([
    { label: words.mailTo, value: mail.to },
    { label: words.mailAt, value: formatMoment(mail.at, frame.zone, frame.now) },
  ]);
  const parts = mail.text.split(/(https?:\/\/[^\s<>"]+)/);
  const text = parts.map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
  const main = html`<h1>${mail.subject}</h1>${list}<pre tabindex="0">${text}</pre>`;
  return page(frame, { title: mail.subject, main, back: "/dev/mail" });
}
