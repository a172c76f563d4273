import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { pageScript } from "../script/pageScript.ts";
import { styleSheet } from "../style/styleSheet.ts";
import { en } from "../words/en.ts";
import { gallery } from "./gallery.ts";
import { type Opened, readPage } from "./readPage.ts";

const mostPageBytes = 30_000;
const mostScriptBytes = 20_000;

function checkPage(page: string) {
  const opened = readPage(page);
  const named = (name: string) => opened.filter((element) => element.name === name);
  const ids = opened.flatMap(({ attributes }) => attributes.get("id") ?? []);
  assert.equal(new Set(ids).size, ids.length, "an id stands twice");
  for (const [name, count] of [
    ["h1", 1],
    ["main", 1],
    ["header", 1],
    ["footer", 1],
    ["title", 1],
  ] as const) {
    const found = named(name).filter((element) => name !== "title" || !element.attributes.has("id"));
    assert.equal(found.length, count, `${found.length} ${name}`);
  }
  const ways = named("nav").map(({ attributes }) => attributes.get("aria-label"));
  assert(ways.length > 0 && new Set(ways).size === ways.length, `navigations called ${ways}`);
  assert(!ways.includes(undefined), "a navigation has no name");
  checkScripts(opened);
  checkLabels(opened, new Set(ids));
}

function checkScripts(opened: readonly Opened[]) {
  for (const { name, attributes } of opened) {
    const handlers = [...attributes.keys()].filter(
      (attribute) => attribute.startsWith("on") || attribute === "style",
    );
    assert.deepEqual(handlers, [], `${name} carries ${handlers}`);
    const isData = attributes.get("type") === "application/ld+json";
    assert(name !== "style" && (name !== "script" || attributes.has("src") || isData), `inline ${name}`);
  }
}

function checkLabels(opened: readonly Opened[], ids: ReadonlySet<string>) {
  const labelled = new Set(
    opened.filter(({ name }) => name === "label").map(({ attributes }) => attributes.get("for")),
  );
  for (const { name, attributes } of opened) {
    const isField = ["input", "select", "textarea"].includes(name) && attributes.get("type") !== "hidden";
    assert(!isField || labelled.has(attributes.get("id")), `${name} ${attributes.get("name")} has no label`);
    for (const pointer of ["for", "aria-describedby", "aria-labelledby"]) {
      const targets = attributes.get(pointer)?.split(" ") ?? [];
      assert(
        targets.every((target) => ids.has(target)),
        `${pointer} of ${name} leads nowhere: ${targets}`,
      );
    }
    const target = attributes.get("href");
    assert(!target?.startsWith("#") || ids.has(target.slice(1)), `link to ${target} leads nowhere`);
    const asks = attributes.get("method") === "get" && attributes.get("action") === "/shop";
    const posts = name !== "form" || attributes.get("method") === "post" || asks;
    assert(posts, "a form that is not sent by post, and is no search");
  }
}

for (const { name, page } of gallery) {
  test(`${name}: well formed, labelled, one heading, nothing inline, small`, () => {
    checkPage(page.toString());
    const bytes = gzipSync(page.toString()).length + gzipSync(styleSheet.text).length;
    assert(bytes <= mostPageBytes, `${bytes} bytes`);
  });
}

test("control: the check sees what it should see", () => {
  const [first] = gallery;
  const page = first?.page.toString() ?? "";
  const spoilt = [
    page.replace("<h1>", "<h2>"),
    page.replace("</main>", "<input name=a id=a></main>"),
    page.replace("</main>", '<p onclick="x">x</p></main>'),
    page.replace("</main>", "<script>x</script></main>"),
    page.replace("</main>", '<p id="main">x</p></main>'),
    page.replace("</main>", '<a href="#nowhere">x</a></main>'),
  ];
  for (const one of spoilt) {
    assert.throws(() => checkPage(one), { name: "AssertionError" });
  }
});

test("the script is small", () => {
  assert(gzipSync(pageScript.text).length <= mostScriptBytes);
});

test("no word blames, begs or shrugs", () => {
  const says = (value: unknown): string[] => {
    if (typeof value === "function") {
      return [String(value)];
    }
    return typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(says);
  };
  const all = says(en);
  assert(all.length > 300);
  assert.deepEqual(
    all.filter((text) => /\b(please|invalid|oops|sorry|error)\b/i.test(text)),
    [],
  );
});
