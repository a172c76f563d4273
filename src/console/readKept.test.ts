import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readKept } from "./readKept.ts";

/** A list of numbers in pages of this size; a cursor is where the next page begins. */
const listOf = (rows: readonly number[], size: number) => (question: { readonly after?: string }) => {
  const from = Number(question.after ?? 0);
  const nextCursor = from + size < rows.length ? String(from + size) : null;
  return Promise.resolve({ data: rows.slice(from, from + size), nextCursor });
};

const isEven = (row: number) => row % 2 === 0;

describe("a page of the rows that are kept", () => {
  it("has every row once and in order, whatever the server's pages", async () => {
    const rows = fc.array(fc.integer(), { maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 100 }), async (all, size) => {
        const shown: number[] = [];
        let after: string | null = "0";
        while (after !== null) {
          const page: { data: readonly number[]; nextCursor: string | null } = await readKept(
            listOf(all, size),
            { after },
            isEven,
          );
          assert.ok(page.data.length > 0 || page.nextCursor === null, "an empty page is the last");
          shown.push(...page.data);
          after = page.nextCursor;
        }
        assert.deepEqual(shown, all.filter(isEven));
      }),
    );
  });
});
