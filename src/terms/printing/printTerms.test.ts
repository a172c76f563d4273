import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { printTerms, readTerms } from "../index.ts";

const text = readFileSync(new URL("../samples/sample.terms.md", import.meta.url), "utf8");

function printed(edit: (source: string) => string = (same) => same): { html: string; text: string } {
  const { document, findings } = readTerms({ file: "sample.terms.md", text: edit(text) });
  return printTerms(document ?? assert.fail(JSON.stringify(findings)));
}

test("figures are filled in, and nothing that is not for the customer is printed", () => {
  const { html, text: plain } = printed();
  for (const output of [html, plain]) {
    assert.match(output, /Within 48 hours of the first activation\./);
    assert.match(output, /We sell in these regions: EU, JP, NO\./);
    assert.doesNotMatch(output, /\{\{|\{#|Source:|kind:|expect|clip-case/);
  }
});

test("each clause is an anchor, its heading as it is numbered", () => {
  assert.match(printed().html, /<h3 id="activate.aircraft">2.2 Aircraft<\/h3>/);
});

test("tables are tables", () => {
  const { html, text: plain } = printed();
  assert.match(html, /<th scope="col">parts we replace, and which you send back<\/th>/);
  assert.match(html, /<td>clip-4<\/td><td>PLN<\/td><td>119<\/td><td>185.00<\/td><td>249<\/td>/);
  assert.match(plain, /clip-4 +PLN +119 +185\.00 +249/);
});

test("whatever a document says, it stays text", () => {
  const { html } = printed((source) =>
    source.replace(
      "We try to help.\n",
      'We *try* & \\<help> "you" [here](javascript:alert) or [there](https://example.org/?a=1&b=2).\n',
    ),
  );
  assert.match(html, /We <em>try<\/em> &amp; /);
  assert.doesNotMatch(html, /<help>|javascript:/);
  assert.match(html, /<a href="https:\/\/example.org\/\?a=1&amp;b=2">there<\/a>/);
});

test("plain text is wrapped", () => {
  const widest = Math.max(
    ...printed()
      .text.split("\n")
      .map((line) => line.length),
  );
  assert.ok(widest <= 78, `${widest} columns`);
});
