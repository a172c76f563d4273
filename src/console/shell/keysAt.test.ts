import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shell } from "../words/en/shell.ts";
import { keysAt } from "./keysAt.ts";

describe("the keys of a page", () => {
  for (const [path, own] of [
    ["/queue", "queue"],
    ["/console/queue", "queue"],
    ["/cases/clm_1_1/bench", "bench"],
    ["/cases/clm_1_1/intake", "bench"],
    ["/cases/clm_1_1/swap", "step"],
    ["/cases/clm_1_1", "case"],
    ["/intake", "intake"],
    ["/pool/units", "list"],
    ["/terms", undefined],
  ] as const) {
    it(`are ${own ?? "those of everywhere"} at ${path}`, () => {
      const titles = keysAt(path).map(([title]) => title);
      const { find, everywhere } = shell.keyTitles;
      const expected = [...(own === undefined ? [] : [shell.keyTitles[own]]), find, everywhere];
      assert.deepEqual(titles, expected);
    });
  }
});
