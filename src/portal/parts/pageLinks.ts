import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";

/** The ways on from a page of a list: to the next, and back to the first from any other. */
export type PageLinks = { readonly next?: string | undefined; readonly first?: string | undefined };

/** The links of a page of a list, by paths that are known already. */
export function pageLinks({ next, first }: PageLinks, words: { readonly next: string }): Html | false {
  const onwards = html`<a class="button quiet" href="${next}" rel="next">${words.next}</a>`;
  const back = html`<a href="${first}">${en.shelf.firstPage}</a>`;
  const isAll = next === undefined && first === undefined;
  return (
    !isAll && html`<div class="actions">${next !== undefined && onwards}${first !== undefined && back}</div>`
  );
}

/** Where a list leads to from the page behind `after`, whose own cursor of the next page is `nextCursor`. */
export function pathsOf(path: string, after: string, nextCursor: string | null): PageLinks {
  return {
    next: nextCursor === null ? undefined : `${path}?after=${encodeURIComponent(nextCursor)}`,
    first: after === "" ? undefined : path,
  };
}
