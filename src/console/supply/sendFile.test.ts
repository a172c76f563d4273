import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type FileActs, sendFile } from "./sendFile.ts";

function recorder(): { readonly acts: FileActs; readonly sent: string[]; readonly calls: string[] } {
  const sent: string[] = [];
  const calls: string[] = [];
  const acts: FileActs = {
    openImport: async ({ format }) => {
      calls.push(`open ${format}`);
      return { id: "imp_1" } as Awaited<ReturnType<FileActs["openImport"]>>;
    },
    addImportPart: async ({ no, text }) => {
      assert.equal(no, sent.length + 1);
      sent.push(text);
    },
    startImport: async ({ check }) => {
      calls.push(`start ${check}`);
    },
  };
  return { acts, sent, calls };
}

test("whatever its characters, what arrives is the file", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 90_000 }),
      async (piece, times) => {
        const text = piece.toWellFormed().repeat(times).slice(0, 600_000).toWellFormed();
        const { acts, sent, calls } = recorder();
        const file = new File([text], "feed.csv");
        await sendFile(acts, { file, supplier: "house", isCheck: true }, () => undefined);
        assert.equal(sent.join(""), text);
        assert.deepEqual(calls, ["open csv", "start true"]);
      },
    ),
    { numRuns: 40 },
  );
});

test("of a file that is not in UTF-8 nothing is sent", async () => {
  const { acts, sent, calls } = recorder();
  const file = new File([new Uint8Array([0x61, 0xe4, 0x62])], "feed.ndjson");
  await assert.rejects(
    sendFile(acts, { file, supplier: "house", isCheck: false }, () => undefined),
    TypeError,
  );
  assert.deepEqual([sent, calls], [[], []]);
});
