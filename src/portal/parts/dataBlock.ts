import { Html } from "../html.ts";

/** Data for machines on a page: not run, and no text in it can end the block. */
export function dataBlock(data: object): Html {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return Html.finished(`<script type="application/ld+json">${text}</script>`);
}
