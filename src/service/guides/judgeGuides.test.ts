import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Guide } from "./guide.ts";
import { judgePublication } from "./judgePublication.ts";
import { judgeRevision } from "./judgeRevision.ts";

type Version = Pick<Guide, "version" | "state" | "changes">;
const draft = (version: number, changes = 1): Version => ({ version, state: "draft", changes });
const shown = (version: number, changes = 1): Version => ({ version, state: "published", changes });
const gone = (version: number, changes = 1): Version => ({ version, state: "retired", changes });

describe("writing a guide anew", () => {
  const table: [string, readonly Version[], Pick<Version, "version" | "changes">, unknown][] = [
    ["goes into its draft", [draft(1)], { version: 1, changes: 1 }, { version: 1, isNew: false }],
    [
      "begins a draft beside what is published",
      [shown(1)],
      { version: 1, changes: 1 },
      { version: 2, isNew: true },
    ],
    [
      "begins one after what is retired",
      [gone(2), gone(1)],
      { version: 2, changes: 1 },
      { version: 3, isNew: true },
    ],
    [
      "is refused over changes that were not read",
      [draft(2, 4), shown(1)],
      { version: 2, changes: 3 },
      undefined,
    ],
    ["is refused over an older version", [draft(2), shown(1)], { version: 1, changes: 1 }, undefined],
    ["is refused where there is none", [], { version: 1, changes: 1 }, undefined],
  ];
  for (const [what, versions, read, expected] of table) {
    it(what, () => {
      const { accepted, refused } = judgeRevision(versions, read);
      assert.deepEqual(accepted, expected);
      assert.equal(refused?.code, expected === undefined ? "guide_changed_meanwhile" : undefined);
    });
  }
});

describe("publishing a guide", () => {
  const table: [string, readonly Version[], Pick<Version, "version" | "changes">, unknown, string?][] = [
    ["shows its first draft", [draft(1)], { version: 1, changes: 1 }, { retires: undefined }],
    ["retires what was shown", [draft(2), shown(1)], { version: 2, changes: 1 }, { retires: 1 }],
    [
      "is refused over changes that were not read",
      [draft(2, 2), shown(1)],
      { version: 2, changes: 1 },
      undefined,
      "guide_changed_meanwhile",
    ],
    ["is refused twice", [shown(1)], { version: 1, changes: 1 }, undefined, "guide_not_at_this_step"],
    [
      "is refused of what is retired",
      [gone(1)],
      { version: 1, changes: 1 },
      undefined,
      "guide_not_at_this_step",
    ],
    [
      "is refused of what is not there",
      [draft(1)],
      { version: 7, changes: 1 },
      undefined,
      "guide_not_at_this_step",
    ],
  ];
  for (const [what, versions, read, expected, code] of table) {
    it(what, () => {
      const { accepted, refused } = judgePublication(versions, read);
      assert.deepEqual([accepted, refused?.code], [expected, code]);
    });
  }
});
