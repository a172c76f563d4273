import { Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";

export type TermsModel = {
  readonly title: string;
  readonly version: string;
  readonly effectiveOn: string;
  /**
   * `html` is what the terms engine printed from our own published document: markup of ours, not of a
   * person.
   */
  readonly clauses: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly level: number;
    readonly html: string;
  }[];
};

/** The terms in force, clause by clause, each with an address of its own. */
export function termsPage(frame: Frame, { title, version, effectiveOn, clauses }: TermsModel) {
  const words = en.shop;
  const about = facts([
    { label: words.termsVersion, value: version },
    { label: words.termsFrom, value: formatDay(Temporal.PlainDate.from(effectiveOn)) },
  ]);
  const text = clauses.map(
    (clause) => html`<section class="clause" id="${clause.id}"><h2>${clause.number} ${clause.title}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${clause.title}">${Html.finished(clause.html)}</div>
</section>`,
  );
  return page(frame, { title, main: html`<h1>${title}</h1>${about}${text}`, back: "/" });
}

export type TermsRow = { readonly programme: string; readonly title: string; readonly version: string };

/** The terms of several programmes, to choose from. */
export function termsListPage(frame: Frame, { all }: { readonly all: readonly TermsRow[] }) {
  const words = en.shop;
  const list = all.map(({ programme, title, version }) => ({
    href: `/terms/${programme}`,
    picture: "letter" as const,
    label: title,
    note: `${words.termsVersion} ${version}`,
  }));
  return page(frame, {
    title: en.frame.terms,
    main: html`<h1>${en.frame.terms}</h1>${rows(list)}`,
    back: "/",
  });
}
