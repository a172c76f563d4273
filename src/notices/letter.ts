import { ANSWER_ABOVE } from "../claims/index.ts";
import type { MailAttachment } from "../platform/index.ts";

/** Under a letter whose answers are read. */
const CAN_ANSWER = "You can answer this mail, and add photos to your answer: it goes to your case.";

const BECAUSE = "You get this mail because something happened to your order, plan or case.";

/** A part of a letter: a sentence or two, a table of facts, codes to copy, or a button. */
export type Part =
  | { readonly say: string }
  | { readonly facts: readonly (readonly [string, string])[] }
  | { readonly codes: readonly string[] }
  | { readonly button: string; readonly url: string };

/** What a letter says, before it has a look. */
export interface Letter {
  readonly subject: string;
  readonly parts: readonly Part[];
  /** What goes with it. */
  readonly files?: readonly MailAttachment[];
  /** Where an answer to it goes; undefined where nobody reads answers. */
  readonly replyTo?: string | undefined;
  /** Whether its own words greet: then nothing is put before them. */
  readonly greets?: boolean;
  /** Why its reader gets it, under it; left out: something happened to what is theirs. */
  readonly because?: string;
}

/** A letter as it is mailed. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Renders a letter, greeting and sender included, as plain text and as HTML that needs no picture and no
 * style sheet.
 */
export function renderLetter(letter: Letter, name: string, brand: string): RenderedLetter {
  const greeting: Part = { say: name === "" ? "Hello," : `Hello ${name},` };
  const above: readonly Part[] = letter.replyTo === undefined ? [] : [{ say: ANSWER_ABOVE }];
  const answer: readonly Part[] = letter.replyTo === undefined ? [] : [{ say: CAN_ANSWER }];
  const greetings = letter.greets === true ? [] : [greeting];
  const parts = [...above, ...greetings, ...letter.parts, ...answer];
  const sender = `${brand}. ${letter.because ?? BECAUSE}`;
  const text = [...parts.map(partText), `-- \n${sender}`].join("\n\n");
  const body = parts.map(partHtml).join("\n");
  const style =
    "font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:24px;overflow-wrap:anywhere";
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width">',
    `<title>${escapeText(letter.subject)}</title></head><body style="${style}">`,
    body,
    `<p style="font-size:13px;opacity:.75;margin-top:32px">${escapeText(sender)}</p></body></html>`,
  ].join("\n");
  return { subject: oneLine(letter.subject), text: `${text}\n`, html };
}

function partText(part: Part): string {
  if ("say" in part) {
    return part.say;
  }
  if ("facts" in part) {
    return part.facts.map(([label, value]) => `${label}: ${value}`).join("\n");
  }
  return "codes" in part
    ? part.codes.map((code) => `    ${code}`).join("\n")
    : `${part.button}:\n${part.url}`;
}

function partHtml(part: Part): string {
  if ("say" in part) {
    const lines = part.say.includes("\n") ? ' style="white-space:pre-line"' : "";
    return `<p${lines}>${escapeText(part.say)}</p>`;
  }
  if ("facts" in part) {
    const cell = 'style="text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:normal';
    const rows = part.facts.map(([label, value]) => {
      const heading = `<th scope="row" ${cell};opacity:.75">${escapeText(label)}</th>`;
      return `<tr>${heading}<td ${cell}">${escapeText(value)}</td></tr>`;
    });
    return `<table style="border-collapse:collapse;margin:16px 0">${rows.join("")}</table>`;
  }
  if ("codes" in part) {
    const style = "font:18px/1.6 ui-monospace,monospace;padding:12px 16px;border:1px solid;border-radius:8px";
    return part.codes.map((code) => `<p style="${style}">${escapeText(code)}</p>`).join("\n");
  }
  const style =
    "display:inline-block;padding:12px 20px;border:2px solid;border-radius:8px;" +
    "text-decoration:none;font-weight:600";
  return `<p><a href="${escapeText(part.url)}" style="${style}">${escapeText(part.button)}</a></p>`;
}

/** Whatever a person typed is text, never mark-up. */
function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
