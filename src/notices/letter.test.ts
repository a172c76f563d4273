import assert, { equal, match } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Letter, renderLetter } from "./letter.ts";

const letter = (text: string): Letter => ({
  subject: text,
  parts: [
    { say: text },
    { facts: [[text, text]] },
    { codes: [text] },
    { button: text, url: `https://x.test/?${encodeURIComponent(text)}` },
  ],
});
const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>alert("x")</script>', "a\r\nBcc: b@example.com", '"><img src=x>', "&lt;"),
);

test("whatever people typed stays text: no mark-up gets into the page, no line into the subject", () => {
  fc.assert(
    fc.property(
      hostile.filter((text) => text.isWellFormed()),
      hostile,
      (text, name) => {
        const { subject, html } = renderLetter(letter(text), name, "Evermend");
        assert(!/[\r\n]/.test(subject));
        const tags = [...html.matchAll(/<\/?([a-z!0-9]+)[^<>]*>/g)].map((found) => found[1]);
        const known = [
          "!doctype",
          "html",
          "head",
          "meta",
          "title",
          "body",
          "p",
          "table",
          "tr",
          "th",
          "td",
          "a",
        ];
        assert(
          tags.every((tag) => known.includes(tag ?? "")),
          `${tags}`,
        );
        equal(
          html.match(/<p/g)?.length,
          renderLetter(letter("x"), "y", "Evermend").html.match(/<p/g)?.length,
        );
      },
    ),
  );
});

test("text and page say the same, and greet by name only when there is one", () => {
  const { text, html } = renderLetter(letter("Seven words"), "Ann", "Evermend");
  match(
    text,
    /^Hello Ann,\n\nSeven words\n\nSeven words: Seven words\n\n {4}Seven words\n\nSeven words:\nhttps:/,
  );
  match(html, /<p>Hello Ann,<\/p>\n<p>Seven words<\/p>/);
  match(renderLetter(letter("x"), "", "Evermend").text, /^Hello,\n/);
});
