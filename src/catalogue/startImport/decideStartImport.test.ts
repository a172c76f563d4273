import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImportRun } from "../imports/index.ts";
import { decideStartImport } from "./decideStartImport.ts";

const RUN = { state: "open", isCheck: false, bytesTotal: 10 } as ImportRun;

/** Its state, whether it was a check, whether it is to be one now; and what comes of it. */
const CASES: readonly (readonly [ImportRun["state"], boolean, boolean, string])[] = [
  ["open", false, false, "where_it_stopped"],
  ["open", false, true, "where_it_stopped"],
  ["running", false, false, "import_running"],
  ["running", true, false, "import_running"],
  ["stopped", false, false, "where_it_stopped"],
  ["stopped", true, true, "where_it_stopped"],
  ["stopped", true, false, "the_beginning"],
  ["stopped", false, true, "import_over"],
  ["done", true, false, "the_beginning"],
  ["done", true, true, "import_over"],
  ["done", false, false, "import_over"],
  ["failed", true, false, "import_over"],
  ["failed", false, false, "import_over"],
];

test("when an import may start, and from where", () => {
  for (const [state, wasCheck, isCheck, expected] of CASES) {
    const run = { ...RUN, state, isCheck: wasCheck };
    const { accepted, refused } = decideStartImport({ run, isCheck, isSupplierBusy: false });
    assert.equal(accepted ?? refused?.code, expected, `${state} ${wasCheck} ${isCheck}`);
  }
});

test("not beside another of its supplier, and not without a byte", () => {
  const busy = decideStartImport({ run: RUN, isCheck: false, isSupplierBusy: true });
  assert.equal(busy.refused?.code, "import_running");
  const empty = decideStartImport({ run: { ...RUN, bytesTotal: 0 }, isCheck: true, isSupplierBusy: false });
  assert.equal(empty.refused?.code, "import_empty");
});
