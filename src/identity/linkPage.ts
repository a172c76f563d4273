import { words } from "./words/en.ts";

const STYLE = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem;
color-scheme:light dark}button{font:inherit;padding:.7rem 1.5rem;min-height:44px}`;

/** Headers of the page: it may do nothing but post its one form, and its address is told to nobody. */
export function linkPageHeaders(nonce: string): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
}

/** The page behind a one-time link: one button, or the word that the link is spent. */
export function linkPage(brand: string, ready: boolean, nonce: string): string {
  const title = escaped(words.linkTitle(brand));
  const rest = ready
    ? `<p>${words.linkReady}</p><form method="post"><button>${words.linkButton}</button></form>`
    : `<p>${words.linkSpent}</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<style nonce="${nonce}">${STYLE}</style></head><body><main><h1>${title}</h1>${rest}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
