import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Attributes, type HtmlValue, html } from "./html.ts";

const nasty = fc
  .array(
    fc.constantFrom("<", ">", '"', "'", "&", "</p>", "<script>", "javascript:", " onload=", "\n", "é", "a"),
  )
  .map((parts) => parts.join(""));
const anyText = fc.oneof(nasty, fc.string({ unit: "grapheme" }));

const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

test("nothing a person types is ever markup, in a text, an attribute, an array or a nested piece", () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const inner = html`<b title="${given}">${given}</b>`;
      const page = html`<p id="${given}">${[given, inner]}</p>`.toString();
      const shape = /^<p id="([^<>"']*)">([^<>"']*)<b title="([^<>"']*)">([^<>"']*)<\/b><\/p>$/.exec(page);
      assert(shape, page);
      for (const hole of shape.slice(1)) {
        assert.equal(decode(hole), given);
      }
    }),
  );
});

test("control: the property would see a hole that is not escaped", () => {
  const careless = (given: string) => `<p>${given}</p>`;
  assert.throws(() =>
    fc.assert(fc.property(nasty, (given) => assert.match(careless(given), /^<p>[^<>"']*<\/p>$/))),
  );
});

test("values vanish, join or pass as they should", () => {
  const table: [HtmlValue, string][] = [
    [null, ""],
    [undefined, ""],
    [false, ""],
    [0, "0"],
    [12n, "12"],
    [["a", null, ["b", html`<i>c</i>`]], "ab<i>c</i>"],
    [html`<i>${"<"}</i>`, "<i>&#60;</i>"],
  ];
  for (const [value, expected] of table) {
    assert.equal(html`${value}`.toString(), expected);
  }
  assert.equal(html`<input ${"checked"} ${false} name="a">`.toString(), '<input checked  name="a">');
});

test("attributes are escaped, left out or bare, and never a script", () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const tag = html`<input ${new Attributes({ value: given, hidden: true, id: null, name: false })}>`;
      const shape = /^<input {2}value="([^<>"']*)" hidden>$/.exec(tag.toString());
      assert.equal(decode(shape?.[1] ?? "no"), given);
    }),
  );
  const link = html`<a ${new Attributes({ href: "javascript:1" })}>x</a>`;
  assert.equal(link.toString(), '<a  href="#">x</a>');
  assert.throws(() => html`<a ${new Attributes({ onclick: "x" })}>`, { name: "AssertionError" });
  assert.throws(() => html`${new Attributes({ id: "x" })}`, { name: "AssertionError" });
});

test("a link cannot carry a script", () => {
  const schemes = [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
  ];
  for (const scheme of schemes) {
    assert.equal(html`<a href="${scheme}">x</a>`.toString(), '<a href="#">x</a>');
  }
  assert.equal(html`<a href="${"/case/a:b?c=1"}">x</a>`.toString(), '<a href="/case/a:b?c=1">x</a>');
  assert.equal(html`<a href="/s/${"a:b"}">x</a>`.toString(), '<a href="/s/a:b">x</a>');
});

test("places that cannot be made safe are refused", () => {
  const given = "a b";
  const careless = [
    () => html`<a href=${given}>`,
    () => html`<a ${given}>`,
    () => html`<a ${html`href="x"`}>`,
    () => html`<a href="${html`x`}">`,
    () => html`<a onclick="${given}">`,
    () => html`<p style="${given}">`,
    () => html`<script>${given}</script>`,
    () => html`<!-- ${given} -->`,
  ];
  for (const build of careless) {
    assert.throws(build, { name: "AssertionError" });
  }
});
