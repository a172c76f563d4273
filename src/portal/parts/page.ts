import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { drawing } from "./drawings.ts";
import type { Frame } from "./frame.ts";

export type PageParts = {
  readonly title: string;
  readonly main: Html;
  readonly back?: string | undefined;
  /** Room for a ribbon or columns: 840 px instead of 560. */
  readonly broad?: boolean | undefined;
  /** The form on the page has something to put right; the title says so first. */
  readonly mistaken?: boolean | undefined;
  /** For machines that read the page. */
  readonly data?: Html | undefined;
};

/** A whole page. It carries no inline style, no inline script and works without any script. */
export function page(frame: Frame, { title, main, back, broad, mistaken, data }: PageParts): Html {
  const words = en.frame;
  const shown = mistaken === true ? words.titleWithMistakes(title) : title;
  const backLink = html`<a class="back" href="${back}">← ${words.back}</a>`;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${shown} · ${frame.programme}</title>
<link rel="stylesheet" href="${frame.styleSheet}">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="manifest" href="/assets/site.webmanifest">
<script type="module" src="${frame.script}"></script>${data}
</head>
<body class="${broad === true ? "broad" : "column"}">
<a class="skip" href="#main">${words.skip}</a>
${head(frame)}
<main id="main" tabindex="-1">
${back !== undefined && backLink}
${main}
</main>
${foot(frame)}
</body>
</html>
`;
}

function head(frame: Frame): Html {
  const words = en.frame;
  return html`<header class="head"><a class="brand" href="/">${drawing("camera", "brand-mark")}
${frame.programme}</a>
<nav aria-label="${words.navigation}"><ul>
<li><a href="/cover">${words.checkCover}</a></li>
<li><a href="/shop">${en.shelf.title}</a></li>
${frame.cartCount !== undefined && html`<li><a href="/cart">${en.cart.linkCount(frame.cartCount)}</a></li>`}
<li>${ownLink(frame)}</li>
</ul></nav></header>`;
}

/** The second link of the head: sign in, one's devices, or the console for those who work there. */
function ownLink({ signedIn }: Frame): Html {
  const words = en.frame;
  if (signedIn === undefined) {
    return html`<a href="/sign-in">${words.signIn}</a>`;
  }
  return signedIn.office === true
    ? html`<a href="/console/">${words.console}</a>`
    : html`<a href="/devices">${words.myDevices}</a>`;
}

function foot(frame: Frame): Html {
  const words = en.frame;
  const { signedIn } = frame;
  const signOut =
    signedIn &&
    html`<form method="post" action="/sign-out">
<input type="hidden" name="formToken" value="${frame.formToken}">
<p>${words.signedInAs(signedIn.email)} <button class="text">${words.signOut}</button></p></form>`;
  return html`<footer class="foot">${signOut}<p><a href="/help">${words.help}</a><a href="/terms">
${words.terms}</a>
${words.poweredBy}</p></footer>`;
}
