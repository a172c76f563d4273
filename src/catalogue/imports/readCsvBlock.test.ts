import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { blocksOf } from "./blocks.ts";
import { rowReader } from "./columns.ts";
import { readCsvBlock } from "./readCsvBlock.ts";
import type { ReadRow } from "./supplierProduct.ts";

const NAMES = ["supplier_key", "product_code", "name", "brand", "category", "description", "prices"];
const read = rowReader(NAMES);

const row = (key: string, description = "Words.") =>
  `${key},C-${key},"A ""fine"" thing",Brand,power/battery,${description},EUR 1:1.00/1.22`;

function rowsOf(text: string | Buffer, line = 1): ReadRow[] {
  const bytes = Buffer.from(text as string);
  return readCsvBlock({ bytes, line, endsAt: { bytes: 0, lines: 0 } }, NAMES.length, read);
}

const told = (rows: readonly ReadRow[]) =>
  rows.map(
    ({ line, product, faults }) => `${line} ${product?.supplierKey ?? faults?.map(({ code }) => code)}`,
  );

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["rows", `${row("a")}\n${row("b")}\n`, ["1 a", "2 b"]],
  ["no line end at the end", `${row("a")}\n${row("b")}`, ["1 a", "2 b"]],
  ["lines of another system", `${row("a")}\r\n${row("b")}\r\n`, ["1 a", "2 b"]],
  ["both kinds of lines", `${row("a")}\r\n${row("b")}\n`, ["1 a", "2 b"]],
  ["empty lines", `${row("a")}\n\n\n${row("b")}\n`, ["1 a", "4 b"]],
  ["a description of two lines", `${row("a", '"Two\nlines"')}\n${row("b")}\n`, ["1 a", "3 b"]],
  ["too few cells", `a,b\n${row("b")}\n`, ["1 cells", "2 b"]],
  ["too many cells", `${row("a")},more\n${row("b")}\n`, ["1 cells", "2 b"]],
  [
    "a quote that is not closed",
    `${row("a", '"Open')}\n${row("b")}\n${row("c")}\n`,
    ["1 quotes", "2 b", "3 c"],
  ],
  ["a quote within a cell", `${row("a", '17" screen')}\n${row("b")}\n`, ["1 quotes", "2 b"]],
  ["words behind a quote", `${row("a", '"x"y')}\n${row("b")}\n`, ["1 quotes", "2 b"]],
];

test("rows and broken lines, each by its own line", () => {
  for (const [name, text, expected] of CASES) {
    assert.deepEqual(told(rowsOf(text)), expected, name);
  }
});

test("a line in another encoding costs itself alone", () => {
  const text = Buffer.concat([
    Buffer.from(`${row("a")}\n`),
    Buffer.from(`${row("b", "Größe")}\n`, "latin1"),
    Buffer.from(`${row("c")}\n`),
  ]);
  assert.deepEqual(told(rowsOf(text)), ["1 a", "2 encoding", "3 c"]);
});

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

test("a file is read the same in whatever pieces it comes, and on from the end of a block", async () => {
  const description = fc.constantFrom("Words.", '"Two\nlines"', '"With ""quotes"", and commas"', "");
  await fc.assert(
    fc.asyncProperty(
      fc.array(description, { minLength: 1, maxLength: 40 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 4_000 }),
      async (descriptions, end, size) => {
        const filler = ` ${"x".repeat(60_000)}`;
        const text = descriptions.map(
          (words, no) => row(`k${no}`, words.replace("Words.", `Words.${filler}`)) + end,
        );
        const bytes = Buffer.from(text.join(""));
        const begin = { bytes: 0, lines: 0 };
        const found: string[] = [];
        for await (const block of blocksOf(inPieces(bytes, size * 64), { quoted: true, from: begin })) {
          found.push(...told(readCsvBlock(block, NAMES.length, (cells) => read(cells.with(5, "")))));
          const rest = bytes.subarray(block.endsAt.bytes);
          const next = await blocksOf(inPieces(rest, 1_000_000), { quoted: true, from: block.endsAt }).next();
          assert.equal(next.value?.line ?? block.endsAt.lines + 1, block.endsAt.lines + 1);
        }
        const breaks = descriptions.map((words) => words.split("\n").length);
        const lines = breaks.map((_, no) => breaks.slice(0, no).reduce((sum, own) => sum + own, 1));
        assert.deepEqual(
          found,
          lines.map((line, no) => `${line} k${no}`),
        );
      },
    ),
    { numRuns: 30 },
  );
});
