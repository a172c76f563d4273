import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSearch, searchWith, stringifySearch } from "./search.ts";

describe("the query of an address", () => {
  it("keeps a serial of digits as it is", () => {
    const serial = "00123456789012345678901";
    assert.deepEqual(parseSearch(stringifySearch({ serial })), { serial });
  });

  it("says nothing of what is empty", () => {
    assert.equal(stringifySearch({ tab: undefined, serial: "" }), "");
  });

  it("is read by names and nothing else", () => {
    assert.deepEqual(searchWith("tab", "after")({ tab: "ship", after: "", other: "x" }), { tab: "ship" });
  });
});
